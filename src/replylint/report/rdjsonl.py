"""For reviewdog: one Diagnostic a line, columns in UTF-8 bytes, fixes as suggestions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import TextIO

from ..model import FileResult, Fix, Placed, Safety, Summary
from .json_v1 import dumps
from .options import Options
from .view import View

Row = dict[str, object]


def write(
    results: Iterable[FileResult], summary: Callable[[], Summary], stream: TextIO, options: Options
) -> None:
    """Effect: write one Diagnostic a line. It has no place for what could not be checked."""
    for result in results:
        view = View(result)
        for placed in result.findings:
            stream.write(dumps(_diagnostic(view, placed, options)) + "\n")
    summary()


def _diagnostic(view: View, placed: Placed, options: Options) -> Row:
    finding = placed.finding
    location: Row = {"path": placed.path or "<stdin>"}
    row: Row = {
        "message": view.sentence(placed),
        "location": location,
        "severity": finding.severity.value.upper(),
        "source": {"name": "replylint"},
        "code": {"value": finding.rule},
    }
    if page := options.page(finding.rule):
        row["code"] = {"value": finding.rule, "url": page}
    if placed.place is not None:
        location["range"] = _range(view, placed.place.start, placed.place.end)
        if suggestions := list(_suggestions(view, placed)):
            row["suggestions"] = suggestions
    return row


def _suggestions(view: View, placed: Placed) -> Iterator[Row]:
    """One for each fix a command would apply.

    Suggestions are alternatives of one range each, so that the edits of a fix become one, with
    what stands between them copied: none where that is masked.
    """
    for fix in view.fixes(placed):
        if fix.safety is Safety.SHOW:
            continue
        if (text := _replacement(view, fix)) is not None:
            start = min(edit.start for edit in fix.edits)
            end = max(edit.end for edit in fix.edits)
            yield {"range": _range(view, start, end), "text": text}


def _replacement(view: View, fix: Fix) -> str | None:
    edits = sorted(fix.edits, key=lambda edit: (edit.start, edit.end))
    parts = [edits[0].text]
    for last, edit in pairwise(edits):
        if not view.clear(last.end, edit.start):
            return None
        parts += view.text[last.end : edit.start], edit.text
    return "".join(parts)


def _range(view: View, start: int, end: int) -> Row:
    return {"start": _position(view, start), "end": _position(view, end)}


def _position(view: View, offset: int) -> Row:
    line, column = view.utf8_position(offset)
    return {"line": line, "column": column}
