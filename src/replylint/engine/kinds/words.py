"""``phrase`` and ``require``: words that stand there, and words that are missing."""

from __future__ import annotations

from collections.abc import Iterator

from ...rules.rule import Phrase, Require
from ..hit import Hit, Span
from ..scene import Scene


def phrases(match: Phrase, scene: Scene) -> Iterator[Hit]:
    """Every occurrence of a word of the rule's lexicon, none over another, the longest first."""
    reached = 0
    for start, end in scene.words.of(match.label):
        if start >= reached:
            reached = end
            yield Hit(start, end)


def missing(match: Require, scene: Scene) -> Iterator[Hit]:
    """One empty hit where the words should be inserted, unless they stand in the scope."""
    if not any(map(str.isalnum, scene.text)):
        return
    if scene.has(match.need, *_scope(match, scene)):
        return
    at = 0 if match.place == "start" else len(scene.text)
    yield Hit(at, at, place=match.place)


def _scope(match: Require, scene: Scene) -> Span:
    if match.scope == "message" or not scene.sentences:
        return 0, len(scene.text)
    return scene.sentences[0 if match.scope == "opening" else -1]
