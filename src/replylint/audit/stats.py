"""Shares with their intervals: how sure a number is, given how many it was counted over."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

_Z = 1.959963984540054  # 95 %
SMALL = 30  # fewer than so many, and a share says little


class Share(NamedTuple):
    """``hits`` of ``of``, and the 95 % interval (Wilson) of the share behind it."""

    hits: int
    of: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The share itself; 0 of nothing."""
        return self.hits / self.of if self.of else 0.0

    @property
    def small(self) -> bool:
        """Whether it was counted over too few to compare."""
        return self.of < SMALL


def share(hits: int, of: int) -> Share:
    """A share and Wilson's interval, which holds near 0 and 1 and for few.

    >>> s = share(8, 10)
    >>> round(s.low, 3), round(s.high, 3), share(0, 0)[2:]
    (0.49, 0.943, (0.0, 1.0))
    """
    if not of:
        return Share(hits, of, 0.0, 1.0)
    p, z2 = hits / of, _Z * _Z
    middle = (p + z2 / (2 * of)) / (1 + z2 / of)
    half = _Z / (1 + z2 / of) * sqrt(p * (1 - p) / of + z2 / (4 * of * of))
    return Share(hits, of, max(0.0, min(p, middle - half)), min(1.0, max(p, middle + half)))


class Difference(NamedTuple):
    """How far a share lies above another, and the 95 % interval (Newcombe) of that."""

    value: float
    low: float
    high: float

    @property
    def sure(self) -> bool:
        """Whether no difference at all lies outside the interval."""
        return self.low > 0 or self.high < 0


def difference(a: Share, b: Share) -> Difference:
    """``b`` minus ``a``.

    >>> difference(share(10, 100), share(30, 100)).sure, difference(share(1, 9), share(2, 9)).sure
    (True, False)
    """
    value = b.value - a.value
    low = value - sqrt((b.value - b.low) ** 2 + (a.high - a.value) ** 2)
    high = value + sqrt((b.high - b.value) ** 2 + (a.value - a.low) ** 2)
    return Difference(value, low, high)
