"""``replylint rewrite``: files in, the proposed reply for every message out."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from .. import __version__
from ..files.check import check
from ..files.mend import mend
from ..report.colour import wanted
from ..report.options import Options
from ..report.rewrites import Proposal, write_rewrites
from ..report.tally import Tally
from ..report.text import write_troubles
from .exits import outcome
from .inputs import Inputs, not_found
from .streams import width, writing

if TYPE_CHECKING:
    from ..files.check import Reading
    from ..files.discover import Found
    from .asked import Asked


def run(asked: Asked) -> int:
    """Effect: propose a reply for every message.

    The exit code says what is left: 1 when a proposed reply still fails.
    """
    return _Run(asked).once()


class _Run:
    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._inputs = Inputs(asked)
        self._tally = Tally()
        self._found = False

    def once(self) -> int:
        asked, inputs = self._asked, self._inputs
        format = asked.format or "text"
        with writing(asked.output, machine=format != "text") as stream:
            color = wanted(asked.color, stream, os.environ)
            options = Options(inputs.lang, color, width(stream), version=__version__)
            write_rewrites(format, self._proposals(), stream, options, self._edges)
        total = self._tally.summary()
        write_troubles(total, sys.stderr, replace(options, color=False))
        return outcome(
            errors=bool(total.errors), incomplete=bool(total.incomplete), found=self._found
        )

    def _edges(self, text: str) -> Collection[int]:
        """Where the words of a reply begin and end, the term base's words among them."""
        from ..text.words import edges

        inputs = self._inputs
        return edges(text, inputs.rulesets.made(inputs.key(inputs.run)).edges.tokenizer)

    def _proposals(self) -> Iterator[Proposal]:
        discovery = self._inputs.discover()
        for result in not_found(discovery):
            self._tally.add(result)
        for found, reading in self._inputs.readings(discovery.files):
            yield from self._of(found, reading)

    def _of(self, found: Found, reading: Reading) -> Iterator[Proposal]:
        """The replies of one file, those unchanged too."""
        named, reading = reading.stream, replace(reading, stream=False)
        spoken = self._inputs.words() if self._asked.text is not None else None
        checked = check(found, self._inputs.lint, reading, spoken)
        (result,) = checked.results
        self._tally.add(result)
        if checked.decoded is None:
            return
        lint, safety = self._inputs.lint, self._asked.safety
        mended = mend(checked.decoded, found.shown, reading, lint, result.suppressed, safety)
        for each in mended.replies:
            self._found = self._found or any(
                self._inputs.fails(found.shown, left.severity) for left in each.rewrite.remaining
            )
            message = each.message
            if named and message.id is None:
                message = replace(message, id=str(each.line))
            path = None if spoken is not None else found.shown
            line = None if path is None else each.line
            yield Proposal(message, each.rewrite, each.findings, path, line)
