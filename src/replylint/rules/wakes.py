"""Chooses the literals that wake a rule: the rarest of those that must be there."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache, lru_cache

from .common import COMMON

_LONGEST = 4  # of the strings that are counted
_RARE = 0.05  # of a thousand messages: what is not counted
_EACH = 0.02  # what a word costs though it is never met


@cache
def _shares() -> dict[str, int]:
    shares: dict[str, int] = {}
    for line in COMMON.strip().split("\n"):
        share, *strings = line.split(" ")
        shares.update((string.replace("_", " "), int(share)) for string in strings)
    return shares


def cost(words: Collection[str]) -> float:
    """How many of a thousand messages hold one of ``words``, roughly and at most."""
    return sum(map(_share, words)) + _EACH * len(words)


@lru_cache(maxsize=200_000)
def _share(word: str) -> float:
    """A string is held by no more messages than any part of it that is counted."""
    shares = _shares()
    sizes = range(min(_LONGEST, len(word)), 0, -1)
    least = 1000.0
    for part in (word[i : i + n] for n in sizes for i in range(len(word) - n + 1)):
        if not part.replace(" ", "").replace("'", "").isalpha():
            continue  # figures and marks are not counted
        known = shares.get(part)
        if known is not None:
            least = min(least, known)
        elif len(part) < 4 or part.isascii():  # four characters of Chinese are not counted
            return _RARE
    return least


def rarest(choices: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The set of words that costs least; nothing is counted when there is no choice."""
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
