"""What every client needs: a face of ours that runs, and a place nobody else uses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.serve.serving import Served, serving


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The server as a stranger starts it: the bundled packs, every setting's default."""
    with serving(tmp_path_factory.mktemp("served")) as server:
        yield server
