"""Rulesets by settings: every pack is compiled or read once, every ruleset made once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..engine.lint import lint
from ..engine.ruleset import Ruleset
from ..engine.settings import Settings as EngineSettings
from ..model import Severity
from ..rules.cache import Compiled, compiled
from ..rules.find import locate
from .surroundings import cache_folder, language

if TYPE_CHECKING:
    from ..config import Config, Public, Settings
    from ..config.settings import Talks
    from ..conversation.book import Book
    from ..engine.explain import Trace
    from ..model import Message, Result
    from ..pii.hit import Public as Known
    from ..rules.rule import Rule
    from ..text.protected import Protected


class Rulesets:
    """Grows while settings are added; afterwards safe to share between threads, and to pickle.

    A *key* stands for settings that were added: a small number, cheap to hand around.
    """

    __slots__ = ("_books", "_compiled", "_enough", "_keys", "_made", "_talks")

    def __init__(self, enough: Collection[str] | None = None) -> None:
        """``enough``: the ids of the only rules that need to be read, where that is known."""
        self._enough = enough
        self._made: list[Ruleset] = []
        self._keys: dict[object, int] = {}
        self._compiled: dict[object, Compiled] = {}
        self._talks: list[Talks] = []
        self._books: dict[int, Book] = {}

    def add(self, settings: Settings) -> int:
        """The key of these settings' ruleset. Raises PackError and GlossaryError."""
        packs = settings.packs, settings.glossary, settings.cache
        wanted = packs, engine_settings(settings), settings.conversation
        key = self._keys.get(wanted)
        if key is None:
            if packs not in self._compiled:
                self._compiled[packs] = compiled_packs(settings, self._enough)
            key = self._keys[wanted] = len(self._made)
            self._made.append(Ruleset(self._compiled[packs], wanted[1]))
            self._talks.append(settings.conversation)
        return key

    def made(self, key: int) -> Ruleset:
        """The ruleset itself."""
        return self._made[key]

    def book(self, key: int) -> Book:
        """The rules over turns, made when a conversation is first checked."""
        found = self._books.get(key)
        if found is None:
            from ..conversation.book import Book

            ruleset = self._made[key]
            # two threads may both make one: harmless
            found = Book(ruleset.talk, ruleset.settings, self._talks[key])
            self._books[key] = found
        return found

    def lint(
        self,
        key: int,
        message: Message,
        protected: tuple[Protected, ...] | None = None,
        trace: Trace | None = None,
    ) -> Result:
        """What the rules of ``key`` say of a message."""
        return lint(message, self._made[key], protected, trace)

    def rules(self, key: int) -> Mapping[str, Rule]:
        """The rules over messages that are on, by id."""
        return self._made[key].rules

    def known(self, key: int) -> Collection[str]:
        """The ids of all rules of the packs, on or off."""
        return self._made[key].known

    def check(self, config: Config, key: int) -> None:
        """Raise ConfigError when ``config`` names a rule that neither packs nor files have."""
        if config.rules:
            from ..files.terms import RULES

            config.check_rules({*self.known(key), *RULES})


def engine_settings(settings: Settings) -> EngineSettings:
    """What of the settings the engine judges by."""
    return EngineSettings(
        profiles=settings.profiles,
        select=settings.select,
        ignore=settings.ignore,
        severity=settings.severity,
        lang=language(settings.lang),
        public=_folded(settings.public),
        limits=settings.limits,
        max_chars=settings.max_chars,
        timeout_ms=settings.timeout_ms,
        tokenizer=settings.tokenizer,
        block=settings.policy.block,
        revise=settings.policy.revise,
    )


def _folded(own: Public) -> Known:
    """The house's own data as detectors meet it; hotlines as written, for rewrites show them."""
    from ..pii.hit import Public as Known
    from ..text.fold import fold_word

    domains, channels, names = (
        tuple(map(fold_word, words)) for words in (own.domains, own.channels, own.names)
    )
    return Known(own.hotlines, domains, channels, names)


def suppression_levels(settings: Settings) -> dict[str, Severity | None]:
    """The severity of every rule about suppressions, None for those that are off."""
    from ..files.terms import RULES

    engine = engine_settings(settings)
    return {
        rule: Severity(engine.override(rule) or usual) if engine.selects(rule) else None
        for rule, (usual, *_) in RULES.items()
    }


def compiled_packs(settings: Settings, enough: Collection[str] | None = None) -> Compiled:
    """The packs and term bases of the settings, from the cache where it holds."""
    packs = locate("rules", settings.packs)
    glossaries = locate("glossary", settings.glossary)
    return compiled(packs, glossaries, _kept_in(settings), enough)


def _kept_in(settings: Settings) -> Path | None:
    folder = cache_folder(settings.cache)
    return None if folder is None else Path(folder)
