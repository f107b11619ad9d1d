"""Plain text: the file, each paragraph or each line is a reply."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...errors import UsageError, did_you_mean
from .model import Document, Encode, Options, Segment
from .pieces import LINE_END, Builder, Spot, newline_of, spell, unified

SPLITS = ("file", "paragraph", "line")

_BLANK = re.compile(r"(?:\r\n?+|\n)(?:[^\S\r\n]*+(?:\r\n?+|\n))++")
_LINE = re.compile(r"\r\n?|\n")
_WORD = re.compile(r"\S")


def parse(text: str, options: Options) -> Document:
    """Read plain text. Raises UsageError for a ``split`` that does not exist."""
    encode = rewriting_prose(text)
    segments = []
    for start, end in stretches(text, options.split):
        into = Builder(text)
        spell(into, text, start, end, LINE_END, unified)
        segments.append(Segment(*into.done(), encode))
    note = None if segments else "the file is empty"
    return Document("text", text, tuple(segments), note=note)


def stretches(text: str, split: str) -> Iterator[tuple[int, int]]:
    """Where the replies of ``text`` stand, blank ones left out."""
    if split == "file":
        cuts = [(0, len(text))]
    elif split in SPLITS:
        ends = (_BLANK if split == "paragraph" else _LINE).finditer(text)
        at, cuts = 0, []
        for found in ends:
            cuts.append((at, found.start()))
            at = found.end()
        cuts.append((at, len(text)))
    else:
        hint = did_you_mean(split, SPLITS) or "write file, paragraph or line"
        raise UsageError(f'a text cannot be split by "{split}"', hint=hint)
    for start, end in cuts:
        first = _WORD.search(text, start, end)
        if first is None:
            continue
        # A file is one reply with the blanks around it; around a part they are not its own.
        yield (start, end) if split == "file" else (first.start(), _stripped(text, end))


def _stripped(text: str, end: int) -> int:
    while text[end - 1].isspace():
        end -= 1
    return end


def rewriting_prose(source: str) -> Encode:
    """Changes of a text that stands in the file as it reads, but for its line ends."""
    newline = newline_of(source)

    def encode(spot: Spot, new: str) -> str | None:
        written = re.sub(r"\r\n?|\n", lambda _: newline, new)
        before, after = source[spot.file_start - 1 : spot.file_start], source[spot.file_end :][:1]
        # A carriage return and a line feed that meet would be read as one line end.
        seams = (before + written[:1], written[-1:] + after) if written else (before + after,)
        return None if "\r\n" in seams else written

    return encode
