"""What exports write as a time, read into aware times: ISO quickly, everything else once a day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache

from ..errors import UsageError

ORDERS = ("ymd", "ydm", "dmy", "mdy")

_AM = "上午|凌晨|清晨|早上|午前|오전|a\\.?\\s?m\\.?"
_PM = "下午|中午|晚上|傍晚|午後|오후|p\\.?\\s?m\\.?"
_HALF = f"(?:{_AM}|{_PM})"
CLOCK = (
    rf"(?:{_HALF}\s*)?\d{{1,2}}[:.：时時点點]\d{{2}}"
    rf"(?:[:.：分]\d{{2}}(?:[.,]\d{{1,9}})?秒?)?(?:\s*{_HALF})?"
)
DATE = r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\.?|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日?"

# Tue Mar  3 09:15:00 +0000 2026, as date(1) and Twitter have it
_UNIX = re.compile(
    r"\A(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([A-Z][a-z]{2}) +(\d{1,2}) (\d\d:\d\d:\d\d) "
    r"(?:(UTC|GMT|[+-]\d{4}) )?(\d{4})\Z"
)
_SPACES = re.compile("[\u00a0\u202f\u2009\u200e\u200f]")
_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {name: number for number, name in enumerate(_NAMES.split(), 1)}


def zone(name: str | None) -> tzinfo:
    """The zone called ``name``, UTC for None. Raises UsageError for one that does not exist."""
    if name is None or name.upper() in ("UTC", "Z", "GMT"):
        return UTC
    fixed = re.fullmatch(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?", name)
    if fixed:
        offset = timedelta(hours=int(fixed[2]), minutes=int(fixed[3] or 0))
        return timezone(offset if fixed[1] == "+" else -offset)
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        hint = "write an IANA name (Asia/Shanghai) or an offset (+08:00)"
        raise UsageError(f'there is no time zone "{name[:60]}"', hint=hint) from None


@lru_cache(maxsize=4096)
def numbers(text: str) -> tuple[int, int, int, bool] | None:
    """The three numbers of a date and whether the first is surely the year; None for no date."""
    found = _patterns()[0].match(text)
    if found is None:
        return None
    a, b, c = (int(each) for each in found.group("a", "b", "c"))
    return a, b, c, len(found["a"]) == 4


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    three = r"(?P<a>\d{1,4})\s*[-/.年]\s*(?P<b>\d{1,2})\s*[-/.月]\s*(?P<c>\d{1,4})\s*[日.]?"
    day = r"(?:[,，\s]*[（(]?(?:星期|週|周|礼拜|禮拜)?[一二三四五六日天月火水木金土]?[)）]?曜?日?)"
    words = (
        r"(?:(?P<m1>[A-Za-z]{3,9})\.?\s+(?P<d1>\d{1,2}),?\s+(?P<y1>\d{4})"
        r"|(?P<d2>\d{1,2})\s+(?P<m2>[A-Za-z]{3,9})\.?,?\s+(?P<y2>\d{4}))"
    )
    clock = (
        rf"(?P<half1>{_HALF})?\s*(?P<h>\d{{1,2}})[:.：时時点點](?P<mi>\d{{2}})"
        rf"(?:[:.：分](?P<se>\d{{2}})(?:[.,](?P<fr>\d{{1,9}}))?)?分?秒?\s*(?P<half2>{_HALF})?"
    )
    zoned = r"\s*(?P<zone>Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}:?\d{2})?"
    weekday = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s*)?"
    return (
        re.compile(weekday + three + day),
        re.compile(r"[\s,，T]*" + clock + zoned + r"\s*\Z", re.I),
        re.compile(weekday + words, re.I),
    )


class Clock:
    """Reads the times of a file: ``zone`` is that of naive ones, ``order`` that of 3/4/2026."""

    def __init__(self, where: tzinfo, order: str | None = None) -> None:
        self.zone = where
        self.order = order
        self.naive = False  # whether a time without a zone was met
        self._utc = where is UTC
        self._days: dict[str, tuple[date, int]] = {}

    def __call__(self, value: object) -> datetime:
        """The time that ``value`` says. Raises ValueError, its text fit to be shown."""
        try:
            found = datetime.fromisoformat(value)  # type: ignore[arg-type]
        except (ValueError, TypeError):
            return self._slow(value)
        if found.tzinfo is not None:
            return found
        if len(value) < 15:  # type: ignore[arg-type]
            return self._slow(value)
        self.naive = True
        return found.replace(tzinfo=self.zone)

    def _slow(self, value: object) -> datetime:
        if isinstance(value, datetime):
            return value if value.tzinfo else self._placed(value)
        if isinstance(value, bool) or value is None:
            raise ValueError("it is no time")
        if isinstance(value, int | float):
            return _epoch(value)
        text = _SPACES.sub(" ", str(value)).strip()
        text = _UNIX.sub(r"\1 \2, \5 \3 \4", text)
        if text.isascii() and text.replace(".", "", 1).isdigit() and "." not in text[:9]:
            return self._digits(text)
        day, at = self._day(text)
        rest = text[at:].strip()
        if not rest:
            raise ValueError("it has no time of day")
        clock, named = clock_of(rest)
        whole = datetime.combine(day, clock)
        return whole.replace(tzinfo=zone(named)) if named else self._placed(whole)

    def _digits(self, text: str) -> datetime:
        if len(text) in (12, 14) and text[:2] in ("19", "20") and "." not in text:
            shape = "%Y%m%d%H%M%S" if len(text) == 14 else "%Y%m%d%H%M"
            try:
                return self._placed(datetime.strptime(text, shape))
            except ValueError:
                pass
        return _epoch(float(text) if "." in text else int(text))

    def _placed(self, when: datetime) -> datetime:
        self.naive = True
        return when.replace(tzinfo=self.zone)

    def _day(self, text: str) -> tuple[date, int]:
        key = text[:12]
        known = self._days.get(key)
        if known is not None and not text[known[1] : known[1] + 1].isdigit():
            return known
        day, at = self._day_of(text)
        if at <= len(key) and len(self._days) < 20_000:
            self._days[key] = day, at
        return day, at

    def _day_of(self, text: str) -> tuple[date, int]:
        dated, _, worded = _patterns()
        found = dated.match(text)
        if found:
            a, b, c = (int(each) for each in found.group("a", "b", "c"))
            return self.day(a, b, c, len(found["a"]) == 4), found.end()
        found = worded.match(text)
        if found is None:
            raise ValueError("it is no time that is known")
        month = _MONTHS.get((found["m1"] or found["m2"])[:3].lower())
        if month is None:
            raise ValueError("it is no time that is known")
        return date(
            int(found["y1"] or found["y2"]), month, int(found["d1"] or found["d2"])
        ), found.end()

    def day(self, a: int, b: int, c: int, year_first: bool) -> date:
        """The date of three numbers. Raises ValueError when there is none or when it is open."""
        order = self.order
        if year_first and order not in ("ymd", "ydm"):
            order = "ymd"
        if order is None:
            fits = [each for each in ORDERS if arranged(each, a, b, c) is not None]
            days = {arranged(each, a, b, c) for each in fits if _sensible(each, c)}
            if len(days) != 1:
                raise ValueError("the order of day and month is open" if days else "no such day")
            return days.pop()  # type: ignore[return-value]
        day = arranged(order, a, b, c)
        if day is None:
            raise ValueError(f"there is no such day, read as {order}")
        return day


def _sensible(order: str, last: int) -> bool:
    return not order.startswith("y") or last < 32


def arranged(order: str, a: int, b: int, c: int) -> date | None:
    """The date when the numbers stand in ``order``; None where there is no such day."""
    parts = dict(zip(order, (a, b, c), strict=True))
    year = parts["y"]
    if year < 100:
        year += 2000
    try:
        return date(year, parts["m"], parts["d"])
    except ValueError:
        return None


@lru_cache(maxsize=1 << 17)
def clock_of(text: str) -> tuple[time, str | None]:
    """The time of day and the zone written behind it. Raises ValueError."""
    found = _patterns()[1].match(text)
    if found is None:
        raise ValueError("it is no time of day that is known")
    hour, minute = int(found["h"]), int(found["mi"])
    half = found["half1"] or found["half2"]
    if half:
        hour = _of_day(hour, half.lower())
    fraction = int((found["fr"] or "0").ljust(6, "0")[:6])
    return time(hour, minute, int(found["se"] or 0), fraction), found["zone"]


def _of_day(hour: int, half: str) -> int:
    if re.fullmatch(_AM, half, re.I):
        return 0 if hour == 12 else hour
    if half == "中午" and hour == 11:
        return 11
    if half == "晚上" and hour == 12:
        return 0
    return hour if hour >= 12 else hour + 12


def _epoch(value: float) -> datetime:
    size = abs(value)
    for least, unit in ((1e17, 1e9), (1e14, 1e6), (1e11, 1e3), (1e8, 1)):
        if size >= least:
            return datetime.fromtimestamp(value / unit, UTC)
    raise ValueError("it is a number too small for a time")


def looks(value: object, clock: Callable[[object], datetime]) -> bool:
    """Whether ``value`` is a time, the order of its date aside."""
    try:
        clock(value)
    except (ValueError, OverflowError, OSError) as error:
        return "order of day" in str(error)
    return True
