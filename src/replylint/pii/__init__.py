"""The detectors of personal data by name, each type in a file that is imported when needed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from .digits import count, longest
from .gate import Gate
from .gates import GATES
from .hit import NOTHING_PUBLIC, TIERS, Detector, Hit, Public

__all__ = [
    "DETECTORS",
    "NOTHING_PUBLIC",
    "TIERS",
    "Detector",
    "Gate",
    "Hit",
    "Public",
    "candidates",
]


class _Lazy:
    """A detector whose module is imported by its first search."""

    __slots__ = ("gate", "name")

    def __init__(self, name: str, gate: Gate) -> None:
        self.name = name
        self.gate = gate

    def find(self, text: str, public: Public = NOTHING_PUBLIC, **params: str) -> Iterator[Hit]:
        """Hits in folded ``text``, in order and apart from each other.

        ``tier``: only hits of these tiers, parted by spaces. Raises ValueError for an unknown tier.
        """
        if not params:
            return _finder(self.name)(text, public)
        wanted = params.pop("tier", "").split()
        if any(tier not in TIERS for tier in wanted):
            raise ValueError(f"no such tier: {' '.join(wanted)}")
        hits = _finder(self.name)(text, public, **params)
        return (hit for hit in hits if hit.tier in wanted) if wanted else hits


@cache
def _finder(name: str) -> Callable[..., Iterator[Hit]]:
    find: Callable[..., Iterator[Hit]] = import_module("." + name.replace("-", "_"), __name__).find
    return find


DETECTORS: Mapping[str, Detector] = MappingProxyType(
    {name: _Lazy(name, gate) for name, gate in GATES.items()}
)

# What wakes a detector: a word, or, where it asks for none, so many digits in one stretch.
_BY_WORD: dict[str, list[str]] = {}
for _name, _gate in GATES.items():
    for _word in _gate.literals:
        _BY_WORD.setdefault(_word, []).append(_name)
_BY_RUN = tuple((name, gate.run) for name, gate in GATES.items() if not gate.literals)
_LEAST = min(run for _, run in _BY_RUN)


def candidates(text: str, present: Collection[str] | None = None) -> list[Detector]:
    """The detectors whose gates folded ``text`` opens, all gates asked at once.

    ``present`` are the literals of gates that occur in ``text``, for a caller who knows; left out,
    they are looked for.

    >>> [detector.name for detector in candidates("验证码2617", {"证码"})]
    ['one-time-code']
    """
    if present is None:
        present = [word for word in _BY_WORD if word in text]
    woken = {name for word in present if word in _BY_WORD for name in _BY_WORD[word]}
    digits = count(text)
    if digits >= _LEAST:
        run = longest(text)
        woken.update(name for name, least in _BY_RUN if least <= run)
    if not woken:
        return []
    return [
        detector
        for name, detector in DETECTORS.items()
        if name in woken and detector.gate.reached(text)
    ]
