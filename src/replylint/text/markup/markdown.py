"""Markdown: prose without its marks; code, comments and link targets are not read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..protected import Protected
from .front import front_matter
from .inline import HIDDEN, Inline
from .model import Document, Encode, Options, Segment
from .pieces import Builder, Spelling, Spot, cut, newline_of, read_before
from .places import Comments
from .plain import stretches
from .writing import is_tame

_LINE = re.compile(r"([^\r\n]*+)(\r\n?|\n|\Z)")
_FENCE = re.compile(r"[ \t>]*+(?:[-*+][ \t]++|[0-9]{1,9}[.)][ \t]++)?(`{3,}+(?=[^`]*\Z)|~{3,}+)")
_MARKS = re.compile(r"[ \t]*+(?:>[ \t]?)*+")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]++|\Z)")
_HEADING_END = re.compile(r"[ \t]++#++[ \t]*+\Z")
_RULE = re.compile(
    r"[ \t]*+(?:=++|-{2,}+|(?:-[ \t]*+){3,}+|(?:\*[ \t]*+){3,}+|(?:_[ \t]*+){3,}+"
    r"|(?=[^|]*\|)(?=[^-]*-)[-|: \t]++)[ \t]*+\Z"
)
_DEFINITION = re.compile(r" {0,3}\[([^\]\r\n]{1,100})\]:[ \t]*\S")
_ITEM = re.compile(r"[ \t>]*+(?:[-*+]|[0-9]{1,9}[.)])[ \t]")
_NEW = re.compile(r"[ \t]*+(?:>|#{1,6}(?:[ \t]|\Z)|[-*+][ \t]|[0-9]{1,9}[.)][ \t]|`{3}|~{3}|<|---)")
_SPECIAL = re.compile(r"([\\`*_~<\[\]]|&(?=[#A-Za-z])|!(?=\[)|(?m:^)[#>+=|-])")
_BLANK = re.compile(r"(?:\r\n?+|\n)[ \t]*+(?=[\r\n])")
_INDENT = re.compile(r"(?:\A|[\r\n])(?: {4}| {0,3}\t)")
_HARD = "\\"  # in front of a line's end: a line break that readers see
_WINDOW = 1 << 15


def parse(text: str, options: Options) -> Document:
    """Read Markdown; the file is one reply, or what ``options.split`` says. Raises BrokenError."""
    comments = Comments(text)
    front = front_matter(text, options, comments)
    lines = options.split == "line"
    reader = _Blocks(text, comments, lines=lines)
    spelling = reader.read(front.end, len(text))
    encode = _rewriting(text, frozenset(reader.references), spelling, lines)
    segments = list(front.segments)
    for start, end in stretches(spelling.text, options.split):
        part = cut(spelling, start, end)
        code = tuple(
            Protected(max(a, start) - start, min(b, end) - start, "code")
            for a, b in reader.code
            if a < end and start < b
        )
        segments.append(Segment(*part, encode, None, code, front.message))
    note = None
    if not segments:
        note = "there is no prose in it" if text.strip() else "the file is empty"
    return Document("markdown", text, tuple(segments), comments.done(), note=note)


class _Blocks:
    """Goes through the lines of a file, block by block."""

    def __init__(
        self,
        text: str,
        comments: Comments | None,
        references: frozenset[str] | None = None,
        lines: bool = False,
    ) -> None:
        """``lines``: every line stands for itself, also within a paragraph."""
        self._text = text
        self._each_line = lines
        self._comments = comments
        self._in_window = references is not None
        self.references = set(references or ())
        self.code: list[tuple[int, int]] = []

    def read(self, start: int, end: int) -> Spelling:
        """What a reader sees of ``[start, end)``."""
        self._into = Builder(self._text)
        self._define(start, end)
        self._inline = Inline(self._text, self.references)
        self._begin = start  # of the block that is being read
        self._hidden_to = start
        after_blank, in_list, fence = True, self._in_window, ""
        for at, stop, after in self._lines(start, end):
            line = self._text[at:stop]
            said = _FENCE.match(line)
            if fence:
                closes = said and said[1].startswith(fence) and not line[said.end() :].strip()
                fence = "" if closes else fence
                self._skip(at, stop)
            elif self._hidden_to > at and self._hidden_to >= stop:
                pass
            elif not line.strip(" \t>"):
                self._flush(at)
                self._skip(at, stop)
                after_blank = True
            elif said:
                fence = said[1]
                self._skip(at, stop)
            elif after_blank and not in_list and line.startswith(("    ", "\t")):
                self._skip(at, stop)
            else:
                in_list = (
                    bool(_ITEM.match(line)) or (in_list and line[0] in " \t") or self._in_window
                )
                after_blank = False
                self._words(max(at, self._hidden_to), stop, end)
            if after > stop and self._hidden_to < after:
                self._inline.line_end(
                    stop, after, not fence and self._is_soft(at, stop, after, end)
                )
        self._flush(end)
        return self._into.done()

    def _lines(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        for line in _LINE.finditer(self._text, start, end):
            if line.start() < end:
                yield line.start(), line.end(1), line.end()

    def _is_soft(self, at: int, stop: int, after: int, end: int) -> bool:
        """Whether the line ``[at, stop)`` goes on in the next, as the lines of a paragraph do."""
        if self._each_line:
            return False
        line = self._text[at:stop]
        following = _LINE.match(self._text, after, end)
        more = following[1] if following else ""
        if (
            not line.strip(" \t>")
            or not more.strip()
            or line.endswith(("  ", "\\"))
            or "|" in line
            or "|" in more
        ):
            return False
        if _FENCE.match(line) or line.lstrip().startswith("<") or self._hidden_to > stop:
            return False
        if _HEADING.match(line) or _RULE.match(line) or _DEFINITION.match(line):
            return False
        return not (_NEW.match(more) or _RULE.match(more) or _DEFINITION.match(more))

    def _define(self, start: int, end: int) -> None:
        if "]:" in self._text:
            for at, stop, _ in self._lines(start, end):
                if found := _DEFINITION.match(self._text, at, stop):
                    self.references.add(found[1].lower())

    def _skip(self, start: int, end: int) -> None:
        self._inline.gap(start, end)

    def _flush(self, at: int) -> None:
        self.code += self._inline.flush(self._into, self._begin, at)
        self._begin = at

    def _words(self, at: int, stop: int, end: int) -> None:
        line = self._text[at:stop]
        if defined := _DEFINITION.match(line):
            if defined[1] == "//" and self._comments:
                self._comments.add(at, stop)
            self._skip(at, stop)
            return
        if _RULE.match(line):
            self._skip(at, stop)
            return
        marks = _MARKS.match(line)
        first = marks.end() if marks and ">" in marks.group() else 0
        if heading := _HEADING.match(line, first):
            first = heading.end()
            if tail := _HEADING_END.search(line, first):
                self._span(at, at + first, at + tail.start(), end)
                self._skip(at + tail.start(), stop)
                return
        self._span(at, at + first, stop, end)

    def _span(self, at: int, first: int, stop: int, end: int) -> None:
        """Read a line, whose marks end at ``first``, around what is hidden in it."""
        self._skip(at, first)
        at = first
        while at < stop:
            hidden = self._next_hidden(at, stop, end)
            if hidden is None:
                self._hidden_to = max(self._hidden_to, self._inline.line(at, stop, end))
                return
            begin, close = hidden
            self._inline.line(at, begin, begin)
            self._skip(begin, close)
            if self._comments and self._text.startswith("<!--", begin):
                self._comments.add_within(begin, close, "<!--", "-->")
            at = self._hidden_to = close

    def _next_hidden(self, at: int, stop: int, end: int) -> tuple[int, int] | None:
        while (at := self._text.find("<", at, stop)) >= 0:
            if hidden := HIDDEN.match(self._text, at, end):
                return hidden.span()
            at += 1
        return None


def _rewriting(source: str, references: frozenset[str], whole: Spelling, lines: bool) -> Encode:
    """Changes of Markdown: as it stands when that reads as it should, or else with escapes."""
    newline = newline_of(source)

    def encode(spot: Spot, new: str) -> str | None:
        start, end = _window(source, spot)
        if end - start > _WINDOW:
            return new if is_tame(source[spot.file_start - 1 : spot.file_end + 1], new) else None
        was = _read(source[start:end], references, lines)
        at = read_before(was.pieces, spot.file_start - start)
        first = read_before(whole.pieces, spot.file_start) - at
        if first < 0 or not whole.text.startswith(was.text, first) or _is_blank(source, spot):
            return None  # by itself the paragraph is, or would be, something else
        wanted = was.text[:at] + new + was.text[at + spot.end - spot.start :]
        for said in (new, _SPECIAL.sub(r"\\\1", new)):
            for line_end in (newline, _HARD + newline):
                written = said.replace("\n", line_end)
                changed = source[start : spot.file_start] + written + source[spot.file_end : end]
                if _indents(changed) > _indents(source[start:end]):
                    continue  # might be taken for code
                if _read(changed, references, lines).text == wanted:
                    return written
                if "\n" not in said:
                    break
        return None

    return encode


def _read(text: str, references: frozenset[str], lines: bool) -> Spelling:
    return _Blocks(text, None, references, lines).read(0, len(text))


def _is_blank(source: str, spot: Spot) -> bool:
    """Whether the line is blank but for its beginning, which words could make code of."""
    start = max(source.rfind("\n", 0, spot.file_start), source.rfind("\r", 0, spot.file_start)) + 1
    line = _LINE.match(source, start)
    return line is not None and bool(line[1]) and not line[1].strip(" \t>")


def _indents(text: str) -> int:
    return len(_INDENT.findall(text))


def _window(source: str, spot: Spot) -> tuple[int, int]:
    """The paragraph around ``spot``, with some of what is beside it."""
    start = 0
    for blank in _BLANK.finditer(source, max(0, spot.file_start - _WINDOW), spot.file_start):
        start = blank.end()
    after = _BLANK.search(source, spot.file_end)
    return start, after.end() if after else len(source)
