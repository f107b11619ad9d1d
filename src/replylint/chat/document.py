"""JSON documents: read whole, their faults at line and column, records of any shape in them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from ..errors import InputError, Origin
from .clock import Clock
from .nouns import Options, Unread
from .source import Source
from .wording import text_of

Object = Mapping[str, Any]


def document(source: Source, options: Options) -> Any:
    """What a JSON file says. Raises InputError with the place of the fault."""
    text = text_of(source, options.encoding)
    if not text.strip():
        raise InputError("the file is empty", origin=Origin(source.shown), hint="export it again")
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) - 1
        raise InputError(
            "the JSON ends too early" if cut else f"it is no JSON: {error.msg}",
            origin=Origin(source.shown, error.lineno, error.colno),
            hint="the file was cut off; export it again" if cut else "export it again, or mend it",
        ) from None
    except RecursionError:
        raise InputError("it nests too deep", origin=Origin(source.shown)) from None


def listed(value: object) -> list[Any]:
    """A list; an empty one for anything else."""
    return value if isinstance(value, list) else []


def objects(value: object) -> list[Object]:
    """The objects of a list; nothing for anything else."""
    return [each for each in listed(value) if isinstance(each, dict)]


def items(source: Source, options: Options) -> Iterator[tuple[int, Any] | Unread]:
    """The records of a file in either of the two ways: JSON Lines, or one document.

    Of a document that is an object, the one list of objects in it; else the object itself.
    """
    from .head import head_of

    if head_of(source, options.encoding).by_line:
        from .jsonl import lines_of
        from .wording import codec_of

        yield from lines_of(source, codec_of(source, options.encoding))
        return
    found = document(source, options)
    yield from enumerate(found if isinstance(found, list) else [found], 1)


def text(value: object) -> str | None:
    """A string or number as text, None for nothing else."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return None


def time_of(value: object, clock: Clock) -> datetime | None:
    """The time a value says, None for no value. Raises ValueError."""
    if value is None or value == "":
        return None
    try:
        return clock(value)
    except (OverflowError, OSError):
        raise ValueError("it is no time that is known") from None


def kept(record: Object, *without: str) -> dict[str, object]:
    """What of a record is carried along: what is there and was not read."""
    return {k: v for k, v in record.items() if k not in without and v not in (None, "", [], {})}


def strange(path: str, number: int | None, what: str) -> Unread:
    """A record that is not of the shape its format has."""
    return Unread(path, number, None, what, "export it again; docs/chat-exports.md has the shape")
