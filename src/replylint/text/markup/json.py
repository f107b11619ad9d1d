"""JSON: strings with their escapes, in tables and lists with their places."""

from __future__ import annotations

import re
from json import dumps
from typing import NoReturn

from .choose import document
from .model import Document, Options
from .pieces import Builder, Spelling, spell
from .places import BrokenError, Comments
from .tree import DEEPEST, TOO_DEEP, Listing, Node, Scalar, Table
from .writing import UnreadableError

STRING = r'"[^"\\\x00-\x1f]*+(?:\\["\\/bfnrtu][^"\\\x00-\x1f]*+)*+"'
_TOKEN = re.compile(
    rf"(?P<string>{STRING})|(?P<mark>[\[\]{{}},:])|(?P<end>\Z)"
    r"|(?P<other>-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?|true|false|null)(?![\w.])"
)
_SPACE = re.compile(r"[ \t\r\n]*+")
_STRING = re.compile(STRING)
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[^u]|u)"
)
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_WIDE = re.compile(r"\\u(?!00[0-7])")


def parse(text: str, options: Options) -> Document:
    """Read JSON. Raises Broken at the place of what is not JSON."""
    if not text.strip():
        return document("json", text, [], options, Comments(text))
    reader = Reader(text)
    root = reader.first()
    reader.end()
    return document("json", text, [root], options, Comments(text))


def unescaped(match: re.Match[str]) -> str:
    """What one escape stands for; a pair of surrogates is one character, a lone one is kept."""
    said = match.group()
    if len(said) == 12:
        high, low = int(said[2:6], 16), int(said[8:], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    if len(said) == 6:
        return chr(int(said[2:], 16))
    if said == "\\u":
        raise UnreadableError
    return _SHORT.get(said[1], said[1])


class JsonString:
    """A string between double quotes."""

    def read(self, source: str, start: int, end: int) -> Spelling:
        if not _STRING.fullmatch(source, start, end):
            raise UnreadableError
        into = Builder(source)
        spell(into, source, start + 1, end - 1, _ESCAPE, unescaped)
        return into.done()

    def write(self, new: str, raw: str) -> str | None:
        # Whoever escapes all Han characters wants a file of ASCII.
        wide = raw.isascii() and _WIDE.search(raw) is not None
        return dumps(new, ensure_ascii=wide)[1:-1]


STYLE = JsonString()


class Reader:
    """Reads one value after another from ``text[: stop]``."""

    def __init__(self, text: str, stop: int | None = None) -> None:
        self._text = text
        self._stop = len(text) if stop is None else stop
        self._at = 0

    def first(self) -> Node:
        """The first value."""
        return self.value(self._space(), 0)

    def value(self, at: int, depth: int) -> Node:
        """The value at ``at``, where no space is; afterwards ``end`` may be asked."""
        token = self._token(at)
        mark = token["mark"]
        if token["string"] is not None:
            return Scalar(at, token.end(), self._checked(token))
        if token["other"] is not None:
            return Scalar(at, token.end(), None)
        if depth > DEEPEST:
            raise BrokenError(at, *TOO_DEEP)
        if mark == "{":
            return self._table(at, depth)
        if mark != "[":
            self._wrong(at, "a value is missing")
        return self._listing(at, depth)

    def end(self) -> None:
        """Make sure that nothing follows."""
        at = self._space()
        if at < self._stop:
            self._wrong(at, "there is more behind the end of the value")

    def _table(self, at: int, depth: int) -> Table:
        table = Table(at)
        token = self._next()
        while token["mark"] != "}" or table.entries:
            if token["string"] is None:
                self._wrong(token.start(), "a key in double quotes is missing")
            self._checked(token)
            key = STYLE.read(self._text, token.start(), token.end()).text
            if (colon := self._next())["mark"] != ":":
                self._wrong(colon.start(), "a colon is missing")
            table.entries.append((key, self.value(self._space(), depth + 1)))
            token = self._next()
            if token["mark"] == "}":
                break
            if token["mark"] != ",":
                self._wrong(token.start(), "a comma or } is missing")
            token = self._next()
        table.end = token.end()
        return table

    def _listing(self, at: int, depth: int) -> Listing:
        listing = Listing(at)
        start = self._space()
        if self._text.startswith("]", start):
            self._at = listing.end = start + 1
            return listing
        while True:
            listing.items.append(self.value(self._space(), depth + 1))
            token = self._next()
            if token["mark"] == "]":
                listing.end = token.end()
                return listing
            if token["mark"] != ",":
                self._wrong(token.start(), "a comma or ] is missing")

    def _space(self) -> int:
        match = _SPACE.match(self._text, self._at, self._stop)
        return match.end() if match else self._at

    def _next(self) -> re.Match[str]:
        return self._token(self._space())

    def _token(self, at: int) -> re.Match[str]:
        token = _TOKEN.match(self._text, at, self._stop)
        if token is None:
            self._unreadable(at)
        self._at = token.end()
        return token

    def _checked(self, token: re.Match[str]) -> JsonString:
        if "\\u" in token["string"]:
            for escape in _ESCAPE.finditer(self._text, token.start(), token.end()):
                if escape.group() == "\\u":
                    self._wrong(escape.start(), "four hexadecimal digits must follow \\u")
        return STYLE

    def _unreadable(self, at: int) -> NoReturn:
        text, stop = self._text, self._stop
        if text.startswith(("//", "/*", "#"), at):
            self._wrong(at, "JSON has no comments", 'write them as values of a key "replylint"')
        if text.startswith("'", at):
            self._wrong(at, "strings of JSON stand in double quotes")
        if not text.startswith('"', at):
            self._wrong(at, "this is not JSON")
        body = re.compile(r'(?:[^"\\\x00-\x1f]++|\\["\\/bfnrtu])*+').match(text, at + 1, stop)
        at = body.end() if body else at
        if at >= stop:
            self._wrong(at, "a string does not end", "close it with a double quote")
        if text[at] == "\\":
            self._wrong(at, "this escape does not exist in JSON", 'write a backslash as "\\\\"')
        self._wrong(
            at, "a line end or control character in a string", 'write it as "\\n" or \\u00…'
        )

    def _wrong(self, at: int, what: str, hint: str | None = None) -> NoReturn:
        raise BrokenError(at, what, hint or "a JSON formatter shows what is meant")
