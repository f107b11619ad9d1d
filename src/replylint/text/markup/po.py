"""Gettext .po: translations that are in use; the source texts are not replies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..offsets import Lines
from .model import Document, Options, Segment
from .names import language
from .pieces import Builder, Spelling, spell
from .places import BrokenError, Comments
from .writing import UnreadableError, rewriting

_LINE = re.compile(r"([^\r\n]*+)(?:\r\n?|\n|\Z)")
_KEYWORD = re.compile(
    r"[ \t]*+(msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]{1,3}\])?)[ \t]*+(?=\"|\Z)"
)
_STRING = re.compile(r'"(?:[^"\\\r\n]++|\\[^\r\n])*+"')
_ODD = re.compile(r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|[^\r\n])")
_SHORT = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_LANGUAGE = re.compile(r"(?m)^Language:[ \t]*([A-Za-z_@-]+)")


def _read(match: re.Match[str]) -> str:
    said = match.group()[1:]
    if said[0] in "01234567":
        return chr(int(said, 8))
    if said[0] == "x" and len(said) > 1:
        return chr(int(said[1:], 16))
    return _SHORT.get(said, said)


class PoString:
    """One string, or several below each other that are read as one."""

    def read(self, source: str, start: int, end: int) -> Spelling:
        into = Builder(source)
        at, begin = start, start
        while at < end:
            string = _STRING.match(source, at, end)
            if string is None:
                raise UnreadableError
            if at > start:
                into.put("", begin, at + 1)  # from one closing quote to the next opening one
            spell(into, source, at + 1, string.end() - 1, _ODD, _read)
            begin = string.end() - 1
            at = string.end()
            while at < end and source[at] in " \t\r\n":
                at += 1
        return into.done()

    def write(self, new: str, raw: str) -> str | None:
        new = new.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return new.replace("\t", "\\t").replace("\r", "\\r")


STYLE = PoString()


@dataclass(slots=True)
class _Entry:
    """A message: its strings by keyword, where they stand, and whether it is in use."""

    strings: dict[str, tuple[int, int]] = field(default_factory=dict)
    fuzzy: bool = False


def parse(text: str, options: Options) -> Document:
    """Read translations; what is obsolete or fuzzy is not shipped. Raises BrokenError."""
    comments = Comments(text)
    segments: list[Segment] = []
    lines: Lines | None = None
    message: dict[str, object] = {}
    for entry in _entries(text, comments):
        lines = lines or Lines(text)
        start, end = entry.strings.get("msgid", (0, 0))
        if not STYLE.read(text, start, end).text and "msgctxt" not in entry.strings:
            message = _head(text, entry)
        elif not entry.fuzzy:
            segments += _replies(text, entry, f"msgid {lines.position(start)[0]}", message)
    note = None
    if not segments:
        note = "nothing in it is translated" if text.strip() else "the file is empty"
    return Document("po", text, tuple(segments), comments.done(), note=note)


def _head(text: str, entry: _Entry) -> dict[str, object]:
    said = entry.strings.get("msgstr")
    found = _LANGUAGE.search(STYLE.read(text, *said).text) if said else None
    lang = language(found[1]) if found else None
    return {"lang": lang} if lang else {}


def _replies(text: str, entry: _Entry, name: str, message: dict[str, object]) -> Iterator[Segment]:
    for keyword, (start, end) in entry.strings.items():
        if keyword.startswith("msgstr"):
            said, pieces = STYLE.read(text, start, end)
            if said.strip():
                encode = rewriting(text, start, end, STYLE, said)
                place = name + keyword.removeprefix("msgstr")
                yield Segment(said, pieces, encode, place, message=message, whole=False)


def _entries(text: str, comments: Comments) -> Iterator[_Entry]:
    entry = _Entry()
    keyword = ""
    for line in _LINE.finditer(text):
        at, stop = line.span(1)
        body = text[at:stop].strip(" \t\f\v\x1a")
        if body.startswith("#"):
            if "msgstr" in entry.strings or "msgstr[0]" in entry.strings:
                yield entry
                entry, keyword = _Entry(), ""
            entry.fuzzy |= bool(re.match(r"#,(?:.*[\s,])?fuzzy(?:[\s,]|\Z)", body))
            comments.add(text.index("#", at), stop)
        elif found := _KEYWORD.match(text, at, stop):
            keyword = found[1]
            if keyword in ("msgctxt", "msgid") and any(
                k.startswith("msgstr") for k in entry.strings
            ):
                yield entry
                entry = _Entry()
            if keyword in entry.strings:
                raise BrokenError(
                    at, f"{keyword} stands twice in one entry", "take one of them out"
                )
            entry.strings[keyword] = _string(text, found.end(), stop)
        elif body.startswith('"') and keyword:
            start, _ = entry.strings[keyword]
            begin = text.index('"', at)
            entry.strings[keyword] = (start, _string(text, begin, stop)[1])
        elif body:
            raise BrokenError(
                at, "this is no line of a .po file", 'begin it with msgid, msgstr, # or "'
            )
    if entry.strings:
        yield entry


def _string(text: str, at: int, stop: int) -> tuple[int, int]:
    found = _STRING.match(text, at, stop)
    if found is None or text[found.end() : stop].strip(" \t"):
        raise BrokenError(
            at, "a string is not closed, or there is more behind it", 'escape " as \\"'
        )
    return found.span()
