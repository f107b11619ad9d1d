"""Says which facts a rewrite would change, so that it is not offered.

Three promises, each by kind of fact and never by value (a value may be personal data):

* Numbers, amounts, dates, times, links, holes and names survive always, unless they lie in the
  stretch a masking rewrite is there to mask.
* A refusal or a promise may go only with the words the rule objected to, and may come only where it
  takes none of the writer's words with it: no word that stays, or is copied, has another number of
  negations standing over it than before. 我也没办法 may become 我帮您转接; 请勿点击链接 may not
  become 麻烦您点击链接.
* A ``safe`` rewrite changes the number of negations not at all.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from ..model import Edit, Safety
from .edges import CLOSERS, OPENERS, ends_clause
from .facts import Facts, facts, negations, promises
from .template import Chunk, Origin, Span

SOFT = frozenset(["negation", "commitment"])
"""Kinds that a rewrite may change on purpose, within limits."""
MASK = "\ufffc"
"""Stands for a masked value on both sides of a comparison."""
_PARTICLES = frozenset("的了吗嗎嘛呢吧啊呀哦喔啦么麼您你我")  # nothing a refusal could turn
_NAMING = ("关于", "關於", "bout ")
_NEAR = 16  # code points read around a planned replacement
_FAR = 200  # and around edits of unknown origin, or to see how far a refusal reaches


def changed(before: str, after: str, allowed: Collection[str] = ()) -> tuple[str, ...]:
    """The kinds of facts that come or go between two texts, but for the ``allowed`` kinds.

    >>> changed("三个工作日内退您100元", "三天内退您100元")
    ('duration',)
    """
    return _kinds(_difference(facts(before), facts(after)), allowed)


def lost(text: str, edits: Sequence[Edit], masks: Sequence[Span] = ()) -> tuple[str, ...]:
    """The kinds of facts that ``edits`` would take out of ``text``, soft kinds aside.

    What lies in a mask may change, as long as the edits to it stay inside it. ``edits`` are in
    order and do not overlap.
    """
    gone: Facts = Counter()
    for start, end, cluster in _clusters(text, edits):
        old, new = _masked(text, start, end, cluster, masks)
        gone += facts(old) - facts(new)
    return _kinds(gone, SOFT)


def _difference(before: Facts, after: Facts) -> Facts:
    return (before - after) + (after - before)


def _kinds(found: Iterable[tuple[str, str]], allowed: Collection[str]) -> tuple[str, ...]:
    return tuple(sorted({kind for kind, _ in found}.difference(allowed)))


def _clusters(text: str, edits: Sequence[Edit]) -> list[tuple[int, int, list[Edit]]]:
    """Stretches of the text around edits that stand near each other."""
    clusters: list[tuple[int, int, list[Edit]]] = []
    for edit in edits:
        start, end = max(0, edit.start - _FAR), min(len(text), edit.end + _FAR)
        if clusters and start <= clusters[-1][1]:
            first, _, members = clusters.pop()
            members.append(edit)
            clusters.append((first, end, members))
        else:
            clusters.append((start, end, [edit]))
    return clusters


def _masked(
    text: str, start: int, end: int, edits: Sequence[Edit], masks: Sequence[Span]
) -> tuple[str, str]:
    """The stretch before and after, with the same sign for what is masked."""
    hidden = _merged(
        (low, high) for low, high in masks if start < high and low < end and low < high
    )
    outer = [edit for edit in edits if not _within(edit, hidden)]
    kept = [
        Edit(low, high, MASK)
        for low, high in hidden
        if not any(edit.start < high and low < edit.end for edit in outer)
    ]
    old = _written(text, start, end, [Edit(low, high, MASK) for low, high in hidden])
    return old, _written(text, start, end, [*outer, *kept])


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap as one."""
    merged: list[Span] = []
    for low, high in sorted(span for span in spans if span[0] < span[1]):
        if merged and low < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


def _within(edit: Edit, spans: Sequence[Span]) -> bool:
    at = bisect_right(spans, edit.start, key=lambda span: span[0])
    return at > 0 and edit.end <= spans[at - 1][1]


def _written(text: str, start: int, end: int, edits: Iterable[Edit]) -> str:
    parts: list[str] = []
    at = start
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += text[at : edit.start], edit.text
        at = max(at, edit.end)
    return "".join([*parts, text[at:end]])


