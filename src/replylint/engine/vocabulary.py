"""The lexicons of a pack in one language: where in a text the words of one of them stand.

A rule asks for three lexicons or so, and a pack has hundreds: each is looked for when it is asked
for. The words of clause frames are the exception. They are asked for all together, clause by
clause, and so have one automaton.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..rules.rule import Label, Lexicon
from ..text.edges import Edges
from .automaton import Automaton
from .frames import Mark
from .hit import Span

FRAME = "frame."


class _Words:
    """One lexicon, ready to be looked for: its words, and what only looks like one of them."""

    __slots__ = ("edges", "excepts", "words")

    def __init__(self, lexicon: Lexicon) -> None:
        self.words: Automaton[None] = Automaton(dict.fromkeys(lexicon.words))
        self.excepts: Automaton[None] | None = None
        if lexicon.excepts:
            self.excepts = Automaton(dict.fromkeys(lexicon.excepts))
        self.edges = lexicon.edges == "token"


class _Meant(NamedTuple):
    """What a word of frames is: its kinds, and the kinds it only looks like."""

    kinds: tuple[tuple[str, bool], ...]  # with whether its edges must be token edges
    unlike: tuple[str, ...]


class Vocabulary:
    """The lexicons of one language (and of ``any``) ready to be looked for. Safe between threads:
    two may make the same table, which is harmless."""

    __slots__ = ("_frames", "_meant", "_sure", "_words", "edges", "frames", "lexicons")

    def __init__(self, lexicons: Sequence[Lexicon], lang: str, edges: Edges) -> None:
        self.lexicons = lexicons
        self.edges = edges
        spoken = [n for n, lexicon in enumerate(lexicons) if lexicon.lang in (lang, "any")]
        self._words: dict[Label, _Words | None] = dict.fromkeys(spoken)
        self.frames = {
            lexicons[label].name.removeprefix(FRAME): label
            for label in spoken
            if lexicons[label].name.startswith(FRAME)
        }
        self._frames, self._meant = self._of_frames()
        self._sure: dict[int, bool] = {}  # words of frames whose edges need not be judged

    def occurrences(self, text: str) -> Occurrences:
        """What stands in a folded text, looked for as it is asked for."""
        return Occurrences(self, text)

    def spans(self, label: Label, text: str) -> tuple[Span, ...]:
        """Where words of a lexicon stand, by their start and then the longest first; none of a
        lexicon that is in another language."""
        known = self._words.get(label)
        if known is None:
            if label not in self._words:
                return ()
            known = self._words[label] = _Words(self.lexicons[label])
        found = known.words.matches(text)
        if not found:
            return ()
        spans = [(start, end) for _, start, end in found]
        if known.excepts is not None and (other := known.excepts.matches(text)):
            spans = [span for span in spans if not _excused(span, other)]
        spans = [span for span in spans if self.counts(text, *span, known.edges)]
        if len(spans) > 1:
            spans.sort(key=_order)
        return tuple(spans)

    def counts(self, text: str, start: int, end: int, token: bool) -> bool:
        """Whether a hit is a word of its own; ``token``: between the edges of tokens."""
        if not token:
            return _apart(text, start, end)
        return self.edges.clean(text, start, end, known=True)

    def marks(self, text: str, start: int, end: int) -> list[Mark]:
        """The words of all frame lexicons inside a stretch, in order, the longer first; where they
        overlap the first and longest of them that is a word of its own.

        A word that goes on beyond the stretch is none: it should be a clause.
        """
        raw: list[tuple[int, int, str, bool, bool]] = []
        unlike: list[tuple[str, Span]] = []
        meant, known = self._meant, self._sure
        for number, first, last in self._frames.matches(text[start:end]):
            kinds, others = meant[number]
            sure = known.get(number)
            if sure is None:
                sure = known[number] = self.edges.sure(self._frames.literal(number))
            first += start
            last += start
            for kind, token in kinds:
                raw.append((first, -last, kind, token, sure))
            for kind in others:
                unlike.append((kind, (first, last)))
        raw.sort()
        found: list[Mark] = []
        begun = reached = -1
        for first, minus_last, kind, token, sure in raw:
            last = -minus_last
            if first < reached and (first != begun or last != reached):
                continue
            if unlike and any(kind == other and _inside((first, last), s) for other, s in unlike):
                continue
            if not sure and not self.counts(text, first, last, token):
                continue
            begun, reached = first, last
            found.append((first, last, kind))
        return found

    def _of_frames(self) -> tuple[Automaton[None], list[_Meant]]:
        kinds: dict[str, list[tuple[str, bool]]] = {}
        unlike: dict[str, list[str]] = {}
        for name, label in self.frames.items():
            lexicon = self.lexicons[label]
            for word in lexicon.words:
                kinds.setdefault(word, []).append((name, lexicon.edges == "token"))
            for word in lexicon.excepts:
                unlike.setdefault(word, []).append(name)
        words = dict.fromkeys([*kinds, *unlike])
        return Automaton(words), [
            _Meant(tuple(kinds.get(word, ())), tuple(unlike.get(word, ()))) for word in words
        ]


class Occurrences:
    """The words of a vocabulary in one folded text."""

    __slots__ = ("_settled", "_text", "_vocabulary")

    def __init__(self, vocabulary: Vocabulary, text: str) -> None:
        self._vocabulary = vocabulary
        self._text = text
        self._settled: dict[Label, tuple[Span, ...]] = {}

    def of(self, label: Label) -> tuple[Span, ...]:
        """Where words of a lexicon stand, by their start and then the longest first."""
        spans = self._settled.get(label)
        if spans is None:
            spans = self._settled[label] = self._vocabulary.spans(label, self._text)
        return spans

    def any_of(self, labels: Sequence[Label]) -> Sequence[Span]:
        """The same for several lexicons together, each span once."""
        if len(labels) == 1:
            return self.of(labels[0])
        return sorted({span for label in labels for span in self.of(label)}, key=_order)

    def marks(self, start: int, end: int) -> list[Mark]:
        """The words of all frame lexicons inside a stretch; see `Vocabulary.marks`."""
        return self._vocabulary.marks(self._text, start, end)


def _order(span: Span) -> tuple[int, int]:
    return span[0], -span[1]


def _excused(span: Span, others: Sequence[tuple[int, int, int]]) -> bool:
    return any(_inside(span, (start, end)) for _, start, end in others)


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
