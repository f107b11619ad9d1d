"""Finds sensitive values in words about to be printed, however they are spelled there."""

from __future__ import annotations

from collections.abc import Iterable

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


def share(one: str, other: str) -> bool:
    """Whether two neighbouring letters or digits of ``one`` stand side by side in ``other``."""
    first, second = alike(one)[0], alike(other)[0]
    return any(first[i : i + _LEAST] in second for i in range(len(first) - _LEAST + 1))
