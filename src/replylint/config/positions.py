"""Where the keys and values of a TOML text stand, which tomllib does not tell.

Only for a text that tomllib has accepted: nothing is judged here, only found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .shapes import Keys

_KEY = re.compile(r'[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'')
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL
)
_SCALAR = re.compile(r"[^,\]}#\r\n]+")
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")


class Positions:
    """Line and column (from 1, code points) of keys and values; list items count from 0."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._keys: dict[Keys, int] = {}
        self._values: dict[Keys, int] = {}
        self._lists: dict[Keys, int] = {}  # arrays of tables and how many tables they have so far
        self._document()

    def find(self, keys: Keys, value: bool = False) -> tuple[int, int] | None:
        """The key's place, or its value's; the nearest table around it when it has none itself."""
        while keys:
            offset = self._keys.get(keys, self._values.get(keys))
            if value:
                offset = self._values.get(keys, offset)
            if offset is not None:
                before = self._text[:offset]
                return before.count("\n") + 1, offset - before.rfind("\n")
            keys = keys[:-1]
        return None

    def _document(self) -> None:
        table: Keys = ()
        at = self._past(_BLANK, 0)
        while at < len(self._text):
            if self._text.startswith("[[", at):
                table, at = self._header(at + 2, in_list=True)
                at += 2
            elif self._text[at] == "[":
                table, at = self._header(at + 1, in_list=False)
                at += 1
            else:
                at = self._pair(at, table)
            at = self._past(_BLANK, at)

    def _header(self, at: int, in_list: bool) -> tuple[Keys, int]:
        keys: Keys = ()
        names = list(self._dotted(at))
        for number, (name, start, end) in enumerate(names, 1):
            keys = (*keys, name)
            self._keys.setdefault(keys, start)
            if in_list and number == len(names):
                self._lists[keys] = self._lists.get(keys, 0) + 1
                self._keys[(*keys, self._lists[keys] - 1)] = start
            if keys in self._lists:
                keys = (*keys, self._lists[keys] - 1)
            at = end
        return keys, self._past(_SPACE, at)

    def _pair(self, at: int, table: Keys) -> int:
        keys = table
        for name, start, end in self._dotted(at):
            keys = (*keys, name)
            self._keys.setdefault(keys, start)
            at = end
        at = self._past(_SPACE, at) + 1  # the equals sign
        return self._value(self._past(_SPACE, at), keys)

    def _dotted(self, at: int) -> Iterator[tuple[str, int, int]]:
        while True:
            at = self._past(_SPACE, at)
            end = self._past(_KEY, at)
            yield _unquoted(self._text[at:end]), at, end
            at = self._past(_SPACE, end)
            if not self._text.startswith(".", at):
                return
            at += 1

    def _value(self, at: int, keys: Keys) -> int:
        self._values[keys] = at
        first = self._text[at]
        if first in "\"'":
            return self._past(_STRING, at)
        if first not in "[{":
            return self._past(_SCALAR, at)
        close = "]" if first == "[" else "}"
        at = self._past(_BLANK, at + 1)
        item = 0
        while self._text[at] != close:
            at = self._value(at, (*keys, item)) if first == "[" else self._pair(at, keys)
            item += 1
            at = self._past(_BLANK, at)
            if self._text[at] == ",":
                at = self._past(_BLANK, at + 1)
        return at + 1

    def _past(self, pattern: re.Pattern[str], at: int) -> int:
        match = pattern.match(self._text, at)
        return match.end() if match else at


def _unquoted(name: str) -> str:
    if not name.startswith(('"', "'")):
        return name
    import tomllib

    return next(iter(tomllib.loads(f"{name} = 1")))
