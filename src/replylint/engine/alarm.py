"""Decides which rules are worth a look at a message: cheaply, and never one too few.

A rule is woken by a literal that must stand in all it can match, by a term of the term base, by
enough digits, or by sheer length; what nothing of the kind can gate is looked at always.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..glossary.term import TermBase
from ..pii import DETECTORS
from ..pii.digits import count
from ..pii.digits import longest as longest_run
from ..rules.rule import Detector, Kind, Lexicon, Metric, Require, Rule, Term
from .automaton import Automaton
from .context import Context, allows
from .kinds.metric import LEAST_WORDS, limit, longest

Matches = list[tuple[int, int, int]]

_EXPERT, _COMMON, _WRONG = 1, 2, 4
_OF_MODES = {"unexplained": _EXPERT, "plain": _EXPERT, "common": _COMMON, "forbidden": _WRONG}
_DENSE = "terms-per-100"


@dataclass(frozen=True, slots=True)
class Choir:
    """The rules that may speak in a context, by what wakes them.

    ``lengths`` pairs a rule with the length above which it looks, ``digits`` with the digits in one
    stretch and in all that it asks for, ``terms`` with the kinds of terms it is about,
    ``mixed`` wants two names of one thing, ``dense`` several terms.
    """

    literal: frozenset[int]
    digits: tuple[tuple[int, int, int], ...] = ()
    lengths: tuple[tuple[int, float], ...] = ()
    terms: tuple[tuple[int, int], ...] = ()
    mixed: tuple[int, ...] = ()
    dense: tuple[tuple[int, float], ...] = ()
    always: tuple[int, ...] = ()

    @property
    def everybody(self) -> set[int]:
        """All that may speak at all."""
        found = {*self.literal, *self.mixed, *self.always}
        for listed in (self.digits, self.lengths, self.terms, self.dense):
            found.update(entry[0] for entry in listed)
        return found


class Alarm:
    """The literals and forms that wake rules, in one automaton."""

    def __init__(self, rules: Sequence[Rule], base: TermBase, lexicons: Sequence[Lexicon]) -> None:
        self._rules = rules
        self._literals = [_literals(rule, lexicons) for rule in rules]
        self._asks = [_besides(rule) for rule in rules]
        words: defaultdict[str, list[int]] = defaultdict(list)
        for number, literals in enumerate(self._literals):
            for literal in literals:
                words[literal].append(number)
        self._sentences = {
            number: 2 if rule.match.name == "sentence-words" else 1  # a word and what parts it
            for number, rule in enumerate(rules)
            if isinstance(rule.match, Metric) and rule.match.name.startswith("sentence-")
        }
        self._kinds: list[int] = []
        self._concepts: list[str] = []
        if any(_asks_terms(rule) for rule in rules):
            for number, form in enumerate(base.forms()):
                words[form].append(~number)
            self._read(base)
        self.automaton: Automaton[tuple[int, ...]] = Automaton(
            {word: tuple(codes) for word, codes in words.items()}
        )

    def _read(self, base: TermBase) -> None:
        """What each form of the term base is about, without making more of it than needed."""
        for form in base.forms():
            term = None if form in base.ignore else base.named(form)
            if term is None:
                self._kinds.append(0)
                self._concepts.append("")
                continue
            kind = {"expert": _EXPERT, "common": _COMMON}.get(term.difficulty, 0)
            self._kinds.append(_WRONG if term.wrong else kind)
            self._concepts.append(base.preferred(term).id)

    def choir(
        self,
        here: Context,
        profiles: Sequence[str],
        limits: Mapping[str, Mapping[str, float]],
    ) -> Choir:
        """Who may speak in a context. ``limits`` are the settings' own, by metric and channel."""
        literal: set[int] = set()
        digits: list[tuple[int, int, int]] = []
        lengths: list[tuple[int, float]] = []
        terms: list[tuple[int, int]] = []
        mixed: list[int] = []
        dense: list[tuple[int, float]] = []
        always: list[int] = []
        for number, rule in enumerate(self._rules):
            if not allows(rule.conditions, here, profiles):
                continue
            match = rule.match
            if self._literals[number]:
                literal.add(number)
            elif isinstance(match, Detector):
                gate = DETECTORS[match.name].gate
                digits.append((number, gate.run, gate.digits))
            elif isinstance(match, Metric):
                most = limit(match, here.channel, limits)
                (dense if match.name == _DENSE else lengths).append((number, most))
            elif isinstance(match, Term) and match.mode in _OF_MODES:
                terms.append((number, _OF_MODES[match.mode]))
            elif isinstance(match, Term):
                mixed.append(number)
            else:
                assert isinstance(match, Require)
                always.append(number)
        return Choir(
            frozenset(literal),
            tuple(digits),
            tuple(lengths),
            tuple(terms),
            tuple(mixed),
            tuple(dense),
            tuple(always),
        )

    def woken(self, choir: Choir, text: str, matches: Matches) -> set[int]:
        """The rules of a choir that must look at folded ``text``, whatever their language."""
        values = self.automaton.values
        met: set[int] = set()
        forms: set[int] = set()
        literal = choir.literal
        for number, _, _ in matches:
            for code in values[number]:
                if code < 0:
                    forms.add(~code)
                elif code in literal:
                    met.add(code)
        asks = self._asks
        found = {code for code in met if (ask := asks[code]) is None or ask(text)}
        if forms:
            self._by_terms(choir, forms, found)
        size = len(text)
        for number, most in choir.lengths:
            if size > most:
                least = self._sentences.get(number)  # code points that one unit takes at least
                if least is None or longest(text) >= least * most:
                    found.add(number)
        if choir.digits:
            run, digits = longest_run(text), count(text)
            found.update(n for n, most, least in choir.digits if most <= run and least <= digits)
        found.update(choir.always)
        return found

    def _by_terms(self, choir: Choir, forms: set[int], found: set[int]) -> None:
        kinds = [self._kinds[form] for form in forms]
        about = 0
        for kind in kinds:
            about |= kind
        found.update(number for number, wanted in choir.terms if wanted & about)
        if choir.mixed and len(forms) > 1:
            concepts = [concept for form in forms if (concept := self._concepts[form])]
            if len(set(concepts)) < len(concepts):
                found.update(choir.mixed)
        hard = sum(1 for kind in kinds if kind in (_EXPERT, _COMMON))
        for number, most in choir.dense:
            if hard * 100 > most * LEAST_WORDS:
                found.add(number)


