"""The detectors of personal data by name, each type in a file that is imported when needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType

from .hit import NOTHING_PUBLIC, TIERS, Detector, Gate, Hit, Public

__all__ = ["DETECTORS", "NOTHING_PUBLIC", "TIERS", "Detector", "Gate", "Hit", "Public"]


@dataclass(frozen=True, slots=True)
class _Lazy:
    """A detector whose module is imported by its first search."""

    name: str
    gate: Gate

    def find(self, text: str, public: Public = NOTHING_PUBLIC, **params: str) -> Iterator[Hit]:
        """Hits in folded ``text``, in order and apart from each other.

        ``tier``: only hits of these tiers, parted by spaces. Raises ValueError for an unknown tier.
        """
        wanted = params.pop("tier", "").split()
        if any(tier not in TIERS for tier in wanted):
            raise ValueError(f"no such tier: {' '.join(wanted)}")
        module = import_module("." + self.name.replace("-", "_"), __name__)
        hits: Iterator[Hit] = module.find(text, public, **params)
        return (hit for hit in hits if hit.tier in wanted) if wanted else hits


_GATES = {
    "cn-resident-id": Gate(digits=15),
    "payment-card": Gate(digits=12),
    "cn-mobile": Gate(digits=11),
    "email": Gate(literals=("@",)),
}

DETECTORS: Mapping[str, Detector] = MappingProxyType(
    {name: _Lazy(name, gate) for name, gate in _GATES.items()}
)
