"""Runs the commands that the documents show, and puts what they print into them.

``python scripts/documents.py`` rewrites the outputs in README.md and docs/*.md, ``--check`` only
says where they differ and exits 1. Of each document, from top to bottom in one fresh folder with a
copy of ``examples/``:

- a ``console`` block: every line behind ``$ `` is run by a shell, what follows is its output;
- a block opened with ``title=PATH`` is written to that file;
- a ``python`` block is run, as a doctest where it has ``>>>``.
"""

from __future__ import annotations

import contextlib
import difflib
import doctest
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
COLUMNS = 88
_BLOCK = re.compile(
    r"^```(?P<lang>[a-z]+)(?: title=(?P<title>\S+))?\n(?P<body>.*?)^```$", re.S | re.M
)
_INTERFACES = "architecture.md"  # its Python is signatures
_TIME = re.compile(r" \[[0-9]+\.[0-9] s\]")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document as it stands, as it should be, and what went wrong in its Python."""

    before: str
    after: str
    faults: tuple[str, ...]

    def difference(self) -> str:
        lines = difflib.unified_diff(
            self.before.splitlines(), self.after.splitlines(), "as written", "as run", lineterm=""
        )
        return "\n".join((*lines, *self.faults))


def documents() -> list[Path]:
    """The documents that show something to run."""
    found = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    found = [path for path in found if path.name != _INTERFACES]
    return [path for path in found if any(_is_run(block) for block in _blocks(path))]


def run(path: Path) -> Outcome:
    """Everything a document shows, run."""
    with tempfile.TemporaryDirectory(prefix="replylint-docs-") as folder:
        work = Path(folder) / "work"
        work.mkdir()
        shutil.copytree(ROOT / "examples", work / "examples")
        env = _environment(Path(folder))
        before = path.read_text("utf-8")
        faults: list[str] = []
        names: dict[str, Any] = {}

        def through(block: re.Match[str]) -> str:
            lang, title, body = block["lang"], block["title"], block["body"]
            if title:
                (work / title).parent.mkdir(parents=True, exist_ok=True)
                (work / title).write_text(body, "utf-8")
            elif lang == "console":
                shown = "".join(_shown(command, work, env) for command in _commands(body))
                return f"```console\n{shown}```"
            elif lang == "python":
                faults.extend(_python(body, names, work, path.name))
            return block[0]

        return Outcome(before, _BLOCK.sub(through, before), tuple(faults))


def _blocks(path: Path) -> Iterator[re.Match[str]]:
    return _BLOCK.finditer(path.read_text("utf-8"))


def _is_run(block: re.Match[str]) -> bool:
    return block["lang"] in ("console", "python")


def _commands(body: str) -> list[str]:
    return [line[2:] for line in body.splitlines() if line.startswith("$ ")]


def _shown(command: str, work: Path, env: dict[str, str]) -> str:
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=work,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
    out = done.stdout.decode("utf-8").rstrip("\n")
    out = _TIME.sub("", out)  # said of what takes long, which differs from run to run
    return f"$ {command}\n{out}\n" if out else f"$ {command}\n"


@cache
def _cache() -> tempfile.TemporaryDirectory[str]:
    """Where packs are kept once compiled, for all documents and nobody else."""
    return tempfile.TemporaryDirectory(prefix="replylint-docs-")


def _environment(folder: Path) -> dict[str, str]:
    """A path on which ``replylint`` is the one of this interpreter, and nothing of the user's."""
    import replylint

    tools = folder / "bin"
    tools.mkdir()
    for name, call in (("replylint", "-m replylint"), ("python", "")):
        tool = tools / name
        tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" {call} "$@"\n')
        tool.chmod(0o755)
    return {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(Path(replylint.__file__).parent.parent),
        "PYTHONWARNINGS": "ignore",
        "HOME": str(folder),
        "XDG_CACHE_HOME": os.environ.get("REPLYLINT_DOCS_CACHE") or _cache().name,
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
        "COLUMNS": str(COLUMNS),
    }


def _python(body: str, names: dict[str, Any], work: Path, name: str) -> Iterator[str]:
    with contextlib.chdir(work):
        if ">>>" not in body:
            try:
                exec(compile(body, name, "exec"), names)
            except Exception as error:
                yield f"{name}: a python block fails: {type(error).__name__}: {error}"
            return
        test = doctest.DocTestParser().get_doctest(body, names, name, None, 0)
        said: list[str] = []
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
        runner.run(test, out=said.append, clear_globs=False)
        names.update(test.globs)
        if runner.failures:
            yield "".join(said)


def main(args: list[str]) -> int:
    check = "--check" in args
    named = [Path(arg).resolve() for arg in args if not arg.startswith("-")]
    wrong = 0
    for path in named or documents():
        outcome = run(path)
        if outcome.after != outcome.before or outcome.faults:
            wrong += bool(outcome.faults) or check
            print(f"{path.relative_to(ROOT)}: not what its commands print")
            print(outcome.difference())
        if not check and outcome.after != outcome.before:
            path.write_text(outcome.after, "utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
