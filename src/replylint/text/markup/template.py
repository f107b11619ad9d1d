"""Templates of Jinja, Handlebars and ERB over text or HTML: the engine's part stays as it is."""

from __future__ import annotations

from dataclasses import replace

from ..protected import Protected
from . import html, html_words
from .controls import HOLE, NOTE, controls
from .model import Document, Encode, Options, Segment
from .pieces import LINE_END, Builder, Spot, cut, spell, unified
from .places import Comments
from .plain import rewriting_prose, stretches
from .sniff import by_name, is_page
from .writing import is_tame

_LONG = 1 << 16


def parse(text: str, options: Options) -> Document:
    """Read a template; the name without its last part, or else its content, says what of."""
    comments = Comments(text)
    for each in controls(text):
        if each.kind == NOTE:
            comments.add(each.inner_start, each.inner_end)
    inner = by_name(options.path.rpartition(".")[0])
    if inner is None:
        inner = "html" if is_page(masked(text)) else "text"
    if inner == "html":
        page = html.read(text, masked, "template")
        noted = tuple(sorted((*page.comments, *comments.done()), key=lambda each: each.start))
        segments = tuple(
            replace(each, encode_fn=_guarded(text, each.encode_fn)) for each in page.segments
        )
        return Document("template", text, segments, noted, note=page.note)
    return _prose(text, options, comments)


def masked(text: str) -> str:
    """``text`` with what stands for it in a page where the engine reads."""
    fillers = {NOTE: html_words.NOTHING, HOLE: html_words.HOLE}
    parts: list[str] = []
    at = 0
    for each in controls(text):
        filler = fillers.get(each.kind, html_words.CONTROL)
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
    encode = _guarded(text, rewriting_prose(text))
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


def _guarded(source: str, inner: Encode) -> Encode:
    """Changes as ``inner`` writes them, when the engine then still reads what it has read."""

    def encode(spot: Spot, new: str) -> str | None:
        written = inner(spot, new)
        if written is None or len(source) > _LONG:
            around = source[spot.file_start - 1 : spot.file_end + 1]
            return written if written is None or is_tame(around, written) else None
        start, end = spot.file_start, spot.file_end
        if _joins(source[start - 1 : start], written, source[end : end + 1]):
            return None
        grown = len(written) - (end - start)
        wanted = [
            (each.start + grown, each.end + grown, each.kind)
            if each.start >= end
            else (each.start, each.end, each.kind)
            for each in controls(source)
        ]
        own = [(each.start + start, each.end + start, each.kind) for each in controls(written)]
        changed = source[:start] + written + source[end:]
        said = [(each.start, each.end, each.kind) for each in controls(changed)]
        notes = any(kind == NOTE for _, _, kind in own)
        return written if not notes and said == sorted(wanted + own) else None

    return encode


def _joins(before: str, written: str, after: str) -> bool:
    """Whether braces meet that not every engine would part."""
    seams = (before + written[:1], written[-1:] + after) if written else (before + after,)
    return "{{" in seams or "}}" in seams
