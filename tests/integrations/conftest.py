"""What every client needs: a face of ours that runs as a stranger would start it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.serve.serving import Served, serving


@pytest.fixture(scope="package")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The server with the bundled packs and every setting's default."""
    with serving(tmp_path_factory.mktemp("served")) as server:
        yield server
