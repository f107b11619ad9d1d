"""Bodies of mails and pages as they are read: without tags, quoted history and signatures."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Body:
    """A stripped text and the body it was stripped from; kept in ``Message.meta["body"]``."""

    text: str
    raw: str
    starts: tuple[int, ...] = ()
    places: tuple[tuple[int, int], ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of ``raw`` that ``text[start:end]`` was read from."""
        return start, end


def stripped(raw: str, style: str) -> Body | None:
    """What a reader sees of ``raw``; None when it is all of it, as it stands."""
    return None
