"""Decides between findings that lie on each other: one fault is said once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ..model import Finding


def resolve(findings: Sequence[Finding]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Those that stay, sorted by place, and those that give way.

    Of findings of one topic of which one lies within another, the more severe stays; of equals the
    longer, then the one that can be mended, then the first by rule id. Findings of different topics
    never displace each other, nor do those that only overlap. An empty span (something is missing)
    gives way only to one of its own rule.
    """
    if len(findings) < 2:
        return tuple(findings), ()
    kept: list[Finding] = []
    dropped: list[Finding] = []
    topics: dict[str, _Nests] = {}
    missing: set[tuple[str, int]] = set()
    for finding in _by_weight(findings):
        if finding.start == finding.end:
            spot = finding.rule, finding.start
            stays = spot not in missing
            missing.add(spot)
        else:
            stays = topics.setdefault(finding.topic, _Nests()).take(finding.start, finding.end)
        (kept if stays else dropped).append(finding)
    return tuple(sorted(kept, key=_place)), tuple(sorted(dropped, key=_place))


def _by_weight(findings: Sequence[Finding]) -> list[Finding]:
    """The heaviest first. Whether one can be mended is only asked where all else is equal."""
    known = sorted(findings, key=_weight)
    for at in range(len(known) - 1):
        if _weight(known[at])[:3] == _weight(known[at + 1])[:3]:
            return sorted(known, key=lambda each: (_weight(each)[:3], not each.fixes, each.rule))
    return known


def _weight(finding: Finding) -> tuple[int, int, tuple[int, str], str]:
    place = finding.start, finding.topic
    return -finding.severity.rank, finding.start - finding.end, place, finding.rule


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.start, -finding.end, finding.rule


class _Nests:
    """Spans of which none lies within another: sorted by their starts they are by their ends."""

    __slots__ = ("_ends", "_starts")

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def take(self, start: int, end: int) -> bool:
        """Keep a span, unless it lies within one that is kept or around one."""
        after = bisect_right(self._starts, start)
        if after and self._ends[after - 1] >= end:
            return False
        first = bisect_left(self._starts, start)
        if first < len(self._starts) and self._ends[first] <= end:
            return False
        self._starts.insert(after, start)
        self._ends.insert(after, end)
        return True
