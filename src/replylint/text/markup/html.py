"""HTML: every block of a page as its reader sees it, and the attributes that are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ..protected import Protected
from .entities import AttributeValue, escaped
from .html_words import FILLED, KINDS, Words
from .model import Document, Encode, Options, Segment
from .names import language, names_of
from .pieces import Spelling, Spot, newline_of, read_before
from .places import Comments
from .tags import CLOSE, COMMENT, OPEN, Attribute, Token, attributes, tokens
from .writing import is_tame, rewriting

BLOCKS = names_of(
    "address article aside blockquote body button caption center dd details dialog div dl dt "
    "fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html "
    "legend li link main menu meta nav noscript ol optgroup option p pre script section select "
    "style summary table tbody td template textarea tfoot th thead title tr ul video audio"
)
"""Elements a sentence does not go on across; all others stand within a sentence."""

READ = names_of("alt title placeholder aria-label aria-description label")
"""Attributes that are shown or read out; ``value`` is one on a button."""

_AFTER = "<p>"
_LONG = 1 << 16

Mask = Callable[[str], str]


def unmasked(text: str) -> str:
    """A page that no template makes."""
    return text


def parse(text: str, options: Options) -> Document:
    """Read HTML, however broken: a browser shows it too."""
    return read(text, unmasked, "html")


def read(text: str, mask: Mask, format: str) -> Document:
    """Read a page; ``mask`` hides what a template engine reads, length for length."""
    comments = Comments(text)
    page = _Page(text, mask)
    segments = list(page.segments(comments))
    if len(segments) > 1:
        segments = [replace(each, whole=False) for each in segments]
    note = None
    if not segments:
        note = "there are no words in it" if text.strip() else "the file is empty"
    return Document(format, text, tuple(segments), comments.done(), note=note)


@dataclass(frozen=True, slots=True)
class _Block:
    """A block's stretch of the file, and what it is within."""

    start: int
    end: int
    kept: bool  # as in <pre>: blanks and line ends are
    plain: bool  # as in <title>: there are no tags
    spelling: Spelling
    protected: tuple[Protected, ...]


class _Page:
    def __init__(self, text: str, mask: Mask) -> None:
        self._text = text
        self._mask = mask
        self._masked = mask(text)
        self._message: dict[str, object] = {}

    def segments(self, comments: Comments) -> Iterator[Segment]:
        """The blocks and attributes in the order of the file."""
        masked = self._masked
        inside: list[Token] = []
        within = ""  # the <pre>, <title> or <textarea> around
        begin = 0
        for token in tokens(masked):
            if token.kind == COMMENT:
                comments.add_within(token.start, token.end, "<!--", "-->")
            breaks = token.kind in (OPEN, CLOSE) and token.name in BLOCKS
            if not breaks:
                inside.append(token)
            else:
                yield from self._block(begin, token.start, inside, within)
                inside, begin = [], token.end
                if token.name in ("pre", "title", "textarea"):
                    within = token.name if token.kind == OPEN else ""
            if token.kind == OPEN:
                yield from self._attributes(token)
        yield from self._block(begin, len(masked), inside, within)

    def _block(self, start: int, end: int, inside: list[Token], within: str) -> Iterator[Segment]:
        kept, plain = within in ("pre", "textarea"), within in ("title", "textarea")
        spelling, protected = Words(self._text, self._masked, kept).read(inside)
        if spelling.text.strip():
            block = _Block(start, end, kept, plain, spelling, protected)
            encode = self._rewriting(block)
            yield Segment(*spelling, encode, None, protected, dict(self._message))

    def _attributes(self, token: Token) -> Iterator[Segment]:
        found = list(attributes(self._masked, token))
        given = {each.name: self._text[each.start : each.end].lower() for each in found}
        if token.name in ("html", "body") and language(given.get("lang", "")):
            self._message["lang"] = language(given["lang"])
        for each in found:
            if _is_read(token.name, each, given):
                style = AttributeValue(each.quote)
                if not self._text[each.start : each.end].strip():
                    continue
                spelling = style.read(self._text, each.start, each.end)
                encode = rewriting(self._text, each.start, each.end, style, spelling.text)
                field = f"{token.name}.{each.name}"
                controls = _controls(self._masked, each, spelling)
                message = dict(self._message)
                yield Segment(*spelling, encode, field, controls, message, whole=False)

    def _rewriting(self, block: _Block) -> Encode:
        source, mask = self._text, self._mask
        text = block.spelling.text

        def encode(spot: Spot, new: str) -> str | None:
            if "<" in self._masked[spot.file_start : spot.file_end]:
                return None
            if block.end - block.start > _LONG:
                return (
                    new if is_tame(source[spot.file_start - 1 : spot.file_end + 1], new) else None
                )
            wanted = _seen(text[: spot.start] + new + text[spot.end :], block.kept)
            for written in _ways(new, block, source):
                before, after = (
                    source[block.start : spot.file_start],
                    source[spot.file_end : block.end],
                )
                if _seen_anew(before + written + after, mask, block) == wanted:
                    return written
            return None

        return encode


def _is_read(tag: str, attribute: Attribute, given: dict[str, str]) -> bool:
    if attribute.name == "value":
        return tag == "input" and given.get("type") in ("submit", "button", "reset")
    return attribute.name in READ and tag not in ("link", "meta", "style")


def _controls(masked: str, attribute: Attribute, spelling: Spelling) -> tuple[Protected, ...]:
    return tuple(
        Protected(
            read_before(spelling.pieces, each.start()),
            read_before(spelling.pieces, each.end()),
            KINDS[each.group()[0]],
        )
        for each in re.compile(FILLED).finditer(masked, attribute.start, attribute.end)
    )


def _ways(new: str, block: _Block, source: str) -> Iterator[str]:
    """How ``new`` may be written: with references, or as it stands where there are none."""
    if "\n" in new:
        if block.kept:
            new = new.replace("\n", newline_of(source))
        elif block.plain:
            return
        else:
            lines = new.split("\n")
            line_break = (
                "<br/>" if "<br/>" in source else "<br />" if "<br />" in source else "<br>"
            )
            yield line_break.join(map(escaped, lines))
            return
    yield escaped(new)
    yield new  # CDATA; and holes a template has


def _seen(text: str, kept: bool) -> str:
    """``text`` as a browser shows it: of a run of blanks, one."""
    if kept:
        return text
    text = re.sub(r"[ \t\r\f]+", " ", text)
    return re.sub(r" ?\n ?", "\n", text).strip(" ")


def _seen_anew(text: str, mask: Mask, block: _Block) -> str | None:
    """What a block reads when it is written ``text``; None when it falls apart."""
    masked = mask(text)
    if block.plain:
        found = list(tokens(masked, only_text=True))
        if re.search(r"(?i)</(?:title|textarea)", masked):
            return None
    else:
        # What follows must not become part of a tag.
        *found, last = tokens(masked + _AFTER)
        if last.start < len(masked) or any(each.name in BLOCKS for each in found):
            return None
    spelling, _ = Words(text, masked, block.kept).read(found)
    return _seen(spelling.text, block.kept)
