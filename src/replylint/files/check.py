"""One file from its bytes to its findings, in their places and with fixes spelled for the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import InputError, UsageError
from ..model import FileResult, Message, Result, Source, Trouble
from .decode import AUTO, Decoded, decode
from .discover import Found

if TYPE_CHECKING:
    from ..text.markup import Document, Segment
    from .terms import Terms
    from .touched import Touched

# The reply of the file comes along: its protected stretches are not the writer's words.
Lint = Callable[[Message, "Segment", "Reading"], Result]


@dataclass(frozen=True, slots=True)
class Reading:
    """How one file is read and judged; plain data that travels between processes.

    ``format`` None is found by name and content. ``message`` are fields of ``Message`` where the
    file gives none. ``stream`` reports every message as a source of its own, with offsets in the
    message (``--input-format jsonl``). ``terms`` None leaves suppressions alone. ``folder`` is what
    fingerprints count paths from; None: no fingerprints. ``touched`` are the lines that count;
    None: all. ``settings`` is for ``lint`` alone.
    """

    format: str | None = None
    encoding: str = AUTO
    fields: tuple[str, ...] = ()
    split: str = "file"
    message: Mapping[str, object] = field(default_factory=dict)
    stream: bool = False
    terms: Terms | None = None
    folder: Path | None = None
    touched: Touched | None = None
    settings: object = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one file.

    ``results`` is one; for a stream it is one per message, and one for the file itself when there
    is something to say of it. ``decoded`` is what was read, for saving it changed; None when it
    could not be. ``note`` says why there was nothing to check. ``dropped`` counts fixes that cannot
    be spelled in this file.
    """

    found: Found
    results: tuple[FileResult, ...]
    decoded: Decoded | None = None
    note: str | None = None
    dropped: int = 0


def check(found: Found, lint: Lint, reading: Reading, data: bytes | None = None) -> Checked:
    """Check one input; ``data`` are its bytes when they are not to be read from ``found.path``.

    Whatever is wrong with the file is in the result: an error when it cannot be read as what it is,
    incomplete when it is gone or may not be read. Raises only what ``lint`` raises.
    """
    from .placing import judged

    try:
        decoded = decode(_bytes(found) if data is None else data, found.shown, reading.encoding)
        told = document(decoded.text, found.shown, reading)
    except OSError as error:
        gone = isinstance(error, FileNotFoundError)
        why = "it is gone since it was found" if gone else error.strerror or type(error).__name__
        return _not_checked(found, Trouble(f"cannot be read: {why}", found.shown))
    except (InputError, UsageError) as error:
        source = Source(found.shown, "")
        return Checked(found, (FileResult(source, errors=(trouble(error, found.shown),)),))
    results, dropped = judged(told, found.shown, reading, lint)
    return Checked(found, results, decoded, told.note, dropped)


def check_all(
    inputs: Iterable[tuple[Found, Reading]], lint: Lint, jobs: int = 1
) -> Iterator[Checked]:
    """Check many inputs, in their order; ``jobs`` processes at once when it is more than 1.

    ``lint`` is pickled once per process. A file whose process dies is reported as not checked.
    """
    waiting = list(inputs)
    if jobs < 2 or len(waiting) < 2:
        for found, reading in waiting:
            yield check(found, lint, reading)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    with ProcessPoolExecutor(min(jobs, len(waiting)), initializer=_begin, initargs=(lint,)) as pool:
        # Standard input is here, not in the workers.
        tasks = [
            (found, pool.submit(_work, found, reading, _bytes(found) if not found.path else None))
            for found, reading in waiting
        ]
        try:
            for found, task in tasks:
                try:
                    yield task.result()
                except BrokenProcessPool:
                    why = "the process that checked it ended; try it alone, with --jobs 1"
                    yield _not_checked(found, Trouble(why, found.shown))
        finally:  # who stops early does not wait for the rest
            pool.shutdown(cancel_futures=True)


def trouble(error: InputError | UsageError, path: str) -> Trouble:
    """An error as a line of a report; ``path`` when it does not know its own."""
    text = error.what if error.hint is None else f"{error.what}; {error.hint}"
    origin = error.origin
    if origin is None:
        return Trouble(text, path)
    return Trouble(text, origin.path, origin.line, origin.column)


_lint: Lint | None = None  # of this worker process


def _begin(lint: Lint) -> None:
    global _lint  # noqa: PLW0603 - a worker process has nowhere else to keep it
    _lint = lint


def _work(found: Found, reading: Reading, data: bytes | None) -> Checked:
    assert _lint is not None
    return check(found, _lint, reading, data)


def _bytes(found: Found) -> bytes:
    if found.staged is not None:
        from .git import content

        return content(found.staged, found.shown)
    if found.path is None:
        import sys

        return sys.stdin.buffer.read()
    return found.path.read_bytes()


def document(text: str, path: str, reading: Reading) -> Document:
    """The text of the file at ``path`` as replies. Raises InputError and UsageError."""
    from ..text import markup

    format = reading.format or markup.sniff(path, text)
    options = markup.Options(path=path, fields=reading.fields, split=reading.split)
    return markup.parse(text, format, options)


def _not_checked(found: Found, why: Trouble) -> Checked:
    return Checked(found, (FileResult(Source(found.shown, ""), incomplete=(why,)),))
