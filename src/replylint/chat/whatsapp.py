"""WhatsApp's text export from iOS and Android, in every order of day, month and year.

A message begins with its time (in brackets on iOS, before a dash on Android) and goes on over lines
that do not. A line without a name is the system's, and so is what WhatsApp says in somebody's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from ..model import Conversation, Role
from .clock import CLOCK, Clock, clock_of
from .dates import Triple, order_of
from .head import Head
from .lines import assembled, clock_for, numbered, others, title
from .media import media_of
from .nouns import Options, Row, Unread
from .source import Source

_MARKS = "[\u200e\u200f\u202a-\u202e\ufeff]*"
_START = re.compile(
    rf"{_MARKS}\[?(?P<a>\d{{1,4}})(?P<s>[-/.])[ ]?(?P<b>\d{{1,2}})(?P=s)[ ]?(?P<c>\d{{1,4}})\.?"
    rf",?[ ]+(?P<clock>{CLOCK})(?:\]|[ ]-)[ ]",
    re.I,
)
_SYSTEM = re.compile(
    r"end-to-end encrypted|端到端加密|端對端加密|エンドツーエンド|this chat is with a business|"
    r"(?:security code|安全代碼|安全码).{0,20}(?:changed|已变更|變更)|is a contact\.?$|"
    r"disappearing messages|business account|企业账户|商業帳號",
    re.I,
)
_EVENT = re.compile(
    r"[\"“”]|\b(?:created (?:this )?group|added|removed|left|joined|changed|pinned|started)\b|"
    r"创建了|邀请|加入了|更改了|已更改|建立了|變更了|將此",
    re.I,
)
_PEER = re.compile(
    r"(?:WhatsApp Chat (?:with|-) (.+)|[与與]\s?(.+?)\s?的\s?WhatsApp\s?(?:聊天|對話|对话).*)"
)


def fits(head: Head) -> bool:
    """Whether some of the first lines begin as messages do."""
    return any(_START.match(_plain(line)) for line in head.lines[:20])


def read(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    """The one conversation of a file. Raises InputError."""
    lines = [(number, _plain(line)) for number, line in numbered(source, options)]
    starts = [(number, line, _START.match(line)) for number, line in lines]
    written: dict[Triple, int] = {}
    for number, _, found in starts:
        if found:
            written.setdefault(_triple(found), number)
    order = order_of(written, source.shown, options.dates)
    clock = clock_for(options, order)
    name = title(source)
    named = _PEER.fullmatch(name)
    peer = (named[1] or named[2]).replace("_", " ").strip() if named else None
    rows = list(_rows(starts, clock, name, source.shown))
    me = others((row.author for row in rows if isinstance(row, Row)), peer)
    yield from assembled(rows, clock, source, options, me, peer=peer)


def _plain(line: str) -> str:
    """A line with ordinary spaces: newer exports have narrow ones before AM and PM."""
    return line.replace("\u202f", " ").replace("\u00a0", " ")


def _triple(found: re.Match[str]) -> Triple:
    a, b, c = found.group("a", "b", "c")
    return int(a), int(b), int(c), len(a) == 4


def _rows(
    starts: list[tuple[int, str, re.Match[str] | None]], clock: Clock, name: str, path: str
) -> Iterator[Row | Unread]:
    last: Row | Unread | None = None
    for number, line, found in starts:
        if found is None:
            if isinstance(last, Row):
                last = last._replace(text=f"{last.text}\n{line}")
            elif last is None and line.strip():
                if _SYSTEM.search(line):
                    yield Row(name, line, None, Role.SYSTEM, None, f"L{number}", number)
                else:
                    yield Unread(path, number, 1, "it belongs to no message", "export it again")
            continue
        if last is not None:
            yield last
        last = _row(found, line, number, clock, name, path)
    if last is not None:
        yield last


def _row(
    found: re.Match[str], line: str, number: int, clock: Clock, name: str, path: str
) -> Row | Unread:
    try:
        a, b, c, year_first = _triple(found)
        time, _ = clock_of(found["clock"])
        when = clock(datetime.combine(clock.day(a, b, c, year_first), time))
    except ValueError as error:
        return Unread(path, number, 1, f"not a time: {error}", "mend the line")
    rest = line[found.end() :]
    author, colon, text = rest.partition(": ")
    if not colon and rest.endswith(":"):
        author, colon, text = rest[:-1], ":", ""
    author = author.strip("\u200e\u200f\u202a\u202b\u202c\ufeff ")
    marked = text.startswith("\u200e")
    text = text.lstrip("\u200e\u200f")
    said: str | Role = ""
    if not colon or _EVENT.search(author):
        author, text, said = "", rest.strip("\u200e\u200f"), Role.SYSTEM
    elif _SYSTEM.search(text) and (marked or len(text) < 250):
        said = Role.SYSTEM
    kind = "" if said else media_of(text)
    return Row(name, text, author or None, said, when, f"L{number}", number, kind=kind)
