"""What exports read whole share: lines, the name of the chat, a clock, who is meant by “I”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..errors import InputError, Origin
from ..model import Conversation
from .casting import Casting
from .clock import Clock, zone
from .gather import in_memory
from .nouns import Options, Row, Unread
from .source import Source
from .wording import text_of

_SUFFIX = re.compile(r"\.(?:txt|zip|json|jsonl|csv|gz|log|md)$", re.I)


def numbered(source: Source, options: Options) -> Iterator[tuple[int, str]]:
    """Every line and its number, without its end. Raises InputError."""
    text = text_of(source, options.encoding).replace("\r\n", "\n").replace("\r", "\n")
    return enumerate(text.removesuffix("\n").split("\n"), 1)


def title(source: Source) -> str:
    """The name a conversation goes by when only its file has one."""
    parts = source.shown.split("/")
    name = parts[-1]
    if name in ("_chat.txt", "result.json", "messages.json") and len(parts) > 1:
        name = parts[-2]
    while _SUFFIX.search(name):
        name = _SUFFIX.sub("", name)
    return name


def clock_for(options: Options, order: str | None) -> Clock:
    """A clock for one file."""
    return Clock(zone(options.tz), order)


def assembled(
    rows: list[Row | Unread],
    clock: Clock | None,
    source: Source,
    options: Options,
    me: Iterable[str] = (),
    alone: bool = True,
    peer: str | None = None,
) -> Iterator[Conversation | Unread]:
    """The conversations of a file that was read whole. Raises InputError when there are none.

    ``alone``: it is also one when whose words are whose is open in all of them.
    """
    if not rows:
        raise InputError(
            "there are no messages in it", origin=Origin(source.shown), hint="export the chat again"
        )

    def meta() -> dict[str, object]:
        assumed = clock is not None and clock.naive and options.tz is None
        return {"tz": "UTC, assumed"} if assumed else {}

    yield from in_memory(rows, Casting(options, me, peer), source.shown, options, meta, alone)


def others(authors: Iterable[str | None], peer: str | None) -> tuple[str, ...]:
    """Who made the export of a chat of two: the one who is not ``peer``."""
    people = {name for name in authors if name}
    return tuple(people - {peer}) if peer in people and len(people) == 2 else ()
