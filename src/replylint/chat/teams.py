"""Microsoft Teams: chat messages as Graph and its exports give them.

People of the house's directory are agents, guests and people of other houses are customers; where
nobody of either kind is, it is open.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Conversation, Role
from .document import Object, items, objects, strange, text, time_of
from .head import Head
from .lines import assembled, clock_for, title
from .nouns import Options, Row, Unread
from .source import Source

_ROLES = {
    "aadUser": Role.AGENT,
    "onPremiseAadUser": Role.AGENT,
    "anonymousGuest": Role.CUSTOMER,
    "federatedUser": Role.CUSTOMER,
    "personalMicrosoftAccountUser": Role.CUSTOMER,
    "skypeUser": Role.CUSTOMER,
    "phoneUser": Role.CUSTOMER,
    "emailUser": Role.CUSTOMER,
    "azureCommunicationServicesUser": Role.CUSTOMER,
}


def fits(head: Head) -> bool:
    """Whether its keys are Graph's."""
    return {"createdDateTime", "body", "from"} <= head.keys


def read(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    """A conversation for every chat, or thread of a channel. Raises InputError."""
    clock = clock_for(options, None)
    rows: list[Row | Unread] = []
    for each in _messages(items(source, options)):
        if isinstance(each, Unread):
            rows.append(each)
            continue
        number, record = each
        try:
            when = time_of(record.get("createdDateTime"), clock)
        except ValueError as error:
            rows.append(strange(source.shown, number, f"not a time: {error}"))
            continue
        rows.append(_row(record, number, title(source))._replace(time=when))
    yield from assembled(rows, clock, source, options)


def _messages(
    found: Iterator[tuple[int, object] | Unread],
) -> Iterator[tuple[int, Object] | Unread]:
    for each in found:
        if isinstance(each, Unread):
            yield each
            continue
        number, record = each
        held = record.get("value") if isinstance(record, dict) else None
        if isinstance(held, list):
            yield from enumerate(objects(held), 1)
        elif isinstance(record, dict):
            yield number, record


def _row(record: Object, number: int, name: str) -> Row:
    author, said = _author(record)
    body = record.get("body")
    body = body if isinstance(body, dict) else {}
    words = text(body.get("content")) or ""
    kind = "" if words else "file" if record.get("attachments") else "empty"
    if record.get("deletedDateTime"):
        kind = "deleted"
    if text(record.get("messageType")) not in ("message", None):
        said, kind = Role.SYSTEM, text(record.get("messageType")) or ""
    channel = record.get("channelIdentity")
    thread = None
    if isinstance(channel, dict):
        root = text(record.get("replyToId")) or text(record.get("id"))
        thread = f"{text(channel.get('channelId'))}/{root}"
    return Row(
        text(record.get("chatId")) or thread or name,
        words,
        author[0] if author else None,
        said,
        None,
        text(record.get("id")) or f"L{number}",
        number,
        kind=kind,
        style="html" if body.get("contentType") == "html" else "",
        names=author[1:],
    )


def _author(record: Object) -> tuple[tuple[str, ...], str | Role]:
    sender = record.get("from")
    sender = sender if isinstance(sender, dict) else {}
    user = sender.get("user")
    if isinstance(user, dict):
        kind = text(user.get("userIdentityType")) or ""
        said: str | Role = _ROLES.get(kind, "")
    else:
        user = sender.get("application")
        said = Role.BOT if isinstance(user, dict) else Role.SYSTEM
        user = user if isinstance(user, dict) else {}
    names = tuple(filter(None, (text(user.get("displayName")), text(user.get("id")))))
    return names, said
