"""Finds many literals at once: one Aho-Corasick pass over a folded text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Automaton(Generic[T]):
    """Literals and what each one stands for. Built when first asked; safe between threads."""

    __slots__ = ("_engine", "_literals", "values")

    def __init__(self, words: Mapping[str, T]) -> None:
        self._literals: Sequence[str] = tuple(words)
        self.values: Sequence[T] = tuple(words.values())
        self._engine: Any = None

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
            from ahocorasick_rs import AhoCorasick

            # Building twice in two threads is harmless: both find the same.
            engine = self._engine = AhoCorasick(self._literals)
        found: list[tuple[int, int, int]] = engine.find_matches_as_indexes(text, overlapping=True)
        return found
