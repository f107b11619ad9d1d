"""For code hosts: SARIF 2.1.0, without message text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from ..model import FileResult, Fix, Place, Placed, Safety, Severity, Summary, Trouble
from ..rules.rule import Rule
from .fingerprint import Fingerprints
from .json_v1 import dumps
from .options import Options
from .view import View
from .words import in_language, sentence

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
Row = dict[str, object]

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_ROOT = "%SRCROOT%"


def write(
    results: Iterable[FileResult], summary: Callable[[], Summary], stream: TextIO, options: Options
) -> None:
    """Effect: write one run, result by result; rules and invocation at its end."""
    run = {"columnKind": "unicodeCodePoints", "newlineSequences": ["\r\n", "\n", "\r"]}
    opening = dumps({"$schema": SCHEMA, "version": "2.1.0"})[:-1]
    stream.write(f'{opening}, "runs": [{dumps(run)[:-1]}, "results": [')
    indexes: dict[str, int] = {}
    before = "\n"
    for result in results:
        for row in _results(result, indexes):
            stream.write(before + dumps(row))
            before = ",\n"
    tool = {"driver": _driver(list(indexes), options)}
    invocations = [_invocation(summary())]
    stream.write(f'\n], "tool": {dumps(tool)},\n"invocations": {dumps(invocations)}}}]}}\n')


def _results(result: FileResult, indexes: dict[str, int]) -> Iterator[Row]:
    """Findings, then what a suppression (inSource) or the baseline (external) silenced."""
    view = View(result)
    fingerprints = Fingerprints(view)
    for placed in result.findings:
        yield _result(view, placed, fingerprints, indexes)
    for group, kind in ((result.suppressed, "inSource"), (result.known, "external")):
        for placed in group:
            row = _result(view, placed, fingerprints, indexes)
            suppression: Row = {"kind": kind}
            if placed.reason:
                suppression["justification"] = view.say(placed, placed.reason)
            row["suppressions"] = [suppression]
            yield row


def _result(view: View, placed: Placed, fingerprints: Fingerprints, indexes: dict[str, int]) -> Row:
    finding = placed.finding
    row: Row = {
        "ruleId": finding.rule,
        "ruleIndex": indexes.setdefault(finding.rule, len(indexes)),
        "level": _LEVELS[finding.severity],
        "message": {"text": view.sentence(placed)},
        "locations": [_location(placed)],
        "partialFingerprints": {"replylint/v1": fingerprints.of(placed)},
        "properties": _properties(placed),
    }
    if placed.place is not None and (fixes := list(_fixes(view, placed))):
        row["fixes"] = fixes
    return row


def _properties(placed: Placed) -> Row:
    """Without a file, the offsets are those of the message."""
    finding = placed.finding
    row: Row = {"topic": finding.topic, "confidence": finding.confidence.value}
    if placed.place is None:
        row |= {"start": finding.start, "end": finding.end}
    return row


def _location(placed: Placed) -> Row:
    """Where: the file with its region, and the message as a logical location."""
    row: Row = {}
    if placed.path is not None:
        row["physicalLocation"] = physical = {"artifactLocation": _artifact(placed.path)}
        if placed.place is not None:
            physical["region"] = _region(placed.place)
    who = [part for part in (placed.conversation, placed.message) if part]
    if who or placed.path is None:
        logical = {"fullyQualifiedName": "/".join(who) or "<stdin>", "kind": "message"}
        row["logicalLocations"] = [logical]
    return row


def _artifact(path: str) -> Row:
    from urllib.parse import quote

    uri = quote(path, safe="/", errors="surrogateescape")
    return {"uri": f"file://{uri}"} if path.startswith("/") else {"uri": uri, "uriBaseId": _ROOT}


def _region(place: Place) -> Row:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": place.start,
        "charLength": place.end - place.start,
    }


def _fixes(view: View, placed: Placed) -> Iterator[Row]:
    """The fixes a command would apply."""
    for fix in view.fixes(placed):
        if fix.safety is not Safety.SHOW and placed.path is not None:
            yield _fix(view, placed.path, fix)


def _fix(view: View, path: str, fix: Fix) -> Row:
    replacements = [
        {
            "deletedRegion": _region(view.locate(edit.start, edit.end)),
            "insertedContent": {"text": edit.text},
        }
        for edit in fix.edits
    ]
    change = {"artifactLocation": _artifact(path), "replacements": replacements}
    return {"description": {"text": fix.title or fix.safety.value}, "artifactChanges": [change]}


def _driver(rules: list[str], options: Options) -> Row:
    row: Row = {"name": "replylint", "rules": [_rule(rule, options) for rule in rules]}
    if options.version:
        row["version"] = options.version
    return row


def _rule(rule_id: str, options: Options) -> Row:
    row: Row = {"id": rule_id}
    if page := options.page(rule_id):
        row["helpUri"] = page
    rule = options.rules.get(rule_id)
    return row if rule is None else row | _description(rule, options)


def _description(rule: Rule, options: Options) -> Row:
    from .rulebook import page

    return {
        "shortDescription": {"text": sentence(rule.message, options.lang)},
        "fullDescription": {"text": in_language(rule.reason, options.lang)},
        "help": {
            "text": f"{in_language(rule.reason, options.lang)} {rule.source}".strip(),
            "markdown": page(rule, (), (options.lang,)),
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.topic, rule.pack],
            "precision": rule.confidence.value,
            "problem.severity": _PROBLEMS[rule.severity],
        },
    }


def _invocation(summary: Summary) -> Row:
    """How the run went: what could not be read or checked makes it unsuccessful."""
    failed = [_notification(trouble, "error") for trouble in summary.errors]
    missed = [_notification(trouble, "warning") for trouble in summary.incomplete]
    row: Row = {"executionSuccessful": not failed and not missed}
    if summary.exit_code is not None:
        row["exitCode"] = summary.exit_code
    if failed or missed:
        row["toolExecutionNotifications"] = failed + missed
    return row


def _notification(trouble: Trouble, level: str) -> Row:
    row: Row = {"level": level, "message": {"text": trouble.text}}
    if trouble.rule:
        row["associatedRule"] = {"id": trouble.rule}
    location: Row = {}
    if trouble.path is not None:
        location["physicalLocation"] = physical = {"artifactLocation": _artifact(trouble.path)}
        if trouble.line is not None:
            physical["region"] = {"startLine": trouble.line, "startColumn": trouble.column or 1}
    who = [part for part in (trouble.conversation, trouble.message) if part]
    if who:
        location["logicalLocations"] = [{"fullyQualifiedName": "/".join(who), "kind": "message"}]
    if location:
        row["locations"] = [location]
    return row
