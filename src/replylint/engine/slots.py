"""Groups of words that rules ask for: where in a text they stand, looked for once for all rules."""

from __future__ import annotations

from collections.abc import Sequence as SequenceOf
from typing import Any

from ..rules.rule import Label, Lexicon, Sequence, Slot
from .automaton import Automaton
from .hit import Span

_FEW = 16
_ALONE = 60  # texts for which groups are sought one by one before one table of all words pays

Group = tuple[Label, ...] | tuple[str, ...]


def needed(match: Sequence) -> list[tuple[Label, ...]]:
    """The lexicons of each slot that may not be left out, in order."""
    return [i.labels for i in match.items if isinstance(i, Slot) and not i.optional]


class Slots:
    """The groups of one pack by number: each with an automaton of its own that is built when first
    asked, and after some texts all of them in one. Safe between threads: two may build the same."""

    __slots__ = ("_automata", "_few", "_given", "_joint", "_left", "_lexicons", "_numbers")

    def __init__(self, lexicons: SequenceOf[Lexicon]) -> None:
        self._lexicons = lexicons
        self._numbers: dict[Group, int] = {}
        self._given: list[Group] = []
        self._automata: list[Automaton[None] | None] = []
        self._few: list[tuple[str, ...] | None] = []
        self._left = _ALONE
        self._joint: _Joint | None = None

    def of_labels(self, labels: tuple[Label, ...]) -> int:
        """The number of the group of all words of these lexicons."""
        return self._number(labels)

    def of_words(self, words: tuple[str, ...]) -> int:
        """The number of a group of words."""
        return self._number(words)

    def size(self, group: int) -> int:
        """How many words a group has, those that stand in several lexicons counted as often."""
        given = self._given[group]
        return sum(len(self._lexicons[e].words) if isinstance(e, int) else 1 for e in given)

    def words(self, labels: tuple[Label, ...]) -> set[str]:
        """The words of these lexicons."""
        return {word for label in labels for word in self._lexicons[label].words}

    def longest(self, labels: tuple[Label, ...]) -> int:
        """The code points of the longest word of these lexicons."""
        return max(
            (len(word) for label in labels for word in self._lexicons[label].words), default=0
        )

    def few(self, group: int) -> tuple[str, ...] | None:
        """The words of a group so small that they are looked for one by one; else None."""
        known = self._few[group]
        if known is None:
            known = self._few[group] = self._words(group) if self.size(group) <= _FEW else ()
        return known or None

    def spans(self, group: int, text: str) -> list[Span]:
        """Where words of a group stand in folded ``text``, by their start."""
        automaton = self._automata[group]
        if automaton is None:
            automaton = self._automata[group] = Automaton(dict.fromkeys(self._words(group)))
        return sorted((start, end) for _, start, end in automaton.matches(text))

    def joint(self) -> _Joint | None:
        """The words of all groups in one automaton, once enough texts were looked at."""
        if self._joint is None:
            self._left -= 1
            if self._left < 0:
                self._joint = _Joint([self._words(group) for group in range(len(self._given))])
        return self._joint

    def _words(self, group: int) -> tuple[str, ...]:
        words: set[str] = set()
        for each in self._given[group]:
            words.update(self._lexicons[each].words if isinstance(each, int) else (each,))
        return tuple(sorted(words))

    def _number(self, given: Group) -> int:
        number = self._numbers.get(given)
        if number is None:
            number = self._numbers[given] = len(self._given)
            self._given.append(given)
            self._automata.append(None)
            self._few.append(None)
        return number


class _Joint:
    """All words of all groups in one automaton, and which of them each group has."""

    __slots__ = ("automaton", "groups")

    def __init__(self, groups: SequenceOf[tuple[str, ...]]) -> None:
        numbers: dict[str, int] = {}
        self.groups = [
            frozenset([numbers.setdefault(word, len(numbers)) for word in words])
            for words in groups
        ]
        self.automaton: Automaton[Any] = Automaton(dict.fromkeys(numbers))


class Look:
    """One folded text as it is looked at before any rule judges it."""

    __slots__ = ("_hits", "_joint", "_known", "_places", "_slots", "text")

    def __init__(self, text: str, slots: Slots) -> None:
        self.text = text
        self._slots = slots
        self._joint = slots.joint()
        self._known: dict[int, list[Span]] = {}
        self._hits: list[tuple[int, int, int]] = []
        self._places: set[int] | None = None

    def has(self, group: int) -> bool:
        """Whether a word of a group stands in the text."""
        return self.has_all((group,))

    def has_all(self, groups: SequenceOf[int]) -> bool:
        """Whether a word of every group stands in the text."""
        joint = self._joint
        if joint is None:
            return all(map(self._alone, groups))
        places = self._places
        if places is None:
            self._hits = joint.automaton.matches(self.text)
            places = self._places = {number for number, _, _ in self._hits}
        words = joint.groups
        for group in groups:  # noqa: SIM110 - a generator costs as much as what it asks
            if places.isdisjoint(words[group]):
                return False
        return True

    def _alone(self, group: int) -> bool:
        few, text = self._slots.few(group), self.text
        if few is None:
            return bool(self.spans(group))
        return any(word in text for word in few)

    def spans(self, group: int) -> list[Span]:
        """Where words of a group stand, by their start; the same as ``Slots.spans``, found once."""
        found = self._known.get(group)
        if found is None:
            found = self._known[group] = self._spans(group)
        return found

    def _spans(self, group: int) -> list[Span]:
        if self._joint is None:
            return self._slots.spans(group, self.text)
        if not self.has_all((group,)):
            return []
        of = self._joint.groups[group]
        return sorted([(start, end) for number, start, end in self._hits if number in of])
