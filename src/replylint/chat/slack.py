"""Slack's workspace export: users.json, channels.json and a folder a channel with a file a day.

A conversation is a thread, and what of a channel stands in none. Members of other workspaces and
guests are customers, and then the workspace's own are agents; without any of them it is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model import Conversation, Role
from .clock import Clock
from .document import Object, document, objects, strange, text, time_of
from .head import Head
from .lines import assembled, clock_for
from .nouns import Options, Row, Unread
from .source import Source

_LISTS = ("users.json", "channels.json", "groups.json", "dms.json", "mpims.json", "org_users.json")
_DAY = re.compile(r"(.*/)?(?P<channel>[^/]+)/\d{4}-\d{2}-\d{2}\.json")
_JOINS = ("channel_", "group_", "pinned_", "bot_add", "bot_remove", "reminder", "tombstone")


@dataclass(frozen=True, slots=True)
class _User:
    name: str
    said: str | Role
    guest: bool


def fits(head: Head) -> bool:
    """Whether it is one day of a channel."""
    return (
        {"ts", "type"} <= head.keys
        and head.text.lstrip().startswith("[")
        and ("user" in head.keys or "bot_id" in head.keys)
    )


def is_export(sources: list[Source]) -> bool:
    """Whether these are the files of a workspace's export."""
    names = {source.name.rpartition("/")[2] for source in sources}
    return "users.json" in names and any(_DAY.fullmatch(source.name) for source in sources)


def read(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    """The conversations of one day of a channel. Raises InputError."""
    yield from read_export([source], options)


def read_export(sources: list[Source], options: Options) -> Iterator[Conversation | Unread]:
    """The conversations of a workspace, channel by channel. Raises InputError."""
    users: dict[str, _User] = {}
    days: dict[str, list[Source]] = {}
    rest: list[Source] = []
    for source in sources:
        base = source.name.rpartition("/")[2]
        found = _DAY.fullmatch(source.shown)
        if base in ("users.json", "org_users.json"):
            users.update(_users(document(source, options)))
        elif found:
            days.setdefault(found["channel"], []).append(source)
        elif base not in (*_LISTS, "integration_logs.json", "canvases.json"):
            rest.append(source)
    if len(sources) == 1 and not days:
        days, rest = {"channel": sources}, []
    for source in rest:
        yield Unread(source.shown, None, None, "no file of a Slack export", "leave it out")
    clock = clock_for(options, None)
    guests = any(user.guest for user in users.values())
    for channel, files in sorted(days.items()):
        rows: list[Row | Unread] = []
        for source in sorted(files, key=lambda each: each.shown):
            found_ = objects(document(source, options))
            rows.extend(_rows(found_, channel, users, guests, clock, source.shown))
        if rows:
            yield from assembled(rows, clock, files[0], options, alone=len(days) == 1)


def _users(found: object) -> Iterator[tuple[str, _User]]:
    for each in objects(found):
        profile = each.get("profile")
        profile = profile if isinstance(profile, dict) else {}
        name = (
            text(profile.get("real_name")) or text(each.get("real_name")) or text(each.get("name"))
        )
        guest = bool(
            each.get("is_restricted") or each.get("is_ultra_restricted") or each.get("is_stranger")
        )
        said: str | Role = Role.BOT if each.get("is_bot") else Role.CUSTOMER if guest else ""
        who = text(each.get("id")) or ""
        yield who, _User(name or who, said, guest)


def _rows(
    found: list[Object],
    channel: str,
    users: Mapping[str, _User],
    guests: bool,
    clock: Clock,
    path: str,
) -> Iterator[Row | Unread]:
    for number, each in enumerate(found, 1):
        stamp = text(each.get("ts"))
        try:
            when = time_of(float(stamp) if stamp else None, clock)
        except ValueError:
            yield strange(path, number, "not a time")
            continue
        thread = text(each.get("thread_ts"))
        who = _author(each)
        user = users.get(who or "")
        subtype = text(each.get("subtype")) or ""
        said = user.said if user else ""
        if subtype == "bot_message" or each.get("bot_id"):
            said = Role.BOT
        elif subtype.startswith(_JOINS):
            said = Role.SYSTEM
        elif who is None and not each.get("username"):
            said = Role.SYSTEM  # Slack's own: nobody is named
        elif not said and guests and user is not None:
            said = Role.AGENT
        words = unescaped(text(each.get("text")) or "")
        kind = "" if words else "file" if each.get("files") or each.get("file") else "block"
        yield Row(
            f"{channel}/{thread}" if thread else channel,
            words,
            user.name if user else text(each.get("username")) or who,
            said,
            when,
            stamp or f"L{number}",
            number,
            kind=subtype if said is Role.SYSTEM else kind,
            names=(who,) if who else (),
            about={"name": channel},
        )


def _author(message: Object) -> str | None:
    """Who wrote it; of a remark on a file it stands with the remark."""
    comment = message.get("comment")
    user = comment.get("user") if isinstance(comment, dict) else None
    return text(message.get("user")) or text(message.get("bot_id")) or text(user)


def unescaped(words: str) -> str:
    """The three characters that Slack writes as references."""
    if "&" not in words:
        return words
    return words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
