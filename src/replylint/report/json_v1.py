"""For programs: one JSON object, version 1, of types that are its own and never the inner ones."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Literal, NotRequired, TextIO, TypedDict

from ..model import FileResult, Fix, Place, Placed, Summary, Trouble
from .options import Options
from .view import View

VERSION: Literal[1] = 1


class EditRow(TypedDict):
    """Replace ``[start, end)`` by ``text``; code points, of what the finding's offsets count in."""

    start: int
    end: int
    text: str


class FixRow(TypedDict):
    title: str
    safety: Literal["safe", "review", "show"]
    edits: list[EditRow]


class PositionRow(TypedDict, total=False):
    """A place in a decoded file, lines and columns from 1, the end exclusive."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


class FindingRow(TypedDict):
    """One finding. Code points; with ``line`` and the like, offsets count in the decoded file."""

    path: str | None
    conversation: str | None
    message: str | None
    rule: str
    topic: str
    severity: Literal["error", "warning", "info"]
    confidence: Literal["high", "medium", "low"]
    start: int
    end: int
    line: NotRequired[int]
    column: NotRequired[int]
    end_line: NotRequired[int]
    end_column: NotRequired[int]
    text: str
    sensitive: bool
    fixes: list[FixRow]


class TroubleRow(TypedDict):
    path: str | None
    line: int | None
    column: int | None
    conversation: str | None
    message: str | None
    rule: str | None
    text: str


class SummaryRow(TypedDict):
    """Counts of the whole run; ``elapsed`` in seconds."""

    files: int
    messages: int
    findings: dict[str, int]
    rules: dict[str, int]
    suppressed: int
    known: int
    untouched: int
    fixable: dict[str, int]
    fixed: int
    incomplete: list[TroubleRow]
    errors: list[TroubleRow]
    elapsed: float | None
    exit_code: int | None


def write(
    results: Iterable[FileResult], summary: Callable[[], Summary], stream: TextIO, options: Options
) -> None:
    """Effect: write the object, finding by finding as the results come."""
    tool = {"name": "replylint", "version": options.version}
    stream.write(f'{{"version": {VERSION}, "tool": {dumps(tool)}, "findings": [')
    before = "\n"
    for result in results:
        view = View(result)
        for placed in result.findings:
            stream.write(before + dumps(finding_row(view, placed)))
            before = ",\n"
    stream.write(f'\n], "summary": {dumps(summary_row(summary()))}}}\n')


def finding_row(view: View, placed: Placed) -> FindingRow:
    """A finding as json and jsonl print it."""
    finding, place = placed.finding, placed.place
    row: FindingRow = {
        "path": placed.path,
        "conversation": placed.conversation,
        "message": placed.message,
        "rule": finding.rule,
        "topic": finding.topic,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "start": finding.start,
        "end": finding.end,
        **_position(place),  # in the file, where there is one
        "text": view.sentence(placed),
        "sensitive": finding.sensitive,
        "fixes": [_fix_row(fix) for fix in view.fixes(placed)],
    }
    return row


def _position(place: Place | None) -> PositionRow:
    if place is None:
        return {}
    return {
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def _fix_row(fix: Fix) -> FixRow:
    edits: list[EditRow] = [{"start": e.start, "end": e.end, "text": e.text} for e in fix.edits]
    return {"title": fix.title, "safety": fix.safety.value, "edits": edits}


def summary_row(summary: Summary) -> SummaryRow:
    """A summary as json prints it."""
    return {
        "files": summary.files,
        "messages": summary.messages,
        "findings": {level.value: count for level, count in summary.findings.items()},
        "rules": dict(summary.rules),
        "suppressed": summary.suppressed,
        "known": summary.known,
        "untouched": summary.untouched,
        "fixable": {"safe": summary.fixable_safe, "review": summary.fixable_review},
        "fixed": summary.fixed,
        "incomplete": [_trouble_row(trouble) for trouble in summary.incomplete],
        "errors": [_trouble_row(trouble) for trouble in summary.errors],
        "elapsed": summary.elapsed,
        "exit_code": summary.exit_code,
    }


def dumps(value: object) -> str:
    """JSON in one line that can be written as UTF-8: a lone surrogate is escaped, Han is not.

    >>> dumps({"text": "您"}), dumps("\\ud800")
    ('{"text": "您"}', '"\\\\ud800"')
    """
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value)
    return text


def _trouble_row(trouble: Trouble) -> TroubleRow:
    return {
        "path": trouble.path,
        "line": trouble.line,
        "column": trouble.column,
        "conversation": trouble.conversation,
        "message": trouble.message,
        "rule": trouble.rule,
        "text": trouble.text,
    }
