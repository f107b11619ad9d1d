"""A compiled pack ready to run: automata, vocabularies, and who speaks in which context."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..model import Message
from ..rules.rule import Guard, Lexicon, Rule, Weighted
from ..text.edges import Crossings, Edges
from .alarm import Alarm, Choir
from .context import Context, context
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
        self.known = frozenset((*(rule.id for rule in pack.rules), *pack.talk.ids))
        self.numbered: tuple[Rule, ...] = tuple(r for r in pack.rules if settings.selects(r.id))
        self.rules: Mapping[str, Rule] = {rule.id: rule for rule in self.numbered}
        self.guards: Mapping[str, Guard] = {guard.name: guard for guard in pack.guards}
        self.edges = _edges(compiled.crossings, settings.tokenizer)
        self.vocabulary = _Vocabularies(pack.lexicons, self.edges)
        self.lexicons = pack.lexicons
        self.talk = pack.talk
        self.terms = compiled.terms
        self.limits = {name: dict(by_channel) for name, by_channel in settings.limits}
        self.alarm = Alarm(self.numbered, self.terms, pack.lexicons, settings)
        self.weighted: Mapping[tuple[str, str], Rule] = {  # by language and topic
            (rule.lang, rule.topic): rule
            for rule in self.numbered
            if isinstance(rule.match, Weighted)
        }
        self._choirs: dict[Context, Choir] = {}

    def __reduce__(self) -> tuple[type[Ruleset], tuple[Any, Settings]]:
        return Ruleset, (self._compiled, self.settings)

    def choir(self, message: Message) -> Choir:
        """Who may speak to a message."""
        here = context(message)
        found = self._choirs.get(here)
        if found is None:
            found = self.alarm.choir(here, self.settings.profiles, self.limits)
            if len(self._choirs) > 500:  # channels are free text
                self._choirs.clear()
            self._choirs[here] = found
        return found


@lru_cache(maxsize=4)
def _edges(crossings: Crossings, tokenizer: str) -> Edges:
    """Shared by all rulesets of a pack: a tokenizer takes a tenth of a second to make."""
    return Edges(crossings, tokenizer)


class _Vocabularies(dict[str, Vocabulary]):
    """By language, each made when a message in it is judged: they are the largest tables."""

    def __init__(self, lexicons: Sequence[Lexicon], edges: Edges) -> None:
        super().__init__()
        self._lexicons = lexicons
        self._edges = edges

    def __missing__(self, lang: str) -> Vocabulary:
        # two threads may both make one: harmless
        made = self[lang] = Vocabulary(self._lexicons, lang, self._edges)
        return made
