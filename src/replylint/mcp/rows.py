"""The shapes of what the tools answer: the protocol's schemas are made of these."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from typing_extensions import TypedDict  # pydantic wants this one below Python 3.12

from ..glossary.term import SCRIPTS, Term
from ..model import Decision, Finding, Incomplete, Result, Rewrite
from ..report.rulebook import page
from ..report.words import sentence
from ..rules.rule import Example, Rule

Verdict = Literal["allow", "revise", "block"]
Level = Literal["error", "warning", "info"]


class EditRow(TypedDict):
    """Replace the code points [start, end) of the reply by ``text``."""

    start: int
    end: int
    text: str


class FixRow(TypedDict):
    title: str
    safety: Literal["safe", "review", "show"]
    edits: list[EditRow]


class FindingRow(TypedDict):
    """One fault in the code points [start, end) of the reply; start == end: missing there."""

    rule: str
    topic: str
    severity: Level
    confidence: Literal["high", "medium", "low"]
    start: int
    end: int
    text: str
    sensitive: bool
    fixes: list[FixRow]


class CheckedReply(TypedDict):
    """``proposal`` is the reply as it could be sent, null where nothing would be changed."""

    decision: Verdict
    findings: list[FindingRow]
    proposal: str | None
    incomplete: list[str]


class SuggestedReply(TypedDict):
    """``decision`` and ``remaining`` are about ``text``, the proposed reply."""

    text: str
    changed: bool
    applied: list[str]
    decision: Verdict
    remaining: list[FindingRow]


class RuleRow(TypedDict):
    """``page`` is all there is to say of the rule, with examples, as Markdown."""

    rule: str
    topic: str
    severity: Level
    confidence: Literal["high", "medium", "low"]
    says: str
    why: str
    source: str
    found_in: list[str]
    allowed: list[str]
    page: str


class TermRow(TypedDict):
    """A term of the trade; names, explanations and plain words by script: hans, hant, en."""

    id: str
    names: dict[str, str]
    also: list[str]
    explanations: dict[str, str]
    plain_words: dict[str, str]
    status: Literal["preferred", "admitted", "deprecated", "forbidden"]
    write_instead: str
    level: Literal["everyday", "common", "expert"]
    domain: str


class FoundTerms(TypedDict):
    """The nearest first; empty where the term base has none."""

    terms: list[TermRow]


def checked(result: Result, proposal: Rewrite) -> CheckedReply:
    changed = proposal.text != result.message.text
    return {
        "decision": result.decision.value,
        "findings": findings(result.findings),
        "proposal": proposal.text if changed else None,
        "incomplete": incomplete(result.incomplete),
    }


def suggested(before: str, proposal: Rewrite, decision: Decision) -> SuggestedReply:
    return {
        "text": proposal.text,
        "changed": proposal.text != before,
        "applied": list(proposal.applied),
        "decision": decision.value,
        "remaining": findings(proposal.remaining),
    }


def incomplete(troubles: Iterable[Incomplete]) -> list[str]:
    return [f"{each.rule}: {each.reason}" if each.rule else each.reason for each in troubles]


def findings(found: Iterable[Finding]) -> list[FindingRow]:
    return [
        {
            "rule": each.rule,
            "topic": each.topic,
            "severity": each.severity.value,
            "confidence": each.confidence.value,
            "start": each.start,
            "end": each.end,
            "text": each.text,
            "sensitive": each.sensitive,
            "fixes": [
                {
                    "title": fix.title,
                    "safety": fix.safety.value,
                    "edits": [{"start": e.start, "end": e.end, "text": e.text} for e in fix.edits],
                }
                for fix in each.fixes
            ],
        }
        for each in found
    ]


def rule_row(rule: Rule, examples: Iterable[Example], lang: str) -> RuleRow:
    examples = tuple(examples)
    return {
        "rule": rule.id,
        "topic": rule.topic,
        "severity": rule.severity.value,
        "confidence": rule.confidence.value,
        "says": sentence(rule.message, lang),
        "why": sentence(rule.reason, lang),
        "source": rule.source,
        "found_in": [each.text for each in examples if each.spans],
        "allowed": [each.text for each in examples if not each.spans],
        "page": page(rule, examples, [lang]),
    }


def term_row(term: Term) -> TermRow:
    names = {name: getattr(term, name) for name in ("hans", "hant", "tw", "hk", "en")}
    return {
        "id": term.id,
        "names": _said(names),
        "also": list(term.aliases),
        "explanations": _said({script: term.gloss(script) for script in SCRIPTS}),
        "plain_words": _said({script: term.plain(script) for script in SCRIPTS}),
        "status": term.status,  # type: ignore[typeddict-item]
        "write_instead": term.use,
        "level": term.difficulty,  # type: ignore[typeddict-item]
        "domain": term.domain,
    }


def _said(values: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}
