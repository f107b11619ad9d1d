"""Reads the frame of an English clause."""

from __future__ import annotations

from collections.abc import Sequence

from ...text.clauses import Clause
from .frame import Frame, Mark


def read(text: str, clause: Clause, marks: Sequence[Mark], previous: Frame | None) -> Frame:
    """See `replylint.engine.frames.read`."""
    span = clause.start, clause.end
    return Frame(
        *span, "nobody", "statement", (), "none", False, False, False, None, None, span, ()
    )
