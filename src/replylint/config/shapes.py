"""The kinds of single values a setting can have: each reads strictly and describes itself.

A shape's ``read`` gives the typed value or refuses it at its place. ``schema`` is its JSON Schema,
``more`` joins a value with the one it extends (tables key by key; everything else is replaced).
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, Protocol

from . import globs

Keys = tuple[str | int, ...]

# "*", "topic", "topic.*", "topic.name", "topic.na*"
RULE_PATTERN = r"\*|[a-z][a-z_]*(\.[a-z0-9*][a-z0-9*-]*)?"


@dataclass(frozen=True, slots=True)
class At:
    """Where a value stands: its keys, the folder paths start from, and how to refuse it."""

    keys: Keys
    folder: Path
    refuse_at: Callable[[Keys, str, str | None], NoReturn]

    def below(self, key: str | int) -> At:
        return At((*self.keys, key), self.folder, self.refuse_at)

    def refuse(self, what: str, hint: str | None = None) -> NoReturn:
        self.refuse_at(self.keys, what, hint)


class Shape(Protocol):
    def read(self, value: object, at: At) -> Any: ...
    def schema(self) -> dict[str, object]: ...
    def more(self, old: Any, new: Any) -> Any: ...


class Replacing:
    """A value that takes the place of the one it extends."""

    __slots__ = ()

    def more(self, old: object, new: object) -> object:
        return new


@dataclass(frozen=True, slots=True)
class Choice(Replacing):
    """One of ``values``; with ``others`` also any name that is no near miss of one of them."""

    values: tuple[str, ...]
    others: bool = False
    make: Callable[[str], object] = str

    def read(self, value: object, at: At) -> object:
        text = _string(value, at)
        if text not in self.values:
            if not self.others or not re.fullmatch(r"\S+", text) or _misspelt(text, self.values):
                what = f'"{shown(text)}" is none of {", ".join(self.values)}'
                at.refuse(what, near(text, self.values))
            return text
        return self.make(text)

    def schema(self) -> dict[str, object]:
        known: dict[str, object] = {"enum": list(self.values)}
        return {"anyOf": [known, {"type": "string", "minLength": 1}]} if self.others else known


@dataclass(frozen=True, slots=True)
class Text(Replacing):
    """A string that is not empty."""

    def read(self, value: object, at: At) -> str:
        text = _string(value, at)
        if not text.strip():
            at.refuse("an empty string says nothing", "leave the key out")
        return text

    def schema(self) -> dict[str, object]:
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class Match(Replacing):
    """A string that a pattern matches as a whole, ``example`` saying what it looks like."""

    pattern: str
    example: str

    def read(self, value: object, at: At) -> str:
        text = _string(value, at)
        if not re.fullmatch(self.pattern, text):
            at.refuse("has not the form it should", f"write {self.example}")
        return text

    def schema(self) -> dict[str, object]:
        return {"type": "string", "pattern": f"^({self.pattern})$"}


@dataclass(frozen=True, slots=True)
class Number(Replacing):
    """A number of at least ``least``, at most ``most``; whole unless ``fractions``."""

    least: int
    fractions: bool = False
    most: int | None = None

    def read(self, value: object, at: At) -> int | float:
        allowed = (int, float) if self.fractions else (int,)
        if isinstance(value, bool) or not isinstance(value, allowed):
            at.refuse(
                f"expected a {'' if self.fractions else 'whole '}number, not {type_name(value)}"
            )
        if not value >= self.least:  # nan is refused, too
            at.refuse(f"{value} is too small", f"the least is {self.least}")
        if self.most is not None and value > self.most:
            at.refuse(f"{value} is too large", f"the most is {self.most}")
        return value

    def schema(self) -> dict[str, object]:
        known: dict[str, object] = {"type": "number" if self.fractions else "integer"}
        known["minimum"] = self.least
        return known if self.most is None else known | {"maximum": self.most}


@dataclass(frozen=True, slots=True)
class Duration(Replacing):
    """A stretch of time: ``30s``, ``15m``, ``24h``, ``3d``."""

    def read(self, value: object, at: At) -> str:
        text = _string(value, at)
        if not re.fullmatch(r"[0-9]+(?:\.[0-9]+)?[smhd]", text):
            at.refuse(f'"{shown(text)}" is no stretch of time', 'write "30s", "15m", "24h" or "3d"')
        return text

    def schema(self) -> dict[str, object]:
        return {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?[smhd]$"}


@dataclass(frozen=True, slots=True)
class Hours(Replacing):
    """From when to when of a day, ``["09:00", "18:00"]``; ``[]`` is round the clock."""

    def read(self, value: object, at: At) -> tuple[str, ...]:
        if not isinstance(value, list | tuple) or len(value) not in (0, 2):
            at.refuse("business hours are two times", 'write ["09:00", "18:00"]')
        times = tuple(_string(each, at.below(i)) for i, each in enumerate(value))
        for i, text in enumerate(times):
            if not re.fullmatch(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00", text):
                at.below(i).refuse(f'"{shown(text)}" is no time of the day', 'write "09:00"')
        if times and times[0] >= times[1]:
            at.refuse("the house closes before it opens", 'write ["09:00", "18:00"]')
        return times

    def schema(self) -> dict[str, object]:
        return {"type": "array", "items": {"type": "string"}, "maxItems": 2}


@dataclass(frozen=True, slots=True)
class Day(Replacing):
    """A date, ``2026-10-01``, as a string or as TOML writes it."""

    def read(self, value: object, at: At) -> str:
        from datetime import date, datetime

        if isinstance(value, date) and not isinstance(value, datetime):
            return value.isoformat()
        text = _string(value, at)
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            at.refuse(f'"{shown(text)}" is no date', "write 2026-10-01")

    def schema(self) -> dict[str, object]:
        return {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


@dataclass(frozen=True, slots=True)
class RulePattern(Replacing):
    """A rule id or a pattern of ids; a bare topic means all its rules."""

    def read(self, value: object, at: At) -> str:
        text = _string(value, at)
        if not re.fullmatch(RULE_PATTERN, text):
            at.refuse(
                f'"{shown(text)}" is no rule id or pattern',
                'write topic.name, topic.* or topic.na*, for example "command.*"',
            )
        return text if "." in text or text == "*" else f"{text}.*"

    def schema(self) -> dict[str, object]:
        return {"type": "string", "pattern": f"^({RULE_PATTERN})$"}


@dataclass(frozen=True, slots=True)
class PathPattern(Replacing):
    """A glob relative to the settings file (see globs.py)."""

    def read(self, value: object, at: At) -> globs.Glob:
        text = _string(value, at)
        if problem := globs.fault(text):
            at.refuse(*problem)
        return globs.Glob(str(at.folder), text)

    def schema(self) -> dict[str, object]:
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class File(Replacing):
    """A path relative to the settings file; need not exist yet."""

    def read(self, value: object, at: At) -> Path:
        return _joined(Text().read(value, at), at)

    def schema(self) -> dict[str, object]:
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class FolderOrName(Replacing):
    """An installed pack's name, or a folder: with a slash or a dot in front, and it must exist."""

    def read(self, value: object, at: At) -> str:
        text = Text().read(value, at)
        if not (text.startswith((".", "~")) or "/" in text or os.sep in text):
            return text
        folder = _joined(text, at)
        if not folder.is_dir():
            at.refuse(f'there is no folder "{shown(text)}"', f"looked for {folder}")
        return str(folder)

    def schema(self) -> dict[str, object]:
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class FlagOrFolder(Replacing):
    """true, false, or a folder."""

    def read(self, value: object, at: At) -> bool | Path:
        if isinstance(value, bool):
            return value
        if not isinstance(value, str):
            at.refuse(f"expected true, false or a folder, not {type_name(value)}")
        return File().read(value, at)

    def schema(self) -> dict[str, object]:
        return {"type": ["boolean", "string"]}


