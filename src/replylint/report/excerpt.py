"""The line a finding stands in, cut to fit, and where its carets go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Edit, Place
from .diff import Change, changes
from .view import View
from .width import ELLIPSIS, Cell, cells, columns

_REACH = 300  # code points looked at on either side; a file may be a single line of 50 MB
_CONTEXT = 12  # columns of context kept around a change when its line is too long
_LINE_ENDS = "\r\n"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line in three parts, fit to print; ``carets`` columns are marked after ``indent``."""

    before: str
    marked: str
    after: str
    indent: int
    carets: int


def excerpt(view: View, place: Place, width: int) -> Excerpt:
    """The first line of ``place`` in at most ``width`` columns, cut around the marked stretch.

    A stretch too long for the line, or one that goes on in the
    next line, is cut at its end; an insertion is marked with one caret.
    """
    text = view.text
    line_start, line_end = _line_start(place), _line_end(text, place.start)
    stop = min(place.end, line_end, place.start + _REACH)
    middle = list(cells(text[place.start : stop]))
    goes_on = stop < place.end or _wide(middle) > width - 2
    if goes_on:
        middle = [*_head(middle, width - 3), (ELLIPSIS, 1)]
    left = list(cells(text[line_start : place.start]))
    right = [] if goes_on else list(cells(text[stop : min(line_end, stop + _REACH)]))
    more_left = line_start > place.start - place.column + 1
    more_right = not goes_on and line_end > stop + _REACH
    room = width - _wide(middle)
    before = _cut_left(left, max(room // 2, room - _wide(right) - more_right), more_left)
    after = _cut_right(right, room - _wide(before), more_right)
    return Excerpt(_text(before), _text(middle), _text(after), _wide(before), max(1, _wide(middle)))


def becomes(view: View, edits: Sequence[Edit], width: int, marks: int = 0) -> list[Change]:
    """What ``edits`` make of the lines they touch, long unchanged stretches cut with ….

    ``marks`` are the columns that marking a change takes besides its words.

    Changed words are never cut, so that it may take more than ``width`` columns.
    """
    start = min(edit.start for edit in edits)
    end = max(edit.end for edit in edits)
    first = _line_start_of(view.text, start)
    last = min(_line_end(view.text, end), end + _REACH)
    found = changes(view.text, edits, first, last)
    if found[0][0] == "=":
        found[0] = ("=", found[0][1].lstrip())
    kept = sum(op == "=" for op, _ in found)
    changed = sum(columns(words) + marks for op, words in found if op != "=")
    if kept == 0 or changed + sum(columns(words) for op, words in found if op == "=") <= width:
        return found
    room = max(_CONTEXT, (width - changed) // kept - 1)
    return [
        (op, words if op != "=" else _elided(words, room, index > 0, index < len(found) - 1))
        for index, (op, words) in enumerate(found)
    ]


def _elided(words: str, room: int, from_left: bool, to_right: bool) -> str:
    """Kept words shortened to what stands next to a change on their left or right side."""
    parts = list(cells(words))
    if _wide(parts) <= room:
        return words
    if from_left and to_right:
        room //= 2
    head = _head(parts, room) if from_left else []
    tail = _tail(parts, room) if to_right else []
    return _text(head) + ELLIPSIS + _text(tail)


def _line_start(place: Place) -> int:
    return max(place.start - place.column + 1, place.start - _REACH)


def _line_start_of(text: str, offset: int) -> int:
    floor = max(0, offset - _REACH)
    return max(text.rfind(end, floor, offset) + 1 for end in _LINE_ENDS) or floor


def _line_end(text: str, offset: int) -> int:
    """Where the line of ``offset`` ends, looked for no further than can be shown."""
    limit = min(len(text), offset + 3 * _REACH)
    ends = (text.find(end, offset, limit) for end in _LINE_ENDS)
    return min((end for end in ends if end >= 0), default=limit)


def _cut_left(parts: list[Cell], room: int, more: bool) -> list[Cell]:
    """The end of ``parts`` that fits ``room`` (at least 1) columns, … for what does not."""
    if not more and _wide(parts) <= room:
        return parts
    return [(ELLIPSIS, 1), *_tail(parts, room - 1)]


def _cut_right(parts: list[Cell], room: int, more: bool) -> list[Cell]:
    return _cut_left(parts[::-1], room, more)[::-1]


def _head(parts: list[Cell], room: int) -> list[Cell]:
    kept, used = 0, 0
    for _, wide in parts:
        used += wide
        if used > room:
            break
        kept += 1
    return parts[:kept]


def _tail(parts: list[Cell], room: int) -> list[Cell]:
    return _head(parts[::-1], room)[::-1]


def _wide(parts: list[Cell]) -> int:
    return sum(wide for _, wide in parts)


def _text(parts: list[Cell]) -> str:
    return "".join(text for text, _ in parts)
