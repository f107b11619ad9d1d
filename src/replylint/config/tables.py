"""Lists, tables and records of settings, read strictly key by key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .shapes import At, Replacing, Shape, near, shown, type_name


@dataclass(frozen=True, slots=True)
class Many(Replacing):
    """A list of ``item``; a single value is refused, so that nobody wonders."""

    item: Shape

    def read(self, value: object, at: At) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            at.refuse(f"expected a list, not {type_name(value)}", "put it in [ ]")
        return tuple(self.item.read(each, at.below(i)) for i, each in enumerate(value))

    def schema(self) -> dict[str, object]:
        return {"type": "array", "items": self.item.schema()}


@dataclass(frozen=True, slots=True)
class Table:
    """Pairs of ``key`` and ``value``, in the order of the file; later layers replace key by key."""

    key: Shape
    value: Shape

    def read(self, value: object, at: At) -> tuple[tuple[Any, Any], ...]:
        return tuple(
            (self.key.read(name, at.below(name)), self.value.read(each, at.below(name)))
            for name, each in _table(value, at).items()
        )

    def schema(self) -> dict[str, object]:
        return {
            "type": "object",
            "propertyNames": self.key.schema(),
            "additionalProperties": self.value.schema(),
        }

    def more(self, old: tuple[tuple[Any, Any], ...], new: tuple[tuple[Any, Any], ...]) -> object:
        joined = dict(old)
        for key, value in new:
            before = joined.pop(key, None)  # the newer pair stands later, and later pairs win
            joined[key] = value if before is None else self.value.more(before, value)
        return tuple(joined.items())


@dataclass(frozen=True, slots=True)
class Record:
    """A table of fixed keys that becomes one ``make(**keys)``."""

    make: Callable[..., Any]
    shapes: Mapping[str, Shape] = field(hash=False)

    def read(self, value: object, at: At) -> dict[str, Any]:
        return read_keys(_table(value, at), self.shapes, at)

    def schema(self) -> dict[str, object]:
        return {
            "type": "object",
            "properties": {name: shape.schema() for name, shape in self.shapes.items()},
            "additionalProperties": False,
        }

    def more(self, old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
        return {**old, **new}


def read_keys(table: Mapping[str, object], shapes: Mapping[str, Shape], at: At) -> dict[str, Any]:
    """Each key of ``table`` by its shape; an unknown key is refused with a suggestion."""
    typed: dict[str, Any] = {}
    for name, value in table.items():
        shape = shapes.get(name)
        if shape is None:
            known = tuple(shapes)
            hint = near(name.replace("-", "_"), known) or f"known keys: {', '.join(sorted(known))}"
            at.below(name).refuse(f'unknown key "{shown(name)}"', hint)
        typed[name] = shape.read(value, at.below(name))
    return typed


def _table(value: object, at: At) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        at.refuse(f"expected a table, not {type_name(value)}")
    return value