class Change(NamedTuple):
    """A planned replacement: ``target`` of ``text`` becomes ``chunks``, because of ``match``.

    ``mask``: the match is a value that must not be shown.
    """

    text: str
    match: Span
    target: Span
    chunks: tuple[Chunk, ...]
    safety: Safety
    mask: bool = False


def damage(change: Change) -> tuple[str, ...]:
    """The kinds of facts a planned replacement would change against the promises above."""
    old, now = _stated(change)
    soft = any((kind, "") in stated for kind in SOFT for stated in (old, now))
    if old == now and not soft:
        return ()
    given: Facts = Counter()
    for chunk in change.chunks:
        if chunk.origin is Origin.GIVEN:
            given += facts(chunk.text)
    allowed = SOFT | {"masked"} if change.mask else SOFT
    kinds = {*_kinds([*(old - now), *(now - old - given)], allowed)}
    if soft:
        kinds.update(_soft(change))
    return tuple(sorted(kinds))


def _stated(change: Change) -> tuple[Facts, Facts]:
    """The facts around the place, before and after."""
    text, (start, end) = change.text, change.target
    low, high = max(0, start - _NEAR), min(len(text), end + _NEAR)
    new = "".join([chunk.text for chunk in change.chunks])
    before, after = text[low:high], text[low:start] + new + text[end:high]
    if change.mask:
        before, after = _masked(text, low, high, [Edit(start, end, new)], [change.match])
    return facts(before), facts(after)


# --- refusals and promises


def _soft(change: Change) -> Iterable[str]:
    text, (start, end) = change.text, change.target
    copied = [chunk.span for chunk in change.chunks if chunk.origin is Origin.COPIED]
    old, own = text[start:end], [c.text for c in change.chunks if c.origin is Origin.PACK]
    for kind, find in (("negation", negations), ("commitment", promises)):
        gone = [
            (low + start, high + start)
            for low, high in find(old)
            if not _inside(low + start, high + start, copied)
        ]
        come = sum(len(find(words)) for words in own)
        objected = [span for span in gone if _meets(span, change.match)]
        if len(gone) > len(objected) + come:
            yield kind  # a refusal nobody objected to would be lost
        if kind == "commitment" and come > len(objected):
            yield kind
        if kind == "negation" and change.safety is Safety.SAFE and come != len(gone):
            yield kind
    if _turned(change):
        yield "negation"


def _inside(start: int, end: int, spans: Iterable[Span]) -> bool:
    return any(low <= start and end <= high for low, high in spans)


def _meets(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _turned(change: Change) -> bool:
    """Whether a word that stays has another number of negations over it than before."""
    text, (start, end) = change.text, change.target
    low, high = max(0, start - _FAR), _clause_end(text, end)
    new = "".join(chunk.text for chunk in change.chunks)
    old_cover = _cover(text[low:high])
    new_cover = _cover(text[low:start] + new + text[end:high])
    if not any(old_cover) and not any(new_cover):
        return False
    at = start - low
    said = ""
    for chunk in change.chunks:
        here = chunk.origin is Origin.COPIED and low <= chunk.source < high
        here = here and not said.endswith(
            _NAMING
        )  # a matter that is named is neither denied nor not
        said = chunk.text
        if here and _differs(chunk.text, old_cover[chunk.source - low :], new_cover[at:]):
            return True
        at += len(chunk.text)
    return _differs(text[end:high], old_cover[end - low :], new_cover[at:])


def _clause_end(text: str, at: int) -> int:
    last = min(len(text), at + _FAR)
    while at < last and not ends_clause(text, at):
        at += 1
    return at


def _cover(text: str) -> list[int]:
    """For every character, how many negations of its clause stand before it."""
    cover = [0] * len(text)
    for _, end in negations(text):
        depth = 0
        for at in range(end, len(text)):
            depth += (text[at] in OPENERS) - (text[at] in CLOSERS)
            if depth < 0 or ends_clause(text, at):
                break
            cover[at] += 1
    return cover


def _differs(words: str, old_cover: Iterable[int], new_cover: Iterable[int]) -> bool:
    return any(
        old != new and char.isalnum() and char not in _PARTICLES
        for char, old, new in zip(words, old_cover, new_cover, strict=False)
    )
