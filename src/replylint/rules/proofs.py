"""Reads the examples of a rule: where they are marked, and in which message they stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ..errors import Origin, PackError
from ..model import Recipient, Role, Turn
from .rule import Example
from .schema import CONTEXT
from .yaml_source import Node, Scalar, Table

_LANGS = ("zh-Hans", "zh-Hant", "en")


def examples(table: Table) -> tuple[Example, ...]:
    """The bad ones, then the good. Raises PackError for marks that do not fit."""
    bad = tuple(_example(node, True) for node in table.many("bad"))
    return bad + tuple(_example(node, False) for node in table.many("good"))


def _example(node: Node, bad: bool) -> Example:
    written = node.get("text") if isinstance(node, Table) else node
    assert isinstance(written, Scalar)  # the schema allows nothing else
    text, spans = unmark(written)
    if bad and not spans:
        raise PackError(
            "nothing is marked in this example", origin=written.origin, hint="write [[…]] or [[]]"
        )
    if spans and not bad:
        raise PackError("a good example marks nothing", origin=written.origin)
    if not bad and isinstance(node, Table) and "fixed" in node:
        raise PackError("a good example is not mended", origin=node.at("fixed"))
    if not isinstance(node, Table):
        return Example(text, spans, origin=written.origin)
    fixed = node.text("fixed") if "fixed" in node else None
    return Example(text, spans, fixed, node.texts("also"), tuple(_context(node)), written.origin)


def unmark(written: Scalar) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without its marks, and the spans they stood around, in code points of that text.

    ``\\[[`` is a literal ``[[``. Raises PackError for marks that do not pair.
    """
    text, spans, start, at = "", [], -1, 0
    source = written.text
    while at < len(source):
        if source.startswith("\\[[", at):
            text += "[["
            at += 3
        elif source.startswith("[[", at):
            if start >= 0:
                raise PackError("a mark inside a mark", origin=written.at(at))
            start = len(text)
            at += 2
        elif start >= 0 and source.startswith("]]", at):
            spans.append((start, len(text)))
            start = -1
            at += 2
        else:
            text += source[at]
            at += 1
    if start >= 0:
        raise PackError('a "[[" is not closed', origin=written.origin, hint="a literal one is \\[[")
    return text, tuple(spans)


def _context(table: Table) -> Iterator[tuple[str, object]]:
    for key in CONTEXT:
        node = table.get(key)
        if node is not None:
            yield key, _typed(key, table, node)


def _typed(key: str, table: Table, node: Node) -> object:
    text = table.text(key)
    if key == "role":
        return Role(text)
    if key == "recipient":
        return Recipient(text)
    if key == "time":
        return _time(text, node.origin)
    if key == "history":
        return tuple(_turn(turn) for turn in table.tables(key))
    if key == "lang" and text not in _LANGS:
        raise PackError(
            f'"{text}" is not the language of a message',
            origin=node.origin,
            hint="write " + ", ".join(_LANGS),
        )
    return text


def _turn(table: Table) -> Turn:
    time = _time(table.text("time"), table.at("time")) if "time" in table else None
    return Turn(Role(table.text("role")), table.text("text"), time)


def _time(text: str, origin: Origin) -> datetime:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        time = None
    if time is None or time.tzinfo is None:
        raise PackError(
            f'"{text}" is no time with an offset', origin=origin, hint="2026-03-02T09:15:00+08:00"
        )
    return time
