"""What the tools do, without the protocol: check, suggest, explain, look up."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..api.linter import Linter
from ..api.surroundings import language
from ..config import Config
from ..errors import UsageError, did_you_mean
from ..glossary.edit import find
from .rows import (
    CheckedReply,
    FoundTerms,
    RuleRow,
    SuggestedReply,
    checked,
    rule_row,
    suggested,
    term_row,
)

if TYPE_CHECKING:
    from ..rules.load import Loaded


class Desk:
    """One linter and what it knows. Raises UsageError for what cannot be asked."""

    def __init__(self, config: Config) -> None:
        self._settings = config.settings()
        self._lang = language(self._settings.lang)
        self._linter = Linter(config)

    def check(self, text: str, fields: dict[str, Any]) -> CheckedReply:
        result = self._linter.check(text, **fields)
        return checked(result, self._linter.rewrite(text, **fields))

    def suggest(self, text: str, safety: str, fields: dict[str, Any]) -> SuggestedReply:
        proposal = self._linter.rewrite(text, safety, **fields)
        decision = self._linter.check(proposal.text, **fields).decision
        return suggested(text, proposal, decision)

    def explain(self, rule: str) -> RuleRow:
        known = {each.id: each for each in self._packs.pack.rules}
        if rule not in known:
            raise UsageError(f'no rule is named "{rule[:80]}"', hint=did_you_mean(rule, known))
        return rule_row(known[rule], self._packs.examples.get(rule, ()), self._lang)

    def look_up(self, word: str) -> FoundTerms:
        return {"terms": [term_row(term) for term in find(self._linter.terms, word)]}

    @cached_property
    def _packs(self) -> Loaded:
        """The packs with their examples, which a linter has no need of."""
        from ..rules.find import locate
        from ..rules.load import load

        folders = [Path(folder) for folder in locate("rules", self._settings.packs)]
        return load(folders, examples=True)
