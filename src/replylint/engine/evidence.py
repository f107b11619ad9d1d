"""Weighs the clauses of a text: what the phrases that offences share add up to in one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
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

    __slots__ = ("_beside", "_here", "_match", "_phrases", "_topics", "latin")

    def __init__(self, match: Weighted, lexicon: Lexicon) -> None:
        self._match = match
        self._phrases: Automaton[None] = Automaton(dict.fromkeys(lexicon.words))
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

    def weigh(self, text: str, clauses: Sequence[Clause] | None = None) -> Weighed | None:
        """The heaviest clause of a folded text; None when it has none."""
        if clauses is None:
            clauses = split(text, self.latin)
        if not clauses:
            return None
        read = plain(text, clauses, self.latin)
        found = self._found(read.text, read.starts)
        weights, besides = self._here, self._beside
        own = [self._match.bias + sum([weights[n] for n in numbers]) for numbers in found]
        near = [0.0, *(sum([besides[n] for n in numbers]) for numbers in found), 0.0]
        scores = [own[at] + near[at] + near[at + 2] for at in range(len(own))]
        score = max(scores)
        heaviest = scores.index(score)
        return Weighed(score, heaviest, self._topic(found[heaviest]))

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

    def _found(self, text: str, starts: Sequence[int]) -> list[set[int]]:
        """The phrases of each clause."""
        found: list[set[int]] = [set() for _ in starts]
        for number, start, _ in self._phrases.matches(text):
            found[bisect_right(starts, start) - 1].add(number)
        return found

    def _topic(self, numbers: set[int]) -> str:
        votes = dict(self._match.topics)
        for number in numbers:
            for topic, weight in self._topics.get(number, ()):
                votes[topic] += weight
        return max(votes, key=votes.__getitem__)


class Bench:
    """The scales of a pack, each made when first asked."""

    __slots__ = ("_lexicons", "_scales")

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._lexicons = lexicons
        self._scales: dict[int, Scales] = {}

    def scales(self, match: Weighted) -> Scales:
        known = self._scales.get(match.label)
        if known is None:  # two threads may both make them: harmless
            known = self._scales[match.label] = Scales(match, self._lexicons[match.label])
        return known


def threshold(match: Weighted, script: str | None, latin: bool) -> float:
    """The score that is an offence in a script (``Hans``, ``Hant``, None: not known)."""
    raises = dict(match.raises)
    if latin:
        return raises["en"]
    return raises.get((script or "Hans").lower(), max(raises.values()))
