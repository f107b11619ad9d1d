"""Discord: a channel as DiscordChatExporter writes it in JSON."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Conversation, Role
from .clock import Clock
from .document import Object, document, objects, strange, text, time_of
from .head import Head
from .lines import assembled, clock_for
from .nouns import Options, Row, Unread
from .source import Source
from .vocabulary import office_of, role_of

_WORDS = frozenset({"Default", "Reply", "ChatInputCommand", "ContextMenuCommand", "20"})


def fits(head: Head) -> bool:
    """Whether its keys are DiscordChatExporter's."""
    return {"guild", "channel"} <= head.keys


def read(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    """The one conversation of a channel. Raises InputError."""
    found = document(source, options)
    clock = clock_for(options, None)
    rows = list(_rows(found if isinstance(found, dict) else {}, clock, source.shown))
    yield from assembled(rows, clock, source, options)


def _rows(found: Object, clock: Clock, path: str) -> Iterator[Row | Unread]:
    channel = found.get("channel")
    channel = channel if isinstance(channel, dict) else {}
    guild = found.get("guild")
    about: dict[str, object] = {"name": channel.get("name")}
    if isinstance(guild, dict):
        about["guild"] = guild.get("name")
    name = text(channel.get("id")) or text(channel.get("name")) or "channel"
    for number, each in enumerate(objects(found.get("messages")), 1):
        try:
            when = time_of(each.get("timestamp"), clock)
        except ValueError as error:
            yield strange(path, number, f"not a time: {error}")
            continue
        author = each.get("author")
        author = author if isinstance(author, dict) else {}
        words = text(each.get("content")) or ""
        system = text(each.get("type")) not in (*_WORDS, None)
        who = text(author.get("nickname")) or text(author.get("name"))
        other = tuple(filter(None, (text(author.get("name")), text(author.get("id")))))
        yield Row(
            name,
            words,
            who or (other[-1] if other else None),
            Role.SYSTEM if system else _said(author),
            when,
            text(each.get("id")) or f"L{number}",
            number,
            kind=str(each.get("type")) if system else "" if words else _sent(each),
            names=other,
            about=about,
        )


def _said(author: Object) -> str | Role:
    """Bots say so; a server's roles may name an office (Support, 客服)."""
    if author.get("isBot"):
        return Role.BOT
    for role in objects(author.get("roles")):
        name = text(role.get("name")) or ""
        if Role.AGENT in (role_of(name), office_of(name)):
            return Role.AGENT
    return ""


def _sent(message: Object) -> str:
    for key, kind in (("attachments", "file"), ("stickers", "sticker"), ("embeds", "link")):
        if message.get(key):
            return kind
    return ""
