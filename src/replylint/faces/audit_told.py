"""What an audit prints and writes at its end: findings, the page, and what went wrong."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from .. import __version__
from ..api.linter import Linter
from ..api.surroundings import language
from ..audit.ledger import Ledger
from ..audit.outs import JsonLines, record
from ..audit.summary import summary
from ..audit.words import say
from ..report.json_v1 import dumps
from .streams import note, writing

if TYPE_CHECKING:
    from ..audit.rows import Chunk
    from ..config import Settings

LISTED = 100_000  # findings on a page
CASES = 40  # conversations of each kind on a page


class Printer:
    """Findings on standard output as they come: one a line, or in one object."""

    def __init__(self, stream: TextIO, format: str) -> None:
        self._stream = stream
        self._whole = format == "json"
        tool = {"name": "replylint", "version": __version__}
        self._before = f'{{"version": 1, "tool": {dumps(tool)}, "findings": [\n'
        self._lines = JsonLines(stream.buffer)

    def add(self, chunk: Chunk) -> None:
        """Effect: print the findings of a chunk."""
        if not self._whole:
            self._lines.add(chunk.findings)
            return
        for row in chunk.findings:
            self._stream.write(self._before + dumps(record(row)))
            self._before = ",\n"

    def end(self, ledger: Ledger, code: int) -> None:
        """Effect: print what follows the last one."""
        if self._whole:
            told = {**summary(ledger), "exit_code": code}
            before = self._before.removesuffix(",\n")
            self._stream.write(f'{before}\n], "summary": {dumps(told)}}}\n')


def limits(settings: Settings) -> dict[str, dict[str, float]]:
    """How long answers and solutions may take, in seconds."""
    from ..conversation.book import limits as times

    return times(settings.conversation)


def ledger_of(fails: Iterable[str], settings: Settings, listed: int, cases: int) -> Ledger:
    """A ledger that counts waits by the limits of the settings."""
    edges = [each for by in limits(settings).values() for each in by.values()]
    return Ledger(fails, listed, cases, edges)


def put_page(path: Path, ledger: Ledger, linter: Linter, settings: Settings) -> None:
    """Effect: write the page."""
    from ..audit.page import About, page

    rules = {**linter.rules, **linter.turn_rules}
    about = About(rules, language(settings.lang), __version__, limits(settings))
    with writing(path, machine=True) as out:
        out.write(page(ledger, about))


def tell_troubles(ledger: Ledger, lang: str) -> None:
    """Effect: name what could not be read or checked."""
    for row in ledger.unread:
        place = row.path if row.line is None else f"{row.path}:{row.line}"
        note(f"{place}: {row.reason}")
    if ledger.unread_count > len(ledger.unread):
        note(say("more", lang, f"{ledger.unread_count - len(ledger.unread):,}"))
    if ledger.unread_count:
        note(say("unread", lang, f"{ledger.unread_count:,}"))
    for conversation in ledger.incomplete:
        note(f"{conversation.path}: {conversation.conversation}: {conversation.incomplete}")
    if ledger.incomplete_count:
        note(say("incomplete", lang, f"{ledger.incomplete_count:,}"))
