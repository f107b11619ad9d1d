"""Reads one YAML file as texts, lists and tables that know their place, and nothing else.

Every scalar is text: ``no``, ``12:30`` and ``0123`` are words, and the schema says what they mean.
Tags, anchors and aliases, duplicate keys and keys that are no text are refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import Origin, PackError

_PREFIX = "tag:yaml.org,2002:"
_TAGS = frozenset(
    _PREFIX + name
    for name in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value", "seq", "map")
)


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
    import yaml

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PackError(
            "the file is not UTF-8", origin=Origin(path, line), hint="save it as UTF-8"
        ) from None
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        origin = Origin(path, mark.line + 1, mark.column + 1) if mark else Origin(path)
        raise PackError(f"this is not YAML: {error.problem}", origin=origin) from None
    except (yaml.YAMLError, RecursionError) as error:
        what = getattr(error, "reason", None) or "too deeply nested"
        raise PackError(f"this is not YAML: {what}", origin=Origin(path)) from None
    return None if root is None else _Reader(path, text.splitlines()).node(root)


class _Reader:
    """Turns composed nodes into ours."""

    def __init__(self, path: str, lines: list[str]) -> None:
        self._path = path
        self._lines = lines
        self._seen: set[int] = set()

    def node(self, node: Any) -> Node:
        origin = Origin(self._path, node.start_mark.line + 1, node.start_mark.column + 1)
        if id(node) in self._seen:
            raise PackError(
                "anchors and aliases are not read here",
                origin=origin,
                hint="share words through a lexicon, tests through a guard, keys through defaults",
            )
        self._seen.add(id(node))
        if node.tag not in _TAGS:
            tag = node.tag.replace(_PREFIX, "!!")
            raise PackError(
                f'the tag "{tag}" is not read here',
                origin=origin,
                hint='leave it out, or quote a text that begins with "!"',
            )
        if node.id == "scalar":
            return self._scalar(node, origin)
        if node.id == "sequence":
            return Items(tuple(self.node(item) for item in node.value), origin)
        return Table(self._entries(node), origin)

    def _scalar(self, node: Any, origin: Origin) -> Scalar:
        text: str = node.value
        plain = not node.style
        shift = 0 if plain else 1
        line = self._lines[node.start_mark.line] if node.start_mark.line < len(self._lines) else ""
        begin = node.start_mark.column + shift
        spelled = line[begin : begin + len(text)] == text
        return Scalar(text, origin, plain and not text, shift if text and spelled else None)

    def _entries(self, node: Any) -> dict[str, tuple[Scalar, Node]]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key_node, value_node in node.value:
            key = self.node(key_node)
            if not isinstance(key, Scalar):
                raise PackError("a key must be a text", origin=key.origin)
            if key.text in entries:
                first = entries[key.text][0].origin
                raise PackError(
                    f'the key "{key.text}" stands here twice',
                    origin=key.origin,
                    hint=f"the first is in line {first.line}",
                )
            entries[key.text] = (key, self.node(value_node))
        return entries
