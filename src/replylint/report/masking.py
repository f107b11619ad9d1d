"""Finds sensitive values in words about to be printed, however they are spelled there."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

MASK = "*"
_LEAST = 2  # code points of a value; a single character would mask half of every sentence
_LINE_ENDS = "\r\n"


def masked(text: str) -> str:
    """``text`` with everything hidden but its length and its line ends."""
    return "".join(c if c in _LINE_ENDS else MASK for c in text)


def alike(text: str) -> tuple[str, list[int]]:
    """The letters and digits of ``text``, width and case folded, and where each one stands.

    >>> alike("１38-Ａ")
    ('138a', [0, 1, 2, 4])
    """
    import unicodedata

    letters: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        for letter in unicodedata.normalize("NFKC", char).casefold():
            if letter.isalnum():
                letters.append(letter)
                offsets.append(offset)
    return "".join(letters), offsets


class Secrets:
    """Values that must not be printed. A value of fewer than two letters or digits is left out."""

    __slots__ = ("_automaton",)

    def __init__(self, values: Iterable[str]) -> None:
        from ahocorasick_rs import AhoCorasick

        known = {alike(value)[0] for value in values}
        self._automaton = AhoCorasick(sorted(value for value in known if len(value) >= _LEAST))

    def hide(self, text: str) -> str:
        """``text`` with every occurrence of a value masked."""
        letters, offsets = alike(text)
        hits = self._automaton.find_matches_as_indexes(letters, overlapping=True)
        if not hits:
            return text
        chars = list(text)
        for _, start, end in hits:
            first, last = offsets[start], offsets[end - 1]
            chars[first : last + 1] = masked(text[first : last + 1])
        return "".join(chars)

    def holds(self, text: str) -> bool:
        """Whether a value occurs in ``text``."""
        return bool(self._automaton.find_matches_as_indexes(alike(text)[0], overlapping=True))


def share(values: Iterable[str], text: str) -> bool:
    """Whether two neighbouring letters or digits of a value stand side by side in ``text``."""
    return hide_shared(values, text) != text


def hide_shared(values: Iterable[str], text: str) -> str:
    """``text`` with everything masked of which two neighbours also stand side by side in a value.

    >>> hide_shared(["余额五千"], "“五千”不清楚")
    '“**”不清楚'
    """
    pairs = {pair for value in values for pair in pairwise(alike(value)[0])}
    letters, offsets = alike(text)
    chars = list(text)
    for at, pair in enumerate(pairwise(letters)):
        if pair in pairs:
            first, last = offsets[at], offsets[at + 1]
            chars[first : last + 1] = masked(text[first : last + 1])
    return "".join(chars)
