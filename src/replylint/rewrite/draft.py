"""A replacement being fitted into its place: which stretch goes, and which chunks come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .edges import has_han, is_latin
from .style import Style, read
from .template import Chunk, Origin, Span

REACH = 80
"""How many code points on each side are looked at."""
_AROUND = 1000
"""How many show the habits of the writer."""


@dataclass(slots=True)
class Draft:
    """``text[start:end]`` becomes ``chunks``; both may be trimmed or widened until they fit.

    No method moves an edge over a protected character.
    """

    text: str
    start: int
    end: int
    chunks: list[Chunk]
    protected: Sequence[Span]

    @property
    def style(self) -> Style:
        """How the message is punctuated, read off the surroundings."""
        return read(self.text[max(0, self.start - _AROUND) : self.end + _AROUND])

    @property
    def new(self) -> str:
        return "".join([chunk.text for chunk in self.chunks])

    @property
    def left(self) -> str:
        """What stands before, as far as it matters."""
        return self.text[max(0, self.start - REACH) : self.start]

    @property
    def right(self) -> str:
        """What stands after, as far as it matters."""
        return self.text[self.end : self.end + REACH]

    @property
    def near(self) -> str:
        """The surroundings that show how names are written."""
        return self.text[max(0, self.start - _AROUND) : self.end + _AROUND]

    def free(self, start: int, end: int) -> bool:
        """Whether an edit may replace this stretch."""
        return not any(low < end and start < high for low, high in self.protected)

    def take_left(self, count: int) -> bool:
        """Replace ``count`` more characters before; False when they may not be touched."""
        if not self.free(self.start - count, self.start):
            return False
        self.start -= count
        return True

    def take_right(self, count: int) -> bool:
        """Replace ``count`` more characters after; False when they may not be touched."""
        if not self.free(self.end, self.end + count):
            return False
        self.end += count
        return True

    def was_latin(self) -> bool:
        """Whether a Latin word goes: then the spaces around it were there for its sake."""
        old = self.text[self.start : self.end].strip(" ")
        return bool(old) and is_latin(old[0]) and is_latin(old[-1]) and not has_han(old)

    def drop_first(self, count: int) -> None:
        """Leave out the first characters of the new text."""
        while count and self.chunks:
            chunk = self.chunks.pop(0)
            if len(chunk.text) > count:
                self.chunks.insert(0, part_of(chunk, count, len(chunk.text)))
            count -= min(count, len(chunk.text))

    def drop_last(self, count: int) -> None:
        """Leave out the last characters of the new text."""
        while count and self.chunks:
            chunk = self.chunks.pop()
            if len(chunk.text) > count:
                self.chunks.append(part_of(chunk, 0, len(chunk.text) - count))
            count -= min(count, len(chunk.text))

    def put_first(self, words: str) -> None:
        self.chunks.insert(0, Chunk(words))

    def put_last(self, words: str) -> None:
        self.chunks.append(Chunk(words))


def part_of(chunk: Chunk, start: int, end: int) -> Chunk:
    """A stretch of a chunk, which keeps its place in the message if it has one."""
    source = chunk.source + start if chunk.origin is Origin.COPIED else chunk.source
    return replace(chunk, text=chunk.text[start:end], source=source)
