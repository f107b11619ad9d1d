"""Chooses the literals that wake a rule: the rarest of those that must be there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache

# folded English words that stand in most messages; the dictionary counts Chinese only
_COMMON = frozenset(
    [
        "a",
        "about",
        "all",
        "am",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "by",
        "can",
        "could",
        "do",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "i",
        "if",
        "in",
        "is",
        "it",
        "its",
        "may",
        "me",
        "must",
        "my",
        "no",
        "not",
        "now",
        "of",
        "on",
        "one",
        "or",
        "our",
        "please",
        "she",
        "should",
        "so",
        "soon",
        "that",
        "the",
        "their",
        "them",
        "there",
        "they",
        "this",
        "to",
        "us",
        "was",
        "we",
        "will",
        "with",
        "would",
        "you",
        "your",
    ]
)
_COMMON_COST = 100_000.0
_DIGIT_COST = 300_000.0  # figures stand in every other message
_SHORT_COST = 5_000.0  # a Latin word of three letters and less, or any single character


@cache
def _counts() -> Mapping[str, int]:
    from ..text.dictionary import frequencies

    return frequencies()


def cost(words: Collection[str]) -> float:
    """How often ``words`` are met, roughly; what the dictionary does not know is rare."""
    counts = _counts()
    return sum(_cost(word, counts) for word in words)


def _cost(word: str, counts: Mapping[str, int]) -> float:
    if word in _COMMON:
        return _COMMON_COST
    known = float(counts.get(word, 1))
    if word.isascii() and word.isdecimal() and len(word) == 1:
        return _DIGIT_COST
    if len(word) == 1:
        return _SHORT_COST + 3 * known  # it also stands inside other words
    return _SHORT_COST if len(word) < 4 and word.isascii() else known


def rarest(choices: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The set of words that costs least; the dictionary is only read when there is a choice."""
    known = list(dict.fromkeys(choices))
    return known[0] if len(known) == 1 else min(known, key=cost)


_MOST = 3  # groups besides the one that wakes
_LARGEST = 3000  # words of a group


def besides(
    groups: Iterable[tuple[str, ...]], wakes: tuple[str, ...]
) -> tuple[tuple[str, ...], ...]:
    """The groups, besides ``wakes``, that are worth asking for before a rule looks; rarest first.

    A group is there already when every one of ``wakes`` holds one of its words.
    """
    known = [
        group
        for group in dict.fromkeys(groups)
        if len(group) <= _LARGEST and not _in_all(group, wakes)
    ]
    return tuple(sorted(known, key=cost)[:_MOST]) if known else ()


def _in_all(group: tuple[str, ...], wakes: tuple[str, ...]) -> bool:
    from ahocorasick_rs import AhoCorasick

    automaton = AhoCorasick(group)
    return all(automaton.find_matches_as_indexes(wake) for wake in wakes)
