"""Text as a terminal shows it: columns of wide characters, marks, emoji; nothing that disturbs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

Cell = tuple[str, int]  # what is printed, and its columns
Styled = tuple[str, int, str]  # and in which style

TAB = "    "
ELLIPSIS = "…"
_ZWJ = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_MARKS = frozenset({"Mn", "Me"})
_DEPENDENT = frozenset({*_MARKS, "Cf"})
_UNPRINTABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})
# Overrides and isolates turn the rest of the line around: what is read is not what is written.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# The two-character marks are those of a diff without colour.
_NO_BREAK_BEFORE = frozenset([*"，。、；：！？”’）》」』】…,.;:!?)]}%", "-]", "+}"])
_NO_BREAK_AFTER = frozenset([*"“‘（《「『【([{", "[-", "{+"])


def cells(text: str) -> Iterator[Cell]:
    """``text`` as what a terminal shows as one character each, fit to print.

    A control character, a lone surrogate or a direction override is replaced: printed as it is, it
    could rewrite the screen. Line ends become ``↵``, a tab becomes spaces.

    >>> list(cells("a款\\t👩‍👩‍👧"))
    [('a', 1), ('款', 2), ('    ', 4), ('👩‍👩‍👧', 2)]
    """
    cluster, columns = "", 0
    for char in text.replace("\r\n", "\n"):
        alone = _alone(char)
        if alone is None and _is_invisible(char, cluster):
            continue
        if cluster and _joins(char, cluster, alone):
            cluster += char
            if char == _EMOJI_STYLE or _is_flag(cluster):
                columns = 2
            continue
        if cluster:
            yield cluster, columns
        cluster, columns = alone or _printable(char)
    if cluster:
        yield cluster, columns


def columns(text: str) -> int:
    """The columns ``text`` takes.

    >>> columns("您好 ok")
    7
    """
    return sum(width for _, width in cells(text))


def printable(text: str) -> str:
    """``text`` with nothing in it that could disturb a terminal."""
    return text if text.isascii() and text.isprintable() else "".join(c for c, _ in cells(text))


def clip(text: str, width: int) -> str:
    """``text``, cut with … when it takes more than ``width`` columns."""
    shown, used = "", 0
    for cell, wide in cells(text):
        if used + wide > width:
            return _shorten(shown, width) + ELLIPSIS
        shown, used = shown + cell, used + wide
    return shown


def pad(text: str, width: int) -> str:
    """``text`` and as many spaces as it needs to take ``width`` columns."""
    return text + " " * (width - columns(text))


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns; an empty text is one empty line. See ``wrap_cells``."""
    lines = wrap_cells(((cell, wide, "") for cell, wide in cells(text)), width)
    return ["".join(cell for cell, _, _ in line) for line in lines] or [""]


def wrap_cells(parts: Iterable[Styled], width: int) -> list[list[Styled]]:
    """Cells broken into lines of at most ``width`` columns.

    Breaks at spaces and between Han characters, and never puts a closing mark at the start of a
    line or an opening one at its end; a word longer than a line is cut.
    """
    lines: list[list[Styled]] = [[]]
    used = 0
    for piece in _pieces(parts):
        if used + sum(wide for cell, wide, _ in piece if cell != " ") > width and lines[-1]:
            lines.append([])
            used = 0
        for cell in piece:
            if used + cell[1] > width and cell[0] != " " and lines[-1]:
                lines.append([])
                used = 0
            lines[-1].append(cell)
            used += cell[1]
    return [_without_trailing_spaces(line) for line in lines if line]


def _pieces(parts: Iterable[Styled]) -> Iterator[list[Styled]]:
    """The stretches that a line break may not divide."""
    piece: list[Styled] = []
    for part in parts:
        if piece and _may_break(piece[-1][0], part[0], part[1]):
            yield piece
            piece = []
        piece.append(part)
    if piece:
        yield piece


def _may_break(last: str, cell: str, wide: int) -> bool:
    if last == " ":
        return cell != " "
    if last in _NO_BREAK_AFTER or cell in _NO_BREAK_BEFORE or cell == " ":
        return False
    return wide == 2 or unicodedata.east_asian_width(last[0]) in "WF"


def _without_trailing_spaces(line: list[Styled]) -> list[Styled]:
    end = len(line)
    while end and line[end - 1][0] == " ":
        end -= 1
    return line[:end]


@lru_cache(maxsize=8192)
def _alone(char: str) -> Cell | None:
    """The character as a cell, None when it depends on what stands in front of it."""
    if unicodedata.category(char) in _DEPENDENT or "\u1160" <= char <= "\u11ff":
        return None
    if "\U0001f1e6" <= char <= "\U0001f1ff" or "\U0001f3fb" <= char <= "\U0001f3ff":
        return None
    return _printable(char)


def _is_invisible(char: str, cluster: str) -> bool:
    """Format characters are left out: terminals disagree about them. ZWJ stays inside an emoji."""
    if char == _ZWJ and cluster:
        return cluster[0].isalnum()
    return unicodedata.category(char) == "Cf" and char not in _BIDI


def _joins(char: str, cluster: str, alone: Cell | None) -> bool:
    """Whether the character is shown as part of the cluster in front of it."""
    if alone is not None:
        return cluster[-1] == _ZWJ and not (char.isalnum() or cluster[0].isalnum())
    if char == _ZWJ or unicodedata.category(char) in _MARKS or "\u1160" <= char <= "\u11ff":
        return True
    if "\U0001f3fb" <= char <= "\U0001f3ff":
        return not cluster[0].isalnum()
    return _is_flag(cluster + char)


def _is_flag(cluster: str) -> bool:
    return len(cluster) == 2 and all("\U0001f1e6" <= char <= "\U0001f1ff" for char in cluster)


def _printable(char: str) -> Cell:
    if char == "\t":
        return TAB, len(TAB)
    if char == "\n" or char == "\r":
        return "↵", 1
    category = unicodedata.category(char)
    if category in _UNPRINTABLE or char in _BIDI:
        return "\ufffd", 1
    if category in _MARKS:
        return char, 0
    return char, 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _shorten(shown: str, width: int) -> str:
    """Room for the … itself."""
    parts = list(cells(shown))
    while parts and sum(wide for _, wide in parts) + 1 > width:
        parts.pop()
    return "".join(cell for cell, _ in parts)
