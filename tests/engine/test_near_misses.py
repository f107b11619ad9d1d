"""Every guard, `where` and `except` of the bundled packs silences a sentence: none can be lost."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from replylint.engine.explain import Trace
from replylint.engine.lint import lint
from replylint.engine.ruleset import Ruleset
from replylint.engine.settings import Settings
from replylint.model import Message
from replylint.rules.cache import compiled
from replylint.rules.rule import Kind, Pack
from tests.engine.shared_pack import RULES, pack

ROWS = Path(__file__).with_name("near_misses.jsonl")
GLOSSARY = RULES.parent / "glossary"


class NearMiss(NamedTuple):
    """A text that wakes ``rule``, and what keeps the rule silent there."""

    rule: str
    veto: str
    text: str
    channel: str | None = None
    audience: str | None = None


def near_misses() -> tuple[NearMiss, ...]:
    lines = ROWS.read_text(encoding="utf-8").splitlines()
    return tuple(NearMiss(**json.loads(line)) for line in lines)


@cache
def ruleset() -> Ruleset:
    """All rules of all packs, those of a profile too."""
    profiles = {name for rule in pack().rules for name in rule.conditions.profiles}
    made = compiled([RULES], [GLOSSARY], None)
    return Ruleset(made, Settings(fixes=False, profiles=tuple(sorted(profiles))))


def proofs_needed(pack: Pack) -> set[tuple[str, str]]:
    """(rule, veto) of every `where` and `except`; (language, veto) of every guard in use there.

    A guard is one name for the words of several languages, and has to be shown in each of them.
    """
    wheres = {(r.id, "where") for r in pack.rules if r.where and r.kind is not Kind.REQUIRE}
    excepts = {(r.id, "except") for r in pack.rules if r.excepts}
    guards = {(rule.lang, f"guard {name}") for rule in pack.rules for name in rule.guards}
    return wheres | excepts | guards


@pytest.mark.parametrize("row", near_misses(), ids=lambda row: f"{row.rule} {row.veto}")
def test_a_near_miss_is_kept_silent(row: NearMiss) -> None:
    trace = Trace()
    lint(Message(row.text, channel=row.channel, audience=row.audience), ruleset(), trace=trace)
    vetoes = {each.veto for each in trace.candidates if each.rule == row.rule}
    assert row.veto in vetoes
    assert None not in vetoes, "the rule speaks elsewhere in the text"


def test_nothing_that_silences_is_unproved() -> None:
    langs = {rule.id: rule.lang for rule in pack().rules}
    proved = {
        (langs[row.rule] if row.veto.startswith("guard ") else row.rule, row.veto)
        for row in near_misses()
    }
    assert proofs_needed(pack()) - proved == set()


def test_every_guard_is_in_use() -> None:
    used = {name for rule in pack().rules for name in rule.guards}
    assert {guard.name for guard in pack().guards} - used == set()


def test_rows_are_sorted_and_each_proves_one_thing() -> None:
    rows = [(row.rule, row.veto, row.text) for row in near_misses()]
    assert rows == sorted(rows)
    assert len({(rule, veto) for rule, veto, _ in rows}) == len(rows)
