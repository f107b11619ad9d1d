"""Term bases as XLSX workbooks, one row a term, for people who keep terms in a spreadsheet.

openpyxl is only needed here (``pip install replylint[xlsx]``) and only imported when asked for.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import Any

from ..errors import GlossaryError, Origin, UsageError
from .exchange import COLUMNS, from_table, to_row
from .term import Term

SHEET = "terms"
# What a cell cannot hold stands in it as _xHHHH_, as the format has it.
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def to_xlsx(terms: Iterable[Term]) -> bytes:
    """The bytes of a workbook with one sheet, every cell text, so that 2026-11 stays as it is.

    Raises UsageError when openpyxl is not installed.
    """
    book = _openpyxl().Workbook()
    sheet = book.active
    sheet.title = SHEET
    sheet.freeze_panes = "A2"
    for number, row in enumerate([list(COLUMNS), *map(to_row, terms)], 1):
        for column, value in enumerate(row, 1):
            if value:
                cell = sheet.cell(number, column)
                cell.value = _safe(value)
                cell.data_type = "s"  # "=x" and "007" are words
                cell.number_format = "@"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def from_xlsx(data: bytes, path: str = "") -> tuple[Term, ...]:
    """Terms from the first sheet, or the one called ``terms``; columns as in CSV.

    Raises GlossaryError with the row, UsageError when openpyxl is not installed.
    """
    import zipfile

    load = _openpyxl().load_workbook
    try:
        book = load(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]
        rows = [[_written(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    except (zipfile.BadZipFile, KeyError, ValueError, IndexError, SyntaxError) as fault:
        raise GlossaryError(
            "is no XLSX workbook",
            origin=Origin(path),
            hint=f"save it as .xlsx anew ({type(fault).__name__})",
        ) from None
    head = rows[0] if rows else []
    while head and not head[-1].strip():
        head.pop()
    table = [(line, _trimmed(row, len(head))) for line, row in enumerate(rows[1:], 2)]
    return from_table(head, table, path)


def _trimmed(row: list[str], width: int) -> list[str]:
    """Without the empty cells a sheet has beyond its columns."""
    while len(row) > width and not row[-1]:
        row.pop()
    return row


def _written(value: Any) -> str:
    """What stands in a cell, as text: dates as YYYY-MM-DD, whole numbers without a point."""
    if value is None:
        return ""
    if hasattr(value, "date"):
        value = value.date()
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _ESCAPED.sub(_character, str(value))


def _character(found: re.Match[str]) -> str:
    ch = chr(int(found[1], 16))
    return ch if _UNSAFE.fullmatch(ch) else found[0]


def _safe(value: str) -> str:
    return _UNSAFE.sub(lambda found: f"_x{ord(found[0]):04X}_", value)


def _openpyxl() -> Any:
    try:
        import openpyxl
    except ImportError:
        raise UsageError(
            "XLSX needs openpyxl, which is not installed",
            hint='pip install "replylint[xlsx]", or use CSV',
        ) from None
    return openpyxl
