"""Text with markup as LanguageTool's clients send it, and the way back from plain text to it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from ..text.offsets import Unit


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of what the client has: ``whole`` as it stands there, ``read`` as a reader sees it.

    Of text both are the same. Of markup ``read`` is what it stands for, mostly nothing.
    """

    whole: str
    read: str
    markup: bool


class Annotated:
    """What is linted (``text``), and where each place of it stands in what the client has.

    >>> made = Annotated([Part("<b>", "", True), Part("请", "请", False), Part("</b>", "", True)])
    >>> made.text, made.span(0, 1), made.plain(0, 1)
    ('请', (3, 4), True)
    """

    def __init__(self, parts: Iterable[Part]) -> None:
        self._parts = [part for part in parts if part.whole or part.read]
        self.text = "".join(part.read for part in self._parts)
        self._read: list[int] = []  # where each part begins in the text, in code points
        self._whole: list[int] = []  # and in what the client has, in UTF-16 units
        read = whole = 0
        for part in self._parts:
            self._read.append(read)
            self._whole.append(whole)
            read += len(part.read)
            whole += Unit.UTF16.length(part.whole)
        self._length = whole

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of the text, not empty, in UTF-16 units of what the client has."""
        return self._start(start), self._end(end)

    def plain(self, start: int, end: int) -> bool:
        """Whether a span holds text only, so that it can be replaced without losing markup."""
        first, last = self._at(start), self._at(end - 1)
        return not any(part.markup for part in self._parts[first : last + 1])

    def _at(self, offset: int) -> int:
        """The part that the character at ``offset`` is of; parts that read as nothing have none."""
        return max(0, bisect_right(self._read, offset) - 1)

    def _start(self, offset: int) -> int:
        if not self._parts:
            return 0
        at = self._at(offset)
        part = self._parts[at]
        if part.markup:
            return self._whole[at]
        return self._whole[at] + Unit.UTF16.length(part.read[: offset - self._read[at]])

    def _end(self, offset: int) -> int:
        if offset == 0 or not self._parts:
            return 0
        at = self._at(offset - 1)
        part = self._parts[at]
        if part.markup:
            return self._whole[at] + Unit.UTF16.length(part.whole)
        return self._whole[at] + Unit.UTF16.length(part.read[: offset - self._read[at]])


def plain(text: str) -> Annotated:
    """Text without markup."""
    return Annotated([Part(text, text, False)])
