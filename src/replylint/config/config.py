"""The settings of a project: what the files said, and from it the settings for any one path."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import ConfigError, Origin, did_you_mean
from .settings import Settings

if TYPE_CHECKING:
    from .layers import Override

Values = Mapping[
    str, Any
]  # keys of Settings; a record (policy, public, chat) is a dict of its keys


@dataclass(frozen=True, slots=True)
class Config:
    """What was set, in layers: ``values``, then matching ``overrides`` in order, then ``forced``.

    ``path`` is the settings file that decided, None when there is none. ``rules`` are the rule
    patterns anything was said about and where, to be held against the rules that exist.
    """

    path: Path | None = None
    values: Values = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    forced: Values = field(default_factory=dict)
    rules: tuple[tuple[str, Origin], ...] = ()
    _made: dict[tuple[int, ...], Settings] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def settings(self, path: Path | None = None) -> Settings:
        """The settings for ``path``; for None, those of the run and of messages without a file."""
        matching = tuple(
            number
            for number, override in enumerate(self.overrides)
            if path is not None and any(glob.matches(path) for glob in override.paths)
        )
        made = self._made.get(matching)
        if made is None:
            layers = [self.values, *(self.overrides[n].values for n in matching), self.forced]
            made = self._made[matching] = _made_of(layers)
        return made

    def with_options(self, options: Mapping[str, object], folder: Path | None = None) -> Config:
        """This with ``options`` (keys of ``Settings``, values as in TOML) over every path.

        None and missing options leave things as they are. Relative paths start at ``folder``, the
        working folder by default. Raises UsageError for an unknown option or a wrong value.
        """
        given = {name: value for name, value in options.items() if value is not None}
        if not given:
            return self
        from .load import read_options

        forced, rules = read_options(given, folder or Path.cwd())
        return replace(self, forced=joined(self.forced, forced), rules=(*self.rules, *rules))

    def excluded(self, path: Path, folder: bool = False) -> bool:
        """Whether ``path`` (a folder when ``folder``) is left out by ``exclude``."""
        return any(glob.matches(path, folder) for glob in self.settings().exclude)

    def included(self, path: Path) -> bool | None:
        """Whether ``include`` names this file; None when nothing is set and its format decides."""
        globs = self.settings().include
        return any(glob.matches(path) for glob in globs) if globs else None

    def check_rules(self, known: Collection[str]) -> None:
        """Raise ConfigError at the first rule pattern that fits none of the ``known`` rule ids."""
        for pattern, origin in self.rules:
            if not any(fnmatchcase(rule, pattern) for rule in known):
                raise ConfigError(
                    f'no rule is named "{pattern}"',
                    origin=origin,
                    hint=did_you_mean(pattern, known) or "replylint rules list shows all",
                )


def joined(old: Values, new: Values) -> dict[str, Any]:
    """``new`` over ``old``: tables are joined key by key, everything else is replaced."""
    if not old or not new:
        return {**old, **new}
    from .keys import SHAPES

    both = dict(old)
    for name, value in new.items():
        both[name] = SHAPES[name].more(both[name], value) if name in both else value
    return both


def _made_of(layers: list[Values]) -> Settings:
    values: dict[str, Any] = {}
    for layer in layers:
        values = joined(values, layer)
    for name in ("policy", "public", "chat", "conversation"):
        if name in values:
            values[name] = replace(getattr(Settings(), name), **values[name])
    return Settings(**values)
