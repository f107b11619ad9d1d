"""``detector``: a named detector of the pii room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...pii import DETECTORS
from ...pii.hit import Hit as Leak
from ...pii.hit import Public
from ...pii.masks import as_written
from ...rules.rule import Detector
from ..hit import Hit
from ..scene import Scene


def detections(match: Detector, scene: Scene, public: Public) -> Iterator[Hit]:
    """What the detector finds of the tiers the rule asks for.

    The capture ``mask`` may be shown, in the writer's script and capitals.
    """
    for found in detected(match, scene.text, public):
        start, end = found.start, found.end
        if not found.mask:
            yield Hit(start, end)
            continue
        written = scene.message.text[slice(*scene.folded.span(start, end))]
        yield Hit(start, end, {"mask": as_written(found.mask, scene.text[start:end], written)})


def detected(match: Detector, text: str, public: Public) -> Sequence[Leak]:
    """What the detector finds in folded ``text``, of the tiers the rule asks for."""
    params = dict(match.params)
    tiers = params.pop("tier", "").split()
    found = _found(match.name, tuple(params.items()), text, public)
    return [each for each in found if each.tier in tiers] if tiers and found else found


@lru_cache(maxsize=32)  # the gate, the rule, and other rules that want other evidence, ask in turn
def _found(
    name: str, params: tuple[tuple[str, str], ...], text: str, public: Public
) -> tuple[Leak, ...]:
    return tuple(DETECTORS[name].find(text, public, **dict(params)))
