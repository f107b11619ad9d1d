"""Which lines of a file changed, and whether a finding stands on one of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import NamedTuple


class Touched(NamedTuple):
    """Lines as git counts them: from 1, each ended by a line feed and nothing else.

    ``lines`` are first and last line of every stretch that is new, in order. ``cuts`` are lines
    behind which others were taken out, 0 for the beginning of the file.
    """

    lines: tuple[tuple[int, int], ...] = ()
    cuts: tuple[int, ...] = ()


EVERYTHING = Touched(((1, 1 << 60),))


class Lines:
    """The changed lines of one text, asked for by offsets in it."""

    def __init__(self, text: str, touched: Touched) -> None:
        self._text = text
        self._touched = touched

    def holds(self, start: int, end: int) -> bool:
        """Whether any of the lines that ``[start, end)`` stands on is new."""
        first, last = self._line(start), self._line(max(start, end - 1))
        at = bisect_right(self._touched.lines, first, key=_first) - 1
        near = self._touched.lines[max(at, 0) :]
        return any(low <= last and first <= high for low, high in near[:2])

    def reaches(self, start: int, end: int) -> bool:
        """The same, or whether something was taken out of or from beside ``[start, end)``."""
        if self.holds(start, end):
            return True
        first, last = self._line(start), self._line(max(start, end - 1))
        return any(first - 1 <= cut <= last for cut in self._touched.cuts)

    def _line(self, offset: int) -> int:
        return bisect_left(self._feeds, offset) + 1

    @cached_property
    def _feeds(self) -> list[int]:
        """Where the line feeds are."""
        found, at = [], self._text.find("\n")
        while at >= 0:
            found.append(at)
            at = self._text.find("\n", at + 1)
        return found


def _first(stretch: tuple[int, int]) -> int:
    return stretch[0]
