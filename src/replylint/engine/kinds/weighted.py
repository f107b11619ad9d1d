"""``weighted``: the clause of a message that weighs most, if it weighs enough, for its topic."""

from __future__ import annotations

from collections.abc import Iterator

from ...rules.rule import Weighted
from ..evidence import Scales, Weighed, threshold
from ..hit import Hit
from ..scene import Scene


def weighed(match: Weighted, topic: str, scene: Scene, scales: Scales) -> Iterator[Hit]:
    """The heaviest clause, if it is an offence of ``topic``. Captures what weighed most there."""
    found = _heaviest(scene, scales)
    if found is None or found.topic != topic:
        return
    if found.score < threshold(match, scene.script, scales.latin):
        return
    clause = scene.clauses[found.clause]
    yield Hit(clause.start, clause.end, {"evidence": _said(found, scene, scales)})


def _heaviest(scene: Scene, scales: Scales) -> Weighed | None:
    """The heaviest clause that may be raised, weighed once for all topics."""
    if scales not in scene.weights:
        scene.weights[scales] = scales.heaviest(scene.text, scene.clauses)
    return scene.weights[scales]


def _said(found: Weighed, scene: Scene, scales: Scales) -> str:
    """The strongest evidence in the writer's own words, in the order it stands."""
    spans = sorted(scales.evidence(scene.text, scene.clauses, found.clause))
    words = [scene.message.text[slice(*scene.folded.span(*span))].strip() for span in spans]
    return ("” “" if scales.latin else "”“").join(words)
