"""Every lexicon of a pack in one automaton: which words of which lexicons stand where in a text."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from ..rules.rule import Label, Lexicon
from ..text.edges import Edges
from .automaton import Automaton
from .hit import Span

Mark = tuple[int, int, str]  # folded span, and the frame lexicon's name without "frame."

FRAME = "frame."


class Vocabulary:
    """The lexicons of one language (and of ``any``) ready to be looked for."""

    __slots__ = ("_automaton", "edges", "frames", "lexicons")

    def __init__(self, lexicons: Sequence[Lexicon], lang: str, edges: Edges) -> None:
        self.lexicons = lexicons
        self.edges = edges
        self.frames: dict[Label, str] = {}
        words: defaultdict[str, list[int]] = defaultdict(list)
        for label, lexicon in enumerate(lexicons):
            if lexicon.lang not in (lang, "any"):
                continue
            if lexicon.name.startswith(FRAME):
                self.frames[label] = lexicon.name.removeprefix(FRAME)
            for word in lexicon.words:
                words[word].append(2 * label)
            for word in lexicon.excepts:  # odd codes: what only looks like a word of the lexicon
                words[word].append(2 * label + 1)
        self._automaton: Automaton[tuple[int, ...]] = Automaton(
            {word: tuple(codes) for word, codes in words.items()}
        )

    def occurrences(self, text: str) -> Occurrences:
        """What stands in a folded text. Edges are judged when a lexicon is asked for."""
        found: defaultdict[int, list[Span]] = defaultdict(list)
        marks: list[tuple[int, int, Label]] = []
        values, frames = self._automaton.values, self.frames
        for number, start, end in self._automaton.matches(text):
            for code in values[number]:
                found[code].append((start, end))
                if not code & 1 and code >> 1 in frames:
                    marks.append((start, -end, code >> 1))
        marks.sort()
        return Occurrences(self, text, found, marks)


class Occurrences:
    """The words of a vocabulary in one folded text."""

    __slots__ = ("_found", "_marks", "_settled", "_text", "_vocabulary")

    def __init__(
        self,
        vocabulary: Vocabulary,
        text: str,
        found: dict[int, list[Span]],
        marks: list[tuple[int, int, Label]],
    ) -> None:
        self._vocabulary = vocabulary
        self._text = text
        self._found = found
        self._marks = marks
        self._settled: dict[Label, tuple[Span, ...]] = {}

    def of(self, label: Label) -> tuple[Span, ...]:
        """Where words of a lexicon stand, by their start and then the longest first."""
        spans = self._settled.get(label)
        if spans is None:
            spans = self._settled[label] = self._settle(label)
        return spans

    def any_of(self, labels: Sequence[Label]) -> Sequence[Span]:
        """The same for several lexicons together, each span once."""
        if len(labels) == 1:
            return self.of(labels[0])
        return sorted({span for label in labels for span in self.of(label)}, key=_order)

    def marks(self, start: int, end: int) -> list[Mark]:
        """The words of all frame lexicons inside a stretch, in order, the longer first."""
        marks = self._marks
        names = self._vocabulary.frames
        found: list[Mark] = []
        for at in range(bisect_left(marks, (start,)), len(marks)):
            first, negative, label = marks[at]
            if first >= end:
                break
            if -negative <= end and self._counts(label, (first, -negative)):
                found.append((first, -negative, names[label]))
        return found

    def _settle(self, label: Label) -> tuple[Span, ...]:
        raw = self._found.get(2 * label)
        if not raw:
            return ()
        return tuple(sorted((span for span in raw if self._counts(label, span)), key=_order))

    def _counts(self, label: Label, span: Span) -> bool:
        """Whether a hit is a word of its own, and not part of what only looks like one."""
        excused = self._found.get(2 * label + 1)
        if excused and any(_inside(span, other) for other in excused):
            return False
        if self._vocabulary.lexicons[label].edges == "token":
            return self._vocabulary.edges.clean(self._text, *span)
        return _apart(self._text, *span)


def _order(span: Span) -> tuple[int, int]:
    return span[0], -span[1]


def _inside(span: Span, other: Span) -> bool:
    return other[0] <= span[0] and span[1] <= other[1] and span != other


def _apart(text: str, start: int, end: int) -> bool:
    """Whether no Latin letter or digit of the hit goes on beyond it."""
    return not (
        (start > 0 and _latin(text[start]) and _latin(text[start - 1]))
        or (end < len(text) and _latin(text[end - 1]) and _latin(text[end]))
    )


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
