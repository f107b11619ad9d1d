"""Every lexicon of a pack in one automaton: which words of which lexicons stand where in a text."""

from __future__ import annotations

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
        values = self._automaton.values
        for number, start, end in self._automaton.matches(text):
            for code in values[number]:
                found[code].append((start, end))
        return Occurrences(self, text, found)


class Occurrences:
    """The words of a vocabulary in one folded text."""

    __slots__ = ("_found", "_settled", "_text", "_vocabulary")

    def __init__(
        self, vocabulary: Vocabulary, text: str, found: dict[int, list[Span]]
    ) -> None:
        self._vocabulary = vocabulary
        self._text = text
        self._found = found
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
        """The words of all frame lexicons inside a stretch, in order."""
        found = [
            (span[0], span[1], name)
            for label, name in self._vocabulary.frames.items()
            if 2 * label in self._found
            for span in self.of(label)
            if start <= span[0] and span[1] <= end
        ]
        found.sort(key=lambda mark: (mark[0], -mark[1]))
        return found

    def _settle(self, label: Label) -> tuple[Span, ...]:
        raw = self._found.get(2 * label)
        if not raw:
            return ()
        lexicon = self._vocabulary.lexicons[label]
        excused = self._found.get(2 * label + 1, ())
        spans = [span for span in raw if not any(_inside(span, other) for other in excused)]
        text = self._text
        if lexicon.edges == "token":
            clean = self._vocabulary.edges.clean
            spans = [span for span in spans if clean(text, *span)]
        else:
            spans = [span for span in spans if _apart(text, *span)]
        return tuple(sorted(spans, key=_order))


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
