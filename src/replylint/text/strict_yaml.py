"""Reads YAML that people write by hand: every scalar is text, every node knows its place.

No value is guessed (``no``, ``1e3`` and ``2026-11-24`` stay as written), and what only makes a file
harder to trust is refused: duplicate keys, tags, anchors and aliases, several documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..errors import Origin, ReplylintError, did_you_mean

if TYPE_CHECKING:
    from yaml.events import Event

_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Node:
    """A value: text, a list of nodes, or a mapping of (key, its place, node). One is not None.

    ``error`` is the class of exception that this file's faults are raised as. ``quoted`` says how
    text was written: "" plainly, else by the mark it began with.
    """

    origin: Origin
    error: type[ReplylintError]
    scalar: str | None = None
    sequence: tuple[Node, ...] | None = None
    mapping: tuple[tuple[str, Origin, Node], ...] | None = None
    quoted: str = ""

    def fail(self, what: str, hint: str | None = None) -> ReplylintError:
        """The error to raise for a fault of this node."""
        return self.error(what, origin=self.origin, hint=hint)

    def text(self, what: str) -> str:
        """The scalar, not empty; ``what`` names it in the error."""
        if self.scalar is None or not self.scalar.strip():
            raise self.fail(f"{what} must be text")
        return self.scalar.strip()

    def items(self, what: str) -> tuple[Node, ...]:
        """The list's nodes."""
        if self.sequence is None:
            raise self.fail(f"{what} must be a list")
        return self.sequence

    def texts(self, what: str) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(item.text(f"an entry of {what}") for item in self.items(what))

    def keys(self, what: str, known: Iterable[str] | None = None) -> dict[str, Node]:
        """The mapping; keys outside ``known`` are refused with a suggestion."""
        if self.mapping is None:
            raise self.fail(f"{what} must be a mapping of keys")
        if known is not None:
            allowed = tuple(known)
            for key, place, _value in self.mapping:
                if key not in allowed:
                    near = did_you_mean(key, allowed) or "known keys: " + ", ".join(allowed)
                    raise self.error(f'{what} has no key "{key}"', origin=place, hint=near)
        return {key: value for key, _place, value in self.mapping}


def read(source: str | bytes, path: str, error: type[ReplylintError]) -> Node | None:
    """The document in ``source``, or None when it holds nothing. ``path`` is what errors show.

    Raises ``error`` with line and column in code points.
    """
    import yaml

    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        text = source.decode("utf-8-sig") if isinstance(source, bytes) else source
        events = yaml.parse(text, Loader=loader)
        return _Reader(events, path, error).document()
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        origin = Origin(path, mark.line + 1, mark.column + 1) if mark else Origin(path)
        raise error(f"is not YAML: {fault.problem or fault.context}", origin=origin) from None
    except UnicodeDecodeError as fault:
        line = fault.object[: fault.start].count(b"\n") + 1
        raise error("is not UTF-8", origin=Origin(path, line)) from None
    except (yaml.YAMLError, UnicodeError):
        raise error("holds a character YAML does not allow", origin=Origin(path)) from None


class _Reader:
    """Builds nodes from the parser's events."""

    def __init__(self, events: Iterator[Event], path: str, error: type[ReplylintError]) -> None:
        self._events = events
        self._path = path
        self._error = error

    def document(self) -> Node | None:
        node = None
        starts = 0
        for event in self._events:
            name = type(event).__name__
            if name == "DocumentStartEvent":
                starts += 1
                if starts > 1:
                    raise self._fail(event, "holds more than one document")
                node = self._node(next(self._events), 0)
        empty = node is not None and node.scalar == ""
        return None if empty else node

    def _place(self, event: Any) -> Origin:
        return Origin(self._path, event.start_mark.line + 1, event.start_mark.column + 1)

    def _fail(self, event: Any, what: str, hint: str | None = None) -> ReplylintError:
        return self._error(what, origin=self._place(event), hint=hint)

    def _node(self, event: Any, depth: int) -> Node:
        name, place = type(event).__name__, self._place(event)
        if name == "AliasEvent" or event.anchor:
            raise self._fail(event, "anchors and aliases are not allowed", "write it out")
        if event.tag not in (None, "!"):
            raise self._fail(event, "tags are not allowed", "every value is text")
        if depth > _DEEPEST:
            raise self._fail(event, "is nested too deeply")
        if name == "ScalarEvent":
            return Node(place, self._error, scalar=event.value, quoted=event.style or "")
        if name == "SequenceStartEvent":
            return Node(place, self._error, sequence=tuple(self._sequence(depth + 1)))
        return Node(place, self._error, mapping=tuple(self._mapping(depth + 1)))

    def _sequence(self, depth: int) -> Iterator[Node]:
        while type(event := next(self._events)).__name__ != "SequenceEndEvent":
            yield self._node(event, depth)

    def _mapping(self, depth: int) -> Iterator[tuple[str, Origin, Node]]:
        seen: dict[str, int] = {}
        while type(event := next(self._events)).__name__ != "MappingEndEvent":
            key = self._node(event, depth)
            if key.scalar is None:
                raise key.fail("a key must be text")
            if key.scalar in seen:
                first = f"first on line {seen[key.scalar]}"
                raise key.fail(f'the key "{key.scalar}" stands here twice', first)
            seen[key.scalar] = key.origin.line or 0
            yield key.scalar, key.origin, self._node(next(self._events), depth)
