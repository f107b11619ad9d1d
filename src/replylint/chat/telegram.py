"""Telegram Desktop's result.json: one chat, or an account with its list of chats."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import InputError, Origin
from ..model import Conversation, Role
from .clock import Clock
from .document import Object, document, objects, strange, text, time_of
from .head import Head
from .lines import assembled, clock_for, others
from .nouns import Options, Row, Unread
from .source import Source

_MEDIA = ("media_type", "photo", "file", "location_information", "contact_information", "poll")


def fits(head: Head) -> bool:
    """Whether its keys are Telegram's."""
    return (
        "chats" in head.keys
        or ("text_entities" in head.keys and "date" in head.keys)
        or ("from_id" in head.keys and "messages" in head.keys and "type" in head.keys)
    )


def read(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    """A conversation for every chat. Raises InputError."""
    found = document(source, options)
    if not isinstance(found, dict):
        raise InputError("it is no object", origin=Origin(source.shown), hint="export as JSON")
    chats = objects(_at(found, "chats", "list")) + objects(_at(found, "left_chats", "list"))
    me = _me(found)
    clock = clock_for(options, None)
    rows: list[Row | Unread] = []
    for chat in chats or [found]:
        here = list(_chat(chat, clock, source.shown))
        rows.extend(here)
        me |= set(others((r.author for r in here if isinstance(r, Row)), text(chat.get("name"))))
    yield from assembled(rows, clock, source, options, me)


def _at(record: Object, key: str, below: str) -> object:
    value = record.get(key)
    return value.get(below) if isinstance(value, dict) else None


def _me(found: Object) -> set[str]:
    """The account whose export it is, where the export says so."""
    own = found.get("personal_information")
    return {f"user{own['user_id']}"} if isinstance(own, dict) and "user_id" in own else set()


def _chat(chat: Object, clock: Clock, path: str) -> Iterator[Row | Unread]:
    name = text(chat.get("id")) or text(chat.get("name")) or "chat"
    about = {"name": chat.get("name"), "type": chat.get("type")}
    for number, each in enumerate(objects(chat.get("messages")), 1):
        try:
            when = time_of(each.get("date_unixtime") or each.get("date"), clock)
        except ValueError as error:
            yield strange(path, number, f"not a time: {error}")
            continue
        service = each.get("type") == "service"
        author = text(each.get("actor" if service else "from"))
        who = text(each.get("actor_id" if service else "from_id"))
        words = plain(each.get("text"))
        kind = next((text(each.get(k)) or k for k in _MEDIA if each.get(k)), "")
        if service:
            kind = text(each.get("action")) or "service"
        elif kind.startswith("("):
            kind = "photo"
        yield Row(
            name,
            words,
            author or who,
            Role.SYSTEM if service else "",
            when,
            text(each.get("id")) or f"L{number}",
            number,
            kind="" if words and not service else kind,
            names=(who,) if who else (),
            about=about,
        )


def plain(value: object) -> str:
    """A text that is a string, or a list of strings and entities."""
    if isinstance(value, str):
        return value
    parts = value if isinstance(value, list) else []
    return "".join(
        each if isinstance(each, str) else str(each.get("text", ""))
        for each in parts
        if isinstance(each, str | dict)
    )
