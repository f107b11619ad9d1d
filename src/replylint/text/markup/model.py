"""The nouns of a file as replies: what is read where, and how a change of it is written."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ...errors import InputError
from ..protected import Protected
from .pieces import Piece, Spot, editable, places

Encode = Callable[[Spot, str], str | None]
"""How a new text is written in a file in place of ``Spot``; None when it cannot be."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is read.

    ``path`` is what errors name. ``fields`` are patterns of the keys that hold replies, empty: the
    usual names. ``split`` says what one reply is in prose: the file, a paragraph or a line.
    """

    fields: tuple[str, ...] = ()
    path: str = ""
    split: str = "file"


@dataclass(frozen=True, slots=True)
class Segment:
    """One reply of a file.

    ``text`` is what its reader sees, with ``\\n`` line ends. ``field`` names where it stands
    (``replies[0].text``, ``msgid 12``); None in prose. ``protected`` is what the format adds to
    what is not the writer's words. ``message`` are fields of ``model.Message`` the file gives.
    ``whole`` is False for a part of a longer reply, such as one paragraph of a page: what is
    missing in it may stand in another.
    """

    text: str
    pieces: tuple[Piece, ...] = dataclasses.field(repr=False)
    encode_fn: Encode = dataclasses.field(repr=False, compare=False)
    field: str | None = None
    protected: tuple[Protected, ...] = ()
    message: Mapping[str, object] = dataclasses.field(default_factory=dict)
    whole: bool = True

    def file_span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``[start, end)`` of ``text`` stands in the file."""
        return places(self.pieces, start, end)

    def encode(self, start: int, end: int, replacement: str) -> str | None:
        """``replacement`` as the file has to have it in place of ``file_span(start, end)``.

        None when there is no way: across a tag, into what is protected, in a place whose syntax
        cannot hold it. Read again, the file then says the edited text.
        """
        if not editable(self.pieces, start, end) or self._touches_protected(start, end):
            return None
        return self.encode_fn(Spot(start, end, *self.file_span(start, end)), replacement)

    def _touches_protected(self, start: int, end: int) -> bool:
        at = max(bisect_left(self.protected, start, key=_start) - 1, 0)
        for each in self.protected[at:]:
            if each.start >= end:
                return False
            if each.end > start:
                return True
        return False


def _start(stretch: Protected) -> int:
    return stretch.start


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the file; ``start`` and ``end`` in code points, ``line`` from 1.

    ``scope`` is the stretch it speaks for when its place is not what says so: a key of an object, a
    column of a row. Its ``text`` then begins with ``replylint:``, which the file does not spell.
    """

    start: int
    end: int
    text: str
    line: int
    scope: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file, read.

    ``problems`` are rows that could not be read, each with its place; the others were. ``note``
    says why there are no replies.
    """

    format: str
    text: str
    segments: tuple[Segment, ...] = ()
    comments: tuple[Comment, ...] = ()
    problems: tuple[InputError, ...] = ()
    note: str | None = None
