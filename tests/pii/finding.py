"""Says what a detector finds in a message as people write it."""

from __future__ import annotations

from replylint.pii import DETECTORS, Public
from replylint.text.fold import fold

Found = tuple[str, str, str]


def found(name: str, text: str, public: Public | None = None, **params: str) -> list[Found]:
    """The stretches of the original, their tiers and masks; nothing where the gate is closed."""
    folded, detector = fold(text), DETECTORS[name]
    hits = list(detector.find(folded.text, public or Public(), **params))
    assert not hits or detector.gate.admits(folded.text), "the gate would have lost this"
    out = []
    for hit in hits:
        start, end = folded.span(hit.start, hit.end)
        out.append((text[start:end], hit.tier, hit.mask))
    return out


def spans(name: str, text: str, public: Public | None = None, **params: str) -> list[str]:
    """The stretches of the original alone."""
    return [stretch for stretch, _, _ in found(name, text, public, **params)]
