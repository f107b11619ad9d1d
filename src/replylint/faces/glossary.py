"""``replylint glossary``: look up, add, exchange and review the terms of the trade."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from . import table
from .app import Suggesting, options
from .asked import asked
from .exits import HELP

Work = Callable[[], int]
_TEXT = click.option("--format", type=click.Choice(["text", "json"]), default="text")
_FILES = ("csv", "tbx", "tbx-dca", "xlsx")


@click.group(cls=Suggesting, short_help="The term base.", epilog=HELP)
def glossary() -> None:
    """Look up, add, exchange and review the terms of the trade."""


@glossary.command("list")
@click.option("--domain", metavar="NAME", help="Only terms of this field of business.")
@_TEXT
@options(table.TERMS)
def list_terms(domain: str | None, format: str, **values: Any) -> Work:
    """List the terms: id, names, status."""

    def run() -> int:
        from .terms import base, show

        known, _ = base(asked(values, table.TERMS))
        terms = [term for term in known.terms if domain in (None, term.domain)]
        return show(terms, format)

    return run


@glossary.command("lookup")
@click.argument("word")
@_TEXT
@options(table.TERMS)
def lookup(word: str, format: str, **values: Any) -> Work:
    """Show the terms a word may mean, the nearest first, where they stand and what they replaced in
    a term base below. Exit code 1 when there is none."""

    def run() -> int:
        from ..glossary.edit import find
        from .terms import show_fully, stacked

        known, _ = stacked(asked(values, table.TERMS))
        return show_fully(find(known.base, word), known, format)

    return run


@glossary.command("add")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--id", metavar="ID", help="Made of the English name when left out.")
@click.option("--hans", default="", help="The name in Simplified Chinese.")
@click.option("--hant", default="", help="In Traditional Chinese.")
@click.option("--tw", default="", help="As Taiwan says it.")
@click.option("--hk", default="", help="As Hong Kong says it.")
@click.option("--en", default="", help="In English.")
@click.option("--also", multiple=True, metavar="NAME", help="Another form, an abbreviation.")
@click.option("--gloss-hans", default="", help="What it is, to stand in brackets.")
@click.option("--gloss-hant", default="")
@click.option("--gloss-en", default="")
@click.option("--plain-hans", default="", help="Everyday words that can replace it.")
@click.option("--plain-hant", default="")
@click.option("--plain-en", default="")
@click.option("--status", default="preferred", help="preferred, admitted, deprecated, forbidden.")
@click.option("--use", default="", metavar="ID", help="The term to write instead.")
@click.option("--level", "difficulty", default="common", help="everyday, common or expert.")
@click.option("--domain", default="general")
@click.option("--source", default="own wording")
@click.option("--reviewed", metavar="DATE", help="Today when left out.")
def add(file: Path, id: str | None, also: tuple[str, ...], **values: Any) -> Work:
    """Add a term to a YAML file of terms, everything else in it as it was."""

    def run() -> int:
        from .terms import add_term

        return add_term(file, id, also, values)

    return run


@glossary.command("import")
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--format", type=click.Choice(_FILES), help="By its name when left out.")
@click.option("--skip", is_flag=True, help="Leave out terms that are not fit, and name them.")
@click.option(
    "--into",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The YAML file of terms to add to, or a new one.",
)
def import_terms(source: Path, format: str | None, skip: bool, into: Path) -> Work:
    """Add the terms of a CSV, TBX or XLSX file to a YAML file: all of them, or none. With --skip
    all that are explained, in few enough words; exit code 3 when others are left out."""

    def run() -> int:
        from .terms import import_file

        return import_file(source, format, into, skip=skip)

    return run


@glossary.command("export")
@click.option("--format", type=click.Choice(_FILES), default="csv")
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE")
@options(table.TERMS)
def export_terms(format: str, output: Path | None, **values: Any) -> Work:
    """Print the term base as CSV, TBX (tbx-dca is its older style) or XLSX, for spreadsheets and
    other term tools."""

    def run() -> int:
        from .terms import base, export_file

        return export_file(base(asked(values, table.TERMS))[0], format, output)

    return run


@glossary.command("stale")
@click.option("--months", type=click.IntRange(min=0), default=12, help="How old is too old; 12.")
@_TEXT
@options(table.TERMS)
def stale(months: int, format: str, **values: Any) -> Work:
    """Show the terms nobody has reviewed for a while. Exit code 1 when there are any."""

    def run() -> int:
        from datetime import date

        from ..glossary.edit import stale as stale_terms
        from .terms import base, show

        known, _ = base(asked(values, table.TERMS))
        old = stale_terms(known, date.today().isoformat(), months)
        show(old, format)
        return 1 if old else 0

    return run


@glossary.command("check")
@click.option("--words", is_flag=True, help="Look for terms inside everyday words, too.")
@click.option("--months", type=click.IntRange(min=0), default=12, help="How old is too old; 12.")
@options(table.TERMS)
def check(words: bool, months: int, **values: Any) -> Work:
    """Load the term base strictly and show what it may have wrong: words in explanations that
    readers may not know, terms explained alike, entries nobody reviewed for a while. Exit code 1
    for faults. Where several term bases are stacked it tells what each took from those below."""

    def run() -> int:
        from datetime import date

        from .terms import print_faults, stacked

        known, lang = stacked(asked(values, table.TERMS))
        today = date.today().isoformat()
        return print_faults(known, lang, words=words, months=months, today=today)

    return run
