"""Finds many literals at once: one Aho-Corasick pass over a folded text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar

T = TypeVar("T")

_BY_HAND = 8  # texts of at most so many code points are looked at before building pays
_FEW = 6  # so many literals are always sought by hand
_SHORT = 200


class Automaton(Generic[T]):
    """Literals and what each one stands for. Built when first asked; safe between threads."""

    __slots__ = ("_engine", "_left", "_literals", "values")

    def __init__(self, words: Mapping[str, T]) -> None:
        self._literals: Sequence[str] = tuple(words)
        self.values: Sequence[T] = tuple(words.values())
        self._engine: Any = None
        self._left = _BY_HAND

    def literal(self, number: int) -> str:
        return self._literals[number]

    def matches(self, text: str) -> list[tuple[int, int, int]]:
        """``(number, start, end)`` of every occurrence, overlapping ones too, by their end."""
        try:
            return self._all(text)
        except UnicodeEncodeError:  # a lone surrogate, which UTF-8 does not know
            return self._all("".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text))

    def _all(self, text: str) -> list[tuple[int, int, int]]:
        engine = self._engine
        if engine is None:
            if len(self._literals) <= _FEW:
                return self._by_hand(text)
            self._left -= 1 + len(text) // _SHORT
            if self._left >= 0:
                return self._by_hand(text)
            from ahocorasick_rs import AhoCorasick

            # Building twice in two threads is harmless: both find the same.
            engine = self._engine = AhoCorasick(self._literals)
        found: list[tuple[int, int, int]] = engine.find_matches_as_indexes(text, overlapping=True)
        return found

    def _by_hand(self, text: str) -> list[tuple[int, int, int]]:
        """The same without building anything: for a few short texts that takes a fraction."""
        found = []
        for number, literal in enumerate(self._literals):
            if literal in text:
                start = text.find(literal)
                while start >= 0:
                    found.append((number, start, start + len(literal)))
                    start = text.find(literal, start + 1)
        if len(found) > 1:
            found.sort(key=lambda match: (match[2], match[1]))
        return found
