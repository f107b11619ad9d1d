"""Finds what hides a word from a reader of characters: invisible marks, symbols, look-alikes.

Works on text that fold has turned character by character: lower case, half width, Simplified.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import cache

from .han import UNLATIN, is_han

# Control characters, zero-width and default-ignorable code points, marks that stand on a letter.
# Variation selectors and joiners go too: of an emoji its first code points stay.
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u0300-\u036f\u0483-\u0489\u061c\u115f\u1160\u17b4"
    "\u17b5\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-"
    "\u20e2\u20e4-\u20ff\u302a-\u302f\u3164\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\ufff9-\ufffb"
)
_INVISIBLE_ASTRAL = "\U0001bca0-\U0001bca3\U0001d165-\U0001d182\U000e0000-\U000e0fff"
_KEYCAP = "\u20e3"
# Digits in circles, in brackets, with a stop; alone they count the items of a list.
COUNTERS = "\u2460-\u249b\u24ea-\u24ff\u2776-\u2793"
_DIGITS = "\xb2\xb3\xb9\u2070-\u2089" + COUNTERS
_FOREIGN = "\u0370-\u052f"  # Greek and Cyrillic
# Mathematical letters, letters in squares, ideographs: what the table of fold does not reach.
_ASTRAL = "\U0001d400-\U0001d7ff\U0001f100-\U0001f189\U0001fbf0-\U0001fbf9\U00020000-\U000323af"

# Between two Han characters these are no ordinary writing, or (the hyphen of a menu path, the dot
# of a foreign name) leaving them out joins two words and does no harm. Not here: what ends a clause
# (~ — …), what lists (、 /), signs that say something (+ = & @ # → >).
_SYMBOLS = r"*_|^·\-"
# Shapes, dingbats, emoji: between Han characters they disguise (保❤本) or punctuate (好的😊请稍等).
PICTURES = "\xd7•※\u2300-\u23ff\u25a0-\u2775\u2794-\u27bf\u2b00-\u2bff\U0001f000-\U0001ffff"
_ENDS = frozenset("的了吗呢吧哦呀啊哈啦嘛喔噢哟耶呵嘻嗯好谢您候等见")
_STARTS = frozenset("您请我感祝谢欢如有很非这稍麻若因但还那也期")
_NUMERALS = frozenset("〇零一二两三四五六七八九十百千万")
# Between single Latin letters: g u a r a n t e e d, g.u.a.r…
_STOPS = r" .*_|^·\-"

# One look tells that a message is plain; nearly all are. It may cry wolf but never misses. `re` is
# fastest with a pattern that begins with a class, slow to match several astral ranges, and slow to
# compile a class of more than two ranges: hence one such class, whose innocent members are then
# excused.
_SUSPECT = (
    rf"[{_INVISIBLE}{_KEYCAP}{_DIGITS}{_FOREIGN}{_SYMBOLS}{PICTURES[:-3]} .\U00010000-\U0010ffff]"
    rf"(?:[a-z][{_STOPS}][a-z][{_STOPS}]|(?<![ .])(?<={UNLATIN}.)(?={UNLATIN})"
    rf"|(?<![ .{_SYMBOLS}])(?<!\xd7)(?<!•)(?<!※)(?<![\u2300-\u245f\u2794-\u2bff])"
    r"(?<![\u2500-\u2775\U0001f18a-\U0001faff]))"
)
# What stands beside a run is looked at afterwards: a lookahead would make a long run quadratic.
_FOREIGN_RUN = f"[{_FOREIGN}]+"
_ANY_ASTRAL = f"[{_ASTRAL}]"
_DIGIT_RUN = f"[{_DIGITS}]+"
_UNSEEN = f"[{_INVISIBLE}{_KEYCAP}{_INVISIBLE_ASTRAL}]"
# A keycap in front of a plain digit (1\u20e33天) counts the items of a list.
_LONE_KEYCAP = rf"{_KEYCAP}[0-9](?!\ufe0f?{_KEYCAP})"
_SYMBOL_BETWEEN = rf"[{_SYMBOLS}{PICTURES}](?<={UNLATIN}.)(?={UNLATIN})"
_GAP_BETWEEN = rf"[ {PICTURES}](?<={UNLATIN}.)(?={UNLATIN})"
# Four single letters and more with the same between them each time; not the dots of a domain.
_SPELT_OUT = (
    rf"[a-z](?<![0-9a-z].)(?<![0-9a-z]\..)([{_STOPS}])[a-z](?:\1[a-z]){{2,}}"
    r"(?![0-9a-z]|\.[0-9a-z])"
)

_LETTER, _STOP, _CONTROL = b"\1\2\3"
_ASCII_KINDS = bytes(
    _LETTER if 97 <= code <= 122
    else _STOP if chr(code) in " .*_|^-"
    else _CONTROL if code == 127 or (code < 32 and not 9 <= code <= 13)
    else 0
    for code in range(256)
)  # fmt: skip
_ASCII_SPELT_OUT = bytes((_STOP, _LETTER, _STOP, _LETTER, _STOP))


def suspect_ascii(flat: str) -> bool:
    """Whether ASCII text may hide something (classes of bytes are faster than a pattern).

    >>> [suspect_ascii(t) for t in ("no. 5 is a b", "g u a r a n t e e d", "a\\0b")]
    [False, True, True]
    """
    kinds = flat.encode("ascii").translate(_ASCII_KINDS)
    return _ASCII_SPELT_OUT in kinds or _CONTROL in kinds


def suspect(flat: str) -> bool:
    """Whether text may hide something, and `respell` and `left_out` should look."""
    return _compiled(_SUSPECT).search(flat) is not None


def respell(original: str, flat: str) -> str:
    """``flat`` with look-alikes put right, character for character.

    Greek and Cyrillic letters in words that hold Latin ones; digits in circles where two stand
    together or one between digits (a single one counts the items of a list); what is astral.
    """
    if _compiled(_ANY_ASTRAL).search(flat):
        flat = flat.translate(_astral())

    def latin(m: re.Match[str]) -> str:
        if not any("a" <= ch <= "z" for ch in _beside(m)):
            return m[0]
        alike = _alike()
        return "".join(alike.get(original[i], m.string[i]) for i in range(*m.span()))

    def digits(m: re.Match[str]) -> str:
        alone = len(m[0]) == 1 and not all("0" <= ch <= "9" for ch in _beside(m))
        return m[0] if alone else m[0].translate(_digits())

    flat = _compiled(_FOREIGN_RUN).sub(latin, flat)
    return _compiled(_DIGIT_RUN).sub(digits, flat)


def _beside(m: re.Match[str]) -> tuple[str, str]:
    """The characters in front of a match and behind it, empty at the ends of the text."""
    return m.string[m.start() - 1 : m.start()], m.string[m.end() : m.end() + 1]


def left_out(flat: str, drop: Collection[int] = ()) -> array[int]:
    """Offsets in ``flat`` of what does not belong to its words and of ``drop``, ascending."""
    gone = array("q", _invisible(flat))
    if drop:
        if not 0 <= min(drop) <= max(drop) < len(flat):
            raise ValueError("an offset to drop lies outside the text")
        gone = array("q", sorted({*gone, *drop}))
    between = [*_between_han(bare := without(flat, gone)), *_between_letters(bare)]
    if between:
        shifts = cuts(gone)
        gone.extend(i + bisect_right(shifts, i) for i in between)
        gone = array("q", sorted(gone))
    return gone


def without(text: str, gone: Collection[int]) -> str:
    """``text`` without the characters at the ascending offsets ``gone``."""
    if not gone:
        return text
    pieces, start = [], 0
    for i in gone:
        pieces.append(text[start:i])
        start = i + 1
    pieces.append(text[start:])
    return "".join(pieces)


def cuts(gone: Collection[int]) -> array[int]:
    """Where the characters at ``gone`` would stand in the text that lacks them, ascending."""
    return array("q", (offset - before for before, offset in enumerate(gone)))


def gaps(flat: str) -> list[int]:
    """Offsets of single spaces and pictures between Han characters that folding keeps."""
    if flat.isascii():
        return []
    found = _compiled(_GAP_BETWEEN).finditer(flat)
    return [m.start() for m in found if is_han(flat[m.start() - 1]) and is_han(flat[m.end()])]


def _invisible(flat: str) -> Iterator[int]:
    for m in _compiled(_UNSEEN).finditer(flat):
        if m[0] != _KEYCAP or not _compiled(_LONE_KEYCAP).match(flat, m.start()):
            yield m.start()


def _between_han(bare: str) -> Iterator[int]:
    for m in _compiled(_SYMBOL_BETWEEN).finditer(bare):
        before, after = bare[m.start() - 1], bare[m.end()]
        if is_han(before) and is_han(after) and not _ordinary(before, m[0], after):
            yield m.start()


def _ordinary(before: str, symbol: str, after: str) -> bool:
    """Whether ``symbol`` does a job between its neighbours: a range, or the end of a clause."""
    if symbol == "-":
        return before in _NUMERALS and after in _NUMERALS
    return symbol not in _SYMBOLS and (before in _ENDS or after in _STARTS)


def _between_letters(bare: str) -> Iterator[int]:
    for m in _compiled(_SPELT_OUT).finditer(bare):
        yield from range(m.start() + 1, m.end(), 2)


@cache
def _alike() -> dict[str, str]:
    from .fold_table import ALIKE, ALIKE_BECOME

    return dict(zip(ALIKE, ALIKE_BECOME, strict=True))


@cache
def _digits() -> dict[int, int]:
    from .fold_table import DIGITS, DIGITS_BECOME

    return str.maketrans(DIGITS, DIGITS_BECOME)


@cache
def _astral() -> dict[int, int]:
    from .fold_table import ASTRAL, ASTRAL_BECOMES

    return str.maketrans(ASTRAL, ASTRAL_BECOMES)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)
