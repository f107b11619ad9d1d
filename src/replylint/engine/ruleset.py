"""A compiled pack ready to run: automata, vocabularies, and who speaks in which context."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..model import Message
from ..pii import DETECTORS
from ..rules.rule import Detector, Guard, Kind, Metric, Rule
from ..text.edges import Edges
from .automaton import Automaton
from .context import Choir, Context, choir, context
from .kinds.metric import limit
from .settings import Settings
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    from ..rules.cache import Compiled

LANGS = ("zh", "en")


class Ruleset:
    """Immutable once made, safe between threads; pickled as what it was made from.

    ``rules`` are those that are on, by id; ``known`` every id of the pack, on or off.
    """

    def __init__(self, compiled: Compiled, settings: Settings | None = None) -> None:
        self._compiled = compiled
        self.settings = settings = settings or Settings()
        pack = compiled.pack
        self.known = frozenset(rule.id for rule in pack.rules)
        self.numbered: tuple[Rule, ...] = tuple(r for r in pack.rules if settings.selects(r.id))
        self.rules: Mapping[str, Rule] = {rule.id: rule for rule in self.numbered}
        self.guards: Mapping[str, Guard] = {guard.name: guard for guard in pack.guards}
        self.edges = Edges(compiled.crossings, settings.tokenizer)
        self.vocabulary = {
            lang: Vocabulary(pack.lexicons, lang, self.edges) for lang in (*LANGS, "other")
        }
        self.terms = compiled.terms
        self.limits = {name: dict(by_channel) for name, by_channel in settings.limits}
        self._choirs: dict[Context, Choir] = {}
        self._unwoken = frozenset(
            number for number, rule in enumerate(self.numbered) if not _literals(rule)
        )
        self.term_rules = frozenset(
            number for number, rule in enumerate(self.numbered) if rule.kind is Kind.TERM
        )
        self.wakes = self._wakes()

    def _wakes(self) -> Automaton[tuple[int, ...]]:
        """What each literal wakes: a rule by its number, or (below zero) a form of the term base."""
        words: defaultdict[str, list[int]] = defaultdict(list)
        for number, rule in enumerate(self.numbered):
            for literal in _literals(rule):
                words[literal].append(number)
        if any(_counts_terms(rule) for rule in self.numbered):
            for number, form in enumerate(self.terms.forms()):
                words[form].append(~number)
        return Automaton({word: tuple(codes) for word, codes in words.items()})

    def __reduce__(self) -> tuple[type[Ruleset], tuple[Any, Settings]]:
        return Ruleset, (self._compiled, self.settings)

    def choir(self, message: Message) -> Choir:
        """Who may speak to a message."""
        here = context(message)
        found = self._choirs.get(here)
        if found is None:
            found = choir(self.numbered, self._unwoken, here, self.settings.profiles)
            if len(self._choirs) > 500:  # channels are free text
                self._choirs.clear()
            self._choirs[here] = found
        return found

    def looks(self, number: int, text: str, lang: str | None, channel: str | None) -> bool:
        """Whether a rule that no literal wakes is worth a look at a folded text. Never wrongly no.

        ``lang`` None: not told yet.
        """
        rule = self.numbered[number]
        if lang is not None and rule.lang not in (lang, "any"):
            return False
        match = rule.match
        if isinstance(match, Metric):
            return len(text) > limit(match, channel, self.limits)
        if isinstance(match, Detector):
            return DETECTORS[match.name].gate.admits(text)
        return True


def _literals(rule: Rule) -> Sequence[str]:
    """What wakes a rule; empty when nothing does and it is looked at always."""
    if isinstance(rule.match, Detector):
        return DETECTORS[rule.match.name].gate.literals
    return rule.wakes


def _counts_terms(rule: Rule) -> bool:
    """Whether a rule wants to know the terms of a message."""
    match = rule.match
    return rule.kind is Kind.TERM or (isinstance(match, Metric) and match.name == "terms-per-100")
