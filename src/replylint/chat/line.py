"""LINE's text export, in Traditional and Simplified Chinese, English and Japanese.

A line that names the chat, then a line for every day and under it lines of time, name and text
between tabs. A text of several lines stands in quotation marks, and nothing in it is a day or a
time. Lines without a name are the system's. The order of day and month is settled by the weekdays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from ..errors import InputError, Origin
from ..model import Conversation, Role
from .clock import CLOCK, ORDERS, Clock, arranged, clock_of
from .dates import Triple, order_of
from .head import Head
from .lines import assembled, clock_for, numbered, others, title
from .media import media_of
from .nouns import Options, Row, Unread
from .source import Source

_DAYS = ("一月mon", "二火tue", "三水wed", "四木thu", "五金fri", "六土sat", "日天sun")
_DAY = re.compile(
    r"\ufeff?(?:(?P<before>Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,\s*)?"
    r"(?P<a>\d{1,4})(?:[-/.]|\s*年\s*)(?P<b>\d{1,2})(?:[-/.]|\s*月\s*)(?P<c>\d{1,4})\s*日?\s*"
    r"[（(]?(?:星期|週|周|礼拜|禮拜)?(?P<after>[一二三四五六日天月火水木金土]|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)?"
    r"(?:曜日)?[)）]?\s*",
    re.I,
)
_TIMED = re.compile(rf"(?P<clock>{CLOCK})\t(?P<rest>.*)", re.I)
_WITH = r"[與与]\s?(.+?)\s?的聊天(?:[紀記]錄|记录)|Chat history with (.+)|(.+?)とのトーク履歴"
_SAVED = re.compile(r"(?:儲存日期|保存日期|保存时间|Saved on|保存日時|儲存時間)\s*[:：]", re.I)


def fits(head: Head) -> bool:
    """Whether the first line is LINE's."""
    return bool(head.lines) and head.lines[0].startswith("[LINE]")


def read(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    """The one conversation of a file. Raises InputError."""
    lines = list(numbered(source, options))
    header = lines[0][1].removeprefix("[LINE]").strip() if lines else ""
    found = re.fullmatch(_WITH, header)
    peer = next((name for name in found.groups() if name), None) if found else None
    order = _order(lines, source.shown, options)
    clock = clock_for(options, order)
    rows = list(_rows(lines, clock, title(source), source.shown))
    me = others((row.author for row in rows if isinstance(row, Row)), peer)
    yield from assembled(rows, clock, source, options, me, peer=peer)


def _order(lines: list[tuple[int, str]], path: str, options: Options) -> str | None:
    """The order in which every weekday fits its date; without weekdays, by the dates alone."""
    written: dict[Triple, int] = {}
    left = list(ORDERS)
    for number, line in lines:
        found = _DAY.fullmatch(line)
        if found is None:
            continue
        triple = int(found["a"]), int(found["b"]), int(found["c"])
        written.setdefault((*triple, len(found["a"]) == 4), number)
        weekday = _weekday(found["before"] or found["after"])
        if weekday is not None:
            fits = [each for each in left if _is(arranged(each, *triple), weekday)]
            left = fits or left
    if options.dates is None and len(left) == 1 and not all(each[3] for each in written):
        return left[0]
    return order_of(written, path, options.dates)


def _weekday(word: str | None) -> int | None:
    """0 for Monday. 日 and 月 are days of the week, too."""
    if not word:
        return None
    key = word[:3].lower()
    return next((i for i, names in enumerate(_DAYS) if key in names), None)


def _is(day: date | None, weekday: int) -> bool:
    return day is not None and day.weekday() == weekday


def _rows(
    lines: list[tuple[int, str]], clock: Clock, name: str, path: str
) -> Iterator[Row | Unread]:
    day: date | None = None
    at = 1
    last: Row | None = None
    while at < len(lines):
        number, line = lines[at]
        at += 1
        dated, timed = _DAY.fullmatch(line), _TIMED.fullmatch(line)
        if timed:
            if last is not None:
                yield last
                last = None
            if day is None:
                yield Unread(path, number, 1, "no day stands above it", "export the chat again")
                continue
            author, tab, text = timed["rest"].partition("\t")
            if not tab:
                author, text = "", author
            text, at = _quoted(text, lines, at)
            try:
                time, _ = clock_of(timed["clock"])
            except ValueError:
                yield Unread(path, number, 1, "there is no such time of day", "mend the line")
                continue
            when = clock(datetime.combine(day, time))
            said = "" if author else Role.SYSTEM
            kind = media_of(text)
            last = Row(name, text, author or None, said, when, f"L{number}", number, kind=kind)
        elif dated and line.strip():
            if last is not None:
                yield last
                last = None
            try:
                a, b, c = (int(dated[key]) for key in "abc")
                day = clock.day(a, b, c, len(dated["a"]) == 4)
            except ValueError as error:
                raise InputError(
                    f"not a day: {error}", origin=Origin(path, number), hint="mend the line"
                ) from None
        elif last is not None and line.strip():
            last = last._replace(text=f"{last.text}\n{line}")
        elif line.strip() and not _SAVED.match(line):
            yield Unread(path, number, 1, "it belongs to no message", "export the chat again")
    if last is not None:
        yield last


def _quoted(text: str, lines: list[tuple[int, str]], at: int) -> tuple[str, int]:
    """A text that goes on to the line that closes its quotation mark, and the line behind it."""
    if not text.startswith('"') or (len(text) > 1 and text.endswith('"')):
        return text, at
    for end in range(at, len(lines)):
        line = lines[end][1]
        if _TIMED.fullmatch(line):
            break
        if line.endswith('"'):
            whole = "\n".join([text, *(each for _, each in lines[at : end + 1])])
            return whole[1:-1].replace('""', '"'), end + 1
    return text, at
