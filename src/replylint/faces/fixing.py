"""--fix and --diff, file by file: what the proposed replies change is saved, printed or shown."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

from ..errors import InputError
from ..files.baseline import Entry, match
from ..files.check import Checked, Lint, Reading, check, trouble
from ..files.decode import encode
from ..files.discover import Found
from ..files.mend import Mended, mend
from ..files.save import edited, save
from ..model import Safety
from ..report.colour import Paint
from ..report.patch import write_patch
from .notes import said
from .streams import note


@dataclass(frozen=True, slots=True)
class Baseline:
    """The accepted findings and the folder their paths count from."""

    entries: Collection[Entry]
    folder: Path


@dataclass(frozen=True, slots=True)
class Mender:
    """Mends what counts; with ``patch`` only shows how, there.

    ``again`` gives the reading of a file that was written since.
    """

    lint: Lint
    safety: Safety
    lang: str
    baseline: Baseline | None = None
    patch: tuple[TextIO, Paint] | None = None
    again: Callable[[Found, Reading], Reading] = lambda _, reading: reading

    def mended(self, checked: Checked, reading: Reading) -> Checked:
        """Effect: mend the file; what is left to find in it."""
        if checked.decoded is None:
            return checked
        plan = self._plan(checked, reading) if self._worth_it(checked) else Mended(())
        if plan.dropped:
            note(said("dropped", self.lang, plan.dropped, checked.found.shown))
        if self.patch is not None:
            if plan.edits:
                write_patch(checked.results[0], plan.edits, *self.patch)
            return checked
        if not plan.edits and checked.found.path is not None:
            return checked
        return self._written(checked, plan, reading)

    def _worth_it(self, checked: Checked) -> bool:
        """Whether any finding has a fix that may be applied."""
        return any(
            fix.safety.rank <= self.safety.rank
            for result in checked.results
            for placed in result.findings
            for fix in placed.finding.fixes
        )

    def _plan(self, checked: Checked, reading: Reading) -> Mended:
        assert checked.decoded is not None
        results = checked.results
        if self.baseline is not None:
            results = match(results, self.baseline.entries, self.baseline.folder).results
        silenced = [each for result in results for each in result.silent]
        name = checked.found.shown
        return mend(checked.decoded, name, reading, self.lint, silenced, self.safety)

    def _written(self, checked: Checked, plan: Mended, reading: Reading) -> Checked:
        """Effect: save the file, or print it when it came by standard input; and check it again.

        A file that cannot be written stays as it was, and is an error of the result.
        """
        was, found = checked.decoded, checked.found
        assert was is not None
        try:
            if found.path is None:
                text = edited(was.text, plan.edits)
            else:
                text = save(found.path, was, plan.edits, found.shown)
            data = encode(text, was, found.shown)
        except InputError as error:
            first, *rest = checked.results
            errors = (*first.errors, trouble(error, found.shown))
            return replace(checked, results=(replace(first, errors=errors), *rest))
        if found.path is None:
            _print(data)
        if not plan.edits:
            return checked
        left = check(found, self.lint, self.again(found, reading), data)
        gone = _findings(checked) - _findings(left)
        first, *rest = left.results
        return replace(left, results=(replace(first, fixed=max(gone, 1)), *rest))


def _findings(checked: Checked) -> int:
    return sum(len(result.findings) for result in checked.results)


def _print(data: bytes) -> None:
    """Effect: bytes to standard output, as they are."""
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:  # replaced by a program that wants text
        sys.stdout.write(data.decode("utf-8", "replace"))
    else:
        buffer.write(data)
        buffer.flush()
