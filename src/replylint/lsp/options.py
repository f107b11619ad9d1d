"""What an editor may set for its session: a settings file, single settings, how long to wait."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..errors import UsageError

# Settings of the editors' own that some of them hand over with ours.
_THEIRS = frozenset({"command", "enable", "path", "trace"})
_SLOWEST = 10_000  # milliseconds


@dataclass(frozen=True, slots=True)
class Options:
    """``settings`` are laid over every file's. ``debounce`` is how long nobody must have typed
    before a file is judged, in seconds."""

    config: Path | None = None
    settings: Mapping[str, object] = field(default_factory=dict)
    debounce: float = 0.2


def options(given: object, under: Options) -> Options:
    """What an editor sent, over what the command line said. Raises UsageError.

    >>> options({"debounceMs": 50, "channel": "email", "audience": ""}, Options())
    Options(config=None, settings={'channel': 'email'}, debounce=0.05)
    """
    if not given:
        return under
    if not isinstance(given, Mapping):
        raise UsageError("the editor's options for replylint are no table")
    said = {key: value for key, value in given.items() if key not in _THEIRS}
    wait = said.pop("debounceMs", None)
    config = said.pop("config", None)
    if wait is not None and not (isinstance(wait, int) and 0 <= wait <= _SLOWEST):
        raise UsageError(f"debounceMs is a number of milliseconds up to {_SLOWEST}")
    if config and not isinstance(config, str):
        raise UsageError("config is the path of a settings file")
    settings = {key: value for key, value in said.items() if value not in (None, "", [], {})}
    return replace(
        under,
        config=Path(config).absolute() if config else under.config,
        settings={**under.settings, **settings},
        debounce=under.debounce if wait is None else wait / 1000,
    )
