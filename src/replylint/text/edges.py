"""Whether a hit cuts through a word, asking the tokenizer only where some word could be cut.

A token holding a Han character is a word of the dictionary, a user word or a single character (see
``dictionary``). So only a word that begins before an edge of a hit and ends after it can cross that
edge, and which characters would then stand beside the hit is known beforehand for every literal.
``Crossings`` is that table, made when a pack is compiled; ``Edges`` asks it before the tokenizer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from typing import TypedDict

from . import dictionary
from .dictionary import is_wordy
from .tokens import Tokenizer, tokenizer

_COMMON = (
    400  # so many characters are told apart by their neighbour as well; the rest are rare enough
)
_REACH = 1000  # code points cut on either side of a hit when no punctuation ends the stretch before
_SHORT = 500  # a text of so many code points is cut at once, and only once
_CJK = "\u2e80"  # letters and digits below it join into words whatever a dictionary says
_APOSTROPHES = "'’"

Sets = defaultdict[str, set[str]]


class Data(TypedDict):
    """What ``Crossings`` keeps, ready for JSON. Characters are run together in strings.

    ``before``: for a beginning of a literal, the single characters that may stand before it and,
    after a space, the pairs; ``after``: the same for an ending; ``around``: for a literal, pairs of
    the character before and the one after it. ``words``: user words and their weights.
    """

    words: dict[str, int]
    before: dict[str, str]
    after: dict[str, str]
    around: dict[str, str]


# A character that may touch the literal, and which must then stand behind it; "" for any at all.
Beside = dict[str, str]


class Crossings:
    """Which neighbours of a literal could belong to a word across its edge; it misses none."""

    __slots__ = ("_given", "_known", "_risks")

    def __init__(self, data: Data | Callable[[], Data]) -> None:
        """``data`` may be a function that gives it, called when the table is first asked."""
        self._given = data
        self._known: Data | None = None
        self._risks: dict[
            str, tuple[Beside, Beside, frozenset[str]]
        ] = {}  # filled as literals are met; losing a race is harmless

    @property
    def _data(self) -> Data:
        if self._known is None:  # losing a race is harmless here too
            self._known = self._given() if callable(self._given) else self._given
        return self._known

    def to_data(self) -> Data:
        """Plain data for a cache; ``from_data`` of it, through JSON or not, answers the same."""
        return self._data

    @classmethod
    def from_data(cls, data: Data | Callable[[], Data]) -> Crossings:
        return cls(data)

    def __reduce__(self) -> tuple[type[Crossings], tuple[Data]]:
        return Crossings, (self._data,)

    @property
    def words(self) -> Mapping[str, int]:
        """The user words it knows of and their weights: what the tokenizer must be given."""
        return self._data["words"]

    def may_cross(self, text: str, start: int, end: int) -> bool:
        """False when no token can begin before and end after an edge of ``[start, end)``.

        True means that the tokenizer has to be asked. What stands there must be one of the literals
        the table was made with; of any other stretch ask `between_words`.
        """
        literal = text[start:end]
        risks = self._risks.get(literal)
        if risks is None:
            risks = self._risks[literal] = self._gather(literal)
        before, after, around = risks
        if start:
            behind = before.get(text[start - 1])
            if behind == "" or (behind and start > 1 and text[start - 2] in behind):
                return True
        if end < len(text):
            behind = after.get(text[end])
            if behind == "" or (behind and end + 1 < len(text) and text[end + 1] in behind):
                return True
            if around and start:
                return text[start - 1] + text[end] in around
        return False

    def sure(self, literal: str) -> bool:
        """Whether a literal that the table was made with is never crossed, whatever its
        neighbours are: it begins and ends in Han characters and no word goes beyond it."""
        if literal[0] < _CJK or literal[-1] < _CJK:
            return False
        risks = self._risks.get(literal)
        if risks is None:
            risks = self._risks[literal] = self._gather(literal)
        return not any(risks)

    def _gather(self, literal: str) -> tuple[Beside, Beside, frozenset[str]]:
        sizes = range(1, len(literal) + 1)
        before, after = self._data["before"], self._data["after"]
        around = self._data["around"].get(literal, "")
        return (
            _beside((before.get(literal[:size], "") for size in sizes), 1),
            _beside((after.get(literal[-size:], "") for size in sizes), 0),
            frozenset(around[i : i + 2] for i in range(0, len(around), 2)),
        )


def crossings(literals: Iterable[str], words: Iterable[str] = ()) -> Crossings:
    """The table for folded ``literals`` under jieba's dictionary and the folded user ``words``.

    Takes about a second, so it is for compiling packs, not for running them. Raises UsageError when
    jieba's dictionary is missing or damaged.
    """
    counts = dictionary.frequencies()
    added = dictionary.weights(words, counts)
    known = sorted({literal for literal in literals if literal})
    characters = sorted((word for word in counts if len(word) == 1), key=lambda c: (-counts[c], c))
    common = frozenset(characters[:_COMMON])
    everything = [*counts, *(added.keys() - counts.keys())]
    before, after, around = _neighbours(known, everything, common)
    return Crossings(
        {
            "words": added,
            "before": {key: _packed(beside, 1) for key, beside in sorted(before.items())},
            "after": {key: _packed(beside, 0) for key, beside in sorted(after.items())},
            "around": {key: "".join(sorted(beside)) for key, beside in sorted(around.items())},
        }
    )


def _neighbours(
    literals: list[str], words: list[str], common: frozenset[str]
) -> tuple[Sets, Sets, Sets]:
    """What stands beside beginnings, endings and whole literals inside ``words``.

    One character, and the one behind it too where the first is common: a rare one seldom stands
    there by chance. Written out flat, because it looks at half a million places.
    """
    longest = max(map(len, words))
    heads = {literal[:size] for literal in literals for size in range(1, longest + 1)}
    tails = {literal[-size:] for literal in literals for size in range(1, longest + 1)}
    inner = {literal for literal in literals if len(literal) < longest - 1}
    before, after, around = Sets(set), Sets(set), Sets(set)
    for word in words:
        size = len(word)
        for cut in range(1, size):
            left, right = word[cut - 1], word[cut]
            if right in heads:
                rest = word[cut:]
                if rest in heads:
                    pair = cut > 1 and left in common
                    before[rest].add(word[cut - 2 : cut] if pair else left)
                for stop in range(cut + 1, size):
                    if (middle := word[cut:stop]) in inner:
                        around[middle].add(left + word[stop])
            if left in tails:
                rest = word[:cut]
                if rest in tails:
                    pair = cut + 1 < size and right in common
                    after[rest].add(word[cut : cut + 2] if pair else right)
    return before, after, around


def _packed(beside: set[str], near: int) -> str:
    """Singles, a space, pairs; ``near`` says which character of a pair touches the literal."""
    singles = sorted(one for one in beside if len(one) == 1)
    pairs = sorted(pair for pair in beside if len(pair) == 2 and pair[near] not in beside)
    return "".join([*singles, " ", *pairs]) if pairs else "".join(singles)


def _beside(packed: Iterable[str], near: int) -> Beside:
    """Several packed strings, ready to be looked up."""
    beside: Beside = {}
    for entry in packed:
        singles, _, pairs = entry.partition(" ")
        for i in range(0, len(pairs), 2):
            touching = pairs[i + near]
            if (behind := beside.get(touching)) != "":
                beside[touching] = (behind or "") + pairs[i + 1 - near]
        beside.update(dict.fromkeys(singles, ""))
    return beside


def between_words(text: str, start: int, end: int) -> bool:
    """Whether an edge of ``[start, end)`` stands between two characters that a word may hold."""
    return _between(text, start) or _between(text, end)


def _between(text: str, at: int) -> bool:
    """Whether ``at`` stands between two characters that a word may hold."""
    return 0 < at < len(text) and is_wordy(text[at - 1]) and is_wordy(text[at])


class Edges:
    """Judges hits, with a tokenizer that is only made when one is needed. Safe between threads."""

    __slots__ = ("_crossings", "_last", "_lock", "_name", "_tokenizer")

    def __init__(self, crossings: Crossings, tokenizer: str = "auto") -> None:
        self._crossings = crossings
        self._name = tokenizer
        self._tokenizer: Tokenizer | None = None
        self._lock = Lock()
        self._last: tuple[str, int, int, frozenset[int]] = ("", 0, 0, frozenset())

    def __reduce__(self) -> tuple[type[Edges], tuple[Crossings, str]]:
        return Edges, (self._crossings, self._name)

    @property
    def tokenizer(self) -> Tokenizer:
        """Made on first use (0.1 s); raises UsageError when it is not installed."""
        with self._lock:
            if self._tokenizer is None:
                self._tokenizer = tokenizer(self._name, self._crossings.words)
            return self._tokenizer

    def sure(self, literal: str) -> bool:
        """Whether every hit of a literal is clean, wherever it stands."""
        return self._crossings.sure(literal)

    def clean(self, text: str, start: int, end: int, *, known: bool = False) -> bool:
        """Whether the hit ``[start, end)`` of folded ``text`` begins and ends where words do.

        ``known``: it is one of the literals the crossings were made with, which is cheaper to tell.
        Between two Latin letters or digits no word ends, nor at an apostrophe that joins them,
        unless the hit holds it. Elsewhere both edges must be token edges.
        """
        size = len(text)
        if 0 < start < size and text[start] < _CJK and text[start - 1] < _CJK:
            beside = start - 2 if text[start - 1] in _APOSTROPHES else start - 1
            if beside >= 0 and text[start].isalnum() and text[beside].isalnum():
                return False
        if 0 < end < size and text[end] < _CJK and text[end - 1] < _CJK:
            beside = end + 1 if text[end] in _APOSTROPHES else end
            if beside < size and text[end - 1].isalnum() and text[beside].isalnum():
                return False
        if known:
            if not self._crossings.may_cross(text, start, end):
                return True
        elif not between_words(text, start, end):
            return True
        low, cuts = self._cut_around(text, start, end)
        return start - low in cuts and end - low in cuts

    def _cut_around(self, text: str, start: int, end: int) -> tuple[int, frozenset[int]]:
        """Where the stretch of word characters around a hit begins, and its token edges from there.

        Words never leave such a stretch, so cutting it alone gives the same edges as cutting the
        whole text, and a line of many megabytes is not cut for one hit. A short text is cut whole.
        """
        if len(text) <= _SHORT:
            last_text, low, high, cuts = self._last
            if last_text is not text or low != 0 or high != len(text):
                cuts = self.tokenizer.edges(text)
                self._last = (text, 0, len(text), cuts)
            return 0, cuts
        low, floor = start, max(0, start - _REACH)
        while low > floor and is_wordy(text[low - 1]):
            low -= 1
        high, ceiling = end, min(len(text), end + _REACH)
        while high < ceiling and is_wordy(text[high]):
            high += 1
        last_text, last_low, last_high, cuts = self._last
        if last_text is not text or last_low != low or last_high != high:
            cuts = self.tokenizer.edges(text[low:high])
            self._last = (text, low, high, cuts)  # one assignment: threads see all of it or nothing
        return low, cuts
