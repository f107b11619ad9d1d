"""``detector``: a named detector of the pii room."""

from __future__ import annotations

from collections.abc import Iterator

from ...pii import DETECTORS
from ...pii.hit import Public
from ...rules.rule import Detector
from ..hit import Hit
from ..scene import Scene


def detections(match: Detector, scene: Scene, public: Public) -> Iterator[Hit]:
    """What the detector finds of the tiers the rule asks for; the capture ``mask`` may be shown."""
    params = dict(match.params)
    tiers = params.pop("tiers", None) or params.pop("tier", None)
    wanted = frozenset(tiers.replace(",", " ").split()) if tiers else None
    for found in DETECTORS[match.name].find(scene.text, public, **params):
        if wanted is None or found.tier in wanted:
            yield Hit(found.start, found.end, {"mask": found.mask} if found.mask else {})
