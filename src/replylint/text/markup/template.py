"""Templates of Jinja, Handlebars and ERB over text or HTML: what the engine reads stays as it is."""

from __future__ import annotations

from ..protected import Protected
from . import html
from .controls import HOLE, NOTE, controls
from .model import Document, Encode, Options, Segment
from .pieces import LINE_END, Builder, Spot, cut, spell, unified
from .places import Comments
from .plain import rewriting_prose, stretches
from .sniff import by_content, by_name

_NEAR = 5  # characters, the longest mark of an engine


def parse(text: str, options: Options) -> Document:
    """Read a template; the name without its last part, or else its content, says what of."""
    comments = Comments(text)
    for each in controls(text):
        if each.kind == NOTE:
            comments.add(each.inner_start, each.inner_end)
    inner = by_name(options.path.rpartition(".")[0])
    if inner is None:
        inner = by_content(masked(text).replace(html.NOTHING, " "))
    if inner == "html":
        page = html.read(text, masked, "template")
        noted = tuple(sorted((*page.comments, *comments.done()), key=lambda each: each.start))
        return Document("template", text, page.segments, noted, note=page.note)
    return _prose(text, options, comments)


def masked(text: str) -> str:
    """``text`` with what stands for it in a page where the engine reads."""
    fillers = {NOTE: html.NOTHING, HOLE: html.HOLE}
    parts: list[str] = []
    at = 0
    for each in controls(text):
        filler = fillers.get(each.kind, html.CONTROL)
        parts += (text[at : each.start], filler * (each.end - each.start))
        at = each.end
    parts.append(text[at:])
    return "".join(parts)


def _prose(text: str, options: Options, comments: Comments) -> Document:
    into = Builder(text)
    found: list[Protected] = []
    at = 0
    for each in controls(text):
        spell(into, text, at, each.start, LINE_END, unified)
        at = each.end
        if each.kind == NOTE:
            continue
        begin = len(into)
        spell(into, text, each.start, each.end, LINE_END, unified)
        found.append(Protected(begin, len(into), each.kind))
    spell(into, text, at, len(text), LINE_END, unified)
    spelling = into.done()
    encode = _rewriting(text)
    segments = []
    for start, end in stretches(spelling.text, options.split):
        kept = tuple(
            Protected(max(p.start, start) - start, min(p.end, end) - start, p.kind)
            for p in found
            if p.start < end and start < p.end
        )
        segments.append(Segment(*cut(spelling, start, end), encode, None, kept))
    note = None
    if not segments:
        note = "there are no words in it" if text.strip() else "the file is empty"
    return Document("template", text, tuple(segments), comments.done(), note=note)


def _rewriting(source: str) -> Encode:
    """Changes as in prose, which bring no marks of an engine that are not whole, nor join any."""
    prose = rewriting_prose(source)

    def encode(spot: Spot, new: str) -> str | None:
        written = prose(spot, new)
        if written is None:
            return None
        start, end = max(0, spot.file_start - _NEAR), spot.file_end + _NEAR
        before, after = source[start : spot.file_start], source[spot.file_end : end]
        alone = [(each.start, each.kind) for each in controls(written)]
        if any(kind == NOTE for _, kind in alone):
            return None
        beside = _marks(before) + _marks(written) + _marks(after)
        return written if _marks(before + written + after) == beside else None

    return encode


def _marks(text: str) -> int:
    return sum(text.count(mark) for mark in ("{{", "{%", "{#", "<%", "}}", "%}", "#}", "%>"))
