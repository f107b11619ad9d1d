"""Markdown within a block: emphasis, links, code, tags, escapes and entities."""

from __future__ import annotations

import re
from collections.abc import Collection
from html import unescape
from typing import NamedTuple

from .names import names_of
from .pieces import Builder

ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
TAGS = names_of(
    "a abbr address article aside b bdi bdo big blockquote br button caption center cite code "
    "col colgroup dd del details dfn div dl dt em fieldset figcaption figure font footer form h1 "
    "h2 h3 h4 h5 h6 header hr i img input ins kbd label legend li main mark nav ol option p "
    "picture pre q s samp section select small source span strike strong sub summary sup svg "
    "table tbody td textarea tfoot th thead tr tt u ul var video wbr"
)
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*+)(?:[\s/][^<>]{0,2000}+)?>")
HIDDEN = re.compile(
    r"<!--(?:[^-]++|-(?!->))*+(?:-->|\Z)"
    r"|<(?i:(script|style))(?=[\s>])(?:[^<]++|<(?!/\1))*+(?:</\1\s*+>|\Z)",
    re.IGNORECASE,
)
"""Comments, scripts and styles; what is not closed goes on to the end, as in a browser."""

_ODD = re.compile(r"[\\`*_~<&\[\]!\r]")
_LONGEST_CODE = 2000
_DEEPEST = 50  # emphasis within emphasis
_TARGET = re.compile(
    r"\]\([ \t]*(?:<[^<>\n]{0,2000}>|(?:[^()\s<>]|\([^()\s]{0,500}\)){0,2000})"
    r"(?:\s+(?:\"[^\"]{0,500}\"|'[^']{0,500}'))?[ \t]*\)"
)
_REFERENCE = re.compile(r"\]\[([^\[\]\n]{0,100})\]")
_CLOSING = re.compile(r"[^\[\]\n]{0,500}+(?=\])")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class Op(NamedTuple):
    """``[start, end)`` of the file is read as ``said``; None is a gap. ``code`` opens or ends."""

    start: int
    end: int
    said: str | None
    code: str = ""


class Inline:
    """Reads the lines of one block; ``flush`` at its end, for emphasis is only seen in pairs."""

    def __init__(self, text: str, references: Collection[str]) -> None:
        self._text = text
        self._references = references
        self._ops: list[Op] = []
        self._open: list[tuple[str, int]] = []  # runs that may begin emphasis, and their ops
        self._maybe: set[int] = set()  # ops of runs that have no partner yet
        self._brackets: list[int] = []

    def gap(self, start: int, end: int) -> None:
        """Something that is no text."""
        if start < end:
            self._ops.append(Op(start, end, None))

    def line_end(self, start: int, end: int, soft: bool) -> None:
        """The end of a line, read as a line feed, or as a space where the sentence goes on."""
        self._ops.append(Op(start, end, " " if soft else "\n"))

    def line(self, start: int, end: int, last: int) -> int:
        """Read ``[start, end)`` of a text that ends at ``last``.

        Where reading has come: a tag may go on in the next line.
        """
        at = start
        while at < end:
            found = _ODD.search(self._text, at, end)
            if found is None:
                return end
            at = self._odd(found.start(), end, last)
        return at

    def _odd(self, at: int, end: int, last: int) -> int:
        ch = self._text[at]
        if ch == "\\":
            return self._escape(at, end)
        if ch == "`":
            return self._code(at, end)
        if ch in "*_~":
            return self._emphasis(at)
        if ch == "<":
            return self._tag(at, last)
        if ch == "&":
            entity = ENTITY.match(self._text, at, end)
            return self._put(at, entity.end(), unescape(entity.group())) if entity else at + 1
        if ch == "!" and not self._text.startswith("![", at):
            return at + 1
        return self._target(at, end) if ch == "]" else self._bracket(at, end)

    def _put(self, start: int, end: int, said: str | None) -> int:
        self._ops.append(Op(start, end, said))
        return end

    def _escape(self, at: int, end: int) -> int:
        if at + 1 < end and self._text[at + 1] in _PUNCTUATION:
            return self._put(at, at + 2, self._text[at + 1])
        return self._put(at, end, None) if at + 1 == end else at + 1

    def _code(self, at: int, end: int) -> int:
        text = self._text
        inside = _end_of_run(text, at)
        ticks = text[at:inside]
        close = inside
        stop = min(end, at + _LONGEST_CODE)
        while (close := text.find(ticks, close, stop)) >= 0:
            after = _end_of_run(text, close)
            if after - close == len(ticks):
                self._ops.append(Op(at, inside, None, "("))
                self._ops.append(Op(close, after, None, ")"))
                return after
            close = after
        return inside

    def _emphasis(self, at: int) -> int:
        text = self._text
        end = _end_of_run(text, at)
        run = text[at:end]
        if len(run) > 3 or (run[0] == "~" and len(run) != 2):
            return end
        before, after = text[at - 1 : at] or "\n", text[end : end + 1] or "\n"
        opens, closes = not after.isspace(), not before.isspace()
        if run[0] == "_":
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        self._ops.append(Op(at, end, None))
        index = len(self._ops) - 1
        self._maybe.add(index)
        if not (closes and self._closed(run, index)) and opens:
            self._open.append((run, index))
            del self._open[:-_DEEPEST]
        return end

    def _closed(self, run: str, index: int) -> bool:
        for place in reversed(range(len(self._open))):
            other, opened = self._open[place]
            if other == run and self._ops[opened].end < self._ops[index].start:
                self._maybe -= {index, opened}
                del self._open[place:]
                return True
        return False

    def _tag(self, at: int, last: int) -> int:
        tag = _TAG.match(self._text, at, last)
        if tag and tag[1].lower() in TAGS:
            return self._put(at, tag.end(), "\n" if tag[1].lower() == "br" else None)
        return at + 1

    def _bracket(self, at: int, end: int) -> int:
        """[ or ![: the beginning of a link when it has a target."""
        start = at + self._text.startswith("!", at) + 1
        close = _CLOSING.match(self._text, start, end)
        if close is None or not self._aims(close.end(), end):
            return start
        self._brackets.append(close.end())
        return self._put(at, start, None)

    def _aims(self, at: int, end: int) -> int | None:
        """Where the target of a link that stands behind the ] at ``at`` ends."""
        if target := _TARGET.match(self._text, at, end):
            return target.end()
        named = _REFERENCE.match(self._text, at, end)
        return named.end() if named and named[1].lower() in self._references else None

    def _target(self, at: int, end: int) -> int:
        if at not in self._brackets[-1:]:
            return at + 1
        self._brackets.pop()
        stop = self._aims(at, end)
        return self._put(at, stop, None) if stop else at + 1

    def flush(self, into: Builder, start: int, end: int) -> list[tuple[int, int]]:
        """Write the block ``[start, end)``; where code stands in the text."""
        code: list[tuple[int, int]] = []
        opened = 0
        at = start
        for index, op in enumerate(self._ops):
            if index in self._maybe:
                continue
            into.copy(at, op.start)
            at = op.end
            if op.code == "(":
                opened = len(into)
            elif op.code:
                code.append((opened, len(into)))
            elif op.said is not None:
                into.put(op.said, op.start, op.end)
        into.copy(at, end)
        self._ops, self._open, self._brackets = [], [], []
        self._maybe = set()
        return code


def _end_of_run(text: str, at: int) -> int:
    """Where the equal characters that begin at ``at`` end."""
    end = at + 1
    while text.startswith(text[at], end):
        end += 1
    return end
