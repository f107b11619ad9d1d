"""How much time passed between two turns: plainly, or as the house may count it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from ..config.settings import Talks

_LONGEST = 400  # days that are looked at one by one


class Clock:
    """Counts seconds of service: business hours that are not waited for the customer."""

    __slots__ = ("_days", "_end", "_holidays", "_start", "always")

    def __init__(self, talks: Talks) -> None:
        self._start, self._end = talks.hours or ("00:00", "24:00")
        self._days = frozenset(talks.days)
        self._holidays = frozenset(date.fromisoformat(day) for day in talks.holidays)
        self.always = not talks.hours and len(self._days) == len(range(7)) and not self._holidays
        """Whether the house is always open."""

    def open_seconds(self, start: datetime, end: datetime) -> float:
        """The seconds of business hours between two times, in the offset of the first."""
        if self.always or end <= start:
            return max(0.0, (end - start).total_seconds())
        end = end.astimezone(start.tzinfo)
        total = 0.0
        day = start.date()
        for _ in range(_LONGEST):
            if day > end.date():
                break
            if day.isoweekday() in self._days and day not in self._holidays:
                opens, closes = _at(day, self._start, start), _at(day, self._end, start)
                total += max(0.0, (min(end, closes) - max(start, opens)).total_seconds())
            day += timedelta(days=1)
        return total

    def service_seconds(
        self, start: datetime, end: datetime, pauses: Sequence[tuple[datetime, datetime]]
    ) -> float:
        """The same without the pauses, which do not overlap."""
        total = self.open_seconds(start, end)
        for first, last in pauses:
            first, last = max(first, start), min(last, end)
            if first < last:
                total -= self.open_seconds(first, last)
        return total


def _at(day: date, clock: str, like: datetime) -> datetime:
    hours, minutes = map(int, clock.split(":"))
    start = datetime.combine(day, time(), like.tzinfo)
    return start + timedelta(hours=hours, minutes=minutes)
