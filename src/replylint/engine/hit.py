"""A place a rule found, before anybody decided whether it counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

Span = tuple[int, int]

NOTHING: Mapping[str, Any] = {}


class Hit(NamedTuple):
    """``[start, end)`` counts in the *folded* text; something missing has ``start == end``.

    ``captures`` are folded spans to be copied, or strings from elsewhere: a gloss, a mask, a number
    of a metric. ``place`` is where something missing would be inserted, ``start`` or ``end`` of the
    message. ``confidence`` replaces the rule's where the way of matching knows better.
    """

    start: int
    end: int
    captures: Mapping[str, Span | str] = NOTHING
    place: str | None = None
    confidence: str | None = None
    severity: str | None = None
