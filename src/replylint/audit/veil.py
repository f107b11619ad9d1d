"""Hides in a text every value a detector finds and any long number; offsets find their way."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ..pii import NOTHING_PUBLIC, Public, candidates, hits
from ..pii.digits import plain
from ..pii.gates import GATES
from ..pii.masks import as_written
from ..text.fold import fold
from .words import words

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

    from ..model import Message

HIDDEN = "***"
# Whatever it is: so many figures in a row name an account, an order or a person.
_FIGURES = re.compile(r"[0-9](?:[ \-]?[0-9]){6,}")
# But for a day, with the hour behind it or not.
_DAY = re.compile(
    r"(?:19|20)[0-9]{2}-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12][0-9]|3[01])(?: [0-9]{1,2})?"
)
_LEAST_LATIN = 3  # letters of a name that is looked for in a text
_LEAST_HAN = 2
# What people are called who are not named.
_NOBODY = words(
    "客服 客户 客戶 顾客 顧客 用户 用戶 坐席 座席 系统 系統 机器人 機器人 人工客服 在线客服 "
    "agent customer user bot system support client visitor admin operator service me you"
)


class Span(NamedTuple):
    """A stretch of the original and what stands in its place."""

    start: int
    end: int
    mask: str


class Veil:
    """One text as it may be shown. ``people``: the names of who takes part, hidden too.

    ``public`` is the house's own data, which stays. ``figures``: hide any long number.
    """

    __slots__ = ("_starts", "_values", "original", "spans", "text")

    def __init__(
        self,
        original: str,
        people: Iterable[str] = (),
        public: Public = NOTHING_PUBLIC,
        sensitive: Iterable[tuple[int, int]] = (),
        *,
        figures: bool = True,
    ) -> None:
        """``sensitive``: stretches somebody has already found."""
        self.original = original
        found = [*_found(original, public, figures), *_named(original, people)]
        covered = [span for span in sensitive if span[0] < span[1]]
        found += [
            Span(start, end, "")
            for start, end in covered
            if not any(each.start <= start and end <= each.end for each in found)
        ]
        self.spans = _joined(found)
        parts: list[str] = []
        at = 0
        for span in self.spans:
            parts += (original[at : span.start], span.mask)
            at = span.end
        self.text = "".join((*parts, original[at:]))
        self._starts = [span.start for span in self.spans]
        self._values = sorted(
            {original[s.start : s.end]: s.mask for s in self.spans}.items(),
            key=lambda item: -len(item[0]),
        )

    def at(self, offset: int, *, end: bool = False) -> int:
        """Where an offset of the original stands in ``text``; inside a value: at its edge."""
        n = bisect_right(self._starts, offset)
        moved = sum(len(s.mask) - (s.end - s.start) for s in self.spans[: max(0, n - 1)])
        if not n:
            return offset
        span = self.spans[n - 1]
        if offset >= span.end:
            return offset + moved + len(span.mask) - (span.end - span.start)
        inside = end and offset > span.start
        return span.start + moved + (len(span.mask) if inside else 0)

    def hide(self, other: str) -> str:
        """Other words about this text: without its values, and without any of their own."""
        return veiled(self.without(other))

    def without(self, other: str) -> str:
        """Other words without the values of this text."""
        for value, mask in self._values:
            if len(value) > 1:
                other = other.replace(value, mask)
        return other


def people(messages: Sequence[Message], public: Public = NOTHING_PUBLIC) -> tuple[str, ...]:
    """The names to hide in all messages of a conversation: of who wrote, and whoever is named with
    a title or a label in one of them, and perhaps without in another. The longest first."""
    names = {each.author for each in messages if each.author}
    for message in messages:
        folded = fold(message.text)
        for hit in hits("person-name", folded.text, public):
            start, end = folded.span(hit.start, hit.end)
            names.add(message.text[start:end])
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def category(name: str | None) -> str | None:
    """A queue or channel as it may be shown; None for none."""
    return veiled(name) if name else None


def shown_path(path: str) -> str:
    """The path of a file as it may be shown: days and other numbers in it stay."""
    return Veil(path, figures=False).text


def veiled(text: str) -> str:
    """Words that may be shown, without the names of anybody in particular."""
    if text.isascii() and not any(map(str.isdigit, text)) and "@" not in text:
        return text
    return _veiled(text)


@lru_cache(maxsize=2048)
def _veiled(text: str) -> str:
    return Veil(text).text


def _found(original: str, public: Public, figures: bool) -> Iterable[Span]:
    folded = fold(original)
    for detector in candidates(folded.text, _present(folded.text)):
        for hit in detector.find(folded.text, public):
            start, end = folded.span(hit.start, hit.end)
            if start < end:
                value = folded.text[hit.start : hit.end]
                shown = as_written(hit.mask, value, original[start:end]) if hit.mask else ""
                yield Span(start, end, shown or HIDDEN)
    if figures:
        for match in _FIGURES.finditer(plain(folded.text)):
            if not (_DAY.fullmatch(match[0]) or _public(match[0], public)):
                yield Span(*folded.span(match.start(), match.end()), HIDDEN)


@cache
def _words() -> tuple[list[str], AhoCorasick]:
    """The words that wake a detector, and what finds them all at once."""
    from ahocorasick_rs import AhoCorasick

    words = sorted({word for gate in GATES.values() for word in gate.literals})
    return words, AhoCorasick(words)


def _present(text: str) -> set[str]:
    words, automaton = _words()
    try:
        hits = automaton.find_matches_as_indexes(text, overlapping=True)
    except UnicodeEncodeError:  # half of a surrogate pair, which is no word's
        whole = text.encode("utf-8", "replace").decode()
        hits = automaton.find_matches_as_indexes(whole, overlapping=True)
    return {words[number] for number, _, _ in hits}


def _public(figures: str, public: Public) -> bool:
    bare = "".join(filter(str.isdigit, figures))
    return any("".join(filter(str.isdigit, line)) == bare for line in public.hotlines)


def _named(original: str, people: Iterable[str]) -> Iterable[Span]:
    for name in people:
        word = name.strip()
        if word.lower() in _NOBODY or len(word) < (_LEAST_LATIN if word.isascii() else _LEAST_HAN):
            continue
        at = original.find(word)
        while at >= 0:
            end = at + len(word)
            if not (word.isascii() and _goes_on(original, at, end)):
                yield Span(at, end, "**")
            at = original.find(word, end)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a Latin word is part of a longer one."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return any(each.isascii() and each.isalnum() for each in (before, after) if each)


def _joined(found: list[Span]) -> tuple[Span, ...]:
    """Apart from each other: the longer one's mask stands for those it overlaps."""
    joined: list[Span] = []
    for span in sorted(found, key=lambda each: (each.start, -each.end)):
        if joined and span.start < joined[-1].end:
            last = joined[-1]
            if span.end > last.end:
                joined[-1] = Span(last.start, span.end, HIDDEN)
            continue
        joined.append(span if span.mask else span._replace(mask=HIDDEN))
    return tuple(joined)
