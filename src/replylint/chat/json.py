"""JSON of any other shape: a list of messages, or conversations that hold their messages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..errors import InputError, Origin
from ..model import Conversation
from .document import document, objects
from .head import Head
from .lines import title
from .nouns import Options, Unread
from .records import list_in, table_of
from .source import Source
from .table import read as read_table


def fits(head: Head) -> bool:
    """Whether it is JSON."""
    return bool(head.keys)


def read(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    """The conversations of a document. Raises InputError when no list of records is in it."""
    found = _records(document(source, options), source.shown)

    def records() -> Iterator[tuple[int, Any] | Unread]:
        return enumerate(found, 1)

    table = table_of(records, source.shown, title(source))
    if table is None:
        raise InputError(
            "there are no records in it",
            origin=Origin(source.shown),
            hint="a list of objects is read, or conversations that hold lists of them",
        )
    yield from read_table(table, options)


def _records(found: Any, path: str) -> list[Any]:
    """The list of records: the document itself, or the one list of objects in it."""
    if isinstance(found, list):
        return found
    if not isinstance(found, dict):
        return []
    if list_in([found]) is not None and not any(objects(found.get(key)) for key in _HOLDERS):
        return [found]
    lists = {key: value for key, value in found.items() if objects(value)}
    if len(lists) == 1:
        return next(iter(lists.values()))
    for key in _HOLDERS:
        if key in lists:
            return lists[key]  # type: ignore[no-any-return]
    if lists:
        names = ", ".join(f'"{key[:40]}"' for key in lists)
        raise InputError(
            f"several lists could be the messages: {names}",
            origin=Origin(path, 1),
            hint="export only one of them",
        )
    for value in found.values():
        if isinstance(value, dict) and any(objects(each) for each in value.values()):
            return _records(value, path)
    return []


_HOLDERS = ("conversations", "sessions", "tickets", "chats", "data", "records", "rows", "results")
