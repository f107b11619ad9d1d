"""A server with a small pack, asked by all tests that leave it as it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.serve.serving import Served, serving, settings


@pytest.fixture(scope="package")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    settings(folder, "[serve]\ntimeout = 300\n")  # machines are shared
    with serving(folder, REPLYLINT_CACHE=str(folder / "cache")) as server:
        yield server
