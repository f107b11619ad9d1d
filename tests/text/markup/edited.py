"""What every format promises of a file: places that fit, and edits that read as they were meant."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from replylint.text import markup
from replylint.text.markup import Document, Options, Segment

WORDS = st.text("请立即处理，。！您好😊 abé1'\"\\#:-&<>*_`[]{}%=|\n\t", max_size=12)
"""New texts, with everything that means something to some format."""


def read(text: str, format: str, **options: object) -> Document:
    """The document, its pieces looked at."""
    document = markup.parse(text, format, Options(**{"path": "x", **options}))  # type: ignore[arg-type]
    for segment in document.segments:
        fits(document, segment)
    for comment in document.comments:
        assert 0 <= comment.start <= comment.end <= len(text)
    return document


def fits(document: Document, segment: Segment) -> None:
    """Pieces are in order, cover the text, and say the same where they say they do."""
    at, place = 0, 0
    for piece in segment.pieces:
        assert piece.text_start == at
        assert place <= piece.file_start <= piece.file_end <= len(document.text)
        at, place = piece.text_end, piece.file_end
        if piece.text_end - piece.text_start == piece.file_end - piece.file_start:
            said = document.text[piece.file_start : piece.file_end]
            assert unified(said) == unified(segment.text[piece.text_start : piece.text_end])
    assert at == len(segment.text)
    for stretch in segment.protected:
        assert 0 <= stretch.start < stretch.end <= len(segment.text)


def unified(text: str) -> str:
    return re.sub(r"[\t\r\n\f\x85]", " ", text)


def texts(document: Document) -> list[str]:
    return [segment.text for segment in document.segments]


def edit(data: st.DataObject, document: Document, **options: object) -> None:
    """One edit, written and read again; a text that is blank afterwards is none."""
    if not document.segments:
        return
    index = data.draw(st.integers(0, len(document.segments) - 1), "segment")
    segment = document.segments[index]
    start = data.draw(st.integers(0, len(segment.text)), "start")
    end = data.draw(st.integers(start, min(len(segment.text), start + 4)), "end")
    new = data.draw(WORDS, "new")
    written = segment.encode(start, end, new)
    if written is None:
        return
    first, last = segment.file_span(start, end)
    changed = document.text[:first] + written + document.text[last:]
    wanted = texts(document)
    wanted[index] = segment.text[:start] + new + segment.text[end:]
    again = read(changed, document.format, **options)
    assert seen(texts(again), document.format) == seen(wanted, document.format)


def seen(said: list[str], format: str) -> list[str]:
    if format == "html" or format == "template":
        said = [re.sub(r" ?\n ?", "\n", re.sub(r"[ \t]+", " ", each)).strip() for each in said]
    return [each for each in said if each.strip()]


def slices(document: Document, word: str) -> list[str]:
    """What stands in the file for every ``word`` of the replies."""
    found = []
    for segment in document.segments:
        for each in re.finditer(re.escape(word), segment.text):
            start, end = segment.file_span(*each.span())
            found.append(document.text[start:end])
    return found
