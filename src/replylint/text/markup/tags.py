"""Takes HTML and XML apart into tags, comments and text, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .names import names_of

TEXT, OPEN, CLOSE, COMMENT, CDATA, OTHER = "text", "open", "close", "comment", "cdata", "other"

_TAG = re.compile(r"</?([A-Za-z_:][^\s/>]*+)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_ATTRIBUTE = re.compile(
    r"([^\s\"'>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'=<>`]++)))?"
)
_USUAL = 5000  # characters of a tag; one with a picture in it is longer
_UNUSUAL = 1000  # so many of those are looked at in full, or a broken file would take for ever
_NEVER_MARKUP = names_of("script style xmp iframe noembed noframes")
_ONLY_TEXT = frozenset(("title", "textarea"))


class Token(NamedTuple):
    """A stretch of a file; ``name`` of a tag in small letters (of HTML) or as it is (of XML).

    ``inner`` is the text of a CDATA section. Attributes stand in ``[attributes, end)``.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: int = 0


class Attribute(NamedTuple):
    """``name`` in small letters; the value stands in ``[start, end)``, within ``quote`` or none."""

    name: str
    start: int
    end: int
    quote: str


def attributes(text: str, token: Token) -> Iterator[Attribute]:
    """The attributes of a tag."""
    for found in _ATTRIBUTE.finditer(text, token.attributes, token.end - 1):
        for group, quote in ((2, '"'), (3, "'"), (4, "")):
            if found[group] is not None:
                yield Attribute(found[1].lower(), *found.span(group), quote)
                break
        else:
            yield Attribute(found[1].lower(), found.end(), found.end(), "")


def tokens(text: str, xml: bool = False, only_text: bool = False) -> Iterator[Token]:
    """Everything in ``text``, in order; what is no markup is text, however odd.

    ``only_text`` takes ``<`` for text, as in a title.
    """
    scanner = _Scanner(text, xml)
    if only_text:
        yield from scanner.run(0, len(text))
        return
    at = run = 0
    while (at := text.find("<", at)) >= 0:
        token = scanner.markup(at)
        if token is None:
            at += 1
            continue
        yield from scanner.run(run, at)
        yield token
        at = run = token.end
        if not xml and token.kind == OPEN and token.name in _NEVER_MARKUP | _ONLY_TEXT:
            stop = scanner.closing(token.name, at)
            if token.name in _ONLY_TEXT:
                yield from scanner.run(at, stop)
            at = run = stop
    yield from scanner.run(run, len(text))


class _Scanner:
    def __init__(self, text: str, xml: bool) -> None:
        self._text = text
        self._xml = xml
        self._long_ones = _UNUSUAL

    def run(self, start: int, end: int) -> Iterator[Token]:
        if start < end:
            yield Token(TEXT, start, end)

    def closing(self, name: str, at: int) -> int:
        found = re.compile(f"(?i)</{name}(?=[\\s/>])").search(self._text, at)
        return found.start() if found else len(self._text)

    def markup(self, at: int) -> Token | None:
        text = self._text
        if text.startswith("<!--", at):
            return Token(COMMENT, at, self._after("-->", at + 2 if not self._xml else at + 4))
        if text.startswith("<![CDATA[", at):
            return Token(CDATA, at, self._after("]]>", at))
        if text.startswith(("<!", "<?"), at):
            return Token(
                OTHER, at, self._after("?>" if self._xml and text[at + 1] == "?" else ">", at)
            )
        tag = _TAG.match(text, at, min(len(text), at + _USUAL))
        if tag is None and self._long_ones and len(text) > at + _USUAL:
            self._long_ones -= 1
            tag = _TAG.match(text, at)
        if tag is None:
            return None
        name = tag[1] if self._xml else tag[1].lower()
        kind = CLOSE if text[at + 1] == "/" else OPEN
        return Token(kind, at, tag.end(), name, tag.end(1))

    def _after(self, mark: str, at: int) -> int:
        found = self._text.find(mark, at)
        return found + len(mark) if found >= 0 else len(self._text)
