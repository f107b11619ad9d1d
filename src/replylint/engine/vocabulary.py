"""Every lexicon of a pack in one automaton: which words of which lexicons stand where in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..rules.rule import Label, Lexicon
from ..text.edges import Edges
from .automaton import Automaton
from .hit import Span

Mark = tuple[int, int, str]  # folded span, and the frame lexicon's name without "frame."

Found = dict[int, list[Span]]

FRAME = "frame."

_BY_HAND = 4  # texts of at most so many code points are looked at before an automaton pays
_SHORT = 200


class Vocabulary:
    """The lexicons of one language (and of ``any``) ready to be looked for.

    The words of clause frames stand in most clauses, so they have an automaton of their own that
    only runs over the clauses whose frame is asked for.
    """

    __slots__ = ("_frames", "_left", "_rules", "_spoken", "edges", "frames", "lexicons")

    def __init__(self, lexicons: Sequence[Lexicon], lang: str, edges: Edges) -> None:
        self.lexicons = lexicons
        self.edges = edges
        spoken = [n for n, lexicon in enumerate(lexicons) if lexicon.lang in (lang, "any")]
        self.frames = {
            label: lexicons[label].name.removeprefix(FRAME)
            for label in spoken
            if lexicons[label].name.startswith(FRAME)
        }
        self._frames = _automaton(lexicons, list(self.frames))
        self._spoken = [n for n in spoken if n not in self.frames]
        self._rules: Automaton[tuple[int, ...]] | None = None
        self._left = _BY_HAND

    def occurrences(self, text: str) -> Occurrences:
        """What stands in a folded text. Edges are judged when a lexicon is asked for."""
        return Occurrences(self, text)

    def find(self, text: str, frames: bool, start: int = 0, end: int | None = None) -> Found:
        """The raw spans of every code of the frame lexicons, or of the others, in a stretch."""
        automaton = self._frames if frames else self._of_rules(text)
        if automaton is None:
            return self._by_hand(text)
        found: Found = {}
        values = automaton.values
        stretch = text if start == 0 and end is None else text[start:end]
        for number, first, last in automaton.matches(stretch):
            span = start + first, start + last
            for code in values[number]:
                if code in found:
                    found[code].append(span)
                else:
                    found[code] = [span]
        return found

    def _of_rules(self, text: str) -> Automaton[tuple[int, ...]] | None:
        """The automaton of the lexicons of rules; None while it is not worth making."""
        if self._rules is None:
            self._left -= 1 + len(text) // _SHORT
            if self._left >= 0:
                return None
            self._rules = _automaton(self.lexicons, self._spoken)
        return self._rules

    def _by_hand(self, text: str) -> Found:
        """What `find` finds of the lexicons of rules in a whole text, without making any table."""
        found: Found = {}
        for label in self._spoken:
            lexicon = self.lexicons[label]
            for code, words in ((2 * label, lexicon.words), (2 * label + 1, lexicon.excepts)):
                for word in words:
                    if word in text:
                        spans = found.setdefault(code, [])
                        start = text.find(word)
                        while start >= 0:
                            spans.append((start, start + len(word)))
                            start = text.find(word, start + 1)
        return found


def _automaton(lexicons: Sequence[Lexicon], labels: Sequence[Label]) -> Automaton[tuple[int, ...]]:
    """Words to codes: twice the label, and one more for what only looks like a word of it."""
    words: defaultdict[str, list[int]] = defaultdict(list)
    for label in labels:
        for word in lexicons[label].words:
            words[word].append(2 * label)
        for word in lexicons[label].excepts:
            words[word].append(2 * label + 1)
    return Automaton({word: tuple(codes) for word, codes in words.items()})


class Occurrences:
    """The words of a vocabulary in one folded text."""

    __slots__ = ("_clean", "_found", "_settled", "_text", "_vocabulary", "_whole")

    def __init__(self, vocabulary: Vocabulary, text: str) -> None:
        self._vocabulary = vocabulary
        self._text = text
        self._found = vocabulary.find(text, frames=False)
        self._whole: Found | None = None  # the words of frames in the whole text
        self._settled: dict[Label, tuple[Span, ...]] = {}
        self._clean: dict[Span, bool] = {}  # one span is a word of several lexicons

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
        """The words of all frame lexicons inside a stretch, in order, the longer first.

        A word that goes on beyond the stretch is none: it should be a clause.
        """
        names = self._vocabulary.frames
        raw = self._vocabulary.find(self._text, True, start, end)
        found = [
            (span[0], span[1], names[code >> 1])
            for code, spans in raw.items()
            if not code & 1
            for span in spans
            if self._counts(raw, code >> 1, span)
        ]
        found.sort(key=_order)
        return found

    def _settle(self, label: Label) -> tuple[Span, ...]:
        found = self._found
        if label in self._vocabulary.frames:
            if self._whole is None:
                self._whole = self._vocabulary.find(self._text, frames=True)
            found = self._whole
        raw = found.get(2 * label)
        if not raw:
            return ()
        if len(raw) == 1:
            return tuple(raw) if self._counts(found, label, raw[0]) else ()
        return tuple(sorted((s for s in raw if self._counts(found, label, s)), key=_order))

    def _counts(self, found: Found, label: Label, span: Span) -> bool:
        """Whether a hit is a word of its own, and not part of what only looks like one."""
        excused = found.get(2 * label + 1)
        if excused and any(_inside(span, other) for other in excused):
            return False
        if self._vocabulary.lexicons[label].edges != "token":
            return _apart(self._text, *span)
        clean = self._clean.get(span)
        if clean is None:
            clean = self._clean[span] = self._vocabulary.edges.clean(self._text, *span)
        return clean


def _order(span: Span | Mark) -> tuple[int, int]:
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
