"""Which names a sentence or a wording copies, and whether anything can give them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..errors import Origin, PackError
from .shapes import wrong

_BRACED = re.compile(r"\{\{([^{}]*)\}\}|\{([^{}]*)\}|[{}]")

ALWAYS = ("match", "verb", "object", "rest", "about", "wanted", "ahead", "behind", "hotline")
"""Names the engine can give for every kind of rule."""

OF_KINDS = {
    "term": ("gloss", "plain", "preferred", "first"),
    "detector": ("mask",),
    "metric": ("value", "limit"),
    "turns": ("waited",),
    "weighted": ("evidence",),
}
_SHOWS_TEXT = ("match", "verb", "object", "rest", "about", "wanted", "ahead", "behind")


def captures(template: str, origin: Origin) -> tuple[str, ...]:
    """The captures a template copies. Raises PackError for braces that do not pair."""
    names = []
    for found in _BRACED.finditer(template):
        hole, name = found[1], found[2]
        if not (hole or name or "").strip():
            raise PackError(
                "a brace in a wording is not closed, or names nothing",
                origin=origin,
                hint="write {capture} to copy words, {{hole}} to leave a hole",
            )
        if name is not None:
            names.append(name.strip())
    return tuple(dict.fromkeys(names))


def has_hole(template: str) -> bool:
    return "{{" in template


def check(template: str, given: Iterable[str], origin: Origin) -> None:
    """Raises PackError for a capture that nothing gives."""
    known = tuple(dict.fromkeys(given))
    for name in captures(template, origin):
        if name not in known:
            raise wrong(f'nothing gives "{{{name}}}"', origin, name, known)


def check_hidden(template: str, own: Iterable[str], origin: Origin) -> None:
    """Raises PackError when the sentence of a sensitive rule would show what was matched."""
    for name in captures(template, origin):
        if name in _SHOWS_TEXT or name in own:
            raise PackError(
                f'"{{{name}}}" would show what was matched, and the rule is sensitive',
                origin=origin,
                hint="say it without the text",
            )
