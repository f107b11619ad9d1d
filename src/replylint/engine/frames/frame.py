"""The nouns of clause frames: the frame itself, and the marks it is read off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...text.clauses import Clause

Span = tuple[int, int]
Mark = tuple[int, int, str]
"""Start and end in the folded text, and the lexicon's name without ``frame.``."""


class Frame(NamedTuple):
    """What a clause does, as far as closed word lists and word order tell. All offsets are folded.

    ``actor`` is ``agent`` ``customer`` ``third`` or ``nobody`` (an order without subject, a thing).
    ``mood`` is ``order`` ``request`` ``question`` ``rhetorical`` ``statement`` ``condition`` or
    ``consequence`` (what follows a condition). ``pressure`` holds each of ``time`` ``obligation``
    ``exclusive`` ``limit`` at most once, in this order; ``certainty`` is ``high`` ``low`` ``none``.
    ``hypothetical`` is true of a condition and of whatever follows one. ``verb``, ``object`` and
    ``rest`` (the clause behind its courtesy and pressure words) are there for a rewrite to copy.
    ``negations`` are the stretches in which a word counts as negated.
    """

    start: int
    end: int
    actor: str
    mood: str
    pressure: tuple[str, ...]
    certainty: str
    softened: bool
    reported: bool
    hypothetical: bool
    verb: Span | None
    object: Span | None
    rest: Span | None
    negations: tuple[Span, ...]

    def negated(self, start: int) -> bool:
        """Whether a word that begins at this folded offset is denied.

        A negation reaches to the end of its clause or to the turn in it (没有…但现在可以), a bare
        不 or 没 to what it brings (不还就…); a double one (不是不能, 不得不) denies nothing.
        """
        return any(begin <= start < end for begin, end in self.negations)


DENIALS = frozenset(("negation", "negation.ban", "negation.need"))


class Found:
    """The marks of one clause by kind: the longest word wins where several start or overlap."""

    __slots__ = ("all", "clause", "first", "last", "pressed", "text")

    def __init__(self, text: str, clause: Clause, marks: Sequence[Mark]) -> None:
        self.text = text
        self.clause = clause
        self.all: list[Mark] = []
        self.first: dict[str, Mark] = {}
        self.last: dict[str, Mark] = {}
        self.pressed = False
        begun = reached = -1
        denied: int | None = None
        for mark in marks:
            start, end, kind = mark
            if start < reached and (start != begun or end != reached):
                continue
            begun, reached = start, end
            if kind in DENIALS:
                denied = end if denied is None else denied
            elif denied is not None:
                if kind == "contrast":
                    denied = None
                elif start >= denied and kind.startswith("pressure."):
                    continue  # 不用赶紧决定 presses nobody
            if kind.startswith("pressure."):
                self.pressed = True
            self.all.append(mark)
            self.last[kind] = mark
            if kind not in self.first:
                self.first[kind] = mark

    def any(self, kinds: frozenset[str]) -> bool:
        """Whether a word of one of these kinds is there."""
        return not kinds.isdisjoint(self.first)

    def leads(self, kind: str) -> bool:
        """Whether the clause begins with a word of this kind."""
        mark = self.first.get(kind)
        return mark is not None and mark[0] == self.clause.start

    def earliest(self, kinds: frozenset[str]) -> int | None:
        """Where the first word of one of these kinds begins."""
        return min((self.first[kind][0] for kind in kinds & self.first.keys()), default=None)
