"""Applies fixes to a text so that no two edits overlap; what does not fit is given back."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..errors import UsageError
from ..model import Edit, Finding, Fix


@dataclass(frozen=True, slots=True)
class Applied:
    """The new text, the fixes in it, and those left out, each in the order they were given."""

    text: str
    used: tuple[Fix, ...]
    left: tuple[Fix, ...]


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in the order in which they may claim their place.

    Values to be masked come first, then the worse before the better, then by place.
    """
    return tuple(
        sorted(findings, key=lambda f: (not f.sensitive, -f.severity.rank, f.start, -f.end, f.rule))
    )


def apply(text: str, fixes: Sequence[Fix], planned_for: str | None = None) -> Applied:
    """Apply as many of the fixes as fit beside each other; an earlier one goes first.

    A fix is applied whole or not at all. It is left out when one of its edits overlaps an edit that
    is already kept; edits that only touch are both kept, and insertions at one place stand in the
    order of their fixes. A fix all of whose edits are kept already counts as used and is not
    applied twice.

    Raises UsageError for a fix that was made for another text: ``planned_for`` differs from
    ``text``, an edit lies outside it, or a fix's own edits overlap.
    """
    if planned_for is not None and planned_for != text:
        raise _stale()
    kept = _Kept()
    used: list[Fix] = []
    left: list[Fix] = []
    for fix in fixes:
        _check(fix, len(text))
        if kept.holds(fix.edits):
            used.append(fix)
        elif any(kept.refuses(edit) for edit in fix.edits):
            left.append(fix)
        else:
            kept.add(fix.edits)
            used.append(fix)
    return Applied(write(text, kept.edits()), tuple(used), tuple(left))


def write(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits that are in order and do not overlap.

    >>> write("请处理", [Edit(0, 1, "麻烦您"), Edit(3, 3, "，谢谢")])
    '麻烦您处理，谢谢'
    """
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += text[at : edit.start], edit.text
        at = edit.end
    return "".join([*parts, text[at:]])


def touch(one: Edit, other: Edit) -> bool:
    """Whether two edits overlap or stand right beside each other."""
    return one.start <= other.end and other.start <= one.end


def _check(fix: Fix, length: int) -> None:
    edits = sorted(fix.edits, key=lambda edit: (edit.start, edit.end))
    last = 0
    for edit in edits:
        if not last <= edit.start <= edit.end <= length:
            raise _stale()
        last = edit.end


def _stale() -> UsageError:
    return UsageError("a fix was made for another text", hint="lint the text again")


class _Kept:
    """Edits that do not overlap, in order of place, then of arrival."""

    def __init__(self) -> None:
        self._sorted: list[tuple[int, int, int, Edit]] = []

    def edits(self) -> list[Edit]:
        return [entry[-1] for entry in self._sorted]

    def add(self, edits: Iterable[Edit]) -> None:
        for edit in edits:
            insort(self._sorted, (edit.start, edit.end, len(self._sorted), edit))

    def holds(self, edits: Sequence[Edit]) -> bool:
        """Whether every one of the edits is kept already."""
        return all(any(edit == entry[-1] for entry in self._around(edit)) for edit in edits)

    def refuses(self, edit: Edit) -> bool:
        """Whether the edit would overlap, or repeat, one that is kept."""
        return any(
            edit == entry[-1] or (entry[0] < edit.end and edit.start < entry[1])
            for entry in self._around(edit)
        )

    def _around(self, edit: Edit) -> list[tuple[int, int, int, Edit]]:
        """The kept edits that could meet this one."""
        first = bisect_left(self._sorted, (edit.start, -1, -1))
        while first and self._sorted[first - 1][1] >= edit.start:
            first -= 1
        last = first
        while last < len(self._sorted) and self._sorted[last][0] <= edit.end:
            last += 1
        return self._sorted[first:last]
