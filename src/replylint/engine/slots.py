"""Asks, before anything else does, whether the words of a sequence stand in a text in order."""

from __future__ import annotations

from collections.abc import Sequence as SequenceOf

from ..rules.rule import Label, Lexicon, Sequence, Slot
from .automaton import Automaton


def needed(match: Sequence) -> list[tuple[Label, ...]]:
    """The lexicons of each slot that may not be left out, in order."""
    return [i.labels for i in match.items if isinstance(i, Slot) and not i.optional]


class Slots:
    """The words of slots, each in an automaton that is built when first asked for."""

    __slots__ = ("_automata", "_lexicons")

    def __init__(self, lexicons: SequenceOf[Lexicon]) -> None:
        self._lexicons = lexicons
        self._automata: dict[tuple[Label, ...], Automaton[None]] = {}

    def in_order(self, match: Sequence, text: str) -> bool:
        """As ``bounds.in_order``, which says why it is exact."""
        at = 0
        for labels in needed(match):
            starts = [start for _, start, _ in self._of(labels).matches(text) if start >= at]
            if not starts:
                return False
            at = min(starts) + 1
        return True

    def words(self, labels: tuple[Label, ...]) -> set[str]:
        return {word for label in labels for word in self._lexicons[label].words}

    def _of(self, labels: tuple[Label, ...]) -> Automaton[None]:
        found = self._automata.get(labels)
        if found is None:  # two threads may both build it: harmless
            found = self._automata[labels] = Automaton(dict.fromkeys(self.words(labels)))
        return found
