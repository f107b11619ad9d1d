"""The shapes of values in JSON: each reads strictly, and says in JSON Schema what it reads.

The interface's description is made of the same shapes that read the requests, so it cannot differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from ..errors import did_you_mean
from .trouble import Pointer

Schema = dict[str, Any]

# RFC 3339; years, offsets and seconds that datetime cannot hold are refused when it is made.
_TIME = re.compile(
    r"(?!0000)\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)"
)


class Shape(Protocol):
    def read(self, value: Any, at: Pointer) -> Any: ...
    def schema(self) -> Schema: ...


@dataclass(frozen=True, slots=True)
class Text:
    """A string; ``one_of`` bounds it to these words, ``pattern`` to what matches as a whole."""

    one_of: tuple[str, ...] = ()
    pattern: str = ""
    make: Callable[[str], Any] = str
    said: str = ""

    def read(self, value: Any, at: Pointer) -> Any:
        if not isinstance(value, str):
            at.refuse(f"expected a string, not {_kind(value)}")
        if self.one_of and value not in self.one_of:
            hint = did_you_mean(value[:40], self.one_of)
            at.refuse(f"is none of {', '.join(self.one_of)}", hint)
        if self.pattern and not re.fullmatch(self.pattern, value):
            at.refuse("has not the form it should", self.said or None)
        return value if self.make is str else self.make(value)

    def schema(self) -> Schema:
        known: Schema = {"type": "string"}
        if self.one_of:
            known["enum"] = list(self.one_of)
        if self.pattern:
            known["pattern"] = f"^(?:{self.pattern})$"
        return known


@dataclass(frozen=True, slots=True)
class Flag:
    def read(self, value: Any, at: Pointer) -> bool:
        if not isinstance(value, bool):
            at.refuse(f"expected true or false, not {_kind(value)}")
        return value

    def schema(self) -> Schema:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Name:
    """A string, or a whole number taken as one: how desks write their ids."""

    def read(self, value: Any, at: Pointer) -> str:
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if not isinstance(value, str):
            at.refuse(f"expected a string or a whole number, not {_kind(value)}")
        return value

    def schema(self) -> Schema:
        return {"anyOf": [{"type": "string"}, {"type": "integer"}]}


@dataclass(frozen=True, slots=True)
class Time:
    """A date and time with its offset from UTC."""

    def read(self, value: Any, at: Pointer) -> datetime:
        hint = "write it like 2026-03-02T09:15:00+08:00"
        if not isinstance(value, str) or not _TIME.fullmatch(value):
            at.refuse("expected a date and time with its offset from UTC", hint)
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            at.refuse("there is no such date and time", hint)

    def schema(self) -> Schema:
        return {"type": "string", "format": "date-time"}


@dataclass(frozen=True, slots=True)
class Anything:
    """An object of whatever keys."""

    def read(self, value: Any, at: Pointer) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            at.refuse(f"expected an object, not {_kind(value)}")
        return value

    def schema(self) -> Schema:
        return {"type": "object"}


@dataclass(frozen=True, slots=True)
class Nullable:
    """``null`` says no more than leaving the key out."""

    inner: Shape

    def read(self, value: Any, at: Pointer) -> Any:
        return None if value is None else self.inner.read(value, at)

    def schema(self) -> Schema:
        inner = self.inner.schema()
        if isinstance(inner.get("type"), str) and not {"enum", "format"} & inner.keys():
            return {**inner, "type": [inner["type"], "null"]}
        return {"anyOf": [inner, {"type": "null"}]}


@dataclass(frozen=True, slots=True)
class Many:
    """A list. ``most`` bounds it, 0 does not."""

    inner: Shape
    least: int = 0
    most: int = 0

    def read(self, value: Any, at: Pointer) -> list[Any]:
        if not isinstance(value, list):
            at.refuse(f"expected a list, not {_kind(value)}")
        if len(value) < self.least:
            at.refuse("is empty")
        if self.most and len(value) > self.most:
            at.refuse(f"has {len(value):,} items, more than {self.most:,}", "send them in parts")
        return [self.inner.read(each, at.below(i)) for i, each in enumerate(value)]

    def schema(self) -> Schema:
        known: Schema = {"type": "array", "items": self.inner.schema()}
        if self.least:
            known["minItems"] = self.least
        if self.most:
            known["maxItems"] = self.most
        return known


@dataclass(frozen=True, slots=True)
class Keys:
    """An object of known ``keys``, read to a dict without those that are missing or null.

    Unknown keys are refused unless ``others`` names the key under which they are kept. With
    ``make`` the dict is given to it.
    """

    keys: Mapping[str, Shape] = field(hash=False)
    required: tuple[str, ...] = ()
    others: str = ""
    make: Callable[..., Any] | None = None

    def read(self, value: Any, at: Pointer) -> Any:
        if not isinstance(value, dict):
            at.refuse(f"expected an object, not {_kind(value)}")
        found: dict[str, Any] = {}
        beside: dict[str, Any] = {}
        keys = self.keys
        for name, given in value.items():
            shape = keys.get(name)
            if shape is None:
                beside[name] = given
            elif (read := shape.read(given, at.below(name))) is not None:
                found[name] = read
        for name in self.required:
            if name not in found:
                at.refuse(f'the key "{name}" is missing')
        if beside:
            self._keep(beside, found, at)
        return found if self.make is None else self.make(**found)

    def _keep(self, beside: dict[str, Any], found: dict[str, Any], at: Pointer) -> None:
        if not self.others:
            name = next(iter(beside))
            hint = did_you_mean(name[:40], tuple(self.keys))
            at.refuse("has a key that is not known", hint or f"known: {', '.join(self.keys)}")
        found[self.others] = {**beside, **found.get(self.others, {})}

    def schema(self) -> Schema:
        known: Schema = {
            "type": "object",
            "properties": {name: shape.schema() for name, shape in self.keys.items()},
        }
        if self.required:
            known["required"] = list(self.required)
        if not self.others:
            known["additionalProperties"] = False
        return known


@dataclass(frozen=True, slots=True)
class Named:
    """A shape that the interface's description has once, under a name."""

    name: str
    inner: Shape
    said: str = ""

    def read(self, value: Any, at: Pointer) -> Any:
        return self.inner.read(value, at)

    def schema(self) -> Schema:
        return {"$ref": f"#/components/schemas/{self.name}"}

    def whole(self) -> Schema:
        return {"description": self.said, **self.inner.schema()}


def _kind(value: object) -> str:
    kinds: tuple[tuple[type, str], ...] = (
        (bool, "true or false"),
        (str, "a string"),
        (int, "a number"),
        (float, "a number"),
        (dict, "an object"),
        (list, "a list"),
    )
    return next((name for kind, name in kinds if isinstance(value, kind)), "null")
