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
    for found in DETECTORS[match.name].find(scene.text, public, **dict(match.params)):
        start, end = found.start, found.end
        if not found.mask:
            yield Hit(start, end)
            continue
        written = scene.message.text[slice(*scene.folded.span(start, end))]
        yield Hit(start, end, {"mask": as_written(found.mask, scene.text[start:end], written)})
