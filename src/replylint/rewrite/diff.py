"""Shows what changed between two texts, word by word: data for a terminal or a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from .edges import is_han, is_latin, splits_word

_MOST = 2000  # tokens compared word by word; above, line by line first


class Op(StrEnum):
    """What became of a stretch of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words. Same and removed make up the old text, same and added the new one."""

    op: Op
    text: str


def words(text: str) -> tuple[str, ...]:
    """The tokens a diff speaks of: a Han character, a Latin word or number, spaces, one mark.

    >>> words("请用App 2.0。")
    ('请', '用', 'App', ' ', '2', '.', '0', '。')
    """
    tokens: list[str] = []
    for char in text:
        if tokens and (splits_word(tokens[-1], char) or (char == tokens[-1][-1] == " ")):
            tokens[-1] += char
        else:
            tokens.append(char)
    return tuple(tokens)


def diff(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces in order; where words are exchanged, the removed stand before the added.

    Single marks and spaces between two changes count as changed: a reader sees phrases, not
    confetti. Very long texts are compared by lines first.
    """
    old, new = words(before), words(after)
    if len(old) + len(new) > 2 * _MOST:
        return _joined(_by_lines(before, after))
    return _joined(_calm(_by_words(old, new)))


def _by_words(old: Sequence[str], new: Sequence[str]) -> list[Piece]:
    return [
        piece
        for same, here, there in _blocks(old, new)
        for piece in _pieces(same, "".join(here), "".join(there))
    ]


def _by_lines(before: str, after: str) -> Iterator[Piece]:
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for same, here, there in _blocks(old, new):
        gone, come = "".join(here), "".join(there)
        if same or len(gone) + len(come) > 2 * _MOST:
            yield from _pieces(same, gone, come)
        else:
            yield from _calm(_by_words(words(gone), words(come)))


def _blocks(
    old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[bool, Sequence[str], Sequence[str]]]:
    """(whether they are the same, stretch of old, stretch of new), in order."""
    from difflib import SequenceMatcher

    for op, low, high, first, last in SequenceMatcher(None, old, new, False).get_opcodes():
        yield op == "equal", old[low:high], new[first:last]


def _pieces(same: bool, gone: str, come: str) -> list[Piece]:
    made = [Piece(Op.SAME, gone)] if same else [Piece(Op.REMOVED, gone), Piece(Op.ADDED, come)]
    return [piece for piece in made if piece.text]


def _calm(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with a mark or a space between two changes made part of them."""
    for at, piece in enumerate(pieces):
        between = 0 < at < len(pieces) - 1
        if (
            piece.op is Op.SAME
            and between
            and not any(is_han(c) or is_latin(c) for c in piece.text)
        ):
            yield Piece(Op.REMOVED, piece.text)
            yield Piece(Op.ADDED, piece.text)
        else:
            yield piece


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Neighbouring changes gathered: first what goes, then what comes; and neighbouring sames."""
    made: list[Piece] = []
    kept = gone = come = ""
    for piece in pieces:
        if piece.op is Op.SAME:
            if gone or come:
                made += _pieces(True, kept, kept) + _pieces(False, gone, come)
                kept = gone = come = ""
            kept += piece.text
        elif piece.op is Op.REMOVED:
            gone += piece.text
        else:
            come += piece.text
    return (*made, *_pieces(True, kept, kept), *_pieces(False, gone, come))
