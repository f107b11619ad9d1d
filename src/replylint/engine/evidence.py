"""Weighs the clauses of a text: what the phrases that offences share add up to in one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import NamedTuple

from ..rules.rule import Lexicon, Weighted
from ..text.clauses import Clause, split
from ..text.weighing import places, plain
from .automaton import Automaton
from .hit import Span

_SHOWN = 3  # pieces of evidence that a finding names


class Weighed(NamedTuple):
    """The clause of a text that weighs most, and what it would be an offence of."""

    score: float
    clause: int
    topic: str


class Scales:
    """One table of evidence, ready to weigh. Safe between threads."""

    __slots__ = ("_beside", "_here", "_match", "_phrases", "_topics", "_wakes", "latin")

    def __init__(self, match: Weighted, lexicon: Lexicon, wakes: Sequence[str]) -> None:
        self._match = match
        self._phrases: Automaton[None] = Automaton(dict.fromkeys(lexicon.words))
        self._wakes: Automaton[None] = Automaton(dict.fromkeys(wakes))
        self._here: list[float] = []
        self._beside: list[float] = []
        self._topics: dict[int, tuple[tuple[str, float], ...]] = {}
        self.latin = lexicon.lang == "en"
        for number, row in enumerate(lexicon.weights):
            here, beside, said = row.split("|")
            self._here.append(float(here))
            self._beside.append(float(beside))
            if said:
                words = said.split(" ")
                pairs = zip(words[::2], map(float, words[1::2]), strict=True)
                self._topics[number] = tuple(pairs)

    def heaviest(self, text: str, clauses: Sequence[Clause] | None = None) -> Weighed | None:
        """The heaviest of the clauses of a folded text in which a waking word begins, if any."""
        starts = {
            start
            for _, start, end in self._wakes.matches(text)
            if not self.latin or _apart(text, start, end)
        }
        if not starts:
            return None
        if clauses is None:
            clauses = split(text, self.latin)
        begins = [clause.start for clause in clauses]
        return self.weigh(text, clauses, {bisect_right(begins, start) - 1 for start in starts})

    def weigh(
        self, text: str, clauses: Sequence[Clause], only: Collection[int] | None = None
    ) -> Weighed | None:
        """The heaviest clause of a folded text, or of those numbered ``only``."""
        best: Weighed | None = None
        known: dict[int, set[int]] = {}

        def of(at: int) -> set[int]:
            if at not in known:
                read = plain(text, clauses[at : at + 1], self.latin).text
                known[at] = {number for number, _, _ in self._phrases.matches(read)}
            return known[at]

        for at in range(len(clauses)) if only is None else sorted(only):
            if at < 0:
                continue
            own = of(at)
            score = self._match.bias + sum([self._here[n] for n in own])
            for other in (at - 1, at + 1):
                if 0 <= other < len(clauses):
                    score += sum([self._beside[n] for n in of(other)])
            if best is None or score > best.score:
                best = Weighed(score, at, "")
        return best and best._replace(topic=self._topic(of(best.clause)))

    def evidence(self, text: str, clauses: Sequence[Clause], number: int) -> list[Span]:
        """Where in folded ``text`` the strongest evidence of a clause stands, strongest first."""
        clause = clauses[number]
        read = plain(text, (clause,), self.latin).text
        where = places(text, clause, self.latin)
        found = [
            (-self._here[n], start, end)
            for n, start, end in self._phrases.matches(read)
            if self._here[n] > 0 and "0" not in read[start:end]  # no figure is anybody's guilt
        ]
        spans: list[Span] = []
        for _, start, end in sorted(found):
            inside = [place for place in where[start:end] if place[0] < place[1]]
            if not inside:
                continue
            span = inside[0][0], inside[-1][1]
            if all(span[1] <= a or b <= span[0] for a, b in spans):
                spans.append(span)
                if len(spans) == _SHOWN:
                    break
        return spans

    def _topic(self, numbers: set[int]) -> str:
        votes = dict(self._match.topics)
        for number in numbers:
            for topic, weight in self._topics.get(number, ()):
                votes[topic] += weight
        return max(votes, key=votes.__getitem__)


def _apart(text: str, start: int, end: int) -> bool:
    """Whether an English hit is no part of a longer word."""
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


class Bench:
    """The scales of a pack, each made when first asked."""

    __slots__ = ("_lexicons", "_scales")

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._lexicons = lexicons
        self._scales: dict[int, Scales] = {}

    def scales(self, match: Weighted, wakes: Sequence[str]) -> Scales:
        """Those of a match; ``wakes`` are the words that wake its rule."""
        known = self._scales.get(match.label)
        if known is None:  # two threads may both make them: harmless
            made = Scales(match, self._lexicons[match.label], wakes)
            known = self._scales[match.label] = made
        return known


def threshold(match: Weighted, script: str | None, latin: bool) -> float:
    """The score that is an offence in a script (``Hans``, ``Hant``, None: not known)."""
    raises = dict(match.raises)
    if latin:
        return raises["en"]
    return raises.get((script or "Hans").lower(), max(raises.values()))
