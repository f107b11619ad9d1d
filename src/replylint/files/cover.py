"""Which stretches of a file a suppression speaks for.

``ignore``
    the replies on its own line; alone on its line, the reply that follows: all of a field's text
    (a block scalar, a string of many lines), and of prose the paragraph, up to a blank line
``ignore-next-line``
    the next line, or the reply that starts there when that line only holds its key
``ignore-start`` … ``ignore-end``
    everything between the two comments
``ignore-file``
    the file

On a line of a structured file it is the whole field that is meant, in prose the line. A comment
with a scope of its own (a key of an object, a column of a row) speaks for that scope.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from .directive import Directive, Fault, Named

if TYPE_CHECKING:
    from ..text.markup import Document, Segment

_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[ \t\u3000]*(?:\r|\n)")
_LINE_END = re.compile(r"\r\n?|\n")

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Suppression:
    """A rule pattern that is silenced in some ``stretches`` of the file."""

    rule: Named
    stretches: tuple[Stretch, ...]
    directive: Directive


class Cover:
    """Finds the suppressions that speak for a place, without trying them all."""

    def __init__(self, suppressions: Iterable[Suppression]) -> None:
        # Whatever spans much would make every search long: a file, a block.
        self._wide: list[tuple[Stretch, Suppression]] = []
        self._narrow: list[tuple[Stretch, Suppression]] = []
        for each in suppressions:
            wide = each.directive.verb in ("ignore-file", "ignore-start")
            (self._wide if wide else self._narrow).extend((s, each) for s in each.stretches)
        self._narrow.sort(key=_first)
        self._longest = max((end - start for (start, end), _ in self._narrow), default=0)

    def at(self, start: int, end: int) -> Iterator[Suppression]:
        """The suppressions of ``[start, end)``, or of the place to insert at."""
        low = bisect_left(self._narrow, start - self._longest, key=_first)
        high = bisect_right(self._narrow, end, key=_first)
        for (first, last), each in (*self._wide, *self._narrow[low:high]):
            inside = first <= start <= last if start == end else start < last and first < end
            if inside:
                yield each


def _first(entry: tuple[Stretch, Suppression]) -> int:
    return entry[0][0]


def cover(
    document: Document, directives: Sequence[Directive]
) -> tuple[list[Suppression], list[Fault]]:
    """What each of ``directives`` (in file order) silences; starts and ends without a partner."""
    found: list[Suppression] = []
    faults: list[Fault] = []
    opened: list[tuple[Named, Directive]] = []
    lines = _Lines(document)
    for directive in directives:
        if directive.verb == "ignore-start":
            opened += [(rule, directive) for rule in directive.rules]
        elif directive.verb == "ignore-end":
            for rule in directive.rules:
                _close(rule, directive, opened, found, faults)
        else:
            stretches = tuple(_stretches(document, directive, lines))
            found += [Suppression(rule, stretches, directive) for rule in directive.rules]
    # A block that never ends silences nothing: it could be the rest of the file.
    faults += [Fault("unclosed", "unclosed", r.start, r.end, r.pattern) for r, _ in opened]
    return found, faults


def _close(
    rule: Named,
    end: Directive,
    opened: list[tuple[Named, Directive]],
    found: list[Suppression],
    faults: list[Fault],
) -> None:
    for at in reversed(range(len(opened))):
        first, start = opened[at]
        if first.pattern == rule.pattern:
            del opened[at]
            found.append(Suppression(first, ((start.end, end.start),), start))
            return
    faults.append(Fault("malformed", "end", rule.start, rule.end, rule.pattern))


def _stretches(document: Document, directive: Directive, lines: _Lines) -> Sequence[Stretch]:
    comment = directive.comment
    if directive.verb == "ignore-file":
        return [(0, len(document.text))]
    if comment.scope is not None:
        return [comment.scope]
    line = lines.around(directive.start, directive.end)
    if directive.verb == "ignore-next-line":
        line = lines.after(max(line[1], comment.end))
        return lines.replies_on(line) or lines.field_after(line[1]) or [line]
    return lines.replies_on(line) or lines.reply_after(max(line[1], comment.end))


def _start(reply: tuple[int, int, Segment]) -> int:
    return reply[0]


class _Lines:
    """Replies of a document by the lines they stand on; nothing is looked up before it is asked."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._document = document
        self._replies: list[tuple[int, int, Segment]] = []
        self._reach: list[int] = []  # how far this reply and those before it reach

    def _between(self, start: int, end: int) -> Iterator[tuple[int, int, Segment]]:
        """The replies that reach into ``[start, end)``, by their start."""
        if not self._reach:
            placed = [
                (*each.file_span(0, len(each.text)), each) for each in self._document.segments
            ]
            self._replies = sorted(placed, key=_start)
            self._reach = list(accumulate((each[1] for each in self._replies), max))
        last = bisect_left(self._replies, end, key=_start)
        for at in range(bisect_right(self._reach, start), last):
            if self._replies[at][1] > start:
                yield self._replies[at]

    def around(self, start: int, end: int) -> Stretch:
        """The line or lines of a stretch, without the last line's end."""
        first = max(self._text.rfind("\n", 0, start), self._text.rfind("\r", 0, start)) + 1
        last = _LINE_END.search(self._text, end)
        return first, last.start() if last else len(self._text)

    def after(self, line_end: int) -> Stretch:
        """The line after the one that holds ``line_end``; empty at the end of the file."""
        end = _LINE_END.search(self._text, line_end)
        return self.around(end.end(), end.end()) if end else (len(self._text), len(self._text))

    def replies_on(self, line: Stretch) -> list[Stretch]:
        """For every reply with words on ``line``: all of a field, of prose the line."""
        return [
            line if segment.field is None else (start, end)
            for start, end, segment in self._between(*line)
            if self._has_words(segment, line)
        ]

    def reply_after(self, offset: int) -> list[Stretch]:
        """The first reply with words after ``offset``: all of a field, of prose a paragraph."""
        for start, end, segment in self._between(offset, len(self._text) + 1):
            words = self._words_after(segment, offset)
            if words is not None:
                if segment.field is not None:
                    return [(start, end)]
                blank = _BLANK_LINE.search(self._text, words, end)
                return [(words, blank.start() if blank else end)]
        return []

    def field_after(self, offset: int) -> list[Stretch]:
        """The reply after ``offset`` if it is a field and nothing but its key stands before it."""
        for start, end, segment in self._between(offset, len(self._text) + 1):
            if segment.field is not None and not self._text[offset:start].strip():
                return [(start, end)]
            break
        return []

    def _has_words(self, segment: Segment, line: Stretch) -> bool:
        return any(
            self._text[max(piece.file_start, line[0]) : min(piece.file_end, line[1])].strip()
            for piece in segment.pieces
            if piece.file_start < line[1] and line[0] < piece.file_end
        )

    def _words_after(self, segment: Segment, offset: int) -> int | None:
        for piece in segment.pieces:
            start = max(piece.file_start, offset)
            words = self._text[start : piece.file_end]
            if words.strip():
                return start + len(words) - len(words.lstrip())
        return None
