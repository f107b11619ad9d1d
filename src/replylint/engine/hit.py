"""A place a rule found, before anybody decided whether it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """``[start, end)`` counts in the *folded* text; something missing has ``start == end``.

    ``captures`` are folded spans to be copied, or strings from elsewhere: a gloss, a mask, a number
    of a metric. ``place`` is where something missing would be inserted, ``start`` or ``end`` of the
    message. ``confidence`` replaces the rule's where the way of matching knows better.
    """

    start: int
    end: int
    captures: Mapping[str, Span | str] = field(default_factory=dict)
    place: str | None = None
    confidence: str | None = None
    severity: str | None = None
