"""The clause frame: who does what to whom in a clause, under what pressure, and how sure of it.

A rule asks for it in ``where`` (docs/rule-language.md); the closed word lists are the lexicons
``frame.*`` of a pack, and word order does the rest. No tokenizer, no regular expression: what the
marks of a clause do not say stays unsaid (``nobody``, ``statement``, ``none``).
"""

from __future__ import annotations

from collections.abc import Sequence

from ...text.clauses import Clause
from . import en, zh
from .frame import Frame, Mark

__all__ = ["Frame", "Mark", "read"]


def read(
    text: str, clause: Clause, marks: Sequence[Mark], latin: bool, previous: Frame | None
) -> Frame:
    """The frame of ``clause`` in folded ``text``; ``latin``: the running language is English.

    ``marks`` are the words of the frame lexicons inside the clause, sorted by start and the longer
    first. ``previous`` is the frame of the clause before in the same sentence: its subject and its
    condition carry over.
    """
    if latin:
        return en.read(text, clause, marks, previous)
    return zh.read(text, clause, marks, previous)
