"""JSON Lines: a message or a conversation a line, as the contract has them or with other names."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..errors import InputError, Origin
from ..model import Conversation
from .head import Head
from .lines import title
from .nouns import Options, Unread
from .records import table_of
from .source import Source, reading
from .table import read as read_table
from .wording import codec_of, opened


def read(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    """The conversations of JSON Lines; a line that is no JSON is ``Unread``. Raises InputError."""
    codec = codec_of(source, options.encoding)

    def records() -> Iterator[tuple[int, object] | Unread]:
        return lines_of(source, codec)

    table = table_of(records, source.shown, title(source))
    if table is not None:
        yield from read_table(table, options)
        return
    problems = [each for each in records() if isinstance(each, Unread)]
    if not problems:
        raise InputError(
            "there are no records in it", origin=Origin(source.shown), hint="export it again"
        )
    yield from problems


def lines_of(source: Source, codec: str) -> Iterator[tuple[int, object] | Unread]:
    """Every line and what it says. Raises InputError for what cannot be unpacked."""
    loads = json.loads
    with opened(source, codec) as stream, reading(source.shown):
        for number, line in enumerate(stream, 1):
            try:
                yield number, loads(line)
            except ValueError:
                text = line.strip().removeprefix("\ufeff")
                if not text:
                    continue
                if number == 1 and text != line.strip():
                    try:
                        yield number, loads(text)
                        continue
                    except ValueError as again:
                        error = again
                yield _broken(source.shown, number, error)
            except RecursionError:
                yield Unread(source.shown, number, None, "it nests too deep", None)


def _broken(shown: str, number: int, error: ValueError) -> Unread:
    column = error.colno if isinstance(error, json.JSONDecodeError) else None
    said = error.msg if isinstance(error, json.JSONDecodeError) else "no JSON"
    return Unread(
        shown, number, column, f"it is no JSON: {said}", "mend the line or export it again"
    )


def fits(head: Head) -> bool:
    """Whether every line is an object."""
    return head.by_line
