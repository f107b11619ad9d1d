"""For GitHub Actions: annotations, the worst first; what it would not show goes to the log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from ..model import Confidence, FileResult, Placed, Severity, Summary, Trouble
from .options import Options
from .view import View
from .words import counted, listed

SHOWN = 10  # annotations of one level that GitHub shows for a step
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(
    results: Iterable[FileResult], summary: Callable[[], Summary], stream: TextIO, options: Options
) -> None:
    """Effect: write a plain line for every finding too many as it comes, then the annotations.

    At most ``SHOWN`` findings of each severity and confidence are kept until the end.
    """
    kept: dict[tuple[Severity, Confidence], list[tuple[str, str]]] = defaultdict(list)
    for result in results:
        view = View(result)
        for placed in result.findings:
            annotation, line = _annotation(view, placed), _plain(view, placed)
            best = kept[placed.finding.severity, placed.finding.confidence]
            if len(best) < SHOWN:
                best.append((annotation, line))
            else:
                stream.write(line + "\n")
    total = summary()
    for severity in Severity:
        rows = [row for confidence in Confidence for row in kept[severity, confidence]]
        rows = [*_troubles(total, severity), *rows]
        stream.writelines(annotation + "\n" for annotation, _ in rows[:SHOWN])
        stream.writelines(line + "\n" for _, line in rows[SHOWN:])
    stream.write(_last_line(total, options) + "\n")


def _annotation(view: View, placed: Placed) -> str:
    properties = [("file", placed.path)]
    if (place := placed.place) is not None:
        properties += [("line", str(place.line)), ("endLine", str(place.end_line))]
        if place.line == place.end_line:  # GitHub refuses columns of a stretch of several lines
            properties += [("col", str(place.column)), ("endColumn", str(place.end_column))]
    properties.append(("title", " ".join(_about(placed))))
    return _command(_LEVELS[placed.finding.severity], properties, view.sentence(placed))


def _plain(view: View, placed: Placed) -> str:
    where = placed.path or "<stdin>"
    if placed.place is not None:
        where += f":{placed.place.line}:{placed.place.column}"
    text = f"{where}: {placed.finding.severity} {' '.join(_about(placed))}: {view.sentence(placed)}"
    return _one_line(text)


def _troubles(summary: Summary, severity: Severity) -> Iterator[tuple[str, str]]:
    """What could not be read is an error, what could not be checked a warning."""
    troubles = {Severity.ERROR: summary.errors, Severity.WARNING: summary.incomplete}
    titles = {Severity.ERROR: "cannot be read", Severity.WARNING: "not checked"}
    for trouble in troubles.get(severity, ()):
        yield _trouble(trouble, _LEVELS[severity], titles[severity])


def _trouble(trouble: Trouble, level: str, title: str) -> tuple[str, str]:
    numbers = [("line", trouble.line), ("col", trouble.column)]
    properties = [("file", trouble.path)]
    properties += [(name, str(number)) for name, number in numbers if number is not None]
    properties.append(("title", " ".join(part for part in (title, trouble.rule) if part)))
    plain = _one_line(f"{trouble.path or '<stdin>'}: {title}: {trouble.text}")
    return _command(level, properties, trouble.text), plain


def _last_line(summary: Summary, options: Options) -> str:
    counts = [
        counted(summary.findings.get(severity, 0), severity, options.lang) for severity in Severity
    ]
    return f"replylint: {listed(counts, options.lang)} (GitHub: {SHOWN} / level)"


def _about(placed: Placed) -> Iterator[str]:
    yield placed.finding.rule
    yield from (part for part in (placed.conversation, placed.message) if part)


def _command(level: str, properties: Iterable[tuple[str, str | None]], message: str) -> str:
    given = ",".join(f"{name}={_property(value)}" for name, value in properties if value)
    return f"::{level} {given}::{_data(message)}"


def _data(text: str) -> str:
    text = text.encode("utf-8", "replace").decode()  # a path may hold what UTF-8 cannot
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _one_line(text: str) -> str:
    return " ".join(text.encode("utf-8", "replace").decode().split())
