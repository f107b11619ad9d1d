"""In which order a file writes day, month and year: decided by evidence, or said to be open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from ..errors import InputError, Origin
from .clock import ORDERS, arranged

_FIRST_YEAR = 2005  # no messenger is older

Triple = tuple[int, int, int, bool]  # the numbers as written, and whether the first is the year
_WORDS = {
    "ymd": "year-month-day",
    "ydm": "year-day-month",
    "dmy": "day-month-year",
    "mdy": "month-day-year",
}
_HINT = 'say which with dates = "dmy", "mdy", "ymd" or "ydm"'


def order_of(
    written: Mapping[Triple, int], path: str, given: str | None = None, today: date | None = None
) -> str | None:
    """The order all of the dates are written in; ``written`` has them in file order, with lines.

    None when there is nothing to decide. Raises InputError when no order fits all dates (with the
    places of two that contradict each other) and when several fit equally well.
    """
    if not written:
        return None
    if given is not None:
        return given
    fits = [order for order in ORDERS if _all_days(order, written)]
    if not fits:
        raise _contradiction(written, path)
    if all(each[3] for each in written):
        return "ymd" if "ymd" in fits else fits[0]
    latest = today or date.today()
    ranked = sorted((_oddness(order, written, latest), order) for order in fits)
    least = ranked[0][0]
    best = [order for oddness, order in ranked if not _clearly(least, oddness)]
    if any(order[0] != "y" for order in best):  # nobody leads with a year of two digits
        best = [order for order in best if order[0] != "y"]
    readings = {tuple(arranged(order, *each[:3]) for each in written) for order in best}
    if len(readings) > 1:
        line = next(iter(written.values()))
        raise InputError(
            f"dates can be read as {' or '.join(_WORDS[each] for each in best)}",
            origin=Origin(path, line),
            hint=_HINT,
        )
    return best[0]


def _all_days(order: str, written: Mapping[Triple, int]) -> bool:
    for a, b, c, year_first in written:
        if (order[0] == "y" and c > 31) or (order[0] != "y" and (year_first or a > 31)):
            return False
        if arranged(order, a, b, c) is None:
            return False
    return True


def _oddness(order: str, written: Mapping[Triple, int], latest: date) -> tuple[int, int]:
    """How little an order makes sense: days out of this age, then steps back in time."""
    days = [arranged(order, *each[:3]) for each in written]
    known = [day for day in days if day is not None]
    odd = sum(day.year < _FIRST_YEAR or (day - latest).days > 1 for day in known)
    pairs = list(pairwise(known))
    back = sum(later < earlier for earlier, later in pairs)
    ahead = sum(later > earlier for earlier, later in pairs)  # some exports begin with the newest
    return odd, min(back, ahead)


def _clearly(best: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether ``best`` makes so much more sense that the difference is no accident."""
    if other[0] != best[0]:
        return other[0] > best[0]
    return other[1] > 2 * best[1] + (best[1] > 0)


def _contradiction(written: Mapping[Triple, int], path: str) -> InputError:
    """Names the first date that only fits one order and the first that rules this order out."""
    left = list(ORDERS)
    proof: int | None = None
    for triple, line in written.items():
        fits = [order for order in left if _all_days(order, {triple: line})]
        if not fits:
            first = f"line {proof} has {_WORDS[left[0]]}, this one cannot" if proof else "no day"
            return InputError(
                f"dates in orders that contradict each other: {first}",
                origin=Origin(path, line),
                hint="two exports may have been joined; split the file, or mend the date",
            )
        if len(fits) < len(left):
            proof = line
        left = fits
    return InputError("no order fits the dates", origin=Origin(path))
