"""企业微信 (WeCom): the decrypted archive of conversations, a message a line or in a list.

Ids that begin with wm or wo are people outside the house, wb is a bot, all others are its staff.
A conversation is a room, or two people where there is none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..model import Conversation, Role
from .clock import Clock
from .document import Object, items, kept, listed, objects, strange, text, time_of
from .head import Head
from .lines import assembled, clock_for
from .nouns import Options, Row, Unread
from .source import Source

_TITLES = ("title", "description", "desc", "content", "wish", "corpname", "filename", "displayname")


def fits(head: Head) -> bool:
    """Whether its keys are the archive's."""
    return {"msgid", "action"} <= head.keys or {"msgid", "msgtype", "tolist"} <= head.keys


def read(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    """A conversation for every room and every two people. Raises InputError."""
    clock = clock_for(options, None)
    rows: list[Row | Unread] = []
    for each in items(source, options):
        if isinstance(each, Unread):
            rows.append(each)
            continue
        number, record = each
        held = record.get("chatdata") if isinstance(record, dict) else None
        if not isinstance(record, dict):
            rows.append(strange(source.shown, number, "it is no object"))
        elif isinstance(held, list):
            rows.extend(
                _row(inner, count, clock, source.shown)
                for count, inner in enumerate(objects(held), 1)
            )
        else:
            rows.append(_row(record, number, clock, source.shown))
    yield from assembled(rows, clock, source, options)


def _row(record: Object, number: int, clock: Clock, path: str) -> Row | Unread:
    if "encrypt_chat_msg" in record:
        return Unread(
            path, number, None, "the message is still encrypted", "decrypt the archive with its key"
        )
    action = text(record.get("action")) or "send"
    try:
        when = time_of(record.get("msgtime") or record.get("time"), clock)
    except ValueError as error:
        return strange(path, number, f"not a time: {error}")
    if action == "switch":
        who = text(record.get("user")) or "?"
        name = text(record.get("msgid")) or f"L{number}"
        return Row(f"switch {who}", "", who, Role.SYSTEM, when, name, number, kind="switch")
    sender = text(record.get("from"))
    people = [each for each in listed(record.get("tolist")) if isinstance(each, str)]
    if sender is None or not (people or record.get("roomid")):
        return strange(path, number, "it does not say from whom or to whom")
    kind = text(record.get("msgtype")) or "text"
    words = _words(record, kind)
    said = role_of_id(sender)
    if kind == "agree" or kind == "disagree":
        said = Role.SYSTEM
    room = text(record.get("roomid"))
    return Row(
        room or " ".join(sorted({sender, people[0]} if people else {sender})),
        words,
        sender,
        said,
        when,
        text(record.get("msgid")) or f"L{number}",
        number,
        kind="recall" if action == "recall" else "" if kind in ("text", "markdown") else kind,
        meta=kept(
            record, "msgid", "action", "from", "tolist", "roomid", "msgtime", "msgtype", "text"
        ),
    )


def role_of_id(who: str) -> Role:
    """The role an id of the archive says."""
    if who.startswith(("wm", "wo")) and len(who) >= 20:
        return Role.CUSTOMER
    return Role.BOT if who.startswith("wb") and len(who) >= 20 else Role.AGENT


def _words(record: Object, kind: str) -> str:
    """What a reader of the chat sees in words: text, or the titles on a card."""
    if kind == "chatrecord":
        return ""  # words of others, handed on; they are kept in meta
    body = record.get(kind)
    if not isinstance(body, dict):
        body = next(
            (
                record[key]
                for key in ("info", "doc", "redpacket")
                if isinstance(record.get(key), dict)
            ),
            {},
        )
    if kind in ("text", "markdown"):
        return text(body.get("content")) or ""
    if kind == "mixed":
        return "\n".join(filter(None, map(_mixed, objects(body.get("item")))))
    cards = objects(body.get("item")) or [body]
    lines = [text(card.get(key)) for card in cards for key in _TITLES]
    return "\n".join(line.strip() for line in lines if line and line.strip())


def _mixed(item: Object) -> str:
    if item.get("type") != "text":
        return ""
    try:
        found = json.loads(item.get("content") or "{}")
    except (ValueError, TypeError):
        return ""
    return text(found.get("content")) or "" if isinstance(found, dict) else ""
