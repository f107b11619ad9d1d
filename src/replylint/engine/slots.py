"""Groups of words that rules ask for: where in a text they stand, looked for once for all rules."""

from __future__ import annotations

from collections.abc import Sequence as SequenceOf

from ..rules.rule import Label, Lexicon, Sequence, Slot, Weighted
from .automaton import Automaton
from .evidence import Bench, Weighed

_FEW = 16

Group = tuple[Label, ...] | tuple[str, ...]


def needed(match: Sequence) -> list[tuple[Label, ...]]:
    """The lexicons of each slot that may not be left out, in order."""
    return [i.labels for i in match.items if isinstance(i, Slot) and not i.optional]


class Slots:
    """The groups of one pack by number, each with an automaton that is built when first asked."""

    __slots__ = ("_automata", "_few", "_given", "_lexicons", "_numbers", "bench")

    def __init__(self, lexicons: SequenceOf[Lexicon]) -> None:
        self._lexicons = lexicons
        self.bench = Bench(lexicons)
        self._numbers: dict[Group, int] = {}
        self._given: list[Group] = []
        self._automata: list[Automaton[None] | None] = []
        self._few: list[tuple[str, ...] | None] = []

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

    def few(self, group: int) -> tuple[str, ...] | None:
        """The words of a group so small that they are looked for one by one; else None."""
        known = self._few[group]
        if known is None:
            known = self._few[group] = self._words(group) if self.size(group) <= _FEW else ()
        return known or None

    def starts(self, group: int, text: str) -> list[int]:
        """Where words of a group begin in folded ``text``, ascending."""
        automaton = self._automata[group]
        if automaton is None:  # two threads may both build it: harmless
            automaton = self._automata[group] = Automaton(dict.fromkeys(self._words(group)))
        found = [start for _, start, _ in automaton.matches(text)]
        if len(found) > 1:
            found.sort()
        return found

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


class Look:
    """One folded text as it is looked at before any rule judges it."""

    __slots__ = ("_has", "_known", "_slots", "_weighed", "text")

    def __init__(self, text: str, slots: Slots) -> None:
        self.text = text
        self._slots = slots
        self._known: dict[int, list[int]] = {}
        self._has: dict[int, bool] = {}
        self._weighed: dict[Label, Weighed | None] = {}

    def has(self, group: int) -> bool:
        """Whether a word of a group stands in the text."""
        found = self._has.get(group)
        if found is None:
            found = self._has[group] = self._look(group)
        return found

    def _look(self, group: int) -> bool:
        few, text = self._slots.few(group), self.text
        if few is None:
            return bool(self.starts(group))
        for word in few:  # noqa: SIM110 - a generator costs as much as what it asks
            if word in text:
                return True
        return False

    def starts(self, group: int) -> list[int]:
        """Where words of a group begin, ascending; the same as ``Slots.starts``, found once."""
        found = self._known.get(group)
        if found is None:
            found = self._known[group] = self._slots.starts(group, self.text)
        return found

    def weighed(self, match: Weighted, wakes: SequenceOf[str]) -> Weighed | None:
        """The heaviest clause of the text by a table of evidence, weighed once for all topics."""
        if match.label not in self._weighed:
            scales = self._slots.bench.scales(match, wakes)
            self._weighed[match.label] = scales.heaviest(self.text)
        return self._weighed[match.label]
