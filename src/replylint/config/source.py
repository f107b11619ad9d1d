"""One settings file: its bytes, its table and the place of everything in it."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from ..errors import ConfigError, Origin

if TYPE_CHECKING:
    from .shapes import Keys

FILE = "replylint.toml"
PROJECT_FILE = "pyproject.toml"
_TABLE = ("tool", "replylint")


class SettingsFile:
    """A settings file that was read. ``table`` is None when a pyproject.toml has none for us.

    Raises ConfigError when the file cannot be read, decoded or parsed.
    """

    def __init__(self, path: Path) -> None:
        self.path = Path(os.path.abspath(path))
        self.prefix: Keys = _TABLE if self.path.name == PROJECT_FILE else ()
        self._text = _decoded(self.path)
        data: object = _parsed(self.path, self._text)
        for name in self.prefix:
            data = data.get(name) if isinstance(data, dict) else None
        self.table = data

    def origin(self, keys: Keys) -> Origin:
        """Where the value of ``keys`` stands, or the key when only that has a place."""
        return self._origin(keys, value=True)

    def refuse(self, keys: Keys, what: str, hint: str | None) -> NoReturn:
        """Raise ConfigError for the key or value at ``keys``."""
        names = [str(key) for key in keys[len(self.prefix) :] if isinstance(key, str)]
        unknown_key = what.startswith("unknown key")
        subject = ".".join(names[:-1] if unknown_key else names)
        raise ConfigError(
            f"{subject}: {what}" if subject else what,
            origin=self._origin(keys, value=not unknown_key),
            hint=hint,
        )

    def _origin(self, keys: Keys, value: bool) -> Origin:
        from .positions import Positions

        place = Positions(self._text).find(keys, value)
        return Origin(shown(self.path), *(place or (1, 1)))


def find_in(folder: Path) -> Path | None:
    """The settings file of this very folder."""
    own = folder / FILE
    if own.is_file():
        return own
    project = folder / PROJECT_FILE
    # Most projects have one that says nothing of us: it is not parsed, and need not be valid.
    if project.is_file() and b"replylint" in _bytes(project):
        return project if SettingsFile(project).table is not None else None
    return None


def shown(path: Path) -> str:
    """A path as people are shown it: from the working folder when it is below it."""
    relative = os.path.relpath(path)
    return (str(path) if relative.startswith("..") else relative).replace(os.sep, "/")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ConfigError("there is no such settings file", origin=Origin(shown(path))) from None
    except OSError as error:
        what = f"the settings file cannot be read: {error.strerror}"
        raise ConfigError(what, origin=Origin(shown(path))) from None


def _decoded(path: Path) -> str:
    data = _bytes(path)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise ConfigError(
            f"byte 0x{data[error.start]:02X} is not valid UTF-8",
            origin=Origin(shown(path), line, column),
            hint="a settings file is saved as UTF-8",
        ) from None


def _parsed(path: Path, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, _, place = str(error).partition(" (at ")
        numbers = [int(number) for number in re.findall(r"\d+", place)]
        if len(numbers) != 2:  # at the end of the document
            numbers = [text.count("\n") + 1, len(text) - text.rfind("\n")]
        origin = Origin(shown(path), *numbers)
        raise ConfigError(f"not valid TOML: {what}", origin=origin) from None
    except RecursionError:
        raise ConfigError("nested too deeply", origin=Origin(shown(path))) from None
