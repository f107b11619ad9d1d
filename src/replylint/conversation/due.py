"""By when a folded text promises something: in 2 hours, by tomorrow 3 pm, within 5 working days."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import cache

_NUMBERS = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2, "半": 0}
_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "a": 1, "an": 1, "couple of": 2,
}  # fmt: skip
_WEEK = "一二三四五六日"
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_CLOSING = 18  # the hour by which "today" is over for the house
_PARTS = {"上午": 12, "早上": 10, "中午": 13, "下午": 18, "傍晚": 19, "晚上": 22, "今晚": 22}

_N = r"([0-9]{1,3}|[一二两三四五六七八九十半]{1,3})"
_E = r"([0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|an?|couple of)"
_PART = r"(上午|早上|中午|下午|傍晚|晚上)?"
_HOUR = r"(?:([0-9]{1,2}|[一二两三四五六七八九十]{1,2})(?:点|时|:00)(半)?)?"
_UNIT = "(minute|hour|day|business day|working day|week)"
_MONTH = f"({'|'.join(_MONTHS)})"
_ON = r"(?:([0-9]{1,2})(?::([0-9]{2}))? ?(am|pm|a\.m\.|p\.m\.),? (?:on )?)?"
_AT = r"(?:,? (?:at |by |before )?([0-9]{1,2})(?::([0-9]{2}))? ?(am|pm|a\.m\.|p\.m\.)|)"


def due(text: str, said: datetime) -> datetime | None:
    """The latest time the text promises something for, in the offset of ``said``, or None.

    >>> due("我们会在2小时内回电", datetime(2026, 3, 2, 9)).hour
    11
    """
    if not any(word in text for word in _gates()):
        return None
    found = list(_times(text, said))
    return max(found) if found else None


def promises(text: str) -> bool:
    """Whether the text speaks of a time at all."""
    return due(text, datetime(2026, 3, 2, 9)) is not None


def _gates() -> tuple[str, ...]:
    return (
        "小时", "钟", "天", "日", "点", "今", "明", "周", "星期", "礼拜",
        "within", "in ", "by ", "before ", "tomorrow", "today", "tonight", "hour", "day", "on ",
        "at ",
    )  # fmt: skip


def _times(text: str, said: datetime) -> Iterator[datetime]:
    for pattern, read in _readers():
        for match in pattern.finditer(text):
            try:
                when = read(match, said)
            except (ValueError, OverflowError):  # the 31st of February
                continue
            if when is not None and when >= said:
                yield when


@cache
def _readers() -> tuple[tuple[re.Pattern[str], Callable[..., datetime | None]], ...]:
    inner = r"(?:之内|以内|内|后|之后|左右)"
    return tuple(
        (re.compile(pattern), read)
        for pattern, read in (
            (rf"{_N} ?个?(小时|钟头|分钟|刻钟) ?{inner}", _after),
            (rf"(半)个?(小时|钟头) ?{inner}?", _after),
            (rf"{_N} ?(?:个 ?)?(工作日|天|日|周|星期|礼拜) ?{inner}", _after),
            (rf"(今天|今日|明天|明日|后天|今晚){_PART}{_HOUR}", _day),
            (rf"(下|本|这)?个?(?:周|星期|礼拜)([一二三四五六日天]){_PART}{_HOUR}", _weekday),
            (rf"([0-9]{{1,2}})月([0-9]{{1,2}})[日号]{_PART}{_HOUR}", _date),
            (rf"(?<![0-9月])(上午|早上|中午|下午|傍晚|晚上){_HOUR}前", _part),
            (rf"(?:within|in)(?: the next)? {_E} {_UNIT}s?(?! ago| of)", _after),
            (
                (r"(?<![a-z0-9:])([0-9]{1,2})(?::([0-9]{2}))? ?(am|pm|a\.m\.|p\.m\.) "
                r"(today|tomorrow|tonight)"),
                _clock_day,
            ),
            (
                (r"(?<!m )(?<![a-z])(today|tomorrow|tonight)(?: morning| afternoon| evening)?"
                rf"{_AT}"),
                _day,
            ),
            (rf"(?:by|before|on|next|this) ({'|'.join(_DAYS)}){_AT}", _english_weekday),
            (rf"{_ON}(?<![0-9])([0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}\b{_AT}", _day_month),
            (rf"{_ON}\b{_MONTH} ([0-9]{{1,2}})(?:st|nd|rd|th)?\b{_AT}", _month_day),
            (
                (r"(?:by|before|at) ([0-9]{1,2})(?::([0-9]{2}))? ?(am|pm|a\.m\.|p\.m\.)"
                rf"(?!,? (?:on )?(?:[0-9]|today|tomorrow|{'|'.join((*_MONTHS, *_DAYS))}))"),
                _clock,
            ),
        )
    )  # fmt: skip


def _number(text: str) -> float:
    if text.isdigit():
        return int(text)
    if text in _WORDS:
        return _WORDS[text]
    if text == "半":
        return 0.5
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_NUMBERS.get(tens, 1) if tens else 1) * 10 + (_NUMBERS.get(ones, 0) if ones else 0)
    return _NUMBERS[text[0]]


def _after(match: re.Match[str], said: datetime) -> datetime:
    number, unit = _number(match[1]), match[2]
    if unit in ("小时", "钟头", "hour"):
        return said + timedelta(hours=number)
    if unit in ("分钟", "minute"):
        return said + timedelta(minutes=number)
    if unit == "刻钟":
        return said + timedelta(minutes=15 * number)
    if unit in ("工作日", "business day", "working day"):
        return _end(_working(said, int(number)))
    if unit in ("周", "星期", "礼拜", "week"):
        return _end(said + timedelta(weeks=number))
    return _end(said + timedelta(days=number))


def _working(said: datetime, days: int) -> datetime:
    day = said
    while days > 0:
        day += timedelta(days=1)
        days -= day.isoweekday() < len("MTWTFS")
    return day


def _end(day: datetime) -> datetime:
    return day.replace(hour=23, minute=59, second=0, microsecond=0)


def _day(match: re.Match[str], said: datetime) -> datetime | None:
    word, groups = match[1], match.groups()
    ahead = {"明天": 1, "明日": 1, "tomorrow": 1, "后天": 2}.get(word, 0)
    day = said + timedelta(days=ahead)
    if word in ("today", "tomorrow", "tonight"):
        return _english(day, groups[1:4], 22 if word == "tonight" else None)
    part = "今晚" if word == "今晚" else groups[1]
    return _timed(day, part, groups[2], groups[3])


def _weekday(match: re.Match[str], said: datetime) -> datetime:
    index = "一二三四五六日天".index(match[2]) % 7 if match[2] != "天" else 6
    monday = said - timedelta(days=said.weekday())
    day = monday + timedelta(days=index, weeks=1 if match[1] == "下" else 0)
    if day.date() < said.date():
        day += timedelta(weeks=1)
    return _timed(day, match[3], match[4], match[5])


def _date(match: re.Match[str], said: datetime) -> datetime:
    day = said.replace(month=int(match[1]), day=int(match[2]))
    if (said - day).days > 180:  # January, said in December
        day = day.replace(year=day.year + 1)
    return _timed(day, match[3], match[4], match[5])


def _part(match: re.Match[str], said: datetime) -> datetime:
    return _timed(said, match[1], match[2], match[3])


def _timed(day: datetime, part: str | None, hour: str | None, half: str | None) -> datetime:
    if hour is None:
        if part is None:
            return _end(day)
        return day.replace(hour=_PARTS[part], minute=0, second=0)
    number = int(_number(hour))
    early = number < 8 if part is None else number < 12 and part not in ("上午", "早上")
    if early:  # nobody calls at three in the night
        number += 12
    return day.replace(hour=number % 24, minute=30 if half else 0, second=0)


def _english_weekday(match: re.Match[str], said: datetime) -> datetime | None:
    ahead = (_DAYS.index(match[1]) - said.weekday()) % 7
    return _english(said + timedelta(days=ahead), match.groups()[1:4], None)


def _day_month(match: re.Match[str], said: datetime) -> datetime | None:
    groups = match.groups()
    return _english_date(said, groups[3], groups[4], groups[:3], groups[5:8])


def _month_day(match: re.Match[str], said: datetime) -> datetime | None:
    groups = match.groups()
    return _english_date(said, groups[4], groups[3], groups[:3], groups[5:8])


def _english_date(
    said: datetime,
    day: str,
    month: str,
    before: tuple[str | None, ...],
    behind: tuple[str | None, ...],
) -> datetime | None:
    """The date, at the hour that stands before or behind it."""
    when = said.replace(month=_MONTHS.index(month) + 1, day=int(day))
    if (said - when).days > 180:  # January, said in December
        when = when.replace(year=when.year + 1)
    return _english(when, behind if behind[0] else before, None)


def _clock_day(match: re.Match[str], said: datetime) -> datetime | None:
    return _english(said + timedelta(days=match[4] == "tomorrow"), match.groups()[:3], None)


def _clock(match: re.Match[str], said: datetime) -> datetime | None:
    return _english(said, match.groups(), None)


def _english(
    day: datetime, clock: tuple[str | None, ...], otherwise: int | None
) -> datetime | None:
    hour, minute, half = clock
    if hour is None or half is None:
        return _end(day) if otherwise is None else day.replace(hour=otherwise, minute=0)
    number = int(hour) % 12 + (12 if half.startswith("p") else 0)
    return day.replace(hour=number, minute=int(minute or 0), second=0)
