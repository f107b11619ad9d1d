"""Cheap bounds on what a message can be; importing this costs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

LEAST_WORDS = 20
"""Of a message whose density is judged: characters in Chinese, words in English."""


def least_size(name: str, most: float) -> float:
    """With no more code points than these nothing is longer than ``most``: words stand apart."""
    return 2 * most if name == "sentence-words" else most


def may_exceed(name: str, text: str, most: float) -> bool:
    """Whether a message, or a sentence of it, can be longer than ``most``; cheap, never wrong
    where it says no: what stands between marks that always end a sentence holds whole ones."""
    if len(text) <= most or not name.startswith("sentence-"):
        return len(text) > most
    if longest(text) <= most:  # every unit takes one code point at least
        return False
    return _most_words(text) > most if name == "sentence-words" else True


@lru_cache(maxsize=1)
def longest(text: str) -> int:
    """No sentence of ``text`` has more code points."""
    return max(map(len, _ends().split(text)))


@lru_cache(maxsize=1)
def _most_words(text: str) -> int:
    return max(map(words, _ends().split(text)))


@cache
def _ends() -> re.Pattern[str]:
    return re.compile("[。!?\n\r]")


def words(text: str) -> int:
    """How many English words a folded text has."""
    return len(_word().findall(text))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[a-z0-9][a-z0-9'’-]*")


def in_order(text: str, groups: Iterable[Iterable[str]]) -> bool:
    """Whether a word of every group stands in ``text``, each beginning behind one of the group
    before: what follows a word begins behind it, so no sequence matches where this is False.

    >>> in_order("请提交后付款", (("提交",), ("付款",))), in_order("付款", (("款",), ("付",)))
    (True, False)
    """
    at = 0
    for words in groups:
        starts = [start for word in words if (start := text.find(word, at)) >= 0]
        if not starts:
            return False
        at = min(starts) + 1
    return True
