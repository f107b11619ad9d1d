"""The encoding of an export of any size, found without holding it in memory, and its text."""

from __future__ import annotations

import codecs
import io
from typing import TextIO

from ..errors import InputError, Origin
from ..files.decode import Decoded, decode
from .source import Source, reading

_WHOLE = 4 << 20  # bytes: below it files.decode judges the file at once
_CHUNK = 1 << 20


def text_of(source: Source, encoding: str = "auto") -> str:
    """All of it as text, without a byte order mark, line ends as they are. Raises InputError."""
    return decode(source.all(), source.shown, encoding).text.removeprefix("\ufeff")


def opened(source: Source, encoding: str) -> TextIO:
    """A stream of text; ``encoding`` is what ``codec_of`` found."""
    return io.TextIOWrapper(source.open(), encoding, errors="strict", newline="")


def codec_of(source: Source, encoding: str = "auto") -> str:
    """The codec that reads every byte of ``source``. Raises InputError at the first that is bad."""
    with source.open() as stream, reading(source.shown):
        head = stream.read(_WHOLE)
        if len(head) < _WHOLE:
            return _marked(decode(head, source.shown, encoding).encoding)
    found = "utf-8"
    if encoding != "auto" or _starts_marked(head):
        found = sampled(head[: 1 << 18], source.shown, encoding).encoding
    lines = _readable(source, found)
    if isinstance(lines, str):
        return lines
    window, line = lines
    if encoding == "auto" and found == "utf-8":
        guessed = _guessed(window)
        again = _readable(source, guessed) if guessed else lines
        if isinstance(again, str):
            return again
        line, found = again[1], guessed or found
    raise InputError(
        f"bytes that are not valid {found}",
        origin=Origin(source.shown, line, 1),
        hint='mend the file, or name its encoding in the settings (encoding = "…")',
    )


def sampled(data: bytes, shown: str, encoding: str = "auto") -> Decoded:
    """The text of a file's first bytes, which may end within a character. Raises InputError."""
    for cut in range(3):
        try:
            return decode(data[: len(data) - cut], shown, encoding)
        except InputError:
            continue
    return decode(data[: len(data) - 3], shown, encoding)


def _guessed(window: bytes) -> str | None:
    """The encoding of some bytes that are not UTF-8; None when it cannot be told."""
    try:
        return sampled(window, "").encoding
    except InputError:
        return None


def _starts_marked(head: bytes) -> bool:
    return head.startswith((codecs.BOM_UTF8, b"\xff\xfe", b"\xfe\xff", b"\x84\x31\x95\x33")) or (
        b"\0" in head[:4096]
    )


def _marked(codec: str) -> str:
    """The codec that also takes a byte order mark away."""
    if codec == "utf-8":
        return "utf-8-sig"
    return codec


def _readable(source: Source, codec: str) -> str | tuple[bytes, int]:
    """``codec`` when it reads everything, else the bytes around the first that it does not."""
    decoder = codecs.getincrementaldecoder(codec)("strict")
    line = 1
    with source.open() as stream, reading(source.shown):
        while chunk := stream.read(_CHUNK):
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                at = min(error.start, len(chunk))
                start = chunk.rfind(b"\n", 0, at) + 1
                return chunk[start : start + (1 << 18)], line + chunk.count(b"\n", 0, at)
            line += chunk.count(b"\n")
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return b"", line
    return _marked(codec)
