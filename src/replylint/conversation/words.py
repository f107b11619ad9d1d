"""Finds the words of all rules over turns in one pass over a whole conversation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..engine.automaton import Automaton
from ..rules.rule import Label, Lexicon
from ..text.fold import Folded, fold

Match = tuple[int, int, int]
"""The number of a word, and where it starts and ends in the folded conversation."""
_END = "\n"


class Read:
    """A conversation as the words it says. ``masks`` has, a turn, a bit for every lexicon of which
    it says a word; ``starts`` are the folded offsets of the turns, and of their end."""

    __slots__ = ("_offsets", "_words", "folded", "masks", "matches", "starts")

    def __init__(self, texts: Sequence[str], words: Words) -> None:
        self._words = words
        self.folded: Folded = fold(_END.join(texts))
        self._offsets = [0]
        for text in texts:
            self._offsets.append(self._offsets[-1] + len(text) + 1)
        whole = len(self.folded.original) == len(self.folded.text)
        at = self.folded.at
        self.starts = self._offsets if whole else [at(offset) for offset in self._offsets]
        self.starts[-1] = len(self.folded.text) + 1
        self.masks, self.matches = words.masks(self.folded.text, self.starts)

    def text(self, turn: int) -> str:
        """A turn, folded."""
        return self.folded.text[self.starts[turn] : self.starts[turn + 1] - 1]

    def of(self, turn: int, mask: int) -> list[tuple[int, int]]:
        """Where a turn says words of these lexicons: offsets of the turn as it was given."""
        first, last = self.starts[turn], self.starts[turn + 1]
        shift = self._offsets[turn]
        found = []
        for number, start, end in self.matches:
            if first <= start and end < last and self._words.bits(number, start, end, self) & mask:
                a, b = self.folded.span(start, end)
                found.append((a - shift, b - shift))
        return found

    def hits(self, turn: int, mask: int) -> list[tuple[int, int, int]]:
        """The same in offsets of ``text(turn)``, each with its own bits."""
        first, last = self.starts[turn], self.starts[turn + 1]
        found = []
        for number, start, end in self.matches:
            if first <= start and end < last:
                bits = self._words.bits(number, start, end, self) & mask
                if bits:
                    found.append((start - first, end - first, bits))
        return found


class Words:
    """The words of many lexicons, as they stand: no tokenizer is asked about their edges.

    Latin letters and digits need an edge on their side; a word inside one of its lexicon's
    exceptions does not count.
    """

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        bits: defaultdict[str, int] = defaultdict(int)
        # of a word, by the offset it has in an exception and how long that is: the exceptions
        self._careful: dict[int, list[tuple[int, int, dict[str, int]]]] = {}
        excepts: defaultdict[str, dict[tuple[int, int], dict[str, int]]] = defaultdict(dict)
        for label, lexicon in enumerate(lexicons):
            for word in lexicon.words:
                bits[word] |= 1 << label
            for longer in lexicon.excepts:
                for word in lexicon.words:
                    at = longer.find(word)
                    while at >= 0 and word != longer:
                        group = excepts[word].setdefault((at, len(longer)), {})
                        group[longer] = group.get(longer, 0) | 1 << label
                        at = longer.find(word, at + 1)
        self._automaton: Automaton[int] = Automaton(bits)
        self._bits = list(bits.values())
        self._before = [latin(word[0]) for word in bits]
        self._behind = [latin(word[-1]) for word in bits]
        for number, word in enumerate(bits):
            if word in excepts:
                self._careful[number] = [(*key, group) for key, group in excepts[word].items()]
        self._plain = [
            not (self._before[n] or self._behind[n] or n in self._careful) for n in range(len(bits))
        ]

    def masks(self, text: str, starts: Sequence[int]) -> tuple[list[int], list[Match]]:
        """A mask for each turn, and every match."""
        masks = [0] * (len(starts) - 1)
        matches = self._automaton.matches(text)
        bits, plain = self._bits, self._plain
        turn, first, reach = 0, 0, starts[1]
        for number, start, end in matches:
            while end >= reach:
                turn += 1
                first, reach = reach, starts[turn + 1]
            if start < first:
                continue
            found = bits[number]
            if masks[turn] | found == masks[turn]:
                continue  # nothing new, whatever stands around it
            if not plain[number]:
                found = self._judged(number, start, end, text)
            masks[turn] |= found
        return masks, matches

    def bits(self, number: int, start: int, end: int, read: Read) -> int:
        """The lexicons a match counts for."""
        if self._plain[number]:
            return self._bits[number]
        return self._judged(number, start, end, read.folded.text)

    def _judged(self, number: int, start: int, end: int, text: str) -> int:
        if self._before[number] and start and latin(text[start - 1]):
            return 0
        if self._behind[number] and end < len(text) and latin(text[end]):
            return 0
        bits = self._bits[number]
        for at, size, group in self._careful.get(number, ()):
            if start >= at:
                bits &= ~group.get(text[start - at : start - at + size], 0)
        return bits


def latin(char: str) -> bool:
    """Whether a folded character is a letter or a digit of ASCII."""
    return char.isascii() and char.isalnum()


def mask(labels: Sequence[Label]) -> int:
    """The bits of these lexicons."""
    found = 0
    for label in labels:
        found |= 1 << label
    return found
