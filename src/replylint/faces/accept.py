"""``replylint baseline``: accept the findings there are, or take out entries that are stale."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..files.baseline import Entry, accept, match, read, relative, write
from ..files.check import check_all
from ..files.discover import STDIN, shown
from ..model import FileResult
from ..report.options import Options
from ..report.tally import Tally
from ..report.text import write_troubles
from .exits import outcome
from .inputs import Inputs, not_found
from .notes import said
from .streams import note

if TYPE_CHECKING:
    from .asked import Asked

FILE = "replylint-baseline.jsonl"


def run(asked: Asked) -> int:
    """Effect: write the baseline file; nothing is written when a file could not be read.

    Entries of files that were not looked at stay. With ``prune`` entries are only taken out: those
    of files that were checked or are gone and have no finding any more.
    """
    inputs = Inputs(asked)
    path = inputs.run.baseline or Path(FILE)
    inputs.folder = folder = path.parent
    before = read(path) if asked.prune or path.exists() else frozenset[Entry]()
    results = _results(inputs)
    tally = Tally()
    for result in results:
        tally.add(result)
    total = tally.summary()
    write_troubles(total, sys.stderr, Options(inputs.lang))
    if total.errors or total.incomplete:
        note(said("kept", inputs.lang, shown(path)))
        return outcome(errors=bool(total.errors), incomplete=True, found=False)
    stale = match(results, before, folder).stale
    if asked.prune:
        write(path, before - {*stale})
        note(said("pruned", inputs.lang, len(stale), shown(path)))
    else:
        entries = accept(results, folder)
        seen = {relative(each.source.path or STDIN, folder) for each in results}
        elsewhere = {each for each in before if each.path not in seen} - {*stale}
        write(path, entries | elsewhere)
        note(said("accepted", inputs.lang, len(entries), shown(path)))
    return 0


def _results(inputs: Inputs) -> list[FileResult]:
    discovery = inputs.discover()
    files = inputs.readings(discovery.files)
    jobs = inputs.run.jobs or os.cpu_count() or 1
    checked = check_all(files, inputs.lint, jobs)
    return [*not_found(discovery), *(result for each in checked for result in each.results)]
