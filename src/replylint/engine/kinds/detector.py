"""``detector``: a named detector of the pii room."""

from __future__ import annotations

from collections.abc import Iterator

from ...pii import DETECTORS
from ...pii.hit import Public
from ...pii.masks import as_written
from ...rules.rule import Detector
from ..hit import Hit
from ..scene import Scene


def detections(match: Detector, scene: Scene, public: Public) -> Iterator[Hit]:
    """What the detector finds of the tiers the rule asks for.

    The capture ``mask`` may be shown, in the writer's script and capitals.
    """
    params = dict(match.params)
    tiers = params.pop("tier", "").split()
    known = scene.detections.get((match.name, *params.items()))
    if known is None:  # several rules ask one detector, each for other evidence
        known = tuple(DETECTORS[match.name].find(scene.text, public, **params))
        scene.detections[(match.name, *params.items())] = known
    for found in known:
        if tiers and found.tier not in tiers:
            continue
        start, end = found.start, found.end
        if not found.mask:
            yield Hit(start, end)
            continue
        written = scene.message.text[slice(*scene.folded.span(start, end))]
        yield Hit(start, end, {"mask": as_written(found.mask, scene.text[start:end], written)})
