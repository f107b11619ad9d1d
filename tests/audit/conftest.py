"""Runs the command as a user does, in a folder of its own, in English."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from replylint.__main__ import main


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


Audit = Callable[..., Ran]


@pytest.fixture
def audit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Audit:
    """``audit("chat.jsonl", "--store", "a.duckdb")`` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setenv("REPLYLINT_TRACEBACK", "1")

    def run(*args: object) -> Ran:
        capfd.readouterr()
        code = main(["audit", *map(str, args)])
        return Ran(code, *capfd.readouterr())

    return run
