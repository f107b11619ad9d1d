"""Finds what a template engine reads: blocks, holes and comments of Jinja, Handlebars and ERB."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

HOLE, CONTROL, NOTE = "hole", "control", "note"


class Control(NamedTuple):
    """``[start, end)`` of the file; ``kind`` is a hole, a control or a note."""

    start: int
    end: int
    kind: str
    inner_start: int
    inner_end: int


# What begins it, what ends it, and what it is. The longest beginning counts.
_SHAPES = (
    ("{{!--", "--}}", NOTE),
    ("{{!", "}}", NOTE),
    ("{{{{", "}}}}", CONTROL),
    ("{{{", "}}}", HOLE),
    ("{{", "}}", HOLE),
    ("{%", "%}", CONTROL),
    ("{#", "#}", NOTE),
    ("<%#", "%>", NOTE),
    ("<%=", "%>", HOLE),
    ("<%-", "%>", HOLE),
    ("<%", "%>", CONTROL),
)
_OPENING = re.compile("|".join(re.escape(opening) for opening, _, _ in _SHAPES))
_BY_OPENING = {opening: (closing, kind) for opening, closing, kind in _SHAPES}
_BLOCK = re.compile(r"[~-]?\s*(?:[#/^>&]|(?:else|end|if|range|with)(?!\w))")
_LIQUID = re.compile(r"\{%-?\s*comment\s*-?%\}")
_LIQUID_END = re.compile(r"\{%-?\s*endcomment\s*-?%\}")


def controls(text: str) -> Iterator[Control]:
    """What the engine reads, in order; what is not closed is text."""
    dead: set[str] = set()  # what closes nothing any more
    at = 0
    while found := _OPENING.search(text, at):
        start, opening = found.start(), found.group()
        closing, kind = _BY_OPENING[opening]
        end = -1 if closing in dead else text.find(closing, found.end())
        if end < 0:
            dead.add(closing)
            at = start + 1
            continue
        inner = found.end()
        if opening == "{{" and _BLOCK.match(text, inner, end):
            kind = CONTROL
        at = end + len(closing)
        if opening == "{%" and _LIQUID.match(text, start):
            close = _LIQUID_END.search(text, at)
            if close:
                kind, inner, end, at = NOTE, at, close.start(), close.end()
        yield Control(start, at, kind, inner, end)