def _literals(rule: Rule, lexicons: Sequence[Lexicon]) -> Sequence[str]:
    """What wakes a rule; empty when no literal does."""
    match = rule.match
    if isinstance(match, Detector):
        return DETECTORS[match.name].gate.literals
    if isinstance(match, Require) and match.when is not None:
        for scope in match.when.scopes:  # what must be said wherever something else is
            if scope.where == "message" and scope.has:
                return sorted({word for label in scope.has for word in lexicons[label].words})
    return rule.wakes


def _asks_terms(rule: Rule) -> bool:
    match = rule.match
    return rule.kind is Kind.TERM or (isinstance(match, Metric) and match.name == _DENSE)


_FEW = 12  # words are looked for one by one; more than these by an automaton


def _besides(rule: Rule) -> Callable[[str], bool] | None:
    """Asks what else must be there before a rule that a literal woke looks; None: nothing."""
    if isinstance(rule.match, Detector):
        gate = DETECTORS[rule.match.name].gate
        return gate.reached if gate.run or gate.digits else None
    asks = [_any_of(group) for group in rule.needs]
    if len(asks) < 2:
        return asks[0] if asks else None
    return lambda text: all(ask(text) for ask in asks)


def _any_of(words: tuple[str, ...]) -> Callable[[str], bool]:
    if len(words) <= _FEW:
        return lambda text: any(word in text for word in words)
    automaton = Automaton(dict.fromkeys(words))
    return lambda text: bool(automaton.matches(text))
