"""Measures the rules over turns on the labelled conversations of benchmarks/accuracy.

Topics of a whole conversation count at any severity; those a fair reader could raise or leave
(``arguable``) count neither way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from replylint import Linter
from replylint.model import Conversation, Message, Role

Row = Mapping[str, Any]
LANGS = ("zh-Hans", "zh-Hant", "en")
TOPICS = [
    "no_greeting",
    "no_closing",
    "late_response",
    "late_resolution",
    "no_empathy",
    "solution_before_calming",
    "no_restate",
    "closed_question",
    "interrupted",
    "no_confirmation",
    "no_followup",
    "cold_transfer",
    "repeated_canned",
    "jargon_in_conflict",
]


def told(row: Row) -> Conversation:
    """A labelled row as the linter reads it."""
    messages = tuple(
        Message(
            each["text"],
            id=str(number),
            role=Role(each["role"]),
            channel=row["channel"],
            lang=row["lang"],
            author=each.get("author"),
            time=datetime.fromisoformat(each["time"]) if each.get("time") else None,
            conversation=row["id"],
        )
        for number, each in enumerate(row["messages"])
    )
    return Conversation(row["id"], messages, row["channel"], row["queue"], row["lang"])


def conversations(linter: Linter, rows: Sequence[Row]) -> list[str]:
    """By topic what was found and what was found wrongly; clean conversations; the F1 of all."""
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    by_lang: dict[str, Counter[str]] = {lang: Counter() for lang in LANGS}
    clean = flagged = 0
    for row in rows:
        arguable = set(row.get("arguable") or ())
        findings = linter.check_conversation(told(row)).findings
        found = {each.finding.topic for each in findings} & set(TOPICS) - arguable
        wanted = set(row["topics"]) - arguable
        right.update(found & wanted)
        wrong.update(found - wanted)
        missed.update(wanted - found)
        of = by_lang[row["lang"]]
        of["right"] += len(found & wanted)
        of["wrong"] += len(found ^ wanted)
        if not row["topics"]:
            clean += 1
            flagged += bool(found)
    lines = ["| topic | found | found wrongly |", "| --- | --- | --- |"]
    lines += [f"| `{t}` | {right[t]}/{right[t] + missed[t]} | {wrong[t]} |" for t in TOPICS]
    hits, others = right.total(), wrong.total() + missed.total()
    each = ", ".join(
        f"{lang} {_f1(count['right'], count['wrong']):.2f}" for lang, count in by_lang.items()
    )
    lines += [
        "",
        f"F1 over topics {_f1(hits, others):.2f} ({each}); clean ones flagged: {flagged}/{clean}.",
    ]
    return lines


def _f1(right: int, others: int) -> float:
    return 2 * right / (2 * right + others) if right else 0.0
