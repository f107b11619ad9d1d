"""``metric``: lengths and densities that pass their limit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...rules.rule import Metric
from ..bounds import LEAST_WORDS
from ..bounds import words as english_words
from ..hit import Hit
from ..scene import Scene


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
        words = english_words(text) if scene.lang == "en" else sum(map(str.isalnum, text))
        if words >= LEAST_WORDS and terms * 100 / words > most:
            yield _hit(0, len(text), round(terms * 100 / words), most)
    elif len(text) > most:
        count_of = english_words if match.name == "sentence-words" else _characters
        for start, end in scene.sentences:
            count = count_of(text[start:end])
            if count > most:
                yield _hit(start, end, count, most)


def _hit(start: int, end: int, value: float, most: float) -> Hit:
    return Hit(start, end, {"value": f"{value:g}", "limit": f"{most:g}"})


def _characters(text: str) -> int:
    """Code points without spaces."""
    return len(text) - sum(map(str.isspace, text))
