"""A finding whose fixes are worked out when somebody asks: who only decides does not pay for them.

To everybody else it is a ``Finding``: equal to one that holds the same, and pickled, copied and
shown as one.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from ..model import Finding, Fix

_STATE = (
    "rule",
    "topic",
    "severity",
    "confidence",
    "start",
    "end",
    "text",
    "sensitive",
)
_values = attrgetter(*_STATE)


class PendingFinding(Finding):
    """Its slot ``fixes`` is empty until it is read. Safe between threads: two may both fill it."""

    __slots__ = ("_mend",)
    _mend: Callable[[], tuple[Fix, ...]]

    def __getattr__(self, name: str) -> Any:
        """Called for what is not there: the fixes, once."""
        if name != "fixes":
            raise AttributeError(name)
        mended = self._mend()
        object.__setattr__(self, "fixes", mended)
        return mended

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Finding):
            return NotImplemented
        return _values(self) == _values(other) and self.fixes == other.fixes

    __hash__ = Finding.__hash__

    def __repr__(self) -> str:
        return repr(_settled(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return Finding, (*_values(self), self.fixes)


def weaker(finding: Finding) -> Finding:
    """The same finding as information of low confidence, its fixes still to be worked out."""
    from dataclasses import replace

    from ..model import Confidence, Severity

    if not isinstance(finding, PendingFinding):
        return replace(finding, severity=Severity.INFO, confidence=Confidence.LOW)
    values = dict(zip(_STATE, _values(finding), strict=True))
    values |= {"severity": Severity.INFO, "confidence": Confidence.LOW}
    return pending(finding._mend, *values.values())


def _settled(finding: Finding) -> Finding:
    made: Callable[..., Finding] = Finding
    return made(*_values(finding), finding.fixes)


def pending(mend: Callable[[], tuple[Fix, ...]], *values: object) -> Finding:
    """A finding with ``values`` for all its fields but the fixes, which ``mend`` gives."""
    found = PendingFinding.__new__(PendingFinding)
    put = object.__setattr__
    for name, value in zip(_STATE, values, strict=True):
        put(found, name, value)
    put(found, "_mend", mend)
    return found
