"""TOML: the standard library says whether it is, and this where its texts and tables stand."""

from __future__ import annotations

import re

from .choose import document
from .model import Document, Options
from .places import BrokenError, Comments
from .toml_strings import BASIC, LITERAL, MULTI_BASIC, MULTI_LITERAL, style_of
from .tree import DEEPEST, TOO_DEEP, Listing, Node, Scalar, Table

_SPACE = re.compile(r"[ \t]*+")
_KEY = re.compile(rf"(?:{BASIC}|{LITERAL}|[A-Za-z0-9_-]++)")
_STRING = re.compile(f"(?:{MULTI_BASIC}|{MULTI_LITERAL}|{BASIC}|{LITERAL})")
_OTHER = re.compile(r"[^,\]}#\r\n]++")
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")


def parse(text: str, options: Options) -> Document:
    """Read TOML. Raises Broken at the place of what is not TOML."""
    _make_sure(text)
    comments = Comments(text)
    return document("toml", text, [_Reader(text, comments).read()], options, comments)


def _make_sure(text: str) -> None:
    import tomllib

    hint = "a TOML formatter shows what is meant"
    try:
        tomllib.loads(text)
    except RecursionError:
        raise BrokenError(0, *TOO_DEEP) from None
    except ValueError as error:
        place = _PLACE.search(str(error))
        at = len(text)
        if place and place[1]:
            lines = text.split("\n", int(place[1]) - 1)[:-1]  # no other line ends count there
            at = sum(map(len, lines)) + len(lines) + int(place[2]) - 1
        what = _PLACE.sub("", str(error)).split(" '")[0].split(' "')[0]
        raise BrokenError(at, f"this is not TOML: {what}", hint) from None


class _Reader:
    """Goes through a file that is known to be TOML."""

    def __init__(self, text: str, comments: Comments) -> None:
        self._text = text
        self._comments = comments
        self._at = 0
        self._known: dict[tuple[int, str], Node] = {}  # by the table's identity and the key

    def read(self) -> Table:
        root = table = Table(0, len(self._text))
        while self._blanks() < len(self._text):
            if self._text.startswith("[", self._at):
                table.end = self._at
                table = self._header(root)
            else:
                self._entry(table)
        table.end = root.end = len(self._text)
        return root

    def _blanks(self) -> int:
        """Go past blanks, line ends and comments."""
        text = self._text
        while self._at < len(text):
            ch = text[self._at]
            if ch == "#":
                end = text.find("\n", self._at)
                end = len(text) if end < 0 else end - text.startswith("\r", end - 1)
                self._comments.add(self._at, end)
                self._at = end
            elif ch in " \t\r\n":
                self._at += 1
            else:
                break
        return self._at

    def _keys(self) -> list[str]:
        keys: list[str] = []
        while True:
            self._spaces()
            found = _KEY.match(self._text, self._at)
            assert found is not None  # tomllib has seen it
            style = style_of(self._text, self._at)
            said = found.group()
            keys.append(style.read(said, 0, len(said)).text if style else said)
            self._at = found.end()
            self._spaces()
            if not self._text.startswith(".", self._at):
                return keys
            self._at += 1

    def _spaces(self) -> None:
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _header(self, root: Table) -> Table:
        start = self._at
        double = self._text.startswith("[[", start)
        self._at += 1 + double
        keys = self._keys()
        self._at += 1 + double
        if not double:
            return self._inside(root, keys, start)
        table = self._inside(root, keys[:-1], start)
        new = Table(start)
        listing = self._known.get((id(table), keys[-1]))
        if isinstance(listing, Listing):
            listing.items.append(new)
        else:
            self._add(table, keys[-1], Listing(start, start, [new]))
        return new

    def _add(self, table: Table, key: str, node: Node) -> None:
        table.entries.append((key, node))
        self._known[id(table), key] = node

    def _inside(self, table: Table, keys: list[str], at: int) -> Table:
        """The table that ``keys`` lead to; the last one of a list of tables."""
        if len(keys) > DEEPEST:
            raise BrokenError(at, *TOO_DEEP)
        for key in keys:
            found = self._known.get((id(table), key))
            if isinstance(found, Listing):
                found = found.items[-1]
            if not isinstance(found, Table):
                found = Table(at)
                self._add(table, key, found)
            table = found
        return table

    def _entry(self, table: Table) -> None:
        start = self._at
        keys = self._keys()
        self._at += 1  # =
        self._spaces()
        node = self._value(0)
        inner = self._inside(table, keys[:-1], start)
        if inner is not table:
            inner.end = self._at
        self._add(inner, keys[-1], node)

    def _value(self, depth: int) -> Node:
        start = self._at
        if depth > DEEPEST:
            raise BrokenError(start, *TOO_DEEP)
        if string := _STRING.match(self._text, start):
            self._at = string.end()
            return Scalar(start, self._at, style_of(self._text, start))
        if self._text.startswith("[", start):
            return self._listing(depth)
        if self._text.startswith("{", start):
            return self._inline(depth)
        other = _OTHER.match(self._text, start)
        self._at = other.end() if other else start + 1
        return Scalar(start, start + len(self._text[start : self._at].rstrip()), None)

    def _listing(self, depth: int) -> Listing:
        listing = Listing(self._at)
        self._at += 1
        while not self._text.startswith("]", self._blanks()):
            listing.items.append(self._value(depth + 1))
            if self._text.startswith(",", self._blanks()):
                self._at += 1
        self._at += 1
        listing.end = self._at
        return listing

    def _inline(self, depth: int) -> Table:
        table = Table(self._at)
        self._at += 1
        while not self._text.startswith("}", self._blanks()):
            keys = self._keys()
            self._at += 1
            self._spaces()
            node = self._value(depth + 1)
            inner = self._inside(table, keys[:-1], table.start)
            self._add(inner, keys[-1], node)
            if self._text.startswith(",", self._blanks()):
                self._at += 1
        self._at += 1
        table.end = self._at
        return table
