"""Tables with commas, semicolons or tabs: the head names the columns that hold replies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .about import said_of
from .model import Document, Options, Segment
from .names import Patterns, kind, language
from .pieces import LINE_END, Builder, Spelling, newline_of, spell, unified
from .places import BrokenError, Comments
from .tree import shown
from .writing import UnreadableError, rewriting

_QUOTED = re.compile(r'"(?:[^"]++|"")*+"')
_QUOTED_ODD = re.compile(r'""|\r\n?')
_ENDS = re.compile(r"\r\n?|\n")
_HEAD = re.compile(r"[\w \-./#()（）\[\]]{1,24}")
_DIGITS = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell stands in ``[start, end)``, quotes and all."""

    start: int
    end: int
    text: str


class QuotedCell:
    """A cell between double quotes; within, they are doubled."""

    def read(self, source: str, start: int, end: int) -> Spelling:
        if not _QUOTED.fullmatch(source, start, end):
            raise UnreadableError
        into = Builder(source)
        spell(into, source, start + 1, end - 1, _QUOTED_ODD, _quoted)
        return into.done()

    def write(self, new: str, raw: str) -> str | None:
        return new.replace('"', '""').replace("\n", newline_of(raw))


def _quoted(match: re.Match[str]) -> str:
    return '"' if match.group() == '""' else "\n"


@dataclass(frozen=True, slots=True)
class BareCell:
    """A cell as it stands, between ``delimiter``s."""

    delimiter: str

    def read(self, source: str, start: int, end: int) -> Spelling:
        said = source[start:end]
        if self.delimiter in said or said.startswith('"') or "\n" in said or "\r" in said:
            raise UnreadableError
        into = Builder(source)
        spell(into, source, start, end, LINE_END, unified)
        return into.done()

    def write(self, new: str, raw: str) -> str | None:
        return new


def parse(text: str, options: Options) -> Document:
    """Read a table with a head. Raises BrokenError when it has none, or none that names replies."""
    return read(text, options, "csv", ",\t;|")


def read(text: str, options: Options, name: str, separators: str) -> Document:
    """Read a table parted by one of ``separators``, the likeliest first; ``name`` is its format."""
    delimiter = _delimiter(text, separators)
    rows = _rows(text, delimiter)
    head = next(rows, None)
    if head is None:
        return Document(name, text, note="the file is empty")
    table = _Table(text, head, delimiter, options)
    comments = Comments(text)
    segments: list[Segment] = []
    problems = []
    lines = None
    for number, row in enumerate(rows):
        segments += table.replies(number, row, comments)
        for cell in row[len(head) :]:
            if cell.text.strip():
                from ..offsets import Lines

                lines = lines or Lines(text)
                broken = BrokenError(cell.start, "there are more cells than columns", _QUOTE)
                problems.append(broken.placed(lines, options, len(text)))
                break
    note = None if segments or problems else "there are no replies in its columns"
    return Document(name, text, tuple(segments), comments.done(), tuple(problems), note)


_QUOTE = "put a text that holds the separator between double quotes"


def _delimiter(text: str, candidates: str) -> str:
    """The separator that stands most often in the head, the first of those that stand as often."""
    end = _ENDS.search(text, len(text) - len(text.lstrip("\r\n")))
    head = re.sub(r'"[^"]*"?', "", text[: end.start() if end else len(text)])
    return max(candidates, key=head.count)


def _rows(text: str, delimiter: str) -> Iterator[list[Cell]]:
    """The rows, blank ones left out. Raises Broken for a quote that is not closed."""
    bare = re.compile(rf"[^{re.escape(delimiter)}\r\n]*+")
    row: list[Cell] = []
    at = 0
    while at < len(text) or row:
        quoted = _QUOTED.match(text, at)
        found = quoted or bare.match(text, at)
        assert found is not None  # it matches nothing, too
        end = found.end()
        said = found.group()
        if quoted:
            said = said[1:-1].replace('""', '"')
        elif said.startswith('"'):
            raise BrokenError(
                at, "a double quote is not closed", "close it, or double one in a text"
            )
        row.append(Cell(at, end, said))
        if text.startswith(delimiter, end):
            at = end + 1
            continue
        line_end = _ENDS.match(text, end)
        if line_end is None and end < len(text):
            raise BrokenError(
                end, "there is text behind a closing quote", "double a quote in a text"
            )
        at = line_end.end() if line_end else len(text)
        if len(row) > 1 or row[0].text.strip():
            yield row
        row = []


class _Table:
    """What the columns of a table are."""

    def __init__(self, text: str, head: list[Cell], delimiter: str, options: Options) -> None:
        self._text = text
        self._names = [cell.text.strip() for cell in head]
        self._bare = BareCell(delimiter)
        self._replies = self._columns(options)
        if not self._replies:
            raise BrokenError(head[0].start, "no column is known to hold replies", self._hint())

    def _columns(self, options: Options) -> list[int]:
        if options.fields:
            patterns = Patterns(options.fields)
            return [at for at, name in enumerate(self._names) if patterns.match((name,))]
        kinds = [kind(name) for name in self._names]
        if "reply" in kinds:
            return [at for at, each in enumerate(kinds) if each in ("reply", "heading")]
        if "heading" in kinds:
            return [at for at, each in enumerate(kinds) if each == "heading"]
        return [at for at, name in enumerate(self._names) if language(name) != ""]

    def _hint(self) -> str:
        # Without a head the first row may hold anybody's words, which an error must not repeat.
        if all(_HEAD.fullmatch(n) and not _DIGITS.search(n) for n in self._names if n):
            columns = ", ".join(name for name in self._names if name)
            return f"the columns are {columns}: name those that hold replies in the setting fields"
        return (
            "write the names of the columns in the first line, and set fields to those of replies"
        )

    def replies(self, number: int, row: list[Cell], comments: Comments) -> Iterator[Segment]:
        """The replies of one row."""
        pairs = [(name, cell.text) for name, cell in zip(self._names, row, strict=False)]
        message = said_of(pairs)
        for name, cell in zip(self._names, row, strict=False):
            if name == "replylint" and cell.text.strip():
                quotes = self._text.startswith('"', cell.start)
                scope = (row[0].start, row[-1].end)
                comments.add_key(cell.start + quotes, cell.end - quotes, cell.text, scope)
        for at in self._replies:
            if at < len(row) and row[at].text.strip():
                yield self._segment(number, at, row[at], message)

    def _segment(self, number: int, at: int, cell: Cell, message: dict[str, object]) -> Segment:
        name = self._names[at]
        if lang := language(name):
            message = {**message, "lang": lang}
        style = QuotedCell() if self._text.startswith('"', cell.start) else self._bare
        text, pieces = style.read(self._text, cell.start, cell.end)
        encode = rewriting(self._text, cell.start, cell.end, style, text)
        return Segment(text, pieces, encode, shown((number, name)), message=message)
