"""For CI dashboards: JUnit XML, a suite for each file and a case for each rule in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TextIO

from ..model import FileResult, Placed, Summary, Trouble
from .options import Options
from .view import View

Case = tuple[str, str]  # how it ended, and its XML from the name on
_PASSED, _FAILED, _BROKEN = "passed", "failed", "broken"

# XML 1.0 has no way to write these, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(
    results: Iterable[FileResult], summary: Callable[[], Summary], stream: TextIO, options: Options
) -> None:
    """Effect: write suite by suite; the messages of a stream share one.

    A case fails when a finding of its rule reaches the failing level; its name and class stay the
    same from run to run, for they are what a dashboard tells cases apart by.
    """
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="replylint">\n')
    for path, group in groupby(results, key=lambda result: result.source.path):
        name = _escaped(path or "<stdin>")
        cases = [case for result in group for case in _cases(result, options)]
        cases = cases or [(_PASSED, 'name="replylint">')]
        kinds = [kind for kind, _ in cases]
        failures, errors = kinds.count(_FAILED), kinds.count(_BROKEN)
        counts = f'tests="{len(cases)}" failures="{failures}" errors="{errors}"'
        stream.write(f'<testsuite name="{name}" {counts}>\n')
        stream.writelines(f'<testcase classname="{name}" {case}</testcase>\n' for _, case in cases)
        stream.write("</testsuite>\n")
    summary()
    stream.write("</testsuites>\n")


def _cases(result: FileResult, options: Options) -> Iterator[Case]:
    for trouble in result.errors:
        yield _trouble("input", trouble)
    for trouble in result.incomplete:
        yield _trouble(trouble.rule or "incomplete", trouble)
    view = View(result)
    cases: dict[str, list[Placed]] = {}
    for placed in result.findings:
        who = (placed.conversation, placed.message, placed.finding.rule)
        cases.setdefault(" ".join(part for part in who if part), []).append(placed)
    for name, found in cases.items():
        yield _case(view, name, found, options)


def _case(view: View, name: str, found: list[Placed], options: Options) -> Case:
    lines = _escaped("\n".join(_line(view, placed) for placed in found))
    worst = max(found, key=lambda placed: placed.finding.severity.rank)
    if worst.finding.severity.rank < options.fail_level.rank:
        return _PASSED, f'name="{_escaped(name)}"><system-out>{lines}</system-out>'
    says = _escaped(view.sentence(worst))
    kind = _escaped(worst.finding.rule)
    failure = f'<failure type="{kind}" message="{says}">{lines}</failure>'
    return _FAILED, f'name="{_escaped(name)}">{failure}'


def _line(view: View, placed: Placed) -> str:
    place = view.place(placed)
    finding = placed.finding
    return f"{place.line}:{place.column} {finding.severity} {finding.rule} {view.sentence(placed)}"


def _trouble(name: str, trouble: Trouble) -> Case:
    says = _escaped(trouble.text)
    error = f'<error type="{_escaped(name)}" message="{says}"/>'
    return _BROKEN, f'name="{_escaped(name)}">{error}'


def _escaped(text: str) -> str:
    from html import escape

    return escape(_FORBIDDEN.sub("\ufffd", text))
