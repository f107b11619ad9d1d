"""``pattern``: a regular expression over the folded text, under a time limit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

from ...rules.rule import Pattern
from ..hit import Hit, Span
from ..scene import Scene

_SHORT = 1_000  # code points
_STEPS = 5_000  # ways to go through a pattern from one place of a text


class OverrunError(Exception):
    """A search ran over its time limit; the rule could not be checked."""


def patterns(match: Pattern, scene: Scene, edges: str, seconds: float) -> Iterator[Hit]:
    """Every match that does not cut through a word; named groups become captures.

    Raises OverrunError when the search takes longer than ``seconds``.
    """
    for start, end, named in _found(match.regex, scene.text, seconds):
        if start == end or (
            edges == "token" and not scene.vocabulary.edges.clean(scene.text, start, end)
        ):
            continue
        yield Hit(start, end, named)


def may_match(match: Pattern, text: str, seconds: float) -> bool:
    """Whether a pattern matches folded ``text``, as far as it can be told in ``seconds``."""
    quick = _quick(match.regex) if len(text) <= _SHORT else None
    if quick is not None:
        return quick(text) is not None
    try:
        return bool(_found(match.regex, text, seconds))
    except OverrunError:
        return True


@lru_cache(maxsize=32)  # asked by the gate, and again by the rule
def _found(regex: str, text: str, seconds: float) -> Sequence[tuple[int, int, dict[str, Span]]]:
    found = []
    try:
        for match in compiled(regex).finditer(text, timeout=seconds):
            named = {name: match.span(name) for name in match.groupdict() if match[name]}
            found.append((*named.get("span", match.span()), named))
    except TimeoutError:
        raise OverrunError from None
    return found


@cache
def _quick(source: str) -> Callable[[str], object] | None:
    """The search of `re`, which is three times as fast but knows no time limit; None for a
    pattern that might need one."""
    from ...rules.literals import steps

    return re.compile(source).search if steps(source) <= _STEPS else None


@lru_cache(maxsize=1024)
def compiled(source: str) -> Any:
    import regex

    return regex.compile(source, regex.VERSION0)
