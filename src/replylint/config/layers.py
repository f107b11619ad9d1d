"""The keys that layer settings: the files one builds on, and other settings for some paths."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .config import Values
from .globs import Glob
from .keys import KEYS, SHAPES
from .shapes import At, File, PathPattern, Replacing, Shape
from .tables import Many, read_keys


@dataclass(frozen=True, slots=True)
class Override:
    """Settings for the paths that one of ``paths`` matches."""

    paths: tuple[Glob, ...]
    values: Values


@dataclass(frozen=True, slots=True)
class Extends(Replacing):
    """Other settings files below this one: a path, or a list of them of which later ones win."""

    def read(self, value: object, at: At) -> tuple[Path, ...]:
        if isinstance(value, str):
            return (File().read(value, at),)
        return Many(File()).read(value, at)

    def schema(self) -> dict[str, object]:
        return {"anyOf": [File().schema(), Many(File()).schema()]}


@dataclass(frozen=True, slots=True)
class OverrideTable(Replacing):
    """One ``[[overrides]]``: ``paths``, and settings for them."""

    def read(self, value: object, at: At) -> Override:
        if not isinstance(value, Mapping):
            at.refuse("expected a table with paths and settings")
        for key in KEYS:
            if key.whole_run and key.name in value:
                at.below(key.name).refuse(
                    "cannot be set for some paths only", "it counts for the whole run"
                )
        values = read_keys(value, self._shapes(), at)
        paths: tuple[Any, ...] = values.pop("paths", ())
        if not paths:
            at.refuse("does not say for which files", 'add paths = ["emails/**"]')
        return Override(paths, values)

    def schema(self) -> dict[str, object]:
        shapes = self._shapes()
        return {
            "type": "object",
            "properties": {name: shape.schema() for name, shape in shapes.items()},
            "required": ["paths"],
            "additionalProperties": False,
        }

    def _shapes(self) -> dict[str, Shape]:
        per_path = {key.name: key.shape for key in KEYS if not key.whole_run}
        return {"paths": Many(PathPattern()), **per_path}


ALL_SHAPES: dict[str, Shape] = {
    **SHAPES,
    "extends": Extends(),
    "overrides": Many(OverrideTable()),
}
