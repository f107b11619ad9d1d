"""Records of JSON as tables: flat ones, and conversations that hold their messages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..model import Role
from .names import known, plain
from .nouns import Unread
from .table import ABOUT, MORE, Table

Record = Mapping[str, Any]
Numbered = Callable[[], Iterator["tuple[int, Any] | Unread"]]
"""Opens the records anew: the line or number of each, and what was read."""

_LIST_NAMES = """
    messages turns dialog dialogue dialogs utterances conversation items comments transcript
    content_list message_list msgs 消息 消息列表 对话 對話 聊天记录 对话内容
"""
_LISTS = _LIST_NAMES.split()
_HEAD = 2_000


def table_of(records: Numbered, shown: str, name: str, one: bool = False) -> Table | None:
    """The records as a table; None when there is not one that is an object."""
    head: list[Record] = []
    for each in records():
        if each.__class__ is tuple and isinstance(each[1], dict):
            head.append(each[1])
            if len(head) == _HEAD:
                break
    if not head:
        return None
    listed = list_in(head)
    if listed is not None:
        return _nested(records, head, listed, shown, name)
    return _flat(records, head, shown, name, one)


def list_in(records: Iterable[Record]) -> str | None:
    """The key under which records hold their messages, None for flat records."""
    for record in records:
        for key in _LISTS:
            value = record.get(key)
            if isinstance(value, list) and all(isinstance(each, dict) for each in value):
                return key
    return None


def flat(record: Record) -> Record:
    """The record with objects within it opened: ``sender.name``."""
    for value in record.values():
        if value.__class__ is dict:
            break
    else:
        return record
    found: dict[str, Any] = {}
    for key, value in record.items():
        if isinstance(value, dict) and key != "meta":
            for below, each in value.items():
                found[f"{key}.{below}"] = each
        else:
            found[key] = value
    return found


def _keys(records: Iterable[Record], without: Iterable[str] = ()) -> list[str]:
    """The keys of all records in the order they are met."""
    keys: dict[str, None] = {}
    for record in records:
        keys.update(dict.fromkeys(flat(record)))
    return [key for key in keys if key not in without]


def _flat(records: Numbered, head: Sequence[Record], shown: str, name: str, one: bool) -> Table:
    header = _keys(head, ("history",))
    all_of = frozenset((*header, "history"))
    nests = any(flat(record) is not record for record in head)

    def rows() -> Iterator[tuple[int, list[Any]] | Unread]:
        for each in records():
            if each.__class__ is Unread:
                yield each
                continue
            number, record = each  # type: ignore[misc]
            if record.__class__ is not dict:
                yield _no_object(shown, number)
                continue
            if nests:
                record = flat(record)
            get = record.get
            cells = [get(key) for key in header]
            if record.keys() <= all_of:
                cells.append(None)
            else:
                cells.append({k: v for k, v in record.items() if k not in all_of})
            yield number, cells

    return Table(
        [*header, MORE], rows, shown, name, one, _said(header), _mapping(header), _style(header)
    )


def _nested(records: Numbered, head: Sequence[Record], listed: str, shown: str, name: str) -> Table:
    messages = [m for record in head for m in record.get(listed) or () if isinstance(m, dict)]
    header = _keys(messages, ("history", "conversation", "id"))
    identity = _identity([key for record in head for key in record])

    def rows() -> Iterator[tuple[int, list[Any]] | Unread]:
        for each in records():
            if each.__class__ is Unread:
                yield each
                continue
            number, record = each  # type: ignore[misc]
            if record.__class__ is not dict:
                yield _no_object(shown, number)
                continue
            yield from _messages(number, record, listed, identity, header, shown)

    columns = [*header, *(key for key in _OF_ALL if key not in header), "id", "conversation", ABOUT]
    return Table(columns, rows, shown, name, False, _said(header), _mapping(header), _style(header))


_CONTRACT = ("text", "id", "role", "time", "audience", "recipient", "lang", "channel")
_OF_ALL = ("channel", "queue", "lang")


def _messages(
    number: int, record: Record, listed: str, identity: str | None, header: list[str], shown: str
) -> Iterator[tuple[int, list[Any]] | Unread]:
    found = record.get(listed)
    if not isinstance(found, list) or not found:
        what = "a conversation without messages" if found == [] else f'"{listed}" is no list'
        yield Unread(shown, number, None, what, "export it again with its messages")
        return
    where = record.get(identity) if identity is not None else None
    if where is None or where == "":
        where = f"L{number}"
    of_all = [record.get(key) for key in _OF_ALL]
    about = {k: v for k, v in record.items() if k not in (listed, identity, *_OF_ALL)}
    spots = {key: i for i, key in enumerate(header) if key in _OF_ALL}
    rest = [value for key, value in zip(_OF_ALL, of_all, strict=True) if key not in spots]
    tail = [*rest, None, str(where), about or None]
    for count, message in enumerate(found, 1):
        if message.__class__ is not dict:
            yield _no_object(shown, number)
            continue
        tail[-3] = message.get("id") or f"L{number}.{count}"
        get = flat(message).get
        cells = [get(key) for key in header]
        for key, i in spots.items():
            if cells[i] is None:
                cells[i] = record.get(key)
        yield number, cells + tail


def _identity(keys: Iterable[str]) -> str | None:
    """The key of conversations that holds their id."""
    ranked = sorted(
        (rank, order, key)
        for order, key in enumerate(dict.fromkeys(keys))
        for what, rank in known().get(plain(key), ())
        if what in ("conversation", "id")
    )
    return ranked[0][2] if ranked else None


def _said(header: Iterable[str]) -> str | Role:
    """The role of what has none: agent, as the contract has it, where anything else says roles."""
    keys = {plain(key) for key in header}
    if "text" in keys and ("role" in keys or not keys & {"author", "sender", "from"}):
        return Role.AGENT
    return ""


def _mapping(header: Iterable[str]) -> dict[str, str]:
    """The contract's keys are what they are called, whatever stands in them."""
    keys = set(header)
    return {key: key for key in _CONTRACT if key in keys} if "text" in keys else {}


def _style(header: Iterable[str]) -> str:
    """The contract's ``text`` is checked as it was given; other bodies may be pages and mails."""
    return "plain" if "text" in header else ""


def _no_object(shown: str, number: int) -> Unread:
    return Unread(shown, number, None, "it is no object", "every record is an object: { … }")
