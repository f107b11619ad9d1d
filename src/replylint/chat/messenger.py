"""Facebook Messenger's and Instagram's message_1.json, its mojibake undone; parts put together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Conversation, Role
from .clock import Clock
from .document import Object, document, objects, strange, text, time_of
from .head import Head
from .lines import assembled, clock_for, others, title
from .nouns import Options, Row, Unread
from .source import Source

_MEDIA = ("photos", "videos", "audio_files", "files", "gifs", "sticker", "share")


def fits(head: Head) -> bool:
    """Whether its keys are Messenger's."""
    return {"participants", "sender_name", "timestamp_ms"} <= head.keys


def thread(source: Source) -> str | None:
    """What the parts of one thread share: the folder of message_1.json, message_2.json, …"""
    found = re.fullmatch(r"(.*/)?message_\d+\.json", source.shown)
    return (found[1] or "") if found else None


def read(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    """The one conversation of a file. Raises InputError."""
    yield from read_parts([source], options)


def read_parts(sources: list[Source], options: Options) -> Iterator[Conversation | Unread]:
    """The one conversation of the parts of a thread. Raises InputError."""
    clock = clock_for(options, None)
    rows: list[Row | Unread] = []
    me: tuple[str, ...] = ()
    peer: str | None = None
    for part, source in enumerate(sources):
        found = document(source, options)
        found = found if isinstance(found, dict) else {}
        here = list(_rows(found, clock, source, f"{part + 1}." if len(sources) > 1 else ""))
        rows.extend(here)
        people = [mended(text(each.get("name"))) for each in objects(found.get("participants"))]
        peer = mended(text(found.get("title")))
        me = me or others(people, peer)
    yield from assembled(rows, clock, sources[0], options, me, peer=peer if me else None)


def _rows(found: Object, clock: Clock, source: Source, part: str) -> Iterator[Row | Unread]:
    name = text(found.get("thread_path")) or mended(text(found.get("title"))) or title(source)
    about = {"title": mended(text(found.get("title")))}
    listed = objects(found.get("messages"))
    rows: list[Row | Unread] = []
    for number, each in enumerate(listed, 1):
        try:
            when = time_of(each.get("timestamp_ms"), clock)
        except ValueError as error:
            rows.append(strange(source.shown, number, f"not a time: {error}"))
            continue
        words = mended(text(each.get("content"))) or ""
        kind = next((key for key in _MEDIA if each.get(key)), "")
        if each.get("is_unsent"):
            kind = "unsent"
        rows.append(
            Row(
                name,
                words,
                mended(text(each.get("sender_name"))),
                Role.SYSTEM if each.get("type") in ("Subscribe", "Unsubscribe") else "",
                when,
                f"{part}{number}",
                number,
                kind="" if words else kind,
                about=about,
            )
        )
    yield from reversed(rows)  # the newest stands first


def mended(words: str | None) -> str | None:
    r"""UTF-8 that was written as if it were Latin-1, read as it was meant.

    >>> mended("\u00e6\u0082\u00a8\u00e5\u00a5\u00bd"), mended("naïve")
    ('您好', 'naïve')
    """
    if words is None or words.isascii():
        return words
    try:
        return words.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return words
