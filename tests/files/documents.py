"""Documents made by hand: prose and fields cut out of a file by the marks around them."""

from __future__ import annotations

import re

from replylint.model import Place
from replylint.text.markup.model import Comment, Document, Segment
from replylint.text.markup.pieces import Piece

_COMMENT = re.compile(r"#(?P<line>[^\n]*)|<!--(?P<block>.*?)-->", re.DOTALL)


def make(text: str, *replies: str, field: str | None = None) -> Document:
    """A document whose replies are ``replies``, looked up in ``text`` in order.

    Every ``# …`` to the end of its line and every ``<!-- … -->`` is a comment; a reply has holes
    where comments stand in it.
    """
    comments = []
    for found in _COMMENT.finditer(text):
        start, end = found.span("line" if found["line"] is not None else "block")
        comments.append(Comment(start, end, text[start:end], text.count("\n", 0, start) + 1))
    segments = []
    at = 0
    for reply in replies:
        start = text.index(reply, at)
        at = start + len(reply)
        segments.append(_segment(text, start, at, field))
    return Document("made", text, tuple(segments), tuple(comments))


def _segment(text: str, start: int, end: int, field: str | None) -> Segment:
    pieces: list[Piece] = []
    kept = ""
    for found in (*_COMMENT.finditer(text, start, end), None):
        stop = found.start() if found else end
        if stop > start:
            pieces.append(Piece(len(kept), len(kept) + stop - start, start, stop))
            kept += text[start:stop]
        start = found.end() if found else end
    return Segment(kept, tuple(pieces), lambda _, new: new, field=field)


def place_in(text: str, start: int, end: int) -> Place:
    """Line and column, the slow way."""

    def position(offset: int) -> tuple[int, int]:
        before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
        return before.count("\n") + 1, len(before) - before.rfind("\n")

    return Place(*position(start), *position(end), start, end)
