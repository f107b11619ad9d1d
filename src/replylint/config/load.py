"""Finds, reads and joins settings files; every refusal names the file, the line and the column.

``replylint.toml`` or ``[tool.replylint]`` of a ``pyproject.toml``; the nearest going up decides, in
one folder ``replylint.toml`` does. What it ``extends`` lies below it and stays relative to its own
folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from ..errors import Origin, UsageError
from .config import Config, Values, joined
from .source import SettingsFile, find_in, shown

if TYPE_CHECKING:
    from .layers import Override
    from .shapes import Keys


def load(start: Path | None = None, explicit: Path | None = None) -> Config:
    """The settings in force at ``start`` (a folder; the working folder by default).

    ``explicit`` names the settings file instead. Without any file everything has its default.
    Raises ConfigError.
    """
    if explicit is not None:
        return _read(explicit, ())
    folder = Path(os.path.abspath(start or Path.cwd()))
    for each in (folder, *folder.parents):
        found = find_in(each)
        if found is not None:
            return _read(found, ())
    return Config()


class Configs:
    """The settings for each of many folders, every settings file read once.

    ``explicit`` is in force everywhere; ``options`` are laid over all (see Config.with_options).
    """

    def __init__(
        self, explicit: Path | None = None, options: Mapping[str, object] | None = None
    ) -> None:
        self._explicit = explicit
        self._options = options or {}
        self._by_folder: dict[Path, Config] = {}
        self._by_file: dict[Path | None, Config] = {}

    def of(self, folder: Path) -> Config:
        """The settings in force in ``folder``. Raises ConfigError and UsageError."""
        folder = Path(os.path.abspath(folder))
        if folder not in self._by_folder:
            self._by_folder[folder] = self._find(folder)
        return self._by_folder[folder]

    def _find(self, folder: Path) -> Config:
        file = self._explicit or find_in(folder)
        if file is None and folder != folder.parent:
            return self.of(folder.parent)
        if file not in self._by_file:
            config = Config() if file is None else load(explicit=file)
            self._by_file[file] = config.with_options(self._options)
        return self._by_file[file]


def read_options(
    options: Mapping[str, object], folder: Path
) -> tuple[dict[str, Any], tuple[tuple[str, Origin], ...]]:
    """Options of the command line by the same shapes, and the rules they name; UsageError."""
    from .keys import SHAPES
    from .shapes import At
    from .tables import read_keys

    def refuse(keys: Keys, what: str, hint: str | None) -> NoReturn:
        raise UsageError(
            what if what.startswith("unknown") else f"{_option(keys)}: {what}", hint=hint
        )

    values = read_keys(options, SHAPES, At((), folder, refuse))
    return values, tuple((rule, Origin(_option(keys))) for keys, rule in _rules(values))


def _option(keys: Keys) -> str:
    return "--" + str(keys[0]).replace("_", "-")


def _read(path: Path, chain: tuple[Path, ...]) -> Config:
    """The settings of ``path`` over those it extends; ``chain`` is who extends it, in order."""
    from .layers import ALL_SHAPES
    from .shapes import At
    from .tables import read_keys

    file = SettingsFile(path)
    at = At(file.prefix, file.path.parent, file.refuse)
    if not isinstance(file.table, Mapping):
        at.refuse(f"[tool.replylint] is {'missing' if file.table is None else 'not a table'}")
    values = read_keys(file.table, ALL_SHAPES, at)
    overrides: tuple[Override, ...] = values.pop("overrides", ())
    below: tuple[Path, ...] = values.pop("extends", ())
    layers = [values, *(each.values for each in overrides)]
    prefixes: list[Keys] = [(), *(("overrides", number) for number in range(len(overrides)))]
    rules = tuple(
        (rule, file.origin((*file.prefix, *prefix, *keys)))
        for prefix, layer in zip(prefixes, layers, strict=True)
        for keys, rule in _rules(layer)
    )
    config = Config()
    for number, each in enumerate(below):
        where = at.below("extends").below(number)
        if each in (*chain, file.path):
            names = " → ".join(shown(link) for link in (*chain, file.path, each))
            where.refuse(f"settings that extend themselves: {names}", "break the circle")
        if not each.is_file():
            where.refuse("there is no such settings file", f"looked for {each}")
        config = _over(config, _read(each, (*chain, file.path)))
    return _over(config, Config(file.path, values, overrides, rules=rules))


def _over(below: Config, above: Config) -> Config:
    return Config(
        above.path,
        joined(below.values, above.values),
        (*below.overrides, *above.overrides),
        rules=(*below.rules, *above.rules),
    )


def _rules(values: Values) -> Iterator[tuple[Keys, str]]:
    """Every rule pattern in a layer and its keys."""
    for name in ("select", "ignore"):
        for number, rule in enumerate(values.get(name, ())):
            yield (name, number), rule
    for rule, _ in values.get("severity", ()):
        yield ("severity", rule), rule
