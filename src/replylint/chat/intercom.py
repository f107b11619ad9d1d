"""Intercom: conversations and their parts, from the API, an export or a connector's streams."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Conversation, Role
from .clock import Clock
from .desk import channel_of, streams, unknown_streams
from .document import Object, items, kept, objects, strange, text, time_of
from .head import Head
from .lines import assembled, clock_for
from .nouns import Options, Row, Unread
from .source import Source

_ROLES = {
    "user": Role.CUSTOMER,
    "lead": Role.CUSTOMER,
    "contact": Role.CUSTOMER,
    "admin": Role.AGENT,
    "team": Role.AGENT,
    "teammate": Role.AGENT,
    "bot": Role.BOT,
    "workflow": Role.BOT,
}
_SPOKEN = frozenset({"comment", "quick_reply", "open", "close", "assignment", "message", None})


def fits(head: Head) -> bool:
    """Whether its keys are Intercom's."""
    keys = head.keys
    return "conversation_parts" in keys or "part_type" in keys or {"delivered_as", "author"} <= keys


def read(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    """A conversation for every conversation. Raises InputError."""
    clock = clock_for(options, None)
    rows: dict[str, list[Row | Unread]] = {}
    about: dict[str, Object] = {}
    other: dict[str, list[int]] = {}
    loose: list[Row | Unread] = []
    lists = ("conversations", "conversation_parts")
    for each in streams(items(source, options), lists, "conversations"):
        if isinstance(each, Unread):
            loose.append(each)
            continue
        stream, number, record = each
        if "part_type" in record:
            name = text(record.get("conversation_id")) or "?"
            rows.setdefault(name, []).append(_row(record, name, number, clock, source.shown))
        elif stream == "conversations" or "source" in record:
            name = text(record.get("id")) or f"L{number}"
            about[name] = record
            found = _whole(record, name, number, clock, source.shown)
            rows.setdefault(name, [])[0:0] = found
        else:
            other.setdefault(stream, []).append(number)
    for name, here in rows.items():
        record = about.get(name, {})
        channel = _channel(record)
        said = kept(record, "source", "conversation_parts", "id", "type", "contacts", "teammates")
        loose.extend(
            row._replace(about=said, channel=channel) if isinstance(row, Row) else row
            for row in here
        )
    loose.extend(unknown_streams(other, source.shown))
    yield from assembled(loose, clock, source, options)


def _channel(record: Object) -> str | None:
    source = record.get("source")
    return channel_of(source.get("type")) if isinstance(source, dict) else None


def _whole(record: Object, name: str, number: int, clock: Clock, path: str) -> list[Row | Unread]:
    """The message that opens a conversation, and the parts that stand within it."""
    rows: list[Row | Unread] = []
    source = record.get("source")
    if isinstance(source, dict) and (source.get("body") or source.get("attachments")):
        opening = {**source, "created_at": record.get("created_at"), "part_type": "message"}
        rows.append(_row(opening, name, number, clock, path))
    parts = record.get("conversation_parts")
    inner = parts.get("conversation_parts") if isinstance(parts, dict) else parts
    rows.extend(_row(part, name, number, clock, path) for part in objects(inner))
    return rows


def _row(part: Object, name: str, number: int, clock: Clock, path: str) -> Row | Unread:
    try:
        when = time_of(part.get("created_at"), clock)
    except ValueError as error:
        return strange(path, number, f"not a time: {error}")
    author = part.get("author")
    author = author if isinstance(author, dict) else {}
    kind = text(part.get("part_type"))
    words = text(part.get("body")) or ""
    said: str | Role = _ROLES.get(text(author.get("type")) or "", "")
    if kind == "note":
        said = Role.SYSTEM
    elif not words and kind not in ("comment", "message", "quick_reply"):
        said = Role.SYSTEM  # an assignment, a change of state
    who = text(author.get("id"))
    return Row(
        name,
        words,
        text(author.get("name")) or who,
        said,
        when,
        text(part.get("id")) or f"L{number}",
        number,
        kind=kind or "" if said is Role.SYSTEM or kind not in _SPOKEN else "" if words else "file",
        style="mail+html",
        names=tuple(filter(None, (who, text(author.get("email"))))),
    )
