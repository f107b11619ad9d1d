"""The packs a command about rules means, with the examples that a lint has no need of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..api.surroundings import language
from ..config import Config, load
from ..errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from ..rules.load import Loaded
    from ..rules.rule import Rule
    from .asked import Asked


def config(asked: Asked) -> Config:
    """The settings at the working folder, or those that are named, under the options."""
    return load(explicit=asked.config).with_options(asked.settings)


def loaded(asked: Asked) -> tuple[Loaded, str]:
    """The rules with their examples, and the language to speak of them in."""
    from ..rules.find import locate
    from ..rules.load import load as load_packs

    settings = config(asked).settings()
    folders = [Path(folder) for folder in locate("rules", settings.packs)]
    return load_packs(folders, examples=True), language(settings.lang)


def chosen(packs: Loaded, patterns: tuple[str, ...]) -> list[Rule]:
    """The rules that ``patterns`` name (ids, topics, ``topic.*``), all of them for none."""
    from ..engine.settings import fits

    rules = list(packs.pack.everything)
    if not patterns:
        return rules
    found: dict[str, Rule] = {}
    for pattern in patterns:
        whole = pattern if "." in pattern or pattern == "*" else f"{pattern}.*"
        fitting = [rule for rule in rules if fits(whole, rule.id)]
        if not fitting:
            hint = did_you_mean(pattern, [rule.id for rule in rules])
            raise UsageError(
                f'no rule is named "{pattern}"', hint=hint or "replylint rules list shows all"
            )
        found.update((rule.id, rule) for rule in fitting)
    return list(found.values())
