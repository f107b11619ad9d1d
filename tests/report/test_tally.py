from __future__ import annotations

from dataclasses import replace

from replylint.model import FileResult, Severity, Source, Summary, Trouble
from replylint.report.tally import Tally

from .cases import ERROR, INFO, REVIEW, SAFE, SHOW, finding, fix, in_file, in_message

LATE = Trouble("the pattern took too long", "a.md", rule="clarity.long")
LOST = Trouble("not a text file", "b.md")


def test_counts() -> None:
    text = "请立即处理"
    fixes = [fix(0, 1, "a", SHOW), fix(0, 1, "a", REVIEW), fix(0, 1, "a", SAFE)]
    first = in_file(
        text,
        finding(0, 1, severity=ERROR, fixes=fixes),
        finding(1, 2, fixes=fixes[:2]),
        finding(2, 3, rule="vague.soon", fixes=fixes[:1]),
        finding(3, 4, rule="vague.soon", severity=INFO),
        finding(4, 5, rule="vague.soon", severity=INFO),
    )
    first = replace(
        first, suppressed=first.findings[:2], known=first.findings[:1], incomplete=(LATE,), fixed=3
    )
    lost = FileResult(Source("b.md", ""), errors=(LOST,))
    tally = Tally()
    stream = [in_message(text), in_message(text, path="s.jsonl"), in_message(text, path="s.jsonl")]
    passed = list(tally.through([first, lost, *stream]))
    assert passed[0] is first
    assert tally.summary(1.5, 1) == Summary(
        files=2,
        messages=4,
        findings={Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFO: 2},
        rules={"vague.soon": 3, "command.urgent": 2},
        suppressed=2,
        known=1,
        fixable_safe=1,
        fixable_review=1,
        fixed=3,
        incomplete=(LATE,),
        errors=(LOST,),
        elapsed=1.5,
        exit_code=1,
    )


def test_rules_are_in_order_of_number_then_name() -> None:
    tally = Tally()
    names = ["b.x", "a.x", "c.x", "c.x"]
    tally.add(in_file("您好您好", *(finding(i, i + 1, rule=name) for i, name in enumerate(names))))
    assert list(tally.summary().rules) == ["c.x", "a.x", "b.x"]


def test_nothing_seen() -> None:
    assert Tally().summary() == Summary(findings=dict.fromkeys(Severity, 0))
