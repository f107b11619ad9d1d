"""Reads one YAML file as texts, lists and tables that know their place, and nothing else.

Every scalar is text: ``no``, ``12:30`` and ``0123`` are words, and the schema says what they mean.
What else YAML has is refused (``text.strict_yaml``). A node with an accessor for every shape saves
the code that builds rules from asking what it already checked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..errors import Origin, PackError
from ..text import strict_yaml


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text. ``missing``: nothing stood there. ``shift``: columns from ``origin`` to its first
    character, None when the file does not spell it as it reads (escapes, several lines)."""

    text: str
    origin: Origin
    missing: bool = False
    shift: int | None = None

    def at(self, index: int) -> Origin:
        """The place of the character ``index``, or of the whole text when that is not known."""
        here = self.origin
        if self.shift is None or here.column is None:
            return here
        return Origin(here.path, here.line, here.column + self.shift + index)


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping: key to the key as written and its value. The accessors expect a checked node."""

    entries: Mapping[str, tuple[Scalar, Node]]
    origin: Origin

    def __contains__(self, key: str) -> bool:
        return key in self.entries

    def get(self, key: str) -> Node | None:
        entry = self.entries.get(key)
        return entry[1] if entry else None

    def at(self, key: str) -> Origin:
        """The place of ``key``, or of the table when it is not given."""
        entry = self.entries.get(key)
        return entry[0].origin if entry else self.origin

    def text(self, key: str, default: str = "") -> str:
        node = self.get(key)
        return node.text if isinstance(node, Scalar) else default

    def flag(self, key: str) -> bool | None:
        """``true`` or ``false``; None when the key is not given."""
        node = self.get(key)
        return node.text == "true" if isinstance(node, Scalar) else None

    def many(self, key: str) -> tuple[Node, ...]:
        """The items of a list, or the one value that stands in its place."""
        node = self.get(key)
        if node is None:
            return ()
        return node.items if isinstance(node, Items) else (node,)

    def scalars(self, key: str) -> tuple[Scalar, ...]:
        return tuple(node for node in self.many(key) if isinstance(node, Scalar))

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(node.text for node in self.scalars(key))

    def tables(self, key: str) -> tuple[Table, ...]:
        return tuple(node for node in self.many(key) if isinstance(node, Table))

    def table(self, key: str) -> Table | None:
        node = self.get(key)
        return node if isinstance(node, Table) else None

    def pairs(self) -> Iterator[tuple[Scalar, Node]]:
        yield from self.entries.values()


Node = Scalar | Items | Table


def read(data: bytes, path: str) -> Node | None:
    """The file's one document; None when it is empty.

    Raises PackError, with its place, for what is not UTF-8, not YAML, or more of YAML than this.
    """
    root = strict_yaml.read(data, path, PackError)
    if root is None:
        return None
    return _node(root, data.decode("utf-8-sig").splitlines())


def _node(node: strict_yaml.Node, lines: list[str]) -> Node:
    if node.scalar is not None:
        return _scalar(node.scalar, node, lines)
    if node.sequence is not None:
        return Items(tuple([_node(item, lines) for item in node.sequence]), node.origin)
    entries = {
        key: (Scalar(key, place), _node(value, lines)) for key, place, value in node.mapping or ()
    }
    return Table(entries, node.origin)


def _scalar(text: str, node: strict_yaml.Node, lines: list[str]) -> Scalar:
    line, column = node.origin.line or 1, node.origin.column or 1
    shift = len(node.quoted)
    begin = column - 1 + shift
    spelled = bool(text) and lines[line - 1][begin : begin + len(text)] == text
    return Scalar(text, node.origin, not text and not node.quoted, shift if spelled else None)
