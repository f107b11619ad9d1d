"""JSON lines: one message a row, with all that is known of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...errors import InputError
from ..offsets import Lines
from .choose import document
from .json import Reader
from .messages import messages
from .model import Document, Options, Segment
from .places import BrokenError, Comments
from .tree import Node

_ROW = re.compile(r"[^\r\n]+")


def parse(text: str, options: Options) -> Document:
    """Read messages; a row that is none is a problem, the others count.

    With ``options.fields`` the rows are objects of any kind, and those keys the replies.
    """
    lines: Lines | None = None
    comments = Comments(text)
    segments: list[Segment] = []
    problems: list[InputError] = []
    rows: list[Node] = []
    for start, end in _rows(text):
        try:
            row = _read(text, start, end)
            if options.fields:
                rows.append(row)
            else:
                segments += messages(row, text, comments)
        except BrokenError as broken:
            lines = lines or Lines(text)
            problems.append(broken.placed(lines, options, len(text)))
    if options.fields:
        return replace(document("jsonl", text, rows, options, comments), problems=tuple(problems))
    note = None if text.strip() else "the file is empty"
    return Document("jsonl", text, tuple(segments), comments.done(), tuple(problems), note)


def _rows(text: str) -> Iterator[tuple[int, int]]:
    for row in _ROW.finditer(text):
        said = row.group()
        if said.strip():
            yield row.start() + len(said) - len(said.lstrip()), row.end()


def _read(text: str, start: int, end: int) -> Node:
    reader = Reader(text, end)
    node = reader.value(start, 0)
    reader.end()
    return node
