"""Builds the ways a rule has of mending what it finds, and says which could never be offered."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import PackError
from ..model import Safety
from .conditions import optional_where
from .matches import Built
from .rule import Rewrite, Text, Wording
from .schema import SCRIPTS, TARGETS
from .shapes import wrong
from .vocabulary import Vocabulary, Voice, spelled
from .wording import check, has_hole
from .yaml_source import Node, Scalar, Table

_OF_LANG = {"zh": ("hans", "hant"), "en": ("en",), "any": SCRIPTS}


@dataclass(frozen=True, slots=True)
class Context:
    """``given``: the names a wording may copy. ``name``: the rule's id."""

    built: Built
    given: tuple[str, ...]
    words: Vocabulary
    voice: Voice
    name: str


def rewrite(table: Table, c: Context) -> Rewrite:
    """Raises PackError for an unknown target or capture, and for what no message could be given."""
    target = table.text("target", "match")
    targets = (*TARGETS, *c.built.captures)
    if target not in targets:
        raise wrong(f'"{target}" is nothing to replace', table.at("target"), target, targets)
    usable = _OF_LANG[c.voice.lang]
    if "swap" not in table and not any(script in table for script in usable):
        raise PackError(
            "this rewrite has no wording",
            origin=table.origin,
            hint="give " + " or ".join(usable) + ", or swap",
        )
    swaps = _swaps(table, target, c)
    templates = [table.text(script) for script in SCRIPTS]
    templates += [text or "" for _, w in swaps for text in (w.hans, w.hant, w.en)]
    safety = Safety(table.text("safety", "review"))
    if safety is Safety.SAFE and any(map(has_hole, templates)):
        safety = Safety.REVIEW  # a person has to fill the hole
    return Rewrite(
        target,
        _wording(table, c) if any(script in table for script in SCRIPTS) else None,
        swaps,
        safety,
        sentence(table.table("title")),
        optional_where(table, "where", c.words, c.voice, f"{c.name} rewrite"),
    )


def sentence(table: Table | None) -> Text | None:
    return None if table is None else Text(table.text("zh"), table.text("en"))


def _wording(table: Table, c: Context) -> Wording:
    texts: dict[str, str] = {}
    for script in SCRIPTS:
        node = table.get(script)
        if isinstance(node, Scalar):
            check(node.text, c.given, node.origin)
            texts[script] = node.text
    return Wording(**texts)


def _swaps(table: Table, target: str, c: Context) -> tuple[tuple[str, Wording], ...]:
    swap = table.table("swap")
    if swap is None:
        return ()
    known = dict(c.built.words).get(target)
    swaps: dict[str, Wording] = {}
    for key, value in swap.pairs():
        wording = _swapped(value, c)
        for word in spelled(key):
            if known is not None and word not in known:
                raise wrong(f'"{word}" is never what is matched', key.origin, word, known)
            if word in swaps:
                raise PackError(f'"{word}" is swapped twice', origin=key.origin)
            swaps[word] = wording
    return tuple(swaps.items())


def _swapped(value: Node, c: Context) -> Wording:
    if isinstance(value, Table):
        return _wording(value, c)
    assert isinstance(value, Scalar)  # the schema allows nothing else
    check(value.text, c.given, value.origin)
    return Wording(value.text, value.text, value.text)
