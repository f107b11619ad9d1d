"""Converts offsets in code points to lines and columns, UTF-16 code units and UTF-8 bytes.

Lone surrogates, which JSON can bring, count as their encoding with ``surrogatepass`` has it: one
UTF-16 unit, three bytes. Converting towards code points, a place inside a character is its start.
Every function and method raises ValueError for a place outside the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum
from functools import cached_property
from itertools import accumulate


class Unit(Enum):
    """What others count in: an encoding, and the bytes of one unit of it."""

    UTF16 = ("utf-16-le", 2)
    UTF8 = ("utf-8", 1)

    def length(self, text: str) -> int:
        """How many units ``text`` takes."""
        encoding, size = self.value
        return len(text) if text.isascii() else len(text.encode(encoding, "surrogatepass")) // size


# So much is encoded anew to convert one offset.
_STRIDE = 256


class Units:
    """The offsets of one text in another unit, for many conversions."""

    def __init__(self, text: str, unit: Unit) -> None:
        self._text = text
        self._unit = unit
        # Units in front of every stride; None where both counts are the same anyway.
        self._before: list[int] | None = None
        if not text.isascii():
            strides = range(0, len(text), _STRIDE)
            lengths = (unit.length(text[i : i + _STRIDE]) for i in strides)
            self._before = list(accumulate(lengths, initial=0))

    def of(self, offset: int) -> int:
        """The code point offset ``offset`` in units."""
        _check(0 <= offset <= len(self._text))
        if self._before is None:
            return offset
        stride = offset // _STRIDE
        return self._before[stride] + self._unit.length(self._text[stride * _STRIDE : offset])

    def code_point(self, units: int) -> int:
        """The code point offset of a place in units; inside a character, the character's start."""
        before = self._before
        _check(0 <= units <= (len(self._text) if before is None else before[-1]))
        if before is None:
            return units
        start = (bisect_right(before, units, hi=len(before) - 1) - 1) * _STRIDE
        piece = self._text[start : start + _STRIDE]
        rest = units - before[start // _STRIDE]
        return start + bisect_right(
            range(1, len(piece) + 1), rest, key=lambda n: self._unit.length(piece[:n])
        )


class Lines:
    """The lines of one text. They end with LF, CR LF or CR, nothing else; numbers count from 1.

    Columns may reach into the line's ending: a place between CR and LF has one.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(m.end() for m in re.finditer(r"\r\n?|\n", text))]

    def __len__(self) -> int:
        """How many lines there are; a text that ends with a line ending has an empty last one."""
        return len(self._starts)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, in code points, of an offset.

        >>> Lines("您好\\r\\n请稍等").position(5)
        (2, 2)
        """
        _check(0 <= offset <= len(self._text))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column in code points."""
        first, last = self._bounds(line)
        _check(1 <= column <= last - first + 1)
        return first + column - 1

    def position_in(self, unit: Unit, offset: int) -> tuple[int, int]:
        """Line and column of an offset, the column counting in ``unit``."""
        line, _ = self.position(offset)
        units = self._units(unit)
        return line, units.of(offset) - units.of(self._starts[line - 1]) + 1

    def offset_in(self, unit: Unit, line: int, column: int) -> int:
        """The offset of a line and column, the column counting in ``unit``."""
        first, last = self._bounds(line)
        units = self._units(unit)
        place = units.of(first) + column - 1
        _check(column >= 1 and place <= units.of(last))
        return units.code_point(place)

    def line_text(self, line: int) -> str:
        """A line without its ending."""
        first, _ = self._bounds(line)
        end = self._starts[line] if line < len(self._starts) else len(self._text)
        return self._text[first:end].removesuffix("\n").removesuffix("\r")

    def _bounds(self, line: int) -> tuple[int, int]:
        """The first and the last offset whose position is in ``line``."""
        _check(1 <= line <= len(self._starts))
        first = self._starts[line - 1]
        return first, self._starts[line] - 1 if line < len(self._starts) else len(self._text)

    def _units(self, unit: Unit) -> Units:
        return self._utf16 if unit is Unit.UTF16 else self._utf8

    @cached_property
    def _utf16(self) -> Units:
        return Units(self._text, Unit.UTF16)

    @cached_property
    def _utf8(self) -> Units:
        return Units(self._text, Unit.UTF8)


def utf16_offset(text: str, offset: int) -> int:
    """An offset of ``text`` in UTF-16 code units. For many on one text use `Units`.

    >>> utf16_offset("😊好", 1)
    2
    """
    return _one(text, offset, Unit.UTF16)


def utf8_offset(text: str, offset: int) -> int:
    """An offset of ``text`` in UTF-8 bytes. For many on one text use `Units`."""
    return _one(text, offset, Unit.UTF8)


def code_point_from_utf16(text: str, units: int) -> int:
    """The offset of ``text`` at a place in UTF-16 code units."""
    return Units(text, Unit.UTF16).code_point(units)


def code_point_from_utf8(text: str, count: int) -> int:
    """The offset of ``text`` at a place in UTF-8 bytes."""
    return Units(text, Unit.UTF8).code_point(count)


def _one(text: str, offset: int, unit: Unit) -> int:
    _check(0 <= offset <= len(text))
    return unit.length(text[:offset])


def _check(inside: bool) -> None:
    if not inside:
        raise ValueError("a place outside the text")
