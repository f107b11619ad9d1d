"""Character references of HTML and XML, and how a text is written with them."""

from __future__ import annotations

import re
from html import unescape

from .pieces import Builder, Spelling, spell
from .writing import Unreadable

ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_ODD = re.compile(rf"{ENTITY}|\r\n?")
_WRITTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\n": "&#10;"}
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def character(match: re.Match[str]) -> str:
    """What a reference or a line end is read as."""
    said = match.group()
    return unescape(said) if said[0] == "&" else "\n"


def escaped(text: str, quote: str = "") -> str:
    """``text`` with what would be markup, or end the value in ``quote``, as references."""
    return "".join(_WRITTEN[ch] if ch in f"&<>{quote}" else ch for ch in text)


class AttributeValue:
    """The value of an attribute, without its quotes."""

    def __init__(self, quote: str) -> None:
        self._quote = quote

    def read(self, source: str, start: int, end: int) -> Spelling:
        """Raises Unreadable for what would end the value."""
        bad = self._quote or " \t\r\n\"'=<>`"
        if any(ch in bad for ch in source[start:end]) or start == end:
            raise Unreadable
        into = Builder(source)
        spell(into, source, start, end, _ODD, character)
        return into.done()

    def write(self, new: str, raw: str) -> str | None:
        return escaped(new, f"{self._quote}\n")


class XmlText:
    """Text between two tags of XML, with its line ends."""

    def read(self, source: str, start: int, end: int) -> Spelling:
        into = Builder(source)
        spell(into, source, start, end, _ODD, character)
        return into.done()

    def write(self, new: str, raw: str) -> str | None:
        return None if _NOT_XML.search(new) else escaped(new)
