"""For GitLab: a Code Quality report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from ..model import FileResult, Placed, Severity, Summary
from .fingerprint import Fingerprints
from .json_v1 import dumps
from .options import Options
from .view import View

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def write(
    results: Iterable[FileResult], summary: Callable[[], Summary], stream: TextIO, options: Options
) -> None:
    """Effect: write one array, finding by finding. It has no place for what was not checked."""
    before = "[\n"
    for result in results:
        view = View(result)
        fingerprints = Fingerprints(view)
        for placed in result.findings:
            stream.write(before + dumps(_issue(view, placed, fingerprints.of(placed))))
            before = ",\n"
    summary()
    stream.write("[]\n" if before == "[\n" else "\n]\n")


def _issue(view: View, placed: Placed, fingerprint: str) -> dict[str, object]:
    """GitLab asks for a line: a message of a stream, whose line is not known, gets the first."""
    place = placed.place
    lines = {"begin": 1 if place is None else place.line}
    if place is not None and place.end_line > place.line:
        lines["end"] = place.end_line
    return {
        "description": view.sentence(placed),
        "check_name": placed.finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[placed.finding.severity],
        "location": {"path": placed.path or "<stdin>", "lines": lines},
    }
