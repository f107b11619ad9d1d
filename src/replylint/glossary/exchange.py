"""Term bases out and in: CSV here, XLSX for spreadsheets, TBX for other term tools in ``tbx_…``.

All of them lose nothing: importing what was exported gives the same terms. The ignore list is no
part of any.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import fields

from ..errors import GlossaryError, Origin, UsageError, did_you_mean
from .load import is_date, too_long
from .term import DIFFICULTIES, SCRIPTS, STATUSES, Term

FORMATS = ("csv", "tbx", "tbx-dca", "xlsx")
COLUMNS = tuple(field.name for field in fields(Term))


def export_terms(terms: Iterable[Term], format: str) -> bytes:
    """The terms as the bytes of a file. ``tbx`` is the DCT style, ``tbx-dca`` the DCA style.

    Raises UsageError for a format not in ``FORMATS``, and for XLSX without openpyxl.
    """
    if _known(format) == "csv":
        return to_csv(terms).encode()
    if format == "xlsx":
        from .xlsx import to_xlsx

        return to_xlsx(terms)
    from .tbx_write import to_tbx

    return to_tbx(terms, "dca" if format == "tbx-dca" else "dct").encode()


def import_terms(
    data: bytes | str, format: str, path: str = "", left_out: list[str] | None = None
) -> tuple[Term, ...]:
    """The terms of a file. Raises GlossaryError with its line, UsageError for another format.

    ``left_out`` is given a sentence for each entry that holds no term for us (TBX in other
    languages). A CSV or TBX file may be given as text.
    """
    if _known(format) == "xlsx":
        from .xlsx import from_xlsx

        return from_xlsx(data.encode() if isinstance(data, str) else data, path)
    text = data if isinstance(data, str) else _decoded(data, path)
    if format == "csv":
        return from_csv(text, path)
    from .tbx_read import from_tbx

    return from_tbx(text, path, left_out)


def _decoded(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        hint = "save the file as UTF-8"
        raise GlossaryError("is not UTF-8", origin=Origin(path, line), hint=hint) from None


def _known(format: str) -> str:
    if format not in FORMATS:
        near = did_you_mean(format, FORMATS) or "use " + ", ".join(FORMATS)
        raise UsageError(f'"{format}" is no format for a term base', hint=near)
    return format


def to_csv(terms: Iterable[Term]) -> str:
    """A row per term, a column per field of ``Term``; aliases stand in one cell between ``|``.

    A ``|`` or ``\\`` inside an alias has a ``\\`` before it. Lines end with a line feed.
    """
    import csv

    out = io.StringIO()
    write = csv.writer(out, lineterminator="\n")
    write.writerow(COLUMNS)
    write.writerows(map(to_row, terms))
    return out.getvalue()


def from_csv(text: str, path: str = "") -> tuple[Term, ...]:
    """Terms from what ``to_csv`` wrote or a spreadsheet saved; columns in any order, some missing.

    A row without id gets one from its English name. Raises GlossaryError with the line.
    """
    import csv

    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    table: list[tuple[int, list[str]]] = []
    try:
        head = next(rows, [])
        line = rows.line_num
        for row in rows:
            table.append((line + 1, row))
            line = rows.line_num
    except csv.Error as fault:
        raise GlossaryError(f"is not CSV: {fault}", origin=Origin(path, rows.line_num)) from None
    return from_table(head, table, path)


def from_table(
    head: Iterable[str], rows: Iterable[tuple[int, list[str]]], path: str
) -> tuple[Term, ...]:
    """Terms from a table: the names of its columns, and the line and cells of each row."""
    names = [name.strip() for name in head]
    _columns(names, path)
    found: dict[str, Term] = {}
    for line, row in rows:
        if any(cell.strip() for cell in row):
            place = Origin(path, line)
            term = _row(names, row, place, len(found) + 1)
            if term.id in found:
                raise GlossaryError(f'the id "{term.id}" stands here twice', origin=place)
            found[term.id] = term
    return tuple(found.values())


def to_row(term: Term) -> list[str]:
    """A cell per column of ``COLUMNS``; aliases stand in one cell between ``|``."""
    row = [getattr(term, column) for column in COLUMNS]
    row[COLUMNS.index("aliases")] = "|".join(map(_escaped, term.aliases))
    return row


def _columns(head: list[str], path: str) -> None:
    place = Origin(path, 1)
    for name in head:
        if name not in COLUMNS:
            near = did_you_mean(name, COLUMNS) or "known columns: " + ", ".join(COLUMNS)
            raise GlossaryError(f'there is no column "{name}"', origin=place, hint=near)
        if head.count(name) > 1:
            raise GlossaryError(f'the column "{name}" stands here twice', origin=place)
    if not {"hans", "hant", "en"}.intersection(head):
        raise GlossaryError("no column holds a name", origin=place, hint="add hans, hant or en")


def _row(head: list[str], row: list[str], place: Origin, number: int) -> Term:
    if len(row) > len(head):
        raise GlossaryError(f"has {len(row)} cells for {len(head)} columns", origin=place)
    cells = dict(zip(head, row, strict=False))
    aliases = tuple(filter(None, _parted(cells.pop("aliases", ""))))
    named = {key: value for key, value in cells.items() if value}
    named.setdefault("id", id_for(named.get("en", ""), number))
    term = Term(aliases=aliases, **named)
    wanted(term, place)
    return term


def wanted(term: Term, place: Origin) -> None:
    """Raises GlossaryError for a term whose values ``load`` would refuse."""
    for what in _faults(term):
        raise GlossaryError(what, origin=place)


def unfit(term: Term) -> str:
    """Why ``load`` would refuse the term for itself alone; "" when it would not."""
    found = _faults(term)
    if term.wrong and not term.use:
        found.append("does not say what to use instead")
    if not (term.use or term.difficulty == "everyday" or any(map(term.gloss, SCRIPTS))):
        found.append("is not explained")
    return "; ".join(found)


def _faults(term: Term) -> list[str]:
    faults = [
        (not any((term.hans, term.hant, term.tw, term.hk, term.en)), "has no name"),
        (term.status not in STATUSES, f'"{term.status}" is no status'),
        (term.difficulty not in DIFFICULTIES, f'"{term.difficulty}" is no difficulty'),
        (bool(term.reviewed) and not is_date(term.reviewed), f'"{term.reviewed}" is no date'),
    ]
    found = [what for wrong, what in faults if wrong]
    return found + [long for s in SCRIPTS if (long := too_long(s, term.gloss(s)))]


def id_for(name: str, number: int) -> str:
    """An id made of an English name.

    >>> id_for("Net asset value (NAV)", 1), id_for("", 7)
    ('net-asset-value-nav', 'term-7')
    """
    kept = "".join(ch if ch.isascii() and ch.isalnum() else " " for ch in name.lower())
    return "-".join(kept.split()) or f"term-{number}"


def _escaped(alias: str) -> str:
    return alias.replace("\\", "\\\\").replace("|", "\\|")


def _parted(cell: str) -> list[str]:
    r"""The aliases of a cell.

    >>> _parted(r"NAV|a\|b")
    ['NAV', 'a|b']
    """
    parts, escape = [""], False
    for ch in cell:
        if escape or ch not in "\\|":
            parts[-1] += ch
            escape = False
        elif ch == "\\":
            escape = True
        else:
            parts.append("")
    return parts
