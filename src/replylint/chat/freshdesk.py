"""Freshdesk: the conversations of tickets, alone or within their tickets.

``incoming`` says who wrote: the customer when true. What is private is an internal note.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Conversation, Role
from .clock import Clock
from .desk import streams, unknown_streams
from .document import Object, items, kept, objects, strange, text, time_of
from .head import Head
from .lines import assembled, clock_for, title
from .nouns import Options, Row, Unread
from .source import Source

_CHANNELS = {"1": "email", "2": "web", "3": "phone", "7": "chat", "9": "web", "10": "email"}


def fits(head: Head) -> bool:
    """Whether its keys are Freshdesk's."""
    return {"incoming", "private"} <= head.keys or {"description_text", "responder_id"} <= head.keys


def read(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    """A conversation for every ticket. Raises InputError."""
    clock = clock_for(options, None)
    rows: list[Row | Unread] = []
    other: dict[str, list[int]] = {}
    lists = ("tickets", "conversations")
    for each in streams(items(source, options), lists, "conversations"):
        if isinstance(each, Unread):
            rows.append(each)
            continue
        stream, number, record = each
        inner = record.get("helpdesk_ticket", record)
        record = inner if isinstance(inner, dict) else record
        if "incoming" in record:
            name = text(record.get("ticket_id")) or title(source)
            rows.append(_row(record, name, number, clock, source.shown))
        elif "description_text" in record or "description" in record:
            rows.extend(_ticket(record, number, clock, source.shown))
        else:
            other.setdefault(stream, []).append(number)
    rows.extend(unknown_streams(other, source.shown))
    yield from assembled(rows, clock, source, options)


def _ticket(ticket: Object, number: int, clock: Clock, path: str) -> Iterator[Row | Unread]:
    name = text(ticket.get("id")) or text(ticket.get("display_id")) or f"L{number}"
    opening = {
        "id": f"{name}-0",
        "body_text": ticket.get("description_text"),
        "body": ticket.get("description"),
        "created_at": ticket.get("created_at"),
        "user_id": ticket.get("requester_id"),
        "incoming": True,
    }
    channel = _CHANNELS.get(text(ticket.get("source")) or "")
    without = ("description", "description_text", "conversations", "id", "notes")
    about = kept(ticket, *without)
    for each in (opening, *objects(ticket.get("conversations")), *objects(ticket.get("notes"))):
        row = _row(each, name, number, clock, path)
        if isinstance(row, Row):
            row = row._replace(channel=channel, about=about)
        yield row


def _row(record: Object, name: str, number: int, clock: Clock, path: str) -> Row | Unread:
    try:
        when = time_of(record.get("created_at"), clock)
    except ValueError as error:
        return strange(path, number, f"not a time: {error}")
    words, style = text(record.get("body_text")) or "", "mail"
    if not words:
        words, style = text(record.get("body")) or "", "mail+html"
    note = bool(record.get("private"))
    incoming = bool(record.get("incoming"))
    return Row(
        name,
        words,
        text(record.get("user_id")),
        Role.SYSTEM if note else Role.CUSTOMER if incoming else Role.AGENT,
        when,
        text(record.get("id")) or f"L{number}",
        number,
        kind="note" if note else "" if words else "file",
        style=style,
    )
