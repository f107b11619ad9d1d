"""``pattern``: a regular expression over the folded text, under a time limit."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ...rules.rule import Pattern
from ..hit import Hit
from ..scene import Scene


class OverrunError(Exception):
    """A search ran over its time limit; the rule could not be checked."""


def patterns(match: Pattern, scene: Scene, edges: str, seconds: float) -> Iterator[Hit]:
    """Every match that does not cut through a word; named groups become captures.

    Raises OverrunError when the search takes longer than ``seconds``.
    """
    try:
        for found in compiled(match.regex).finditer(scene.text, timeout=seconds):
            named = {name: found.span(name) for name in found.groupdict() if found[name]}
            start, end = named.get("span", found.span())
            if start == end or (
                edges == "token" and not scene.vocabulary.edges.clean(scene.text, start, end)
            ):
                continue
            yield Hit(start, end, named)
    except TimeoutError:
        raise OverrunError from None


@lru_cache(maxsize=1024)
def compiled(source: str) -> Any:
    import regex

    return regex.compile(source, regex.VERSION0)
