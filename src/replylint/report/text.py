"""Findings for people: where, what, the line with carets, why, and what it becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from ..model import FileResult, Fix, Place, Placed, Safety, Severity, Summary, Trouble
from .colour import Paint
from .options import Options
from .view import View
from .width import Styled, cells, columns, pad, printable, wrap, wrap_cells
from .words import (
    FLAGS,
    besides,
    counted,
    in_language,
    listed,
    mendable,
    sentence,
    severity,
    words,
)

if TYPE_CHECKING:
    from .diff import Change, Op

_LEAST_WIDTH = 40
_MARKS: dict[Op, tuple[str, str]] = {"=": ("", ""), "-": ("[-", "-]"), "+": ("{+", "+}")}


def write(
    results: Iterable[FileResult], summary: Callable[[], Summary], stream: TextIO, options: Options
) -> None:
    """Effect: write the report as the results come, then the summary."""
    screen = _Screen(options)
    for result in results:
        view = View(result)
        _write_troubles(screen, result, stream)
        for placed in result.findings:
            stream.write("\n".join(screen.finding(view, placed)) + "\n\n")
    total = summary()
    if options.statistics:
        stream.writelines(line + "\n" for line in screen.statistics(total))
    stream.writelines(line + "\n" for line in screen.summary(total))


def write_troubles(summary: Summary, stream: TextIO, options: Options) -> None:
    """Effect: write what could not be read or checked: for formats that have no place for it."""
    _write_troubles(_Screen(options), summary, stream)


def _write_troubles(screen: _Screen, said: FileResult | Summary, stream: TextIO) -> None:
    for trouble in said.errors:
        stream.write(screen.trouble(trouble, is_error=True) + "\n")
    for trouble in said.incomplete:
        stream.write(screen.trouble(trouble, is_error=False) + "\n")


class _Screen:
    """Lines of text for one terminal. Remembers which rules were explained already."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._lang = options.lang
        self._words = words(options.lang)
        self._paint = Paint(options.color)
        self._width = max(_LEAST_WIDTH, options.width)
        self._explained: set[str] = set()

    def finding(self, view: View, placed: Placed) -> Iterator[str]:
        finding, place = placed.finding, view.place(placed)
        gutter = " " * max(3, len(str(place.line)) + 1)
        yield self._head(placed, place)
        for line in wrap(view.sentence(placed), self._width - 2):
            yield "  " + self._paint(line, "path")
        yield from self._line(view, place, finding.severity, gutter)
        for label, text, style in self._notes(view, placed):
            yield from self._note(gutter, label, text, style)
        for fix in view.fixes(placed):
            yield from self._fix(view, fix, gutter)
        if len(view.fixes(placed)) < len(finding.fixes):
            yield from self._note(gutter, self._words.becomes, self._words.withheld, "quiet")

    def trouble(self, trouble: Trouble, *, is_error: bool) -> str:
        """One line: where, and what could not be read or checked."""
        label = self._words.failed if is_error else self._words.incomplete
        style = Severity.ERROR if is_error else Severity.WARNING
        where = _where(trouble.path, trouble.line, trouble.column)
        about = [
            part for part in (_who(trouble.conversation, trouble.message), trouble.rule) if part
        ]
        parts = [self._paint(where, "path"), self._paint(label, style), *about]
        return " ".join(parts) + ": " + printable(trouble.text)

    def statistics(self, summary: Summary) -> Iterator[str]:
        """Findings per rule, most first, with what the rule says."""
        if not summary.rules:
            return
        number = max(len(f"{count:,}") for count in summary.rules.values())
        name = max(columns(rule) for rule in summary.rules)
        for rule, count in sorted(summary.rules.items(), key=lambda item: (-item[1], item[0])):
            known = self._options.rules.get(rule)
            says = sentence(known.message, self._lang) if known else ""
            line = f"{count:>{number},}  {pad(rule, name)}  {says}".rstrip()
            yield wrap(line, self._width)[0]
        yield ""

    def summary(self, summary: Summary) -> Iterator[str]:
        """What was found in how much, what was held back, what can be mended."""
        yield self._found(summary)
        mends = mendable(summary, self._lang)
        if mends:
            yield listed(mends, self._lang) + self._words.stop
        if summary.rules:
            rule = min(summary.rules, key=lambda rule: (-summary.rules[rule], rule))
            yield self._paint(self._words.more.format(self._words.explain.format(rule)), "quiet")

    def _found(self, summary: Summary) -> str:
        counts = [
            self._paint(counted(summary.findings[level], level, self._lang), level)
            for level in Severity
            if summary.findings.get(level)
        ]
        seen = [counted(summary.messages, "message", self._lang)]
        if summary.files:
            seen.insert(0, counted(summary.files, "file", self._lang))
        numbers = listed(counts, self._lang) or self._paint(self._words.clean, "good")
        line = self._words.within.format(listed(seen, self._lang), numbers)
        line = listed([line, *besides(summary, self._lang)], self._lang)
        if summary.elapsed is not None:
            line += f" [{summary.elapsed:.1f} s]"
        return line + self._words.stop

    def _head(self, placed: Placed, place: Place) -> str:
        finding = placed.finding
        parts = [
            self._paint(_at(placed, place), "path"),
            self._paint(severity(finding.severity, self._lang), finding.severity),
            finding.rule,
        ]
        if placed.place is not None and (who := _who(placed.conversation, placed.message)):
            parts.append(self._paint(who, "quiet"))
        return " ".join(parts)

    def _line(self, view: View, place: Place, level: Severity, gutter: str) -> Iterator[str]:
        from .excerpt import excerpt

        shown = excerpt(view, place, self._width - len(gutter) - 4)
        number = self._paint(f"{place.line:>{len(gutter)}} │ ", "quiet")
        marked = self._paint(shown.marked, level)
        yield f"{number}{shown.before}{marked}{shown.after}"
        carets = self._paint("^" * shown.carets, level)
        yield f"{self._bar(gutter)}{' ' * shown.indent}{carets}"

    def _notes(self, view: View, placed: Placed) -> Iterator[tuple[str, str, str]]:
        """Why, the first time a rule finds something."""
        rule = self._options.rules.get(placed.finding.rule)
        if rule is None or rule.id in self._explained:
            return
        self._explained.add(rule.id)
        source = self._words.source.format(rule.source) if rule.source else ""
        yield self._words.why, in_language(rule.reason, self._lang) + source, "quiet"

    def _note(self, gutter: str, label: str, text: str, style: str) -> Iterator[str]:
        indent = columns(label) + 1
        room = self._width - len(gutter) - 3 - indent
        for index, line in enumerate(wrap(text, room)):
            lead = f"{label} " if index == 0 else " " * indent
            yield self._bar(gutter) + self._paint(lead + line, style)

    def _fix(self, view: View, fix: Fix, gutter: str) -> Iterator[str]:
        from .excerpt import becomes  # and with it what a clean run does not need

        label = self._words.idea if fix.safety is Safety.SHOW else self._words.becomes
        indent = columns(label) + 1
        room = self._width - len(gutter) - 3 - indent
        tail = len(FLAGS.get(fix.safety, "")) + 3
        marks = 0 if self._paint.on else len("[--]")
        found = becomes(view, fix.edits, room - tail, marks)
        for index, line in enumerate(wrap_cells(self._cells(found, fix.safety), room)):
            lead = f"{label} " if index == 0 else " " * indent
            yield self._bar(gutter) + lead + painted(line, self._paint)

    def _cells(self, found: list[Change], safety: Safety) -> Iterator[Styled]:
        for change in found:
            yield from changed_cells(change, marks=not self._paint.on)
        if flag := FLAGS.get(safety):
            yield " ", 1, "="
            yield f"({flag})", len(flag) + 2, "quiet"

    def _bar(self, gutter: str) -> str:
        return self._paint(f"{gutter} │ ", "quiet")


