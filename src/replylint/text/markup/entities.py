"""Character references of HTML and XML, and how a text is written with them."""

from __future__ import annotations

import re
from html import unescape

from .pieces import Builder, Spelling, spell
from .writing import UnreadableError

ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_ODD = re.compile(rf"{ENTITY}|\r\n?")
_UNQUOTED = re.compile(r"[^\s\"'=<>`]++")
_WRITTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\n": "&#10;"}


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
        """Raises UnreadableError for what would end the value."""
        said = source[start:end]
        if self._quote in said if self._quote else not _UNQUOTED.fullmatch(said):
            raise UnreadableError
        into = Builder(source)
        spell(into, source, start, end, _ODD, character)
        return into.done()

    def write(self, new: str, raw: str) -> str | None:
        return escaped(new, f"{self._quote}\n")
