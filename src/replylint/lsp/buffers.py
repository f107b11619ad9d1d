"""The text of a file as its editor has it, and the way between its offsets and LSP's positions.

pygls keeps documents too, but ends lines wherever Python does (at U+2028, form feeds and more)
and editors do not: after one such character every later change would land in the wrong line.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from lsprotocol import types

from ..text.offsets import Lines, Unit, Units

Change = types.TextDocumentContentChangePartial | types.TextDocumentContentChangeWholeDocument

UNITS = {
    types.PositionEncodingKind.Utf8: Unit.UTF8,
    types.PositionEncodingKind.Utf16: Unit.UTF16,
    types.PositionEncodingKind.Utf32: None,
}
"""What a client counts columns in; None: code points."""


class Buffer:
    """One version of an open file; never changed, a change makes another.

    ``unit`` is what the client counts columns in, None: code points.
    """

    def __init__(
        self, uri: str, language: str, version: int, text: str, unit: Unit | None = Unit.UTF16
    ) -> None:
        self.uri = uri
        self.language = language
        self.version = version
        self.text = text
        self.unit = unit

    @cached_property
    def path(self) -> Path | None:
        """Where the file is, None for one that has never been saved."""
        return path_of(self.uri)

    @property
    def untitled(self) -> bool:
        """Whether it is words without a file."""
        return urlsplit(self.uri).scheme == "untitled"

    def changed(self, version: int, changes: Iterable[Change]) -> Buffer:
        """The next version: ``changes`` in order, each counting in what the one before left."""
        after = self
        for change in changes:
            text = change.text
            if isinstance(change, types.TextDocumentContentChangePartial):
                start = after.offset(change.range.start)
                end = max(start, after.offset(change.range.end))
                text = after.text[:start] + text + after.text[end:]
            after = Buffer(self.uri, self.language, version, text, self.unit)
        return after

    def position(self, offset: int) -> types.Position:
        """Where an offset in code points is for the client."""
        if self.unit is None:
            line, column = self._lines.position(offset)
        else:
            line, column = self._lines.position_in(self.unit, offset)
        return types.Position(line - 1, column - 1)

    def range(self, start: int, end: int) -> types.Range:
        """A stretch as the client counts."""
        return types.Range(self.position(start), self.position(end))

    def offset(self, position: types.Position) -> int:
        """The offset of a place; behind the end of a line or of the text it is that end."""
        if position.line >= len(self._lines):
            return len(self.text)
        words = self._lines.line_text(position.line + 1)
        start = self._lines.offset(position.line + 1, 1)
        if self.unit is None:
            return start + min(position.character, len(words))
        most = self.unit.length(words)
        return start + Units(words, self.unit).code_point(min(position.character, most))

    def at(self, line: int, column: int) -> int:
        """The offset of a line and column, both from 1 and in code points; ends as ``offset``."""
        if line > len(self._lines):
            return len(self.text)
        return self._lines.offset(line, min(column, len(self._lines.line_text(line)) + 1))

    def line_end(self, offset: int) -> int:
        """Where the line that holds ``offset`` ends, without its ending."""
        line, _ = self._lines.position(offset)
        return max(offset, self._lines.offset(line, 1) + len(self._lines.line_text(line)))

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)


def path_of(uri: str) -> Path | None:
    """The file a URI names, None when it names none."""
    from pygls.uris import to_fs_path

    if urlsplit(uri).scheme != "file":
        return None
    path = to_fs_path(uri)
    return Path(path) if path else None


def uri_of(path: Path) -> str:
    """The URI of a file."""
    return path.absolute().as_uri()
