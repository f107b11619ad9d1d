"""The nouns of clause frames: the frame itself, and the marks it is read off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...text.clauses import Clause

Span = tuple[int, int]
Mark = tuple[int, int, str]
"""Start and end in the folded text, and the lexicon's name without ``frame.``."""


@dataclass(frozen=True, slots=True)
class Frame:
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

        A negation reaches to the end of its clause or to the turn in it (没有…但现在可以); a double
        one (不是不能, 不得不) denies nothing.
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


PRESSURES = ("time", "obligation", "exclusive", "limit")


def pressures(found: Found) -> tuple[str, ...]:
    """The kinds of pressure among the marks; ``pressure.time.urge`` is one of time."""
    if not found.pressed:
        return ()
    kinds = {kind.split(".", 2)[1] for kind in found.first if kind.startswith("pressure.")}
    return tuple(kind for kind in PRESSURES if kind in kinds)


def scopes(found: Found, asked: bool) -> tuple[Span, ...]:
    """What the negations of a clause deny; ``asked``: 不是…吗 and isn't it? deny nothing."""
    if asked or not found.any(DENIALS):
        return ()
    spans: list[Span] = []
    turn = [start for start, _, kind in found.all if kind == "contrast"]
    for _, end, kind in found.all:
        if kind in DENIALS:
            stop = next((at for at in turn if at >= end), found.clause.end)
            if spans and spans[-1][1] >= stop:
                continue  # inside the reach of an earlier one
            spans.append((end, stop))
    return tuple(spans)


def certainty(found: Found) -> str:
    """How sure the clause sounds; a denied certainty (不保证) is none."""
    first = found.first
    if "certain.low" in first:
        return "low"
    high = first.get("certain.high")
    if high is None:
        return "none"
    denied = min((first[kind][1] for kind in DENIALS if kind in first), default=None)
    return "none" if denied is not None and denied <= high[0] else "high"


_QUOTES = frozenset(":“「『\"'")


def reported(found: Found, actor: str, previous: Frame | None) -> bool:
    """Whether these are somebody else's words: 您说…, 有人要您…, and what a colon or quote adds."""
    first = found.first
    if "reporting.always" in first:
        return True
    if actor in ("customer", "third") and "reporting" in first:
        return True
    if "causative" in first and actor == "third":
        return True
    if previous is None or not previous.reported:
        return False
    between = found.text[previous.end : found.clause.start]
    return not _QUOTES.isdisjoint(between) or found.text[previous.end - 1] in "说称讲"


def span(text: str, start: int, end: int, chaff: str = " ") -> Span | None:
    """The stretch without the chaff around it; None when nothing is left."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(chaff))
    end -= len(piece) - len(piece.rstrip(" "))
    return (start, end) if start < end else None


def tail(found: Found, particles: str) -> int:
    """The end of the clause without its particles and without the pressure words that close it."""
    text, end = found.text, found.clause.end
    least = found.clause.start
    for start, stop, kind in reversed(found.all):
        while end > least and text[end - 1] in particles:
            end -= 1
        if stop != end or not kind.startswith("pressure."):
            break
        end = start
    return end if end > least else found.clause.end
