"""``metric``: lengths and densities that pass their limit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from ...rules.rule import Metric
from ..hit import Hit
from ..scene import Scene

LEAST_WORDS = 20
"""Of a message whose density is judged: characters in Chinese, words in English."""


def limit(match: Metric, channel: str | None, given: Mapping[str, Mapping[str, float]]) -> float:
    """What counts on a channel: the settings' limit, else the rule's; infinite when none is set."""
    limits = {key or "default": value for key, value in match.limits} | dict(
        given.get(match.name, {})
    )
    return limits.get(channel or "", limits.get("default", float("inf")))


def metrics(match: Metric, scene: Scene, most: float, terms: int) -> Iterator[Hit]:
    """The message, or each sentence, that is longer or denser than ``most``.

    ``terms`` is how many terms of the glossary the message holds.
    """
    text = scene.text
    if match.name == "message-chars":
        count = len(text)
        if count > most:
            yield _hit(0, count, count, most)
    elif match.name == "terms-per-100":
        words = _words(text) if scene.lang == "en" else sum(map(str.isalnum, text))
        if words >= LEAST_WORDS and terms * 100 / words > most:
            yield _hit(0, len(text), round(terms * 100 / words), most)
    elif len(text) > most:
        count_of = _words if match.name == "sentence-words" else _characters
        for start, end in scene.sentences:
            count = count_of(text[start:end])
            if count > most:
                yield _hit(start, end, count, most)


def _hit(start: int, end: int, value: float, most: float) -> Hit:
    return Hit(start, end, {"value": f"{value:g}", "limit": f"{most:g}"})


def _characters(text: str) -> int:
    """Code points without spaces."""
    return len(text) - sum(map(str.isspace, text))


def _words(text: str) -> int:
    return len(_word().findall(text))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[a-z0-9][a-z0-9'’-]*")


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
    return max(map(_words, _ends().split(text)))


@cache
def _ends() -> re.Pattern[str]:
    return re.compile("[。!?\n\r]")
