"""Where output goes: standard output in the encoding a format needs, or a file written at once."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from ..errors import Origin, UsageError

WIDTH = 100  # columns, of what is no terminal


@contextmanager
def writing(path: Path | None, *, machine: bool) -> Iterator[TextIO]:
    """Standard output, or the file at ``path``, which holds all of the report or stays as it was.

    ``machine`` formats are UTF-8 with ``\\n``; people get their terminal's encoding, with what it
    cannot show escaped. Raises UsageError when the file cannot be written.
    """
    if path is None:
        yield standard_output(machine=machine)
        with contextlib.suppress(ValueError):  # closed already
            sys.stdout.flush()
        return
    text = io.StringIO(newline="\n")
    yield text
    _put(path, text.getvalue().encode("utf-8", "backslashreplace"))


def standard_output(*, machine: bool) -> TextIO:
    """Effect: make standard output fit for a format, and give it."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        if machine:
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        else:
            sys.stdout.reconfigure(errors="backslashreplace")
    return sys.stdout


def note(words: str) -> None:
    """Effect: say something beside the report."""
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="backslashreplace")
    sys.stderr.write(f"replylint: {words}\n")


def width(stream: TextIO) -> int:
    """Columns to write in."""
    if os.environ.get("COLUMNS", "").isdecimal():
        return int(os.environ["COLUMNS"])
    try:
        return os.get_terminal_size(stream.fileno()).columns or WIDTH
    except (OSError, ValueError):
        return WIDTH


def _put(path: Path, data: bytes) -> None:
    from ..files.save import replace_file

    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():  # a pipe, a terminal, the null device
            target.write_bytes(data)
        else:
            replace_file(target, data, target.stat() if target.exists() else None)
    except OSError as error:
        what = f"the report cannot be written: {error.strerror}"
        raise UsageError(what, origin=Origin(str(path))) from None