@dataclass(frozen=True, slots=True)
class Encoding(Replacing):
    """``auto`` or the name of a text encoding Python can read."""

    def read(self, value: object, at: At) -> str:
        text = _string(value, at)
        try:
            "a".encode(text if text != "auto" else "utf-8")
        except (LookupError, ValueError):
            common = ("auto", "utf-8", "gb18030", "gbk", "big5", "big5hkscs", "cp950", "utf-16")
            at.refuse(f'"{shown(text)}" is no text encoding', near(text, common))
        return text

    def schema(self) -> dict[str, object]:
        return {"type": "string", "examples": ["auto", "utf-8", "gb18030", "big5", "utf-16"]}


@dataclass(frozen=True, slots=True)
class Zone(Replacing):
    """A time zone: an IANA name, or an offset from UTC such as +08:00."""

    def read(self, value: object, at: At) -> str:
        text = _string(value, at)
        if text.upper() == "UTC" or re.fullmatch(r"[+-]\d{2}:\d{2}", text):
            return text
        from zoneinfo import ZoneInfo

        try:
            ZoneInfo(text)
        except (KeyError, ValueError, OSError):
            what = f'there is no time zone "{shown(text)}"'
            at.refuse(what, 'write an IANA name ("Asia/Shanghai") or an offset ("+08:00")')
        return text

    def schema(self) -> dict[str, object]:
        return {"type": "string", "examples": ["Asia/Shanghai", "Asia/Taipei", "UTC", "+08:00"]}


@dataclass(frozen=True, slots=True)
class Format(Replacing):
    """The name of a file format the markup readers know."""

    def read(self, value: object, at: At) -> object:
        from ..text import markup

        return Choice(tuple(markup.formats())).read(value, at)

    def schema(self) -> dict[str, object]:
        return {"type": "string", "minLength": 1}


def _string(value: object, at: At) -> str:
    if not isinstance(value, str):
        at.refuse(f"expected a string, not {type_name(value)}", "put it in quotation marks")
    return value


def _joined(text: str, at: At) -> Path:
    return Path(os.path.normpath(at.folder / os.path.expanduser(text)))


def type_name(value: object) -> str:
    names: tuple[tuple[type, str], ...] = (
        (bool, "true or false"),
        (str, "a string"),
        (int, "a whole number"),
        (float, "a number"),
        (Mapping, "a table"),
        (list, "a list"),
    )
    return next((name for kind, name in names if isinstance(value, kind)), "a date or time")


def shown(text: str) -> str:
    """A key or word of the settings in an error: one short line, whatever it holds."""
    line = "".join(c if c.isprintable() else "?" for c in text)
    return line if len(line) <= 60 else line[:57] + "…"


def _misspelt(word: str, known: tuple[str, ...]) -> bool:
    from difflib import get_close_matches

    return bool(get_close_matches(word.lower(), known, n=1, cutoff=0.8))


def near(word: str, known: tuple[str, ...]) -> str | None:
    from ..errors import did_you_mean

    return did_you_mean(word.lower(), known)
