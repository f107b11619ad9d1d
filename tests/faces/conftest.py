"""A folder to run commands in, with a small pack, and what a command printed and returned."""

from __future__ import annotations

import io
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

import replylint
from replylint.__main__ import main

PACK = Path(__file__).parent / "pack"


@dataclass(frozen=True, slots=True)
class Ran:
    """``raw`` is standard output as bytes."""

    code: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        return self.raw.decode("utf-8")

    @property
    def rows(self) -> list[dict[str, object]]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def rules(self) -> list[object]:
        return [row["rule"] for row in self.rows]


class Shell:
    """Runs commands in a folder of its own."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch

    def __call__(self, *args: str, stdin: bytes = b"") -> Ran:
        out, err = io.BytesIO(), io.BytesIO()
        streams = {
            "stdin": io.TextIOWrapper(io.BytesIO(stdin), "utf-8", newline=""),
            "stdout": io.TextIOWrapper(out, "utf-8"),
            "stderr": io.TextIOWrapper(err, "utf-8"),
        }
        with self._monkeypatch.context() as patch:
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            try:
                code = main(args)
            finally:
                for stream in (streams["stdout"], streams["stderr"]):
                    stream.flush()
                    stream.detach()
        return Ran(code, out.getvalue(), err.getvalue().decode("utf-8"))

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def settings(self, more: str) -> None:
        """Settings beside the pack's."""
        self.write("replylint.toml", f'packs = ["{PACK.as_posix()}"]\nglossary = []\n{more}')


def environment() -> dict[str, str]:
    """For a process of its own: it finds the package whatever folder it runs in."""
    return {**os.environ, "PYTHONPATH": str(Path(replylint.__file__).parents[1])}


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    for name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("REPLYLINT_TRACEBACK", "1")  # a fault of ours fails the test
    monkeypatch.setenv("REPLYLINT_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    made = Shell(folder, monkeypatch)
    made.settings("")
    return made
