"""Decides which rules are worth a look at a message: cheaply, and never one too few.

A rule is woken by a literal that must stand in all it can match, by a term of the term base, by
enough digits, or by sheer length; what nothing of the kind can gate is looked at always.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Sequence as SequenceOf
from dataclasses import dataclass
from functools import cached_property

from ..glossary.term import TermBase
from ..pii import DETECTORS
from ..pii.digits import count
from ..pii.digits import longest as longest_run
from ..rules.rule import Detector, Kind, Lexicon, Metric, Require, Rule, Term, Weighted
from .asks import besides
from .automaton import Automaton
from .bounds import LEAST_WORDS, least_size, may_exceed
from .context import Context, allows
from .kinds.metric import limit
from .settings import Settings
from .slots import Look, Slots

Matches = list[tuple[int, int, int]]

_EXPERT, _COMMON, _WRONG = 1, 2, 4
_OF_MODES = {"unexplained": _EXPERT, "plain": _EXPERT, "common": _COMMON, "forbidden": _WRONG}
_DENSE = "terms-per-100"


@dataclass(frozen=True)  # no slots: a cached property needs its dictionary
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
    least_size: float = 0
    """No rule is woken by the length of a text of no more code points than these."""

    @cached_property
    def least_digits(self) -> int:
        """With fewer digits than these in all no rule is woken by digits."""
        return min((max(run, least) for _, run, least in self.digits), default=0)

    @property
    def everybody(self) -> set[int]:
        """All that may speak at all."""
        found = {*self.literal, *self.mixed, *self.always}
        for listed in (self.digits, self.lengths, self.terms, self.dense):
            found.update(entry[0] for entry in listed)
        return found


class Alarm:
    """The literals and forms that wake rules, in one automaton."""

    def __init__(
        self,
        rules: SequenceOf[Rule],
        base: TermBase,
        lexicons: SequenceOf[Lexicon],
        settings: Settings,
    ) -> None:
        self._rules = rules
        self._literals = [_literals(rule, lexicons) for rule in rules]
        self._slots = slots = Slots(lexicons)
        self.bench = slots.bench
        self._asks = [besides(rule, settings, slots) for rule in rules]
        self._of = {
            lang: frozenset(n for n, rule in enumerate(rules) if rule.lang in (lang, "any"))
            for lang in ("zh", "en", "any")
        }
        words: defaultdict[str, list[int]] = defaultdict(list)
        self._kin = _kin(rules)
        for number, literals in enumerate(self._literals):
            if number not in self._kin or number == min(self._kin[number]):
                for literal in literals:
                    words[literal].append(number)
        self._metrics = [m.name if isinstance(m := rule.match, Metric) else "" for rule in rules]
        self._kinds: list[int] = []
        self._concepts: list[str] = []
        if any(_asks_terms(rule) for rule in rules):
            for form in base.forms():
                words[form]
            self._read(base)
        self.automaton: Automaton[list[int]] = Automaton(words)
        """The rules each literal wakes; none where it is a form of the term base only."""
        self.forms: Mapping[int, int] = {}
        """The number of each form of the term base, by its place in the automaton."""
        if self._kinds:
            forms = {form: number for number, form in enumerate(base.forms())}
            self.forms = {place: forms[word] for place, word in enumerate(words) if word in forms}

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

    def form(self, place: int) -> tuple[int, int, str] | None:
        """What a literal of the automaton is as a form of the term base: the form's number, its
        kind, and the id of its concept; None when it is none."""
        number = self.forms.get(place)
        return None if number is None else (number, self._kinds[number], self._concepts[number])

    def choir(
        self,
        here: Context,
        profiles: SequenceOf[str],
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
            min((least_size(self._metrics[n], most) for n, most in lengths), default=0),
        )

    def met(self, choir: Choir, text: str, matches: Matches) -> set[int]:
        """The rules of a choir that a look at folded ``text`` cannot rule out; most are ruled out
        by `asked`, which costs more and wants to know the language."""
        values, forms_of = self.automaton.values, self.forms
        met = {number for number, _, _ in matches}
        found: set[int] = set()
        for number in met:
            found.update(values[number])
        if self._kin:
            found = self.with_kin(found)
        found &= choir.literal
        if forms_of and (forms := [forms_of[number] for number in met if number in forms_of]):
            self._by_terms(choir, forms, found)
        size = len(text)
        if size > choir.least_size:
            for number, most in choir.lengths:
                if size > most and may_exceed(self._metrics[number], text, most):
                    found.add(number)
        # A stretch has no more digits than the text: few texts are searched for stretches.
        if choir.digits and (digits := count(text)) >= choir.least_digits:
            run = longest_run(text)
            found.update(n for n, most, least in choir.digits if most <= run and least <= digits)
        found.update(choir.always)
        return found

    def with_kin(self, found: set[int]) -> set[int]:
        """With those that weigh the same evidence for other topics: their words wake the first."""
        for number in self._kin.keys() & found:
            found = found | self._kin[number]
        return found

    def speaks(self, met: set[int], lang: str) -> bool:
        """Whether one of the rules is of that language alone."""
        return not self._of[lang].isdisjoint(met - self._of["any"])

    def asked(self, met: set[int], langs: Iterable[str], text: str) -> set[int]:
        """Those of the rules `met` that must look at folded ``text``, which is in ``langs``."""
        asks = self._asks
        found: set[int] = set()
        for lang in langs:
            found |= met & self._of.get(lang, self._of["any"])
        look = Look(text, self._slots)
        return {number for number in found if (ask := asks[number]) is None or ask(look)}

    def _by_terms(self, choir: Choir, forms: SequenceOf[int], found: set[int]) -> None:
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


def _kin(rules: SequenceOf[Rule]) -> dict[int, set[int]]:
    """For each rule that weighs evidence all that weigh the same."""
    of: defaultdict[int, set[int]] = defaultdict(set)
    for number, rule in enumerate(rules):
        if isinstance(rule.match, Weighted):
            of[rule.match.label].add(number)
    return {number: kin for kin in of.values() for number in kin}


def _literals(rule: Rule, lexicons: SequenceOf[Lexicon]) -> SequenceOf[str]:
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
