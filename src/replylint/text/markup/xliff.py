"""XLIFF 1.2 and 2.0: the targets, in place; sources, notes and native codes are not replies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn

from ..protected import Protected
from .entities import ENTITY, character, escaped
from .model import Document, Encode, Options, Segment
from .names import language, names_of
from .pieces import Builder, Spelling, Spot, newline_of, spell
from .places import BrokenError, Comments
from .tags import CDATA, CLOSE, COMMENT, OPEN, TEXT, Token, attributes, tokens
from .writing import is_tame

_ODD = re.compile(rf"{ENTITY}|\r\n?")
_LINE_END = re.compile(r"\r\n?")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PROPOSALS = frozenset(("alt-trans", "matches"))
_NATIVE = names_of("ph bpt ept it")  # what is inside stands for a code of the original
_LONG = 1 << 16


def parse(text: str, options: Options) -> Document:
    """Read XLIFF. Raises Broken at the place of what is not XML."""
    if not text.strip():
        return Document("xliff", text, note="the file is empty")
    _make_sure(text)
    comments = Comments(text)
    segments = list(_Reader(text).segments(comments))
    note = None if segments else "nothing in it is translated"
    return Document("xliff", text, tuple(segments), comments.done(), note=note)


def _make_sure(text: str) -> None:
    """Refuse what is not XML, and declarations: entities could make much out of little."""
    from xml.parsers import expat

    odd = _NOT_XML.search(text)
    if odd:
        raise BrokenError(odd.start(), "a character that XML does not allow", "take it out")

    data = text.encode()
    parser = expat.ParserCreate("utf-8")

    def refuse(*_: object) -> NoReturn:
        at = len(data[: parser.CurrentByteIndex].decode("utf-8", "ignore"))
        at = max(0, text.rfind("<!DOCTYPE", 0, at + 1))
        raise BrokenError(at, "a document type declaration is not read", _NO_DTD)

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        at = len(data[: parser.ErrorByteIndex].decode("utf-8", "ignore"))
        what = f"this is not XML: {expat.ErrorString(error.code)}"
        raise BrokenError(at, what, "close every element, and write & as &amp;") from None


_NO_DTD = "take it out; XLIFF needs none"


@dataclass(slots=True)
class _Target:
    """A target that is being read, and the way to it."""

    start: int
    inside: list[Token] = field(default_factory=list)


class _Reader:
    """Goes through a file that is known to be XML."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._message: dict[str, object] = {}
        self._unit = ""
        self._proposals = 0
        self._target: _Target | None = None

    def segments(self, comments: Comments) -> Iterator[Segment]:
        """The targets in the order of the file."""
        for token in tokens(self._text, xml=True):
            name = token.name.rpartition(":")[2]
            if token.kind == COMMENT:
                comments.add_within(token.start, token.end, "<!--", "-->")
            if self._target is not None and not (token.kind == CLOSE and name == "target"):
                self._target.inside.append(token)
            elif token.kind == OPEN:
                self._opened(token, name)
            elif token.kind == CLOSE:
                self._proposals -= name in _PROPOSALS
                if name == "target" and self._target is not None:
                    yield from self._read(self._target, token.start)
                    self._target = None

    def _opened(self, token: Token, name: str) -> None:
        if self._text.startswith("/>", token.end - 2):
            return
        given = {
            each.name: self._text[each.start : each.end] for each in attributes(self._text, token)
        }
        for key in ("target-language", "trglang"):
            if key in given:
                lang = language(given[key])
                self._message = {"lang": lang} if lang else {}
        if name in ("trans-unit", "unit"):
            self._unit = given.get("id", "")
        self._proposals += name in _PROPOSALS
        if name == "target" and not self._proposals:
            self._target = _Target(token.end)

    def _read(self, target: _Target, end: int) -> Iterator[Segment]:
        spelling, protected = words(self._text, target.inside)
        if spelling.text.strip():
            encode = _rewriting(self._text, target.start, end, spelling.text)
            field = f"{self._unit}.target" if self._unit else "target"
            yield Segment(*spelling, encode, field, protected, self._message, whole=False)


def words(text: str, inside: list[Token]) -> tuple[Spelling, tuple[Protected, ...]]:
    """What is read between tags, and what of it must not be translated."""
    into = Builder(text)
    native = 0
    fixed: list[tuple[bool, int]] = []  # of every open element: protected, from where
    protected: list[Protected] = []
    for token in inside:
        if token.kind == TEXT and not native:
            spell(into, text, token.start, token.end, _ODD, character)
        elif token.kind == CDATA and not native:
            spell(into, text, token.start + 9, token.end - 3, _LINE_END, character)
        elif token.kind == OPEN and not text.startswith("/>", token.end - 2):
            native += token.name in _NATIVE
            said = text[token.attributes : token.end]
            fixed.append(("protected" in said or 'translate="no"' in said, len(into)))
        elif token.kind == CLOSE and fixed:
            native -= token.name in _NATIVE
            kept, start = fixed.pop()
            if kept and start < len(into) and not any(each for each, _ in fixed):
                protected.append(Protected(start, len(into), "code"))
    return into.done(), tuple(protected)


def _rewriting(source: str, start: int, end: int, text: str) -> Encode:
    def encode(spot: Spot, new: str) -> str | None:
        if "<" in source[spot.file_start : spot.file_end] or _NOT_XML.search(new):
            return None
        if end - start > _LONG:
            return new if is_tame(source[spot.file_start - 1 : spot.file_end + 1], new) else None
        wanted = text[: spot.start] + new + text[spot.end :]
        newline = newline_of(source)
        with_references = escaped(new).replace("\r", "&#13;").replace("\n", newline)
        for written in (with_references, new.replace("\n", newline)):
            changed = source[start : spot.file_start] + written + source[spot.file_end : end]
            found = list(tokens(changed, xml=True))
            if words(changed, found)[0].text == wanted and _same_tags(changed, source[start:end]):
                return written
        return None

    return encode


def _same_tags(changed: str, was: str) -> bool:
    """A text that is no tag and no reference stands in CDATA, and only there."""
    bare = re.compile(r"<!\[CDATA\[.*?\]\]>", re.DOTALL)
    said = bare.sub("", changed)
    return said.count("<") == bare.sub("", was).count("<") and not re.search(
        rf"&(?!{ENTITY[1:]})", said
    )
