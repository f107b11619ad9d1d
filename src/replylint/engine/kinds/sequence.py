"""``sequence``: words of lexicons in order, with bounded gaps, within one stretch of text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from ...rules.rule import Gap, Sequence, Slot
from ..hit import Hit, Span
from ..scene import Scene

Spans = Collection[Span]

_STEPS = 20_000  # places tried in one stretch before it is given up; real clauses need a few dozen
_NO_GAP = Gap()


@dataclass(slots=True)
class _State:
    steps: int = 0
    captures: dict[str, Span] = field(default_factory=dict)


def sequences(match: Sequence, scene: Scene) -> Iterator[Hit]:
    """Every match, leftmost first, none overlapping another."""
    items = _paired(match)
    done: set[Span] = set()
    for start, _ in _beginnings(match, scene):
        stretch = scene.stretch(start, match.within)
        if stretch in done:
            continue
        done.add(stretch)
        yield from _in_stretch(match, items, scene, stretch)


def _paired(match: Sequence) -> list[tuple[Gap, Slot]]:
    """Every slot with the gap in front of it."""
    pairs: list[tuple[Gap, Slot]] = []
    gap = match.from_start if match.from_start is not None else _NO_GAP
    for item in match.items:
        if isinstance(item, Gap):
            gap = item
        else:
            pairs.append((gap, item))
            gap = _NO_GAP
    return pairs


def _beginnings(match: Sequence, scene: Scene) -> Spans:
    """Words of the obligatory slot with the fewest: a stretch without one cannot match."""
    slots = [item for item in match.items if isinstance(item, Slot) and not item.optional]
    return min((scene.words.any_of(slot.labels) for slot in slots), key=len)


def _in_stretch(
    match: Sequence, items: list[tuple[Gap, Slot]], scene: Scene, stretch: Span
) -> Iterator[Hit]:
    reached = stretch[0]
    for first in _firsts(match, items, scene, stretch):
        if first < reached:
            continue
        state = _State()
        found = _match(match, items, 0, scene, first, stretch, state, first=True)
        if found is None:
            continue
        start, end = first, found
        captures: Mapping[str, Span | str] = dict(state.captures)
        if match.span != "all" and match.span in state.captures:
            yield Hit(*state.captures[match.span], captures)
        else:
            yield Hit(start, end, captures)
        reached = end


def _firsts(
    match: Sequence, items: list[tuple[Gap, Slot]], scene: Scene, stretch: Span
) -> list[int]:
    """Where the first word may stand: in the first slot, or behind optional ones left out."""
    starts: set[int] = set()
    for _, slot in items:
        for start, end in scene.words.any_of(slot.labels):
            inside = stretch[0] <= start and end <= stretch[1]
            lead = match.from_start
            if inside and (lead is None or _bridges(lead, scene, stretch[0], start)):
                starts.add(start)
        if not slot.optional:
            break
    return sorted(starts)


def _match(
    match: Sequence,
    items: list[tuple[Gap, Slot]],
    index: int,
    scene: Scene,
    at: int,
    stretch: Span,
    state: _State,
    *,
    first: bool,
    skipped: Gap | None = None,
) -> int | None:
    """The end of a match of ``items[index:]`` from ``at``, or None; fills the captures.

    ``skipped`` is the gap in front of an optional word that was left out.
    """
    if index == len(items):
        if match.to_end is not None and not _bridges(match.to_end, scene, at, stretch[1]):
            return None
        return None if first else at
    gap, slot = items[index]
    if skipped is not None:
        gap = _together(skipped, gap)
    for start, end in scene.words.any_of(slot.labels):
        if start < at or end > stretch[1]:
            continue
        if first:
            if start > at:
                break
        elif not _bridges(gap, scene, at, start):
            if gap.most is not None and start - at > gap.most:
                break
            continue
        state.steps += 1
        if state.steps > _STEPS:
            return None
        found = _match(match, items, index + 1, scene, end, stretch, state, first=False)
        if found is not None:
            if slot.capture:
                state.captures.setdefault(slot.capture, (start, end))
            return found
    if slot.optional:
        passed = None if first else gap
        return _match(
            match, items, index + 1, scene, at, stretch, state, first=first, skipped=passed
        )
    return None


def _together(one: Gap, other: Gap) -> Gap:
    most = None if one.most is None or other.most is None else one.most + other.most
    return Gap(most, (*one.forbid, *other.forbid))


def _bridges(gap: Gap, scene: Scene, start: int, end: int) -> bool:
    """Whether a gap may reach from ``start`` to ``end``. Spaces between words are free."""
    if gap.most is not None and end - start > gap.most:
        between = scene.text[start:end]
        if len(between) - between.count(" ") > gap.most:
            return False
    return not (gap.forbid and scene.has(gap.forbid, start, end))
