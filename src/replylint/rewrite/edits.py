"""Turns a replacement into the smallest edits, which leave copied and protected text in place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import Edit
from .edges import splits_word
from .template import Chunk, Origin, Span

_Gap = tuple[int, int, str]  # a stretch of the message, and what stands there instead


def minimal(
    text: str, start: int, end: int, chunks: Sequence[Chunk], protected: Sequence[Span]
) -> tuple[Edit, ...] | None:
    """The edits that put ``chunks`` where ``text[start:end]`` was.

    Copied chunks that keep their order stay where they are. An edit does not begin or end inside a
    word that it changes. None when a protected stretch would be touched.
    """
    gaps: list[_Gap] = []
    at, words = start, ""
    kept = _in_order([chunk for chunk in chunks if chunk.origin is Origin.COPIED], start, end)
    for chunk in chunks:
        if kept and chunk is kept[0]:
            gaps.append((at, chunk.source, words))
            at, words = kept.pop(0).span[1], ""
        else:
            words += chunk.text
    gaps.append((at, end, words))
    carved = _carve(text, gaps, protected)
    if carved is None:
        return None
    edits = (_trim(text, *gap) for gap in carved)
    return tuple(edit for edit in edits if edit.text != text[edit.start : edit.end])


def _in_order(copied: Sequence[Chunk], start: int, end: int) -> list[Chunk]:
    """The longest of the copied chunks that can all stay in place, in order."""
    best: list[list[Chunk]] = []
    for chunk in copied:
        low, high = chunk.span
        before = [chain for chain, last in zip(best, copied, strict=False) if last.span[1] <= low]
        inside = start <= low and high <= end
        best.append([*max(before, key=_length, default=[]), chunk] if inside else [])
    return list(max(best, key=_length, default=[]))


def _length(chain: Iterable[Chunk]) -> int:
    return sum(len(chunk.text) for chunk in chain)


def _carve(text: str, gaps: Iterable[_Gap], protected: Sequence[Span]) -> list[_Gap] | None:
    """The gaps without the protected stretches in them, whose text has to come again, in order."""
    carved: list[_Gap] = []
    for start, end, words in gaps:
        for low, high in sorted(protected):
            if high <= start or end <= low:
                continue
            at = words.find(text[low:high])
            if low < start or end < high or at < 0:
                return None
            carved.append((start, low, words[:at]))
            start, words = high, words[at + high - low :]
        carved.append((start, end, words))
    return carved


def _trim(text: str, start: int, end: int, words: str) -> Edit:
    """The edit without what its two sides have in common at their ends, in whole words."""
    old = text[start:end]
    most = min(len(old), len(words))
    head = next((at for at in range(most) if old[at] != words[at]), most)
    after = text[end : end + 1]
    while head and (
        splits_word(words[head - 1], (old + after)[head : head + 1])
        or splits_word(words[head - 1], (words + after)[head : head + 1])
    ):
        head -= 1
    most -= head
    tail = next((at for at in range(most) if old[-1 - at] != words[-1 - at]), most)
    before = text[start - 1 : start] if start else ""
    while tail and (
        splits_word((before + old)[: len(before + old) - tail], words[-tail])
        or splits_word((before + words)[: len(before + words) - tail], words[-tail])
    ):
        tail -= 1
    return Edit(start + head, end - tail, words[head : len(words) - tail])
