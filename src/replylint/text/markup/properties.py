"""Java .properties: keys and values, with continued lines and Unicode escapes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .choose import document
from .model import Document, Options
from .pieces import Builder, Spelling, spell
from .places import BrokenError, Comments
from .tree import Scalar, Table
from .writing import UnreadableError

_BREAK = r"(?:\r\n|[\r\n])"
# Blanks that begin a line, and lines without anything else.
_LEAD = re.compile(rf"(?:[ \t\f]*+{_BREAK})*+[ \t\f]*+")
_LINE = re.compile(rf"(?:[^\\\r\n]++|\\(?:\r\n|(?s:.))|\\\Z)*+(?={_BREAK}|\Z)")
_COMMENT = re.compile(r"[#!][^\r\n]*+")
_KEY = re.compile(r"(?:[^\\=: \t\f\r\n]++|\\(?:\r\n|(?s:.)))*+")
# A line may go on between key and value, too.
_SEPARATOR = re.compile(
    rf"(?:[ \t\f]|\\{_BREAK}[ \t\f]*+)*+(?:[=:](?:[ \t\f]|\\{_BREAK}[ \t\f]*+)*+)?"
)
_ODD = re.compile(
    rf"\\{_BREAK}[ \t\f]*+"
    r"|\\u+[dD][89abAB][0-9a-fA-F]{2}\\u+[dD][c-fC-F][0-9a-fA-F]{2}|\\u+[0-9a-fA-F]{4}"
    r"|\\[^\r\n]|\\\Z"
)
_SHORT = {"t": "\t", "n": "\n", "r": "\r", "f": "\f"}


def parse(text: str, options: Options) -> Document:
    """Read properties; keys with dots are tables in tables. Raises Broken for a bad escape."""
    comments = Comments(text)
    root = Table(0, len(text))
    tables: dict[tuple[str, ...], Table] = {(): root}
    for key, value in _entries(text, comments):
        *above, last = key.split(".")
        table = _table(tables, tuple(above), value.start)
        table.entries.append((last, value))
        table.end = value.end
    return document("properties", text, [root], options, comments)


def _table(tables: dict[tuple[str, ...], Table], path: tuple[str, ...], at: int) -> Table:
    path = path[:100]
    known = len(path)
    while path[:known] not in tables:
        known -= 1
    for length in range(known, len(path)):
        table = Table(at)
        tables[path[:length]].entries.append((path[length], table))
        tables[path[: length + 1]] = table
    return tables[path]


def _entries(text: str, comments: Comments) -> Iterator[tuple[str, Scalar]]:
    at = 0
    while at < len(text):
        lead = _LEAD.match(text, at)
        at = lead.end() if lead else at
        if comment := _COMMENT.match(text, at):
            comments.add(at, comment.end())
            at = comment.end()
            continue
        line = _LINE.match(text, at)
        end = line.end() if line else len(text)
        key = _KEY.match(text, at, end)
        key_end = key.end() if key else at
        separator = _SEPARATOR.match(text, key_end, end)
        start = separator.end() if separator else key_end
        if at < end:
            _look_for_bad_escapes(text, at, end)
            yield STYLE.read(text, at, key_end).text, Scalar(start, end, STYLE)
        at = end


def _look_for_bad_escapes(text: str, start: int, end: int) -> None:
    if "\\u" in text[start:end]:
        for found in _ODD.finditer(text, start, end):
            if found.group() == "\\u":
                what = "four hexadecimal digits must follow \\u"
                raise BrokenError(found.start(), what, "write a backslash as \\\\")


def _read(match: re.Match[str]) -> str:
    said = match.group()
    if said[1:2] in ("\r", "\n", ""):
        return ""
    if len(said) == 2:
        if said == "\\u":
            raise UnreadableError
        return _SHORT.get(said[1], said[1])
    units = [int(unit, 16) for unit in re.split(r"\\u+", said)[1:]]
    if len(units) == 1:
        return chr(units[0])
    return chr(0x10000 + ((units[0] - 0xD800) << 10) + (units[1] - 0xDC00))


class PropertyValue:
    """A value as it stands behind = or :, or a key in front of it."""

    def read(self, source: str, start: int, end: int) -> Spelling:
        # Seen by itself, what was written must not begin with what would belong to the separator.
        if start == 0 < end and source[0] in (" ", "\t", "\f", "=", ":"):
            raise UnreadableError
        into = Builder(source)
        spell(into, source, start, end, _ODD, _read)
        return into.done()

    def write(self, new: str, raw: str) -> str | None:
        # Whoever escapes all Han characters wants a file of ASCII.
        ascii_only = "\\u" in raw and raw.isascii()
        written = "".join(_escaped(ch, ascii_only) for ch in new)
        return f"\\{written}" if written[:1] in (" ", "=", ":") and new else written


STYLE = PropertyValue()
_LONG_NAMES = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\f": "\\f"}


def _escaped(ch: str, ascii_only: bool) -> str:
    if ch in _LONG_NAMES:
        return _LONG_NAMES[ch]
    if (ascii_only and not ch.isascii()) or ch < " ":
        if ord(ch) < 0x10000:
            return f"\\u{ord(ch):04x}"
        rest = ord(ch) - 0x10000
        return f"\\u{0xD800 + (rest >> 10):04x}\\u{0xDC00 + (rest & 0x3FF):04x}"
    return ch
