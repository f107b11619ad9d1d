"""`rules test`: every example of every rule, run; what does not hold is printed with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..api.rulesets import compiled_packs
from ..engine.examples import Failure, run
from ..engine.lint import lint
from ..engine.propose import propose
from ..engine.ruleset import Ruleset
from ..engine.settings import Settings
from ..files.discover import shown
from ..model import Conversation, ConversationResult, Message, Result
from ..rules.rule import Kind
from .packs import chosen, config, loaded
from .streams import standard_output

if TYPE_CHECKING:
    from ..rules.cache import Compiled
    from ..rules.load import Loaded
    from ..rules.rule import Rule
    from .asked import Asked


Lint = Callable[[Message], Result]


def prove(asked: Asked, patterns: Sequence[str]) -> int:
    """Effect: run the examples of the rules named, of all for none; 1 when one does not hold."""
    packs, _ = loaded(asked)
    rules = chosen(packs, tuple(patterns))
    out = standard_output(machine=False)
    failures = 0
    for failure in _failures(packs, rules, compiled_packs(config(asked).settings())):
        failures += 1
        origin = failure.origin
        place = "-" if origin is None else replace(origin, path=shown(origin.path))
        out.write(f"{place}: {failure.rule}: {failure.what}: {failure.detail}\n")
    number = sum(len(packs.examples.get(rule.id, ())) for rule in rules)
    out.write(f"{len(rules)} rules, {number} examples, {failures} do not hold\n")
    return 1 if failures else 0


def _failures(packs: Loaded, rules: Sequence[Rule], made: Compiled) -> Iterator[Failure]:
    """Each rule by itself: a rule of a profile is tried with that profile on."""
    among: dict[tuple[str, ...], Callable[[Message], Result]] = {}
    for rule in rules:
        profiles = rule.conditions.profiles
        if rule.kind is Kind.TURNS:
            if profiles not in among:
                among[profiles] = _linting(made, Settings(profiles=profiles))
            yield from _over_turns(packs, rule, made, among[profiles])
            continue
        alone = _linting(made, Settings(select=(rule.id,), profiles=profiles))
        if profiles not in among:
            among[profiles] = _linting(made, Settings(profiles=profiles))
        of_all = among[profiles]
        yield from run(
            replace(packs.pack, rules=(rule,)),
            packs.examples,
            lambda _, message, alone=alone: alone(message),  # type: ignore[misc]
            of_all,
            lambda message, of_all=of_all: propose(message, of_all),  # type: ignore[misc]
        )


def _over_turns(packs: Loaded, rule: Rule, made: Compiled, lint: Lint) -> Iterator[Failure]:
    from ..conversation.examples import run as run_talks

    everything = Settings(profiles=rule.conditions.profiles)
    alone = replace(everything, select=(rule.id,))
    yield from run_talks(
        rule,
        packs.examples.get(rule.id, ()),
        _checking(made, alone, lint),
        _checking(made, everything, lint),
        packs.pack.talk.ids,
    )


def _checking(
    made: Compiled, turns: Settings, lint: Lint
) -> Callable[[Conversation], ConversationResult]:
    """Checks with some of the rules over turns; ``lint`` has those over messages."""
    from ..api.conversations import check
    from ..config.settings import Talks
    from ..conversation.book import Book

    book = Book(made.pack.talk, turns, Talks())
    return lambda told: check(told, lint, book, {})


def _linting(made: Compiled, settings: Settings) -> Callable[[Message], Result]:
    ruleset = Ruleset(made, settings)
    return lambda message: lint(message, ruleset)
