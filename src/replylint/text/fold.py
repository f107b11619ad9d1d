"""Folds text for matching, character by character, so that every offset finds its way back.

What folding decides (a pack's patterns are written in folded form):

* Letters and digits become half width, lower case and plain: Ａ Á ⓐ 𝐚 → a, ５ 𝟓 → 5. A digit in a
  circle only where digits stand together, since ① also counts the items of a list.
* Traditional becomes Simplified by OpenCC's *characters*; where one of them stands for several,
  they are joined (著着 → 着, 帳賬帐 → 账, 覆復 → 复). Words stay words: 身分 is not 身份, 甚麼 not
  什么, 計畫 not 计划. Nothing folded is ever shown.
* Punctuation with a half-width form takes it: ，！？：；（）％～＊ → ,!?:;()%~*. The rest stays:
  。 、 “ ” 「 」 『 』 《 》 【 】 — …. Variants join it: ⋯ → …, ｡ → 。, ― → —. ‘ ’ become ' and
  – ‐ − become -. A space of any kind becomes a space, a line separator a line feed.
* Left out: what cannot be seen, marks on letters, one symbol between two Han characters, and what
  stands between four and more single Latin letters (text.disguise lists them and the exceptions).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from functools import cache

from .disguise import cuts, gaps, left_out, respell, suspect, suspect_ascii, without


class Folded:
    """A text and its folding, which is never longer. Offsets are code points."""

    __slots__ = ("_cuts", "original", "text")

    def __init__(self, original: str, text: str, gone: Collection[int] = ()) -> None:
        """``gone``: the ascending offsets of ``original`` that have no place in ``text``."""
        self.original = original
        self.text = text
        self._cuts = cuts(gone) if gone else None

    def start(self, i: int) -> int:
        """The original offset of folded offset ``i``, as the start of a span."""
        return i if self._cuts is None else i + bisect_right(self._cuts, i)

    def end(self, i: int) -> int:
        """The original offset of folded offset ``i``, as the (exclusive) end of a span."""
        return i if self._cuts is None or i == 0 else self.start(i - 1) + 1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original span of a folded one; an empty one stays empty."""
        first = self.start(start)
        return (first, first) if start == end else (first, self.end(end))

    def at(self, offset: int) -> int:
        """The folded offset of an original one; of a character left out, that of the next one."""
        here = self._cuts
        if here is None:
            return offset
        return offset - bisect_left(range(len(here)), offset, key=lambda n: here[n] + n)


def fold(text: str, drop: Collection[int] = ()) -> Folded:
    """Fold ``text``; the characters at the original offsets ``drop`` are left out too.

    Raises ValueError when an offset lies outside the text.

    >>> folded = fold("我們保\\u200b＊本，ＯＫ")
    >>> folded.text
    '我们保本,ok'
    >>> folded.span(2, 4)
    (2, 6)
    """
    if text.isascii():
        flat = text.lower()
        if not drop and not suspect_ascii(flat):
            return Folded(text, flat)
    else:
        flat = text.translate(_table())
        if not drop and not suspect(flat):
            return Folded(text, flat)
        flat = respell(text, flat)
    gone = left_out(flat, drop)
    return Folded(text, without(flat, gone), gone)


def fold_word(word: str) -> str:
    """A literal of a pack as it stands in folded text.

    >>> fold_word("馬上還款！")
    '马上还款!'
    """
    return fold(word).text


def spaced(text: str | Folded) -> tuple[str, tuple[int, ...]] | None:
    """The folded text without single spaces and pictures between Han characters, and their places.

    The places are original offsets, to be given to `fold` as ``drop``. None when there are none.

    >>> spaced("這個產品 保　本")
    ('这个产品保本', (4, 6))
    """
    folded = fold(text) if isinstance(text, str) else text
    found = gaps(folded.text)
    return (without(folded.text, found), tuple(map(folded.start, found))) if found else None


def to_hant(text: str) -> str:
    """Simplified to Traditional character by character, so that folding gives the same again.

    For disguising examples, not for output: 皇后 becomes 皇後.

    >>> to_hant("请立即还款")
    '請立即還款'
    """
    return text.translate(_hant())


@cache
def _table() -> list[int]:
    """Code point to code point below U+10000: a list is what `str.translate` is fastest with."""
    from .fold_table import BECOMES, CHANGED

    table = list(range(0x10000))
    for code, to in zip(map(ord, CHANGED), map(ord, BECOMES), strict=True):
        table[code] = to
    return table


@cache
def _hant() -> dict[int, int]:
    from .fold_table import HANS, HANT

    return str.maketrans(HANS, HANT)
