"""The four kinds of strings of TOML, read with the place of every character, and written."""

from __future__ import annotations

import re

from .pieces import Builder, Spelling, newline_of, spell
from .writing import Style, UnreadableError

BASIC = r'"(?:[^"\\\r\n]++|\\[^\r\n])*+"'
LITERAL = r"'[^'\r\n]*+'"
MULTI_BASIC = r'"""(?:[^"\\]++|\\(?s:.)|"{1,2}(?!"))*+"{3,5}'
MULTI_LITERAL = r"'''(?:[^']++|'{1,2}(?!'))*+'{3,5}"

_SHORT = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b", '"': '"', "\\": "\\"}
_ODD = re.compile(
    r"\\[ \t]*+\r?\n[ \t\r\n]*+|\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|(?s:.))|\r\n"
)
_LINE_END = re.compile("\r\n")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]|\r(?!\n)")
_FIRST_LINE_END = re.compile(r"\r?\n")


def _escape(match: re.Match[str]) -> str:
    said = match.group()
    if said == "\r\n":
        return "\n"
    if said[1] in " \t\r\n":
        return ""  # the line goes on
    if len(said) > 2:
        code = int(said[2:], 16)
        if code > 0x10FFFF or 0xD800 <= code < 0xE000:
            raise UnreadableError
        return chr(code)
    if said[1] not in _SHORT:
        raise UnreadableError
    return _SHORT[said[1]]


def _unified(match: re.Match[str]) -> str:
    return "\n"


class TomlString:
    """A string within ``mark``; one that ends lines within three of them."""

    def __init__(self, mark: str) -> None:
        self._mark = mark
        shape = {'"': BASIC, "'": LITERAL, '"""': MULTI_BASIC, "'''": MULTI_LITERAL}[mark]
        self._shape = re.compile(shape)
        self._escapes = mark[0] == '"'
        self._multi = len(mark) == 3

    def read(self, source: str, start: int, end: int) -> Spelling:
        if not self._shape.fullmatch(source, start, end):
            raise UnreadableError
        begin, stop = start + len(self._mark), end - len(self._mark)
        if self._multi and (first := _FIRST_LINE_END.match(source, begin, stop)):
            begin = first.end()
        into = Builder(source)
        if self._escapes:
            spell(into, source, begin, stop, _ODD, _escape)
        else:
            spell(into, source, begin, stop, _LINE_END, _unified)
        return into.done()

    def write(self, new: str, raw: str) -> str | None:
        lines = new.split("\n") if self._multi else [new]
        if not self._escapes:
            if "\n" in lines[0] or _CONTROL.search(new):
                return None
            return newline_of(raw).join(lines)
        written = [self._escaped(line, raw) for line in lines]
        return newline_of(raw).join(written)

    def _escaped(self, text: str, raw: str) -> str:
        from json import dumps

        # Whoever escapes all Han characters wants a file of ASCII.
        if "\\u" in raw and raw.isascii():
            return "".join(map(_as_ascii, text))
        text = dumps(text, ensure_ascii=False)[1:-1]
        return _CONTROL.sub(lambda odd: f"\\u{ord(odd.group()):04x}", text)


def _as_ascii(ch: str) -> str:
    from json import dumps

    if ch.isascii():
        return dumps(ch)[1:-1]
    return f"\\u{ord(ch):04x}" if ord(ch) < 0x10000 else f"\\U{ord(ch):08x}"


_STYLES: dict[str, Style] = {mark: TomlString(mark) for mark in ('"""', "'''", '"', "'")}


def style_of(text: str, at: int) -> Style | None:
    """How the string that begins at ``at`` is written; None when none begins there."""
    for mark, style in _STYLES.items():
        if text.startswith(mark, at):
            # Of a basic string that is empty, the second mark is its end.
            return style
    return None
