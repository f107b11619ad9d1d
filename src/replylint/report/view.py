"""The only way from a finding to words: one source in which everything sensitive is masked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from ..model import Edit, FileResult, Fix, Place, Placed
from ..text.offsets import Lines, Unit
from .masking import Secrets, hide_shared, masked, share


class View:
    """One ``FileResult`` as reports may show it.

    ``text`` is as long as the source's, with every span of a sensitive finding masked, whether the
    finding is reported or not; offsets fit both. ``withheld`` and ``fixes`` leave out
    a fix whose words would repeat what is masked.
    """

    __slots__ = ("_index", "_said", "_secrets", "_source", "_spans", "_starts", "text")

    def __init__(self, result: FileResult) -> None:
        self._source = result.source.text
        sensitive = _sensitive(result)
        self._spans = _merged(sensitive)
        self._starts = [start for start, _ in self._spans]
        self._index: Lines | None = None
        self._secrets: Secrets | None = None
        self.text = self._source
        self._said = result.sensitive
        if sensitive:
            values = [self._source[start:end] for start, end in sensitive]
            self._secrets = Secrets([*values, *self._said])
            self.text = "".join(self._masked_parts())

    def place(self, placed: Placed) -> Place:
        """The finding's place in the source, counted when the finding does not bring it."""
        if placed.place is not None:
            return placed.place
        return self.locate(placed.finding.start, placed.finding.end)

    def locate(self, start: int, end: int) -> Place:
        """Lines and columns of a stretch of the source."""
        lines = self._lines()
        return Place(*lines.position(start), *lines.position(end), start, end)

    def utf8_position(self, offset: int) -> tuple[int, int]:
        """Line and column from 1, the column in UTF-8 bytes."""
        return self._lines().position_in(Unit.UTF8, offset)

    def say(self, placed: Placed, words: str) -> str:
        """``words`` about a finding with every sensitive value in them masked."""
        if self._secrets is None:
            return words
        words = self._secrets.hide(words)
        if placed.finding.sensitive:
            return words
        inside = self._within(*span(placed))
        return hide_shared([*inside, *self._said], words) if inside else words

    def sentence(self, placed: Placed) -> str:
        """The finding's own sentence, masked."""
        return self.say(placed, placed.finding.text)

    def fixes(self, placed: Placed) -> tuple[Fix, ...]:
        """The finding's fixes that repeat nothing sensitive."""
        fixes = placed.finding.fixes
        if self._secrets is None or not fixes:
            return fixes
        return tuple(
            replace(fix, title=self.say(placed, fix.title))
            for fix in fixes
            if not any(self._repeats(placed, edit) for edit in fix.edits)
        )

    def clear(self, start: int, end: int) -> bool:
        """Whether nothing in the stretch is masked, so that it may be copied out."""
        return not self._within(start, end)

    def _repeats(self, placed: Placed, edit: Edit) -> bool:
        if self._secrets is not None and self._secrets.holds(edit.text):
            return True
        if placed.finding.sensitive:
            return False  # its own mask may keep a few digits
        inside = self._within(edit.start, edit.end)
        return bool(inside) and share([*inside, *self._said], edit.text)

    def _lines(self) -> Lines:
        """The line index of the source, made when first needed."""
        if self._index is None:
            self._index = Lines(self._source)
        return self._index

    def _within(self, start: int, end: int) -> list[str]:
        """The sensitive characters of a stretch of the source."""
        found = []
        for index in range(max(0, bisect_right(self._starts, start) - 1), len(self._spans)):
            first, last = self._spans[index]
            if first >= end:
                break
            if last > start:
                found.append(self._source[max(first, start) : min(last, end)])
        return found

    def _masked_parts(self) -> Iterator[str]:
        reached = 0
        for start, end in self._spans:
            yield self._source[reached:start]
            yield masked(self._source[start:end])
            reached = end
        yield self._source[reached:]


def span(placed: Placed) -> tuple[int, int]:
    """Where the finding stands in its source, in code points."""
    if placed.place is not None:
        return placed.place.start, placed.place.end
    return placed.finding.start, placed.finding.end


def _sensitive(result: FileResult) -> list[tuple[int, int]]:
    everything = (*result.findings, *result.silent)
    return sorted(span(placed) for placed in everything if placed.finding.sensitive)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted spans without overlaps and without empty ones."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged
