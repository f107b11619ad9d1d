"""Fills a wording template with the writer's own words.

A template is text with ``{name}``, which copies a capture, and ``{{name}}``, which leaves the hole
``{name}`` for a person to fill. There is no escape: a brace has no other meaning in a wording.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from ..errors import PackError

Span = tuple[int, int]
"""Half-open, in code points of the message as it was given."""


class Origin(Enum):
    """Where the words of a chunk come from."""

    PACK = "pack"  # the template's author wrote them
    GIVEN = "given"  # settings, term base or a hole: facts in them are somebody's decision
    COPIED = "copied"  # the message


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of the new text. ``source`` is the offset in the message it is copied from."""

    text: str
    origin: Origin = Origin.PACK
    source: int = -1

    @property
    def span(self) -> Span:
        """The stretch of the message a copied chunk stands for."""
        return (self.source, self.source + len(self.text))


@dataclass(frozen=True, slots=True)
class Part:
    """A parsed piece of a template: ``kind`` is ``text``, ``capture`` or ``hole``."""

    kind: str
    value: str


@lru_cache(maxsize=4096)
def parse(template: str) -> tuple[Part, ...]:
    """The template's parts in order.

    Raises PackError, without a place, for a brace that has no partner or an empty name: the loader
    knows the file and adds it.

    >>> [(part.kind, part.value) for part in parse("请在{{时间}}前处理{object}")]
    [('text', '请在'), ('hole', '时间'), ('text', '前处理'), ('capture', 'object')]
    """
    parts: list[Part] = []
    at = 0
    while at < len(template):
        opening = template.find("{", at)
        text = template[at:] if opening < 0 else template[at:opening]
        if "}" in text:
            raise PackError('"}" without "{" in a wording', hint="write {capture} or {{hole}}")
        if text:
            parts.append(Part("text", text))
        if opening < 0:
            break
        part, at = _braced(template, opening)
        parts.append(part)
    return tuple(parts)


def _braced(template: str, opening: int) -> tuple[Part, int]:
    double = template.startswith("{{", opening)
    start = opening + (2 if double else 1)
    closing = template.find("}}" if double else "}", start)
    name = template[start:closing] if closing >= 0 else ""
    if not name.strip() or "{" in name or "}" in name:
        raise PackError(
            'a "{" in a wording is not closed, or names nothing',
            hint="write {capture} to copy words, {{hole}} to leave a hole",
        )
    if double:
        return Part("hole", name.strip()), closing + 2
    return Part("capture", name.strip()), closing + 1


def placeholders(template: str) -> tuple[str, ...]:
    """The captures a template copies, in order of first use. Raises PackError as ``parse`` does.

    >>> placeholders("{verb}{object}，{verb}")
    ('verb', 'object')
    """
    return tuple(dict.fromkeys(part.value for part in parse(template) if part.kind == "capture"))


def fill(template: str, text: str, captures: Mapping[str, Span | str]) -> tuple[Chunk, ...] | None:
    """The chunks of the new text, or None when a capture is missing or empty.

    A capture is a span of ``text``, copied as it stands there (not folded) without the spaces and
    punctuation at its ends, or a string that did not come from the message: a gloss, a mask, a
    hotline.
    """
    chunks: list[Chunk] = []
    for part in parse(template):
        if part.kind == "text":
            chunks.append(Chunk(part.value))
        elif part.kind == "hole":
            chunks.append(Chunk("{" + part.value + "}", Origin.GIVEN))
        else:
            chunk = _copied(text, captures.get(part.value, ""))
            if chunk is None:
                return None
            chunks.append(chunk)
    return tuple(chunks)


def _copied(text: str, value: Span | str) -> Chunk | None:
    if isinstance(value, str):
        return Chunk(value, Origin.GIVEN) if value.strip() else None
    start, end = bare(text, *value)
    return Chunk(text[start:end], Origin.COPIED, start) if start < end else None


EDGE_MARKS = frozenset(" \t\r\n\u3000，,、；;：。．.！!？?…~～")
"""What stands between stretches of text rather than in them."""


def bare(text: str, start: int, end: int) -> Span:
    """The span without spaces and clause punctuation at its ends; empty if it holds nothing else.

    >>> bare("您好，请处理。 ", 2, 8)
    (3, 6)
    """
    while start < end and text[start] in EDGE_MARKS:
        start += 1
    while start < end and text[end - 1] in EDGE_MARKS:
        end -= 1
    return (start, end)