def changed_cells(change: Change, *, marks: bool) -> Iterator[Styled]:
    """A change as cells, between ``[-…-]`` or ``{+…+}`` where there is no colour to mark it."""
    op, text = change
    before, after = _MARKS[op] if marks else ("", "")
    if before:
        yield before, len(before), op
    for cell, wide in cells(text):
        yield cell, wide, op
    if after:
        yield after, len(after), op


def painted(line: list[Styled], paint: Paint) -> str:
    """Cells as text, each run of one style painted at once."""
    return "".join(
        paint("".join(cell for cell, _, _ in run), style)
        for style, run in groupby(line, key=lambda cell: cell[2])
    )


def _at(placed: Placed, place: Place) -> str:
    """``path:line:column``, which terminals and editors turn into a link.

    The lines of a message of a stream are not those of the stream: its id stands between.
    """
    path = placed.path or "<stdin>"
    if placed.place is None and (who := _who(placed.conversation, placed.message)):
        path = f"{path}#{who}"
    return _where(path, place.line, place.column)


def _where(path: str | None, line: int | None, column: int | None) -> str:
    parts = [path or "<stdin>", *(str(number) for number in (line, column) if number is not None)]
    return printable(":".join(parts))


def _who(conversation: str | None, message: str | None) -> str:
    return printable("/".join(part for part in (conversation, message) if part))
