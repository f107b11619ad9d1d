"""``replylint check``: files in, a report and an exit code out."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Collection, Iterable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, TextIO, cast

from .. import __version__
from ..errors import ReplylintError
from ..files.check import check, check_all
from ..model import FileResult, Severity, Summary
from ..report.colour import Paint, wanted
from ..report.formats import WITHOUT_TROUBLES, write
from ..report.options import Options
from ..report.tally import Tally
from .exits import Exit, outcome
from .inputs import Inputs, not_found
from .notes import reason, said
from .streams import note, width, writing

if TYPE_CHECKING:
    from ..files.check import Checked, Reading
    from ..files.discover import Discovery, Found
    from .asked import Asked
    from .fixing import Baseline, Mender
    from .watch import Stamps

_SETTINGS = ("replylint.toml", "pyproject.toml")

Files = list[tuple["Found", "Reading"]]


def run(asked: Asked, enough: Collection[str] | None = None) -> int:
    """Effect: check what was asked, once or until interrupted; the exit code.

    ``enough``: the ids of the only rules that can find something, where that is known.
    """
    if not asked.watch:
        return Run(asked, enough).once()
    from .watch import stamps, watch

    files: list[str] = []

    def look() -> Stamps:
        with contextlib.suppress(ReplylintError):  # told by the run; the files stay as they were
            files[:] = [str(each.path) for each in Inputs(asked).discover().files if each.path]
        return stamps([*files, *_SETTINGS, *([str(asked.config)] if asked.config else [])])

    def again() -> int:
        try:
            return Run(asked).once()
        except ReplylintError as error:
            note(str(error))
            return Exit.WRONG

    return watch(again, look)


class Run:
    """One run over all files. Raises what settings, packs, term bases and options raise."""

    def __init__(self, asked: Asked, enough: Collection[str] | None = None) -> None:
        self._asked = asked
        self._inputs = Inputs(asked, enough=enough)
        self._leaves = asked.text is not None and enough is None
        self._lang = self._inputs.lang
        self._settings = self._inputs.run
        self._baseline = self._read_baseline()
        self._tally = Tally()
        self._found = False  # anything at or above its file's failing level
        self._start = monotonic()

    def once(self) -> int:
        """Effect: check, report, and give the exit code."""
        discovery = self._inputs.discover()
        files = self._inputs.readings(discovery.files)
        if not (files or discovery.errors or discovery.incomplete):
            self._say_nothing_to_do(discovery)
        format = self._settings.output_format
        with writing(self._asked.output, machine=format != "text") as out:
            if self._asked.diff:
                self._show_patches(discovery, files, out)
            else:
                self._report(discovery, files, out, format)
        if self._leaves:
            from .leaving import leave

            leave(self._asked, self._inputs)
        return self._code()

    def _report(self, discovery: Discovery, files: Files, out: TextIO, format: str) -> None:
        mender = self._mender(None) if self._asked.fix else None
        # Standard output is for the mended text of standard input.
        prints = mender is not None and any(found.path is None for found, _ in files)
        stream = sys.stderr if prints and self._asked.output is None else out
        muted = _Muted(stream) if self._asked.quiet else None
        options = self._options(stream)

        def summary() -> Summary:
            if muted:
                muted.silent = True
            return self._summary(timed=format != "text" or stream.isatty())

        write(
            format,
            self._results(discovery, files, mender),
            summary,
            cast(TextIO, muted or stream),
            options,
        )
        if format in WITHOUT_TROUBLES:
            self._say_troubles(options)

    def _show_patches(self, discovery: Discovery, files: Files, out: TextIO) -> None:
        mender = self._mender((out, Paint(wanted(self._asked.color, out, os.environ))))
        for _ in self._results(discovery, files, mender):
            pass
        self._say_troubles(self._options(sys.stderr))

    def _results(
        self, discovery: Discovery, files: Files, mender: Mender | None
    ) -> Iterator[FileResult]:
        """Every result, counted and judged, with what the baseline accepts set apart."""
        for result in not_found(discovery):
            yield self._judged(result)
        checked = self._checked(files, mender)
        for result in self._matched(checked) if self._baseline else checked:
            yield self._judged(result)

    def _checked(self, files: Files, mender: Mender | None) -> Iterator[FileResult]:
        from ..report.progress import Progress

        def results() -> Iterator[FileResult]:
            for checked, (_, reading) in zip(self._each(files), files, strict=True):
                told = checked if mender is None else mender.mended(checked, reading)
                if told.note and not self._asked.quiet:
                    note(f"{told.found.shown}: {told.note}")
                yield from told.results

        if self._asked.quiet or len(files) < 2:
            return results()
        return Progress(sys.stderr, len(files), self._lang).through(results())

    def _each(self, files: Files) -> Iterable[Checked]:
        lint = self._inputs.lint
        if self._asked.text is not None:
            ((found, reading),) = files
            return [check(found, lint, reading, self._inputs.words())]
        return check_all(files, lint, self._settings.jobs or os.cpu_count() or 1)

    def _mender(self, patch: tuple[TextIO, Paint] | None) -> Mender:
        from .fixing import Mender

        assert self._asked.fix is not None
        lint = self._inputs.lint
        again = self._inputs.again
        return Mender(lint, self._asked.fix, self._lang, self._baseline, patch, again)

    def _matched(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        from ..files.baseline import match

        assert self._baseline is not None
        matched = match(list(results), self._baseline.entries, self._baseline.folder)
        if matched.stale and not self._asked.quiet:
            note(said("stale", self._lang, len(matched.stale)))
        yield from matched.results

    def _read_baseline(self) -> Baseline | None:
        path = self._settings.baseline
        if path is None:
            return None
        from ..files.baseline import read
        from .fixing import Baseline

        self._inputs.folder = path.parent
        return Baseline(read(path), path.parent)

    def _judged(self, result: FileResult) -> FileResult:
        self._tally.add(result)
        path = result.source.path
        self._found = self._found or any(
            self._inputs.fails(path, each.finding.severity) for each in result.findings
        )
        return result

    def _summary(self, *, timed: bool) -> Summary:
        took = round(monotonic() - self._start, 3) if timed else None
        return self._tally.summary(took, int(self._code()))

    def _code(self) -> Exit:
        total = self._tally.summary()
        return outcome(
            errors=bool(total.errors), incomplete=bool(total.incomplete), found=self._found
        )

    def _options(self, stream: TextIO) -> Options:
        level = self._settings.fail_level
        return Options(
            lang=self._lang,
            color=wanted(self._asked.color, stream, os.environ),
            width=width(stream),
            statistics=self._asked.statistics,
            rules=self._inputs.rules(),
            fail_level=Severity(level) if level != "never" else Severity.ERROR,
            version=__version__,
        )

    def _say_troubles(self, options: Options) -> None:
        from ..report.text import write_troubles

        write_troubles(self._tally.summary(), sys.stderr, options)

    def _say_nothing_to_do(self, discovery: Discovery) -> None:
        passed = [reason(name, self._lang, count) for name, count in discovery.passed_over.items()]
        if passed:
            note(said("nothing", self._lang, ", ".join(passed)))
        else:
            note(said("empty", self._lang))


class _Muted(io.TextIOBase):
    """A stream that can be told to be silent: --quiet has no summary."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.silent = False

    def write(self, text: str) -> int:
        return len(text) if self.silent else self._stream.write(text)
