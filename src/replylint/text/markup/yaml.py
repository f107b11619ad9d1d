"""YAML: its parser says what is a text, and every character of it is found in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .choose import document
from .model import Document, Options
from .pieces import Builder, Spelling
from .places import BrokenError, Comments
from .tree import DEEPEST, TOO_DEEP, Listing, Node, Scalar, Table
from .writing import Style, UnreadableError
from .yaml_scalars import NO_TEXT, NOT_PRINTABLE, Block, Double, Plain, Single

_COMMENT = re.compile(
    r"(?:^|(?<=[ \t\r\n\x85\u2028\u2029]))#[^\r\n\x85\u2028\u2029]*", re.MULTILINE
)
_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\r\n]*)?")
# Anchors and tags stand in front of a text and count as its beginning.
_PROPERTIES = re.compile(r"(?:[&!][^\s]*+(?:\s++(?:#[^\r\n]*+\s*+)*+|\Z))*+")
_FIRST_WORDS = re.compile(r"(?:[ \t]*+(?:\r\n|[\r\n\x85\u2028\u2029]))*+( *+)")


def parse(text: str, options: Options) -> Document:
    """Read YAML, all documents of the file. Raises Broken at the place of what is not YAML."""
    comments = Comments(text)
    roots = read(text, comments)
    return document("yaml", text, roots, options, comments)


def read(text: str, comments: Comments) -> list[Node]:
    """The documents of ``text``."""
    odd = NOT_PRINTABLE.search(text)
    if odd:
        what = "a character that YAML does not allow"
        raise BrokenError(odd.start(), what, "write it as an escape between double quotes")
    if text.startswith("\ufeff"):  # the first one was taken off; the parser would not count another
        raise BrokenError(0, "a second byte order mark", "take it out")
    reader = _Reader(text)
    roots = reader.documents()
    reader.comment(comments)
    return roots


class YamlText:
    """A text as the parser read it, in the ``style`` it is written in."""

    def __init__(self, style: Style, value: str) -> None:
        self._style = style
        self._value = value
        self.runs_on = getattr(style, "runs_on", False)

    def read(self, source: str, start: int, end: int) -> Spelling:
        """What is written anew is read by the style alone."""
        return self._style.read(source, start, end)

    def write(self, new: str, raw: str) -> str | None:
        return self._style.write(new, raw)

    def first(self, source: str, start: int, end: int) -> Spelling:
        """What the parser read, and where; as a whole when its way to read it is not ours."""
        try:
            spelling = self._style.read(source, start, end)
        except UnreadableError:
            spelling = Spelling("", ())
        if spelling.text == self._value:
            return spelling
        into = Builder(source)
        into.put(self._value, start, end)
        return into.done()


class _Reader:
    """Builds tables and lists from the parser's events."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._anchors: dict[str, Node | None] = {}  # None: we are still inside
        self._taken: list[tuple[int, int]] = []  # where scalars stand, for comments to be elsewhere

    def documents(self) -> list[Node]:
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        roots: list[Node] = []
        try:
            self._events: Iterator[Any] = iter(yaml.parse(self._text, loader))
            for event in self._events:
                if isinstance(event, yaml.DocumentStartEvent):
                    self._anchors = {}
                    roots.append(self._node(next(self._events), 0, False))
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            what = f"this is not YAML: {_plain(getattr(error, 'problem', None))}"
            hint = "look at the indentation, and put quotes around a text that holds : or #"
            raise BrokenError(mark.index if mark else 0, what, hint) from None
        return roots

    def _node(self, event: Any, depth: int, flow: bool) -> Node:
        start = event.start_mark.index
        if depth > DEEPEST:
            raise BrokenError(start, *TOO_DEEP)
        kind = type(event).__name__
        if kind == "AliasEvent":
            return self._alias(event.anchor, start)
        if event.anchor:
            self._anchors[event.anchor] = None
        node: Node
        if kind == "ScalarEvent":
            node = self._scalar(event, flow)
        elif kind == "MappingStartEvent":
            node = self._table(start, depth, bool(event.flow_style))
        else:
            node = self._listing(start, depth, bool(event.flow_style))
        if event.anchor:
            self._anchors[event.anchor] = node
        return node

    def _alias(self, name: str, at: int) -> Node:
        if name not in self._anchors:
            raise BrokenError(
                at, "an alias names an anchor that does not exist", "write &name first"
            )
        node = self._anchors[name]
        if node is None:
            raise BrokenError(
                at, "an alias stands inside of what it names", "write out what is meant"
            )
        return node

    def _table(self, start: int, depth: int, flow: bool) -> Table:
        table = Table(start)
        while type(event := next(self._events)).__name__ != "MappingEndEvent":
            key = self._node(event, depth + 1, flow)
            name = key.read(self._text).text if isinstance(key, Scalar) else "?"
            table.entries.append((name, self._node(next(self._events), depth + 1, flow)))
        table.end = event.end_mark.index
        return table

    def _listing(self, start: int, depth: int, flow: bool) -> Listing:
        listing = Listing(start)
        while type(event := next(self._events)).__name__ != "SequenceEndEvent":
            listing.items.append(self._node(event, depth + 1, flow))
        listing.end = event.end_mark.index
        return listing

    def _scalar(self, event: Any, flow: bool) -> Scalar:
        text, end = self._text, event.end_mark.index
        properties = _PROPERTIES.match(text, event.start_mark.index, end)
        start = properties.end() if properties else event.start_mark.index
        value: str = event.value
        mark = event.style or ""
        tagged = event.tag is not None
        if mark in ("|", ">"):
            header = _HEADER.match(text, start)
            start_of_words = header.end() if header else start
            self._taken += [(start, start + 1), (start_of_words, end)]
            style: Style = Block(_indent(text, start_of_words, end, value))
        else:
            self._taken.append((start, end))
            quoted: dict[str, Style] = {"'": Single(), '"': Double()}
            style = quoted.get(mark) or Plain(flow, tagged)
            if mark not in quoted and not tagged and NO_TEXT.fullmatch(value):
                return Scalar(start, end, None)
        said = YamlText(style, value)
        return Scalar(start, end, said, said.first(text, start, end))

    def comment(self, comments: Comments) -> None:
        """Add the comments: what begins with # and stands in no scalar."""
        at = 0
        for start, end in [*self._taken, (len(self._text), 0)]:
            for found in _COMMENT.finditer(self._text, at, start):
                comments.add(*found.span())
            at = end


def _indent(text: str, at: int, end: int, value: str) -> int:
    """How far a block is indented: what its first line with words has, and the value has not."""
    lead = _FIRST_WORDS.match(text, _after_break(text, at, end), end)
    kept = _FIRST_WORDS.match(value)
    return max(0, len(lead[1] if lead else "") - len(kept[1] if kept else ""))


def _after_break(text: str, at: int, end: int) -> int:
    found = re.compile("\r\n|[\r\n\x85\u2028\u2029]").search(text, at, end)
    return found.end() if found else end


def _plain(problem: str | None) -> str:
    """The parser's words, which may quote a character but never a text."""
    return (problem or "it cannot be read").split(" '")[0]
