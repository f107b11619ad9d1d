"""Counting on labelled rows: what is caught, by whom, and what is a false alarm."""

from __future__ import annotations

import json

import pytest

from replylint.engine.score import Part, RuleScore, read_rows, score
from replylint.errors import InputError
from replylint.model import Confidence, Finding, Incomplete, Message, Result, Severity

LEVELS = {"e": Severity.ERROR, "w": Severity.WARNING, "i": Severity.INFO}


def lint(message: Message) -> Result:
    """Every word ``rude.x:w`` of the text is a finding; ``…`` cannot be checked."""
    findings = []
    for word in message.text.split():
        rule, colon, level = word.partition(":")
        if colon:
            topic = rule.partition(".")[0]
            findings.append(Finding(rule, topic, LEVELS[level], Confidence.HIGH, 0, 1, "…"))
    late = (Incomplete("took too long"),) if "…" in message.text else ()
    return Result(message, tuple(findings), late)


def rows(*given: dict[str, object]) -> str:
    return "".join(json.dumps(row) + "\n" for row in given)


def test_rows_are_caught_by_their_own_topic_or_by_any() -> None:
    text = rows(
        {"text": "rude.x:w", "topics": ["rude"]},
        {"text": "blame.x:w", "topics": ["rude", "blame"]},
        {"text": "threat.x:e", "topics": ["rude"]},
        {"text": "rude.x:i", "topics": ["rude"]},
    )
    told = score(read_rows(text, "r"), lint)
    assert told.caught == {"": Part(3, 4)}
    assert told.topics == {"rude": Part(1, 4), "blame": Part(1, 1)}
    assert told.anyhow == {"rude": Part(3, 4), "blame": Part(1, 1)}
    assert told.missed == ("r:4",)
    assert told.rules == {
        "rude.x": RuleScore(right=1),
        "blame.x": RuleScore(right=1),
        "threat.x": RuleScore(beside=1),
    }


def test_a_lower_level_hears_more() -> None:
    text = rows({"text": "rude.x:i", "topics": ["rude"]}, {"text": "rude.x:i"})
    told = score(read_rows(text, "r"), lint, Severity.INFO)
    assert (told.caught[""], told.quiet[""]) == (Part(1, 1), Part(1, 1))
    assert score(read_rows(text, "r"), lint, Severity.ERROR).quiet == {"": Part(0, 1)}


def test_only_conduct_is_a_false_alarm() -> None:
    text = rows({"id": "a", "text": "courtesy.x:w"}, {"id": "b", "text": "rude.x:w", "topics": []})
    told = score(read_rows(text, "r"), lint)
    assert told.quiet == {"": Part(1, 2)}
    assert told.alarmed == ("b",)
    assert told.rules == {"rude.x": RuleScore(false=1)}


def test_categories_are_topics_by_other_names() -> None:
    text = rows(
        {"text": "shirk.x:w", "category": "shirking", "strength": "strong"},
        {"text": "promise.x:w", "category": "guarantee", "strength": "weak"},
        {"text": "rude.x:w", "category": "other", "strength": "weak"},
        {"text": "nothing", "category": "sarcasm", "strength": "strong"},
    )
    told = score(read_rows(text, "r"), lint)
    assert told.topics == {
        "shirk": Part(1, 1),
        "promise": Part(1, 1),
        "other": Part(1, 1),
        "rude": Part(0, 1),
    }
    assert told.caught == {"strong": Part(1, 2), "weak": Part(2, 2)}


def test_a_rule_counts_a_row_once() -> None:
    text = rows({"text": "rude.x:w rude.x:e", "topics": ["rude"]})
    assert score(read_rows(text, "r"), lint).rules == {"rude.x": RuleScore(right=1)}


def test_rows_that_could_not_be_checked_are_counted() -> None:
    assert score(read_rows(rows({"text": "…"}), "r"), lint).unread == 1


def test_rows_carry_what_the_rules_judge_by() -> None:
    (row,) = read_rows('\n{"text": "a", "lang": "en", "channel": "sms", "kind": "near"}\n', "r")
    assert (row.message.lang, row.message.channel, row.group) == ("en", "sms", "near")
    assert row.name == "r:2"


@pytest.mark.parametrize(
    "line", ["{", "[]", '"a"', '{"text": 1}', '{"text": "a", "topics": "rude"}',
             '{"text": "a", "topics": [1]}', '{"text": "a", "topics": null}'],
)  # fmt: skip
def test_rows_that_are_none(line: str) -> None:
    with pytest.raises(InputError) as caught:
        list(read_rows('{"text": "a"}\n' + line, "r"))
    assert str(caught.value).startswith("r:2:1: ")
