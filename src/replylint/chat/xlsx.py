"""XLSX workbooks: every sheet whose columns can be found, a row a message. Needs openpyxl."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..errors import InputError, Origin, UsageError
from ..model import Conversation
from .head import Head
from .lines import title
from .names import known, plain
from .nouns import Options, Unread
from .source import Source, reading
from .table import Table, Values
from .table import read as read_table

_TOP = 10
"""Rows among which the header is looked for: reports have a title and a date above it."""


def fits(head: Head) -> bool:
    """Whether it is a zip with a workbook's parts; other zips were unpacked before."""
    return head.data[:4] == b"PK\x03\x04"


def read(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    """The conversations of a workbook. Raises InputError, UsageError without openpyxl."""
    sheets = [name for name in _sheets(source) if _header(source, name) is not None]
    if not sheets:
        raise InputError(
            "no sheet has a row of column names",
            origin=Origin(source.shown),
            hint="the names of the columns belong above the messages",
        )
    for name in sheets:
        found = _header(source, name)
        assert found is not None
        yield from read_table(_table(source, name, *found, alone=len(sheets) == 1), options)


def _table(source: Source, sheet: str, top: int, header: list[str], alone: bool) -> Table:
    def records() -> Iterator[tuple[int, Values] | Unread]:
        for number, row in enumerate(_rows(source, sheet), 1):
            if number > top and any(cell is not None for cell in row):
                cells = [_text(cell) for cell in row[: len(header)]]
                yield number, cells + [None] * (len(header) - len(cells))

    name = title(source) if alone else f"{title(source)} {sheet}"
    return Table(header, records, f"{source.shown}[{sheet}]", name)


def _header(source: Source, sheet: str) -> tuple[int, list[str]] | None:
    """The row of column names and its number: the first with two names that are known."""
    best: tuple[int, int, list[str]] | None = None
    for number, row in enumerate(_rows(source, sheet), 1):
        if number > _TOP:
            break
        names = [str(cell).strip() if cell is not None else "" for cell in row]
        count = sum(plain(name) in known() for name in names)
        filled = sum(bool(name) for name in names)
        if filled > 1 and (best is None or count > best[0]):
            best = count, number, names
    if best is None:
        return None
    _, number, names = best
    while names and not names[-1]:
        names.pop()
    return number, names


def _rows(source: Source, sheet: str) -> Iterator[tuple[Any, ...]]:
    book = _open(source)
    try:
        with reading(source.shown):
            yield from book[sheet].iter_rows(values_only=True)
    finally:
        book.close()


def _sheets(source: Source) -> list[str]:
    book = _open(source)
    try:
        return [each.title for each in book.worksheets if each.sheet_state == "visible"]
    finally:
        book.close()


def _open(source: Source) -> Any:
    try:
        import openpyxl
    except ImportError:
        raise UsageError(
            "XLSX needs openpyxl, which is not installed",
            hint='pip install "replylint[xlsx]", or save it as CSV',
        ) from None
    import io
    import zipfile

    data = io.BytesIO(source.all())
    try:
        return openpyxl.load_workbook(data, read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, IndexError, SyntaxError) as fault:
        raise InputError(
            "is no XLSX workbook",
            origin=Origin(source.shown),
            hint=f"save it as .xlsx anew ({type(fault).__name__})",
        ) from None


def _text(value: Any) -> Any:
    """A cell as a message has it: whole numbers without a point, formulas' errors as they stand."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return value
