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
    read = json.JSONDecoder().raw_decode  # a third of the time of loads
    with opened(source, codec) as stream, reading(source.shown):
        for number, line in enumerate(stream, 1):
            try:
                found, end = read(line)
            except (ValueError, RecursionError):
                yield from _again(line, source.shown, number)
                continue
            if end + 2 < len(line) and line[end:].strip():
                yield from _again(line, source.shown, number)
            else:
                yield number, found


def _again(line: str, shown: str, number: int) -> Iterator[tuple[int, object] | Unread]:
    """A line that does not read as it stands: blank, with a mark before it, or broken."""
    text = line.removeprefix("\ufeff").rstrip("\r\n")
    if not text.strip():
        return
    try:
        yield number, json.loads(text)
    except json.JSONDecodeError as error:
        what = f"it is no JSON: {error.msg}"
        yield Unread(shown, number, error.colno, what, "mend the line or export it again")
    except RecursionError:
        yield Unread(shown, number, None, "it nests too deep", "export it again")


def fits(head: Head) -> bool:
    """Whether every line is an object."""
    return head.by_line
