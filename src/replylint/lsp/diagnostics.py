"""What is said of a file, as marks in an editor. Nothing sensitive is repeated in their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lsprotocol import types

from ..errors import ReplylintError
from ..model import Placed, Severity, Trouble
from ..report.view import View, span
from .buffers import Buffer
from .desk import Judged

SOURCE = "replylint"
_LEVELS = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding and how it is shown; ``start`` and ``end`` count in the file."""

    placed: Placed
    start: int
    end: int
    diagnostic: types.Diagnostic


def marks(judged: Judged) -> list[Mark]:
    """The findings of a file."""
    view = View(judged.result)
    return [_mark(each, view, judged.buffer) for each in judged.result.findings]


def diagnostics(judged: Judged) -> list[types.Diagnostic]:
    """Findings, what could not be read and what could not be checked."""
    return [*(mark.diagnostic for mark in marks(judged)), *_troubles(judged)]


def of_error(error: ReplylintError, line: int = 0) -> types.Diagnostic:
    """A fault of a settings file, a pack or a term base, where it is known to be."""
    column = 0
    if error.origin is not None and error.origin.line is not None:
        line, column = error.origin.line - 1, (error.origin.column or 1) - 1
    place = types.Position(line, column)
    said = error.what if error.hint is None else f"{error.what}; {error.hint}"
    return types.Diagnostic(
        types.Range(place, place), said, types.DiagnosticSeverity.Error, source=SOURCE
    )


def _mark(placed: Placed, view: View, buffer: Buffer) -> Mark:
    finding = placed.finding
    start, end = span(placed)
    return Mark(
        placed,
        start,
        end,
        types.Diagnostic(
            buffer.range(start, end),
            view.sentence(placed),
            _LEVELS[finding.severity],
            code=finding.rule,
            source=SOURCE,
        ),
    )


def _troubles(judged: Judged) -> Iterator[types.Diagnostic]:
    result = judged.result
    levels = types.DiagnosticSeverity
    for level, troubles in ((levels.Error, result.errors), (levels.Warning, result.incomplete)):
        for each in troubles:
            yield types.Diagnostic(_line(each, judged.buffer), each.text, level, source=SOURCE)


def _line(trouble: Trouble, buffer: Buffer) -> types.Range:
    """From the place that is at fault to the end of its line."""
    if trouble.line is None:
        return types.Range(types.Position(0, 0), types.Position(0, 0))
    start = buffer.at(trouble.line, trouble.column or 1)
    return types.Range(buffer.position(start), buffer.position(buffer.line_end(start)))
