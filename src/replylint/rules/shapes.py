"""What a value may look like: each shape checks a node and describes itself in JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from ..errors import Origin, PackError, did_you_mean
from .yaml_source import Items, Node, Scalar, Table

Schema = dict[str, object]


class Shape(Protocol):
    def check(self, node: Node) -> None:
        """Raises PackError with the place of what does not fit."""

    def schema(self) -> Schema: ...


def wrong(what: str, origin: Origin, word: str = "", known: tuple[str, ...] = ()) -> PackError:
    """An error that suggests the nearest of ``known``, or lists them when they are few."""
    hint = did_you_mean(word, known)
    if hint is None and known and len(known) <= 24:
        hint = "known: " + ", ".join(known)
    return PackError(what, origin=origin, hint=hint)


def scalar(node: Node, wanted: str) -> Scalar:
    if not isinstance(node, Scalar):
        kind = "a list" if isinstance(node, Items) else "a table"
        raise PackError(f"this must be {wanted}, not {kind}", origin=node.origin)
    if node.missing:
        raise PackError("nothing is given here", origin=node.origin, hint='an empty text is ""')
    return node


@dataclass(frozen=True, slots=True)
class Text:
    """``pattern`` must match all of it; ``said`` says in words what it asks."""

    pattern: str = ""
    said: str = "a text"
    empty: bool = False

    def check(self, node: Node) -> None:
        text = scalar(node, self.said).text
        if not self.empty and not text.strip():
            raise PackError("this must not be empty", origin=node.origin)
        if self.pattern and not re.fullmatch(self.pattern, text):
            raise PackError(f'"{text}" is not {self.said}', origin=node.origin)

    def schema(self) -> Schema:
        # an editor's YAML reads 3.1 or true as something else; we read text
        schema: Schema = {"type": ["string", "number", "boolean"]}
        if self.pattern:
            schema["pattern"] = f"^(?:{self.pattern})$"
        return schema


@dataclass(frozen=True, slots=True)
class Choice:
    values: tuple[str, ...]

    def check(self, node: Node) -> None:
        text = scalar(node, "one of " + ", ".join(self.values)).text
        if text not in self.values:
            raise wrong(f'"{text}" is not known here', node.origin, text, self.values)

    def schema(self) -> Schema:
        # YAML 1.1 editors read off as false
        return {"enum": [*self.values, False] if "off" in self.values else list(self.values)}


@dataclass(frozen=True, slots=True)
class Flag:
    def check(self, node: Node) -> None:
        text = scalar(node, "true or false").text
        if text not in ("true", "false"):
            raise PackError(f'"{text}" is neither true nor false', origin=node.origin)

    def schema(self) -> Schema:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Number:
    """Not negative; ``fractions`` allows a decimal point."""

    fractions: bool = False

    def check(self, node: Node) -> None:
        text = scalar(node, "a number").text
        if not re.fullmatch(r"[0-9]+(?:\.[0-9]+)?" if self.fractions else r"[0-9]+", text):
            said = "a number" if self.fractions else "a whole number"
            raise PackError(f'"{text}" is not {said}', origin=node.origin)

    def schema(self) -> Schema:
        return {"type": "number" if self.fractions else "integer", "minimum": 0}


@dataclass(frozen=True, slots=True)
class Many:
    """A list of at least ``least``; with ``lone`` one value may stand in its place."""

    of: Shape
    lone: bool = True
    least: int = 1
    most: int | None = None

    def check(self, node: Node) -> None:
        if not isinstance(node, Items):
            if not self.lone or (isinstance(node, Scalar) and node.missing):
                raise PackError("this must be a list", origin=node.origin)
            self.of.check(node)
            return
        if len(node.items) < self.least or len(node.items) > (self.most or len(node.items)):
            wanted = str(self.least) if self.most else f"at least {self.least}"
            raise PackError(f"here stand {len(node.items)}, and {wanted} must", origin=node.origin)
        for item in node.items:
            self.of.check(item)

    def schema(self) -> Schema:
        one = self.of.schema()
        many: Schema = {"type": "array", "items": one, "minItems": self.least}
        if self.most:
            many["maxItems"] = self.most
        return {"anyOf": [many, one]} if self.lone else many


@dataclass(frozen=True, slots=True)
class Named:
    """A table whose keys are names of the author's choice."""

    name: Text
    of: Shape

    def check(self, node: Node) -> None:
        if not isinstance(node, Table):
            raise PackError("this must be a table", origin=node.origin)
        if not node.entries:
            raise PackError("this must not be empty", origin=node.origin)
        for key, value in node.pairs():
            self.name.check(key)
            self.of.check(value)

    def schema(self) -> Schema:
        schema: Schema = {"type": "object", "additionalProperties": self.of.schema()}
        if self.name.pattern:
            schema["propertyNames"] = {"pattern": f"^(?:{self.name.pattern})$"}
        return schema


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record: its shape and what it is, for editors."""

    shape: Shape
    said: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A table with known keys."""

    keys: Mapping[str, Key]
    extra: Schema = field(default_factory=dict)  # what only the JSON Schema says

    def check(self, node: Node) -> None:
        if not isinstance(node, Table):
            raise PackError("this must be a table", origin=node.origin)
        if not node.entries:
            raise PackError("this must not be empty", origin=node.origin)
        for key, value in node.pairs():
            known = self.keys.get(key.text)
            if known is None:
                raise wrong(f'unknown key "{key.text}"', key.origin, key.text, tuple(self.keys))
            known.shape.check(value)
        for name, known in self.keys.items():
            if known.required and name not in node:
                raise PackError(f'the key "{name}" is missing', origin=node.origin, hint=known.said)

    def schema(self) -> Schema:
        properties = {
            name: {**key.shape.schema(), **({"description": key.said} if key.said else {})}
            for name, key in self.keys.items()
        }
        schema: Schema = {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
        }
        if needed := [name for name, key in self.keys.items() if key.required]:
            schema["required"] = needed
        return schema | self.extra


@dataclass(frozen=True, slots=True)
class Either:
    """A text or a table, each with its own shape."""

    text: Shape
    table: Shape

    def check(self, node: Node) -> None:
        (self.table if isinstance(node, Table) else self.text).check(node)

    def schema(self) -> Schema:
        return {"anyOf": [self.text.schema(), self.table.schema()]}


@dataclass(frozen=True, slots=True)
class ByKey:
    """A table with the key, or one without it, each with its own shape."""

    key: str
    present: Shape
    absent: Shape

    def check(self, node: Node) -> None:
        held = isinstance(node, Table) and self.key in node
        (self.present if held else self.absent).check(node)

    def schema(self) -> Schema:
        return {"anyOf": [self.absent.schema(), self.present.schema()]}


@dataclass(frozen=True, slots=True)
class Ref:
    """A shape with a name in ``$defs``; it may lead to itself."""

    name: str
    shapes: Mapping[str, Shape]

    def check(self, node: Node) -> None:
        self.shapes[self.name].check(node)

    def schema(self) -> Schema:
        return {"$ref": f"#/$defs/{self.name}"}
