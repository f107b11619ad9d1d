"""A linter of toy rules, some of them ill-behaved, that plans its fixes as the engine does."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from replylint.model import Confidence, Finding, Fix, Message, Result, Safety, Severity
from replylint.rewrite.edges import clause
from replylint.rewrite.plan import Candidate, Hit, plan
from replylint.rewrite.template import Span

CARD = r"(?<![0-9])[0-9]{16}(?![0-9])"
PROTECTED = re.compile(r"\{[^{}]*\}|https?://[A-Za-z0-9./]+")


@dataclass(frozen=True, slots=True)
class Toy:
    """A regex; where its rewrite goes (match, clause, start, end); the wording."""

    id: str
    regex: str
    wordings: tuple[str, ...] = ()
    target: str = "match"
    safety: Safety = Safety.REVIEW
    severity: Severity = Severity.WARNING
    sensitive: bool = False


TOYS = (
    Toy("courtesy.you", "你", ("您",), safety=Safety.SAFE, severity=Severity.INFO),
    Toy("command.urgent", "立即|马上", ("麻烦您{rest}", ""), "clause"),
    Toy("command.hurry", "赶紧", ("",)),
    Toy("shirk.helpless", "我也没办法", ("我帮您转接",), severity=Severity.ERROR),
    Toy("vague.soon", "尽快", ("在{{时间}}前",)),
    Toy("privacy.card", CARD, ("{mask}",), severity=Severity.ERROR, sensitive=True),
    Toy("courtesy.greeting", r"\A(?!.*您好)(?=.)", ("您好，",), "start"),
    Toy("courtesy.closing", r"(?s)(?<=.)\Z(?<!谢谢)(?<!谢谢。)", ("谢谢",), "end"),
    Toy("jargon.nav", "净值(?!（)", ("{match}（每份的价格）",), safety=Safety.SAFE),
    Toy("command.must", "You must", ("Could you please",)),
    Toy("evil.there", "甲", ("乙",)),
    Toy("evil.back", "乙", ("甲",)),
    Toy("evil.grow", "丙", ("丙丙",)),
    Toy("evil.number", "丁[0-9]*", ("",)),
    Toy("evil.rude", "戊", ("丙", "丙乙", "己")),
    Toy("evil.negation", "请勿", ("请",)),
    Toy("idea.only", "己", ("庚",), safety=Safety.SHOW),
)


def lint(message: Message, toys: tuple[Toy, ...] = TOYS) -> Result:
    """Findings in order of place, each with one fix for every wording that can be planned."""
    text = message.text
    protected = [match.span() for match in PROTECTED.finditer(text)]
    findings = [
        finding
        for toy in toys
        for match in re.finditer(toy.regex, text)
        if not any(low < match.end() and match.start() < high for low, high in protected)
        for finding in [_finding(toy, text, match.span(), protected)]
    ]
    return Result(message, tuple(sorted(findings, key=lambda f: (f.start, -f.end, f.rule))))


def _finding(toy: Toy, text: str, span: Span, protected: list[Span]) -> Finding:
    start, end = span
    place = {"match": span, "clause": clause(text, start, end), "start": (0, 0)}
    target = place.get(toy.target, (len(text), len(text)))
    captures: dict[str, Span | str] = {"rest": (end, target[1])}
    if toy.sensitive:
        captures["mask"] = "****" + text[end - 4 : end]
    hit = Hit(text, span, text[start:end], captures, protected, toy.sensitive)
    fixes: list[Fix] = []
    for wording in toy.wordings:
        goal = span if not wording else target
        fix = plan(hit, [Candidate(goal, wording, safety=toy.safety, title=toy.id)])
        if fix is not None:
            fixes.append(fix)
    topic = toy.id.partition(".")[0]
    return Finding(
        toy.id,
        topic,
        toy.severity,
        Confidence.HIGH,
        start,
        end,
        "",
        toy.sensitive,
        tuple(fixes),
    )


def counting(calls: list[str]) -> Callable[[Message], Result]:
    """The toy linter, which writes down what it is asked to lint."""

    def counted(message: Message) -> Result:
        calls.append(message.text)
        return lint(message)

    return counted
