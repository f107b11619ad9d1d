"""Which characters of a reply stand where in its file, and how a text is read with that kept."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import NamedTuple


class Piece(NamedTuple):
    """``[text_start, text_end)`` of the reply is written as ``[file_start, file_end)`` of the file.

    Of equal lengths: character by character; else as a whole (an escape, an entity, a folded line
    end). Without text it is glue: written, not read, and it may go with what is around it (a
    continued line). What lies between pieces is neither: it stays (a tag, a comment).
    """

    text_start: int
    text_end: int
    file_start: int
    file_end: int


class Spot(NamedTuple):
    """A stretch of a reply and what stands for it in the file, all in code points."""

    start: int
    end: int
    file_start: int
    file_end: int


class Spelling(NamedTuple):
    """A text as read, and its pieces in order."""

    text: str
    pieces: tuple[Piece, ...]


class Builder:
    """Puts a text together out of stretches of ``source``, in order."""

    __slots__ = ("_length", "_parts", "_pieces", "_source")

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def copy(self, start: int, end: int) -> None:
        """What stands in ``[start, end)`` is read as it stands."""
        if start < end:
            self._add(self._source[start:end], start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """What stands in ``[start, end)`` is read as ``text``; with "" it is glue."""
        self._add(text, start, end)

    def _add(self, text: str, start: int, end: int) -> None:
        length = self._length
        after = length + len(text)
        if self._pieces and len(text) == end - start:
            last = self._pieces[-1]
            even = last.text_end - last.text_start == last.file_end - last.file_start
            if even and last.file_end == start:
                self._pieces[-1] = Piece(last.text_start, after, last.file_start, end)
                self._parts.append(text)
                self._length = after
                return
        self._parts.append(text)
        self._pieces.append(Piece(length, after, start, end))
        self._length = after

    def done(self) -> Spelling:
        """The text so far and its pieces."""
        return Spelling("".join(self._parts), tuple(self._pieces))


def spell(
    into: Builder,
    source: str,
    start: int,
    end: int,
    odd: re.Pattern[str],
    read: Callable[[re.Match[str]], str],
) -> None:
    """Read ``source[start:end]``: what matches ``odd`` as ``read`` says, the rest as it stands."""
    at = start
    for match in odd.finditer(source, start, end):
        into.copy(at, match.start())
        at = match.end()
        into.put(read(match), match.start(), at)
    into.copy(at, end)


LINE_END = re.compile(r"\r\n?")


def unified(match: re.Match[str]) -> str:
    """Every line end is read as a line feed."""
    return "\n"


def newline_of(text: str) -> str:
    """The line ending used most; a line feed when there is none."""
    if "\r" not in text:
        return "\n"
    pairs = text.count("\r\n")
    counts = {"\n": text.count("\n") - pairs, "\r\n": pairs, "\r": text.count("\r") - pairs}
    return max(counts, key=lambda kind: counts[kind])


def places(pieces: tuple[Piece, ...], start: int, end: int) -> tuple[int, int]:
    """Where ``[start, end)`` of the text stands in the file.

    A place to insert is behind the character before it, so that it stays in the same element.
    """
    if not pieces:
        return 0, 0
    if start == end:
        at = _after(pieces, start) if start else _before(pieces, 0)
        return at, at
    return _before(pieces, start), _after(pieces, end)


def _before(pieces: tuple[Piece, ...], at: int) -> int:
    """Where the character at ``at`` begins."""
    index = bisect_right(pieces, at, key=_start) - 1
    piece = pieces[index]
    if _even(piece):
        return piece.file_start + min(at, piece.text_end) - piece.text_start
    return piece.file_start


def _after(pieces: tuple[Piece, ...], at: int) -> int:
    """Where the character before ``at`` ends."""
    index = bisect_right(pieces, at - 1, key=_start) - 1
    piece = pieces[index]
    return piece.file_start + at - piece.text_start if _even(piece) else piece.file_end


def editable(pieces: tuple[Piece, ...], start: int, end: int) -> bool:
    """Whether ``[start, end)`` begins and ends at whole characters of the file, without a gap."""
    first = max(bisect_right(pieces, start, key=_start) - 1, 0)
    last: Piece | None = None
    for index in range(first, len(pieces)):
        piece = pieces[index]
        if piece.text_start >= end:
            break
        inside = (
            piece.text_start < start < piece.text_end or piece.text_start < end < piece.text_end
        )
        if inside and not _even(piece):
            return False
        if piece.text_end > start:
            if last is not None and last.file_end != piece.file_start:
                return False
            last = piece
    return True


def _start(piece: Piece) -> int:
    return piece.text_start


def _even(piece: Piece) -> bool:
    return piece.text_end - piece.text_start == piece.file_end - piece.file_start


def cut(spelling: Spelling, start: int, end: int) -> Spelling:
    """``[start, end)`` of a text as a text of its own; a piece across an edge stays whole."""
    if start == 0 and end == len(spelling.text):
        return spelling
    first = max(bisect_right(spelling.pieces, start, key=_start) - 1, 0)
    pieces: list[Piece] = []
    for index in range(first, len(spelling.pieces)):
        piece = spelling.pieces[index]
        if piece.text_start >= end:
            break
        begin, stop = max(piece.text_start, start), min(piece.text_end, end)
        file_start, file_end = piece.file_start, piece.file_end
        if _even(piece):
            shift = piece.file_start - piece.text_start
            file_start, file_end = begin + shift, stop + shift
        pieces.append(Piece(begin - start, stop - start, file_start, file_end))
    return Spelling(spelling.text[start:end], tuple(pieces))


def read_before(pieces: tuple[Piece, ...], at: int) -> int:
    """How much of the text is written in front of offset ``at`` of the file."""
    index = bisect_left(pieces, at, key=_file_start) - 1
    if index < 0:
        return 0
    piece = pieces[index]
    if piece.file_end <= at:
        return piece.text_end
    return piece.text_start + (at - piece.file_start if _even(piece) else 0)


def _file_start(piece: Piece) -> int:
    return piece.file_start
