"""Zendesk: tickets with their comments, the comments of a ticket, or streams of both.

Roles come from ``users`` where the export has them, else from the ticket: its requester is the
customer, its assignee an agent. A comment that is not public is an internal note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..model import Conversation, Role
from .clock import Clock
from .desk import channel_of, streams, unknown_streams
from .document import Object, items, kept, objects, strange, text, time_of
from .head import Head
from .lines import assembled, clock_for, title
from .nouns import Options, Row, Unread
from .source import Source

_LISTS = ("tickets", "comments", "users", "audits", "ticket_comments")


def fits(head: Head) -> bool:
    """Whether its keys are Zendesk's."""
    keys = head.keys
    if "stream" in keys and "data" in keys:
        return bool({"requester_id", "ticket_form_id", "macros", "plain_body"} & keys)
    return {"author_id", "public"} <= keys or {"requester_id", "submitter_id", "via"} <= keys


def read(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    """A conversation for every ticket. Raises InputError."""
    clock = clock_for(options, None)
    desk = _Desk(source.shown, title(source), clock)
    for each in streams(items(source, options), _LISTS, "tickets"):
        if isinstance(each, Unread):
            desk.rows.append(each)
        else:
            desk.take(*each)
    yield from assembled(list(desk.all()), clock, source, options)


class _Desk:
    """Puts tickets, comments and users together."""

    def __init__(self, path: str, name: str, clock: Clock) -> None:
        self.rows: list[Row | Unread] = []
        self._path = path
        self._name = name
        self._clock = clock
        self._tickets: dict[str, tuple[int, Object]] = {}
        self._comments: dict[str, list[tuple[int, Object]]] = {}
        self._users: dict[str, Object] = {}
        self._other: dict[str, list[int]] = {}

    def take(self, stream: str, number: int, record: Object) -> None:
        """Effect: remember one record."""
        if stream == "users":
            self._users[text(record.get("id")) or ""] = record
        elif stream == "tickets" and "author_id" not in record:
            name = text(record.get("id")) or f"L{number}"
            self._tickets[name] = number, record
            for key in ("comments", "conversations"):
                for each in objects(record.get(key)):
                    self._comments.setdefault(name, []).append((number, each))
            for user in objects(record.get("users")):
                self._users[text(user.get("id")) or ""] = user
        elif "author_id" in record:
            name = text(record.get("ticket_id")) or self._name
            self._comments.setdefault(name, []).append((number, record))
        else:
            self._other.setdefault(stream, []).append(number)

    def all(self) -> Iterator[Row | Unread]:
        """Everything that was taken, ticket by ticket."""
        yield from self.rows
        for name in dict.fromkeys((*self._tickets, *self._comments)):
            number, ticket = self._tickets.get(name, (1, {}))
            comments = self._comments.get(name)
            if comments is None:
                comments = [(number, _opening(ticket))]
            for count, (line, comment) in enumerate(comments, 1):
                yield self._row(name, ticket, line, count, comment)
        yield from unknown_streams(self._other, self._path)

    def _row(
        self, name: str, ticket: Object, line: int, count: int, comment: Object
    ) -> Row | Unread:
        try:
            when = time_of(comment.get("created_at"), self._clock)
        except ValueError as error:
            return strange(self._path, line, f"not a time: {error}")
        who = text(comment.get("author_id"))
        user = self._users.get(who or "", {})
        note = comment.get("public") is False
        words, style = _words(comment)
        via = ticket.get("via")
        return Row(
            name,
            words,
            text(user.get("name")) or who,
            Role.SYSTEM if note else _said(who, user, ticket),
            when,
            text(comment.get("id")) or f"L{line}.{count}",
            line,
            channel_of(via.get("channel")) if isinstance(via, dict) else None,
            text(ticket.get("group")) or None,
            kind="note" if note else "" if words else "file",
            style=style,
            names=(who,) if who else (),
            about=kept(ticket, "comments", "description", "id", "url", "users"),
        )


def _opening(ticket: Object) -> Mapping[str, Any]:
    """A ticket without comments: its description is what the customer said."""
    return {
        "body": ticket.get("description"),
        "author_id": ticket.get("requester_id"),
        "created_at": ticket.get("created_at"),
    }


def _words(comment: Object) -> tuple[str, str]:
    for key, style in (("plain_body", "mail"), ("body", "mail"), ("html_body", "mail+html")):
        found = comment.get(key)
        if isinstance(found, str) and found:
            return found, style
    return "", ""


def _said(who: str | None, user: Object, ticket: Object) -> str | Role:
    if who == "-1":
        return Role.SYSTEM
    role = text(user.get("role"))
    if role:
        return Role.CUSTOMER if role == "end-user" else Role.AGENT
    if who is not None and who == text(ticket.get("requester_id")):
        return Role.CUSTOMER
    if who is not None and who == text(ticket.get("assignee_id")):
        return Role.AGENT
    return ""
