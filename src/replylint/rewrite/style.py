"""Gives new words the punctuation habits of the message they go into.

Wordings are written with full-width punctuation. A message that is typed with half-width commas
beside Han, or with 「」, or with typographic apostrophes, gets its new words in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .edges import has_han, is_han
from .template import Chunk, Origin

_HALF = {"，": ",", "；": ";", "：": ":", "？": "?", "！": "!"}
_BRACKETS = {"（": "(", "）": ")"}
_QUOTES = {"“": "「", "”": "」", "‘": "『", "’": "』"}
_ADAPTED = frozenset("。,;:?!'「」『』").union(_HALF, _BRACKETS, _QUOTES)
_STRAIGHT = "(?<=[A-Za-z])'(?=[A-Za-z])"
_CURLY = "(?<=[A-Za-z])’(?=[A-Za-z])"


@dataclass(frozen=True, slots=True)
class Style:
    """How a message is punctuated.

    ``half``, ``half_stop`` and ``half_brackets``: commas and the like, full stops, brackets beside
    Han are half width. ``spaced``: a space follows its half-width commas. ``quotes`` is "「", "“"
    or "" (it quotes nothing). ``curly``: apostrophes are ’.
    """

    half: bool = False
    half_stop: bool = False
    half_brackets: bool = False
    spaced: bool = False
    quotes: str = ""
    curly: bool = False

    @property
    def stop(self) -> str:
        """The mark that ends a Chinese sentence here."""
        return "." if self.half_stop else "。"

    @property
    def comma(self) -> str:
        """The mark between Chinese clauses here."""
        return "," if self.half else "，"


def read(text: str) -> Style:
    """The habits of a message; full width where it shows none."""
    half = list(_after_han(text, _HALF.values()))
    prefers_half = len(half) > sum(map(text.count, _HALF))
    brackets = sum(1 for _ in _after_han(text, _BRACKETS.values()))
    full_brackets = sum(map(text.count, _BRACKETS))
    stops = sum(text[at + 1 : at + 2] != "." for at in _after_han(text, "."))
    inner = [at for at in half if at + 1 < len(text)]
    return Style(
        half=prefers_half,
        half_stop=stops > text.count("。"),
        half_brackets=brackets > full_brackets or (prefers_half and not full_brackets),
        spaced=prefers_half and 2 * sum(text[at + 1] == " " for at in inner) > len(inner),
        quotes=next((mark for mark in "「“" if mark in text), ""),
        curly="’" in text and bool(re.search(_CURLY, text)) and not re.search(_STRAIGHT, text),
    )


def _after_han(text: str, marks: Iterable[str]) -> Iterator[int]:
    """The offsets of the marks that stand right after a Han character."""
    for mark in marks:
        at = text.find(mark, 1)
        while at >= 0:
            if is_han(text[at - 1]):
                yield at
            at = text.find(mark, at + 1)


def adaptable(chunks: Iterable[Chunk]) -> bool:
    """Whether the chunks hold a mark that may have to be written in another way."""
    return any(not _ADAPTED.isdisjoint(chunk.text) for chunk in chunks)


def adapt(chunks: tuple[Chunk, ...], style: Style) -> tuple[Chunk, ...]:
    """The chunks with their own words punctuated as the message is; copies and holes stay."""
    chinese = has_han("".join(chunk.text for chunk in chunks if chunk.origin is Origin.PACK))
    return tuple(
        chunk
        if chunk.origin is Origin.COPIED or chunk.text.startswith("{")
        else Chunk(_adapted(chunk.text, style, chinese), chunk.origin)
        for chunk in chunks
    )


def _adapted(text: str, style: Style, chinese: bool) -> str:
    if not chinese:
        return re.sub(_STRAIGHT, "’", text) if style.curly else text
    marks: dict[str, str | int | None] = {}
    if style.half:
        marks |= _HALF
    if style.half_stop:
        marks["。"] = "."
    if style.half_brackets:
        marks |= _BRACKETS
    if style.quotes == "「":
        marks |= _QUOTES
    elif style.quotes:
        marks |= {corner: curly for curly, corner in _QUOTES.items()}
    text = text.translate(str.maketrans(marks))
    return re.sub("([,;:?!])(?=[\u4e00-\u9fff])", r"\1 ", text) if style.spaced else text
