"""Findings to report on, written as text with the found stretch between ⟦ and ⟧."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence

from replylint.model import (
    Confidence,
    Edit,
    FileResult,
    Finding,
    Fix,
    Place,
    Placed,
    Safety,
    Severity,
    Source,
)
from replylint.report.formats import write
from replylint.report.options import Options
from replylint.report.tally import Tally
from replylint.rules.rule import Kind, Phrase, Rule, Text

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
SAFE, REVIEW, SHOW = Safety.SAFE, Safety.REVIEW, Safety.SHOW
PHONE = "13800138000"  # not a number anyone has

_LINE_END = re.compile("\r\n|\n|\r")


def line_starts(text: str) -> list[int]:
    """Counted here and not by the code under test."""
    return [0, *(match.end() for match in _LINE_END.finditer(text))]


def place(text: str, start: int, end: int) -> Place:
    starts = line_starts(text)

    def position(offset: int) -> tuple[int, int]:
        line = max(index for index, begin in enumerate(starts) if begin <= offset)
        return line + 1, offset - starts[line] + 1

    return Place(*position(start), *position(end), start, end)


def unmarked(marked: str) -> tuple[str, int, int]:
    """The text without its ⟦⟧, and where they stood."""
    before, _, rest = marked.partition("⟦")
    found, _, after = rest.partition("⟧")
    return before + found + after, len(before), len(before) + len(found)


def finding(
    start: int,
    end: int,
    says: str = "说得不好",
    rule: str = "command.urgent",
    severity: Severity = WARNING,
    confidence: Confidence = Confidence.HIGH,
    sensitive: bool = False,
    fixes: Sequence[Fix] = (),
) -> Finding:
    topic = rule.partition(".")[0]
    return Finding(rule, topic, severity, confidence, start, end, says, sensitive, tuple(fixes))


def fix(start: int, end: int, text: str, safety: Safety = REVIEW, title: str = "") -> Fix:
    return Fix(title, safety, (Edit(start, end, text),))


def in_file(text: str, *findings: Finding, path: str = "a.md", **more: object) -> FileResult:
    """A file whose findings are placed by their offsets."""
    placed = tuple(Placed(found, path, place(text, found.start, found.end)) for found in findings)
    return FileResult(Source(path, text), messages=1, findings=placed, **more)  # type: ignore[arg-type]


def in_message(
    text: str,
    *findings: Finding,
    message: str | None = "m-1",
    conversation: str | None = None,
    path: str | None = None,
) -> FileResult:
    """One message of a stream."""
    placed = tuple(Placed(found, path, None, message, conversation) for found in findings)
    return FileResult(Source(path, text), messages=1, findings=placed)


def one(marked: str, replacement: str | None = None, **more: object) -> FileResult:
    """A file with one finding, replaced by ``replacement``."""
    text, start, end = unmarked(marked)
    fixes = () if replacement is None else (fix(start, end, replacement),)
    return in_file(text, finding(start, end, fixes=fixes, **more))  # type: ignore[arg-type]


def rule(
    rule_id: str = "command.urgent",
    zh: str = "“{match}”像是在下命令",
    en: str = "“{match}” sounds like an order",
    why_zh: str = "客户会觉得被指使。",
    why_en: str = "The customer feels ordered about.",
    source: str = "手册 §3.1",
    **more: object,
) -> Rule:
    given: dict[str, object] = {
        "severity": WARNING,
        "confidence": Confidence.HIGH,
        "lang": "zh",
        "wakes": ("立即",),
        **more,
    }
    return Rule(
        rule_id,
        Kind.PHRASE,
        Phrase(0),
        Text(zh, en),
        Text(why_zh, why_en),
        source,
        **given,  # type: ignore[arg-type]
    )


def report(
    format: str,
    results: Iterable[FileResult],
    options: Options | None = None,
    exit_code: int | None = 1,
) -> str:
    """What ``format`` writes."""
    stream, tally = io.StringIO(), Tally()
    write(
        format,
        tally.through(results),
        lambda: tally.summary(exit_code=exit_code),
        stream,
        options or Options(lang="zh", version="0.1.0"),
    )
    return stream.getvalue()
