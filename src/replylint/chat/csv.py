"""CSV: any delimiter, any of the encodings, rows of several lines, each row at its line."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import islice
from typing import TextIO

from ..errors import InputError, Origin
from ..model import Conversation
from .head import Head
from .lines import title
from .names import known, plain
from .nouns import Options, Unread
from .source import Source, reading
from .table import Table, Values
from .table import read as read_table
from .wording import codec_of, opened

LARGEST = 1 << 20
"""Characters of one cell; more of them are a quotation mark that is never closed."""
_DELIMITERS = (",", "\t", ";", "|")
_TOP = 10


def read(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    """The conversations of a CSV file. Raises InputError."""
    yield from read_table(table_of(source, options), options)


def table_of(source: Source, options: Options) -> Table:
    """The file as a table; without a line of names its columns are 1, 2, … Raises InputError."""
    if csv.field_size_limit() < LARGEST:
        csv.field_size_limit(LARGEST)
    codec = codec_of(source, options.encoding)
    with opened(source, codec) as stream, reading(source.shown):
        head = stream.read(1 << 16).removeprefix("\ufeff")
    if not head.strip():
        raise InputError("the file is empty", origin=Origin(source.shown), hint="export it again")
    delimiter = delimiter_of(head)
    skip, header = _names(head, delimiter, source.shown)
    if not skip:
        header = [str(number) for number in range(1, len(header) + 1)]

    def records() -> Iterator[tuple[int, Values] | Unread]:
        return _records(source, codec, delimiter, len(header), skip)

    return Table(header, records, source.shown, title(source))


def _names(head: str, delimiter: str, shown: str) -> tuple[int, list[str]]:
    """The row of names and how many rows to skip with it; none to skip when there are no names.

    Reports have a title and a date above it: of the first rows it is the one with most names that
    are known.
    """
    rows = _first_rows(head, delimiter, shown)
    counts = [sum(plain(cell) in known() for cell in row) for row in rows]
    best = counts.index(max(counts)) if max(counts) > 1 else 0
    best = max(best, next((i for i, row in enumerate(rows) if any(row)), 0))
    return (best + 1 if _is_header(rows[best]) else 0), rows[best]


def _first_rows(head: str, delimiter: str, shown: str) -> list[list[str]]:
    lines = head.splitlines(keepends=True)
    for several in (lines, lines[:1]):
        reader = csv.reader(several, delimiter=delimiter, strict=True)
        try:
            return [[name.strip() for name in row] for row in islice(reader, _TOP)]
        except csv.Error as error:  # of a row below, maybe: then the first line is that of names
            problem = error
    what = f"the line of names: {_what(problem)}"
    raise InputError(what, origin=Origin(shown, 1), hint=_HINT)


def delimiter_of(head: str) -> str:
    """The delimiter of which the first line that has any has most."""
    lines = head.split("\n", _TOP)[:_TOP]
    named = re.match(r"sep=(.)\r?$", lines[0])  # a spreadsheet's own way to say it
    if named:
        return named[1]
    line = next((line for line in lines if any(map(line.count, _DELIMITERS))), "")
    return max(_DELIMITERS, key=line.count)


def _is_header(cells: list[str]) -> bool:
    """Whether cells name columns: one is a name that is known and none is a time, or no data."""
    if any(re.match(r"\d{1,4}[-/.年]\d{1,2}[-/.月]\d", cell) for cell in cells):
        return False
    if any(plain(cell) in known() for cell in cells):
        return True
    return not any(any(c.isdigit() for c in cell) or len(cell) > 40 for cell in cells)


class _Lines:
    """The lines of a file, of which those of a broken row can be read once more."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        first = stream.readline().removeprefix("\ufeff")
        self._again = [first] if first else []
        self.taken: list[str] = []  # by the row that is being read

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else next(self._stream)
        self.taken.append(line)
        return line

    def give_back(self) -> int:
        """Effect: all lines of the broken row but its first are read again; how many there were."""
        self._again.extend(reversed(self.taken[1:]))
        count = len(self.taken)
        self.taken.clear()
        return count


def _records(
    source: Source, codec: str, delimiter: str, width: int, skip: int
) -> Iterator[tuple[int, Values] | Unread]:
    shown = source.shown
    with opened(source, codec) as stream, reading(shown):
        lines = _Lines(stream)
        taken = lines.taken
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        line = 1
        for _ in range(skip):
            next(reader, None)
        line += len(taken)
        taken.clear()
        while True:
            try:
                for cells in reader:
                    if len(cells) == width:
                        yield line, cells
                    elif cells:
                        yield _wide(shown, line, cells, width)
                    line += len(taken)
                    taken.clear()
                return
            except csv.Error as error:
                yield Unread(shown, line, None, _what(error), _HINT)
                lines.give_back()
                line += 1
                reader = csv.reader(lines, delimiter=delimiter, strict=True)


def _wide(shown: str, line: int, cells: list[str], width: int) -> tuple[int, Values] | Unread:
    if len(cells) > width and not any(cells[width:]):
        return line, cells[:width]
    what = f"it has {len(cells)} cells, the header has {width}"
    return Unread(shown, line, None, what, _HINT)


_HINT = "a delimiter, quotation mark or line end within a cell needs the cell in quotation marks"


def _what(error: csv.Error) -> str:
    text = str(error)
    if "field larger" in text or "unexpected end" in text:
        return "a quotation mark is opened and not closed"
    if "expected after" in text:
        return "a quotation mark stands within a cell in quotation marks and is not doubled"
    if "NUL" in text:
        return "it holds a NUL byte"
    return "it is no row of a CSV file"


def fits(head: Head) -> bool:
    """Whether lines are cut into cells, most of them into as many as the first."""
    if not head.text.strip() or head.keys or not head.lines:
        return False
    delimiter = delimiter_of(head.text)
    if head.suffix in ("csv", "tsv", "tab"):
        return any(delimiter in line for line in head.lines[:_TOP])
    return delimiter in head.lines[0] and _even(head, delimiter)


def _even(head: Head, delimiter: str) -> bool:
    rows = list(csv.reader(head.lines[:50], delimiter=delimiter))
    return len(rows) > 1 and len({len(row) for row in rows[:-1]}) == 1 and len(rows[0]) > 2
