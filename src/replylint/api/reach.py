"""How far behind a place rules may still look: what a stream must wait for before it lets go.

Worked out once from the rules: a sequence that may run over clauses has words it can begin with
(*openers*), and so many code points after one of them it is either there or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import NamedTuple
from weakref import WeakKeyDictionary

from ..engine.automaton import Automaton
from ..engine.explain import Trace
from ..engine.ruleset import Ruleset
from ..engine.scene import Scene
from ..rules.rule import Gap, Kind, Lexicon, Rule, Slot, Where
from ..rules.rule import Sequence as SequenceOf
from ..text.clauses import Clause, split
from ..text.fold import Folded, fold

_OPENING = "(“「『【〔\"'*#>-•·"  # stands in front of the clause that follows
_AT_CLOSE = frozenset((Kind.REQUIRE, Kind.METRIC))
_KNOWN: WeakKeyDictionary[Ruleset, Reach] = WeakKeyDictionary()


class Edge(NamedTuple):
    """Where a clause ends with its punctuation, in code points; ``sentence``: a sentence does."""

    at: int
    sentence: bool


class _Opener(NamedTuple):
    message: bool  # runs over sentences, not only over clauses
    reach: float
    most: float  # code points between the start of the stretch and the opener


@dataclass(slots=True)
class Hearing(Trace):
    """A trace that keeps which rules woke and what they weighed, and works out nothing else."""

    def saw(self, scene: Scene) -> None:
        pass


def reach(ruleset: Ruleset) -> Reach:
    """That of a ruleset, worked out when it is first asked for."""
    known = _KNOWN.get(ruleset)
    if known is None:
        known = _KNOWN[ruleset] = Reach(ruleset)  # two threads may both make one: harmless
    return known


class Reach:
    """What of a text that goes on can still become part of a finding. Safe between threads."""

    __slots__ = ("_openers", "_patterns", "_wide", "at_close")

    def __init__(self, ruleset: Ruleset) -> None:
        rules = ruleset.numbered
        self.at_close = frozenset(rule.id for rule in rules if rule.kind in _AT_CLOSE)
        """Rules that can only judge a whole reply: what is missing, and lengths."""
        self._patterns = frozenset(rule.id for rule in rules if rule.kind is Kind.PATTERN)
        self._wide = frozenset(rule.id for rule in rules if _is_wide(rule.where))
        self._openers = Automaton(_openers(rules, ruleset.lexicons))

    def settled(self, text: Text, at: int, hearing: Hearing) -> Iterator[Edge]:
        """The edges behind ``at`` before which nothing more can be found, whatever follows."""
        limit = min(self._open(text), self._vetoed(text, at, hearing))
        restless = not self._patterns.isdisjoint(hearing.woken)
        for edge in text.edges:
            if edge.at > limit or (restless and edge.at > text.last_sentence):
                return
            if edge.at > at:
                yield edge

    def _open(self, text: Text) -> float:
        """Where the first sequence begins that may not be complete yet."""
        first: float = inf
        folded = text.folded.text
        for number, start, _ in self._openers.matches(folded):
            for opener in self._openers.values[number]:
                begins = 0 if opener.message else text.sentence_at(start)
                if start - begins > opener.most or start + opener.reach <= len(folded):
                    continue
                if opener.message or start >= text.last_folded:
                    first = min(first, text.folded.start(start))
        return first

    def _vetoed(self, text: Text, at: int, hearing: Hearing) -> float:
        """Where the first word stands that is no finding yet, but may become one."""
        first: float = inf
        for each in hearing.candidates:
            if each.veto is None or each.end <= at or each.rule in self.at_close:
                continue
            if each.rule in self._wide or each.end > text.last_sentence:
                first = min(first, each.start)
        return first


class Text:
    """A text that may go on: its edges, and where its last, unfinished sentence begins."""

    __slots__ = ("_clauses", "edges", "folded", "last_folded", "last_sentence")

    def __init__(self, text: str, latin: bool, whole: bool) -> None:
        self.folded: Folded = fold(text)
        self._clauses = split(self.folded.text, latin)
        self.edges = tuple(_edges(self.folded, self._clauses, whole))
        ends = [edge.at for edge in self.edges if edge.sentence]
        self.last_sentence = max(ends, default=0)
        """Where the last sentence begins; the end of the text when all are finished."""
        self.last_folded = self.folded.at(self.last_sentence)

    def sentence_at(self, at: int) -> int:
        """Where the sentence around a folded offset begins, folded."""
        before = [each.at for each in self.edges if each.sentence]
        return max((b for e in before if (b := self.folded.at(e)) <= at), default=0)

    def sentence_start(self, at: int) -> int:
        """Where the sentence around an offset begins."""
        return max((e.at for e in self.edges if e.sentence and e.at <= at), default=0)

    def clause_start(self, at: int) -> int:
        """Where the clause around an offset begins."""
        return max((e.at for e in self.edges if e.at <= at), default=0)


def _edges(folded: Folded, clauses: Sequence[Clause], whole: bool) -> Iterator[Edge]:
    for clause, following in pairwise(clauses):
        gap = folded.text[clause.end : following.start]
        at = clause.end + len(gap.rstrip(_OPENING))
        yield Edge(folded.start(at), following.sentence != clause.sentence)
    if whole:
        yield Edge(len(folded.original), True)


def _openers(rules: Iterable[Rule], lexicons: Sequence[Lexicon]) -> Mapping[str, list[_Opener]]:
    """What each word may begin: of several sequences alike the one that reaches furthest."""
    found: dict[str, dict[tuple[bool, float], float]] = {}
    for rule in rules:
        match = rule.match
        if not isinstance(match, SequenceOf) or match.within == "clause":
            continue
        reach = _reach(match, lexicons)
        most = inf if match.from_start is None else _most(match.from_start)
        for label in _first(match):
            for word in lexicons[label].words:
                known = found.setdefault(word, {})
                key = match.within == "message", most
                known[key] = max(known.get(key, 0), reach)
    return {
        word: [_Opener(message, reach, most) for (message, most), reach in kinds.items()]
        for word, kinds in found.items()
    }


def _first(match: SequenceOf) -> Iterator[int]:
    """The lexicons of the words a match can begin with."""
    for item in match.items:
        if isinstance(item, Slot):
            yield from item.labels
            if not item.optional:
                return


def _reach(match: SequenceOf, lexicons: Sequence[Lexicon]) -> float:
    """Code points of the longest match."""
    if match.to_end is not None:
        return inf
    reach: float = 0
    for item in match.items:
        if isinstance(item, Gap):
            reach += _most(item)
        else:
            reach += max(
                (len(w) for label in item.labels for w in lexicons[label].words), default=0
            )
    return reach


def _most(gap: Gap) -> float:
    return inf if gap.most is None else gap.most


def _is_wide(where: Where | None) -> bool:
    """Whether a test asks for words beyond its sentence, which may still come."""
    return where is not None and (
        any(scope.where in ("message", "next") for scope in where.scopes)
        or any(map(_is_wide, where.any_of + where.none_of))
    )
