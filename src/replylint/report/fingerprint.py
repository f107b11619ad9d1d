"""Names a finding from run to run, without its line and without anything to read in it."""

from __future__ import annotations

from collections import Counter

from ..model import Placed
from .view import View, span

_REACH = 40  # code points on either side; a change further away leaves the name as it is


class Fingerprints:
    """Fingerprints of one source's findings; asked in order, each is different."""

    __slots__ = ("_seen", "_view")

    def __init__(self, view: View) -> None:
        self._view = view
        self._seen: Counter[str] = Counter()

    def of(self, placed: Placed) -> str:
        """32 hexadecimal digits: the finding's own fingerprint, or the masked words around it."""
        if placed.fingerprint:
            return self._unique("given", placed.fingerprint)
        start, end = span(placed)
        near = self._view.text[max(0, start - _REACH) : end + _REACH]
        return self._unique(
            "made",
            placed.path or "",
            placed.conversation or "",
            placed.message or "",
            placed.finding.rule,
            "".join(near.split()),
        )

    def _unique(self, *parts: str) -> str:
        from hashlib import sha256

        name = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
        self._seen[name] += 1
        if self._seen[name] > 1:
            return self._unique(name, str(self._seen[name]))
        return name[:32]
