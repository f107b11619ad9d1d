"""Runs the conversations that rules over turns carry: each rule alone, among all, and disguised."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ..engine.examples import Failure
from ..model import Conversation, ConversationResult
from ..rules.rule import Example, Rule
from ..text.fold import to_hant

Check = Callable[[Conversation], ConversationResult]
Marks = tuple[tuple[int, int, int], ...]


def run(
    rule: Rule, examples: Sequence[Example], alone: Check, among: Check, ids: Sequence[str]
) -> Iterator[Failure]:
    """Every example of a rule that does not hold; ``ids`` are those of all rules over turns."""
    for example in examples:
        assert example.scenario is not None  # the loader asks for it
        told, wanted = example.scenario.conversation, example.scenario.marks
        found = _marks(rule.id, alone(told))
        if found != wanted:
            yield Failure(rule.id, "alone", example.origin, f"alone it finds {_shown(found)}")
            continue
        yield from _among(rule, example, among(told), ids)
        if wanted and _marks(rule.id, alone(_traditional(told))) != wanted:
            yield Failure(rule.id, "hant", example.origin, "respelled (hant) it finds otherwise")


def _among(
    rule: Rule, example: Example, result: ConversationResult, ids: Sequence[str]
) -> Iterator[Failure]:
    """Of the rules over turns only those of its topic and those the example names speak."""
    allowed = {*example.also, rule.id}
    for each in result.findings:
        name, topic = each.finding.rule, each.finding.topic
        if name in ids and name not in allowed and not (example.spans and topic == rule.topic):
            detail = f"{name} also finds turn {each.turn}"
            yield Failure(rule.id, "all", example.origin, detail)
    found = {each.finding.rule for each in result.findings}
    for missing in sorted(set(example.also) - found):
        yield Failure(rule.id, "all", example.origin, f"{missing} finds nothing among all rules")


def _marks(rule: str, result: ConversationResult) -> Marks:
    return tuple(
        (each.turn or 0, each.finding.start, each.finding.end)
        for each in result.findings
        if each.finding.rule == rule
    )


def _traditional(told: Conversation) -> Conversation:
    return told._replace(
        messages=tuple(replace(each, text=to_hant(each.text)) for each in told.messages)
    )


def _shown(marks: Marks) -> str:
    """Places as turn:start-end, turns counted from 0."""
    return ", ".join(f"{turn}:{start}-{end}" for turn, start, end in marks) or "nothing"
