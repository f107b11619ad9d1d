"""Bytes to text, by the byte order mark, the settings, UTF-8 or good evidence; and back, exactly.

Nothing is replaced or dropped: what cannot be read is an ``InputError`` with the line and column of
the first bad byte. Line endings stay as they are in the text, so that encoding it again gives the
bytes back.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import InputError, Origin

AUTO = "auto"
BIG5 = ("cp950", "big5hkscs")
_SHORT = 64  # bytes

# Longest first: the mark of UTF-32-LE starts with that of UTF-16-LE.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# Names that mean a family, the mark or else the evidence says which member.
_FAMILIES = {
    "utf-8-sig": ("utf-8",),
    "utf-16": ("utf-16-le", "utf-16-be"),
    "utf-32": ("utf-32-le", "utf-32-be"),
}
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "cp950 or big5hkscs", "cp950": "big5hkscs"}
_SAVE_OR_NAME = 'save it as UTF-8, or name its encoding in the settings (encoding = "…")'


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file and how it was written. ``mark`` is the byte order mark, or empty."""

    text: str
    encoding: str = "utf-8"
    mark: bytes = b""

    @property
    def newline(self) -> str:
        """The line ending used most; ``\\n`` when there is none."""
        pairs = self.text.count("\r\n")
        counts = {
            "\n": self.text.count("\n") - pairs,
            "\r\n": pairs,
            "\r": self.text.count("\r") - pairs,
        }
        return max(counts, key=lambda kind: counts[kind])


def decode(data: bytes, path: str, encoding: str = AUTO) -> Decoded:
    """Read ``data``, the contents of ``path``; ``encoding`` names it, or ``auto`` finds out.

    Raises InputError for a binary file, for bytes that are invalid in their encoding, and when more
    than one encoding is as likely as another.
    """
    found = _named(data, path, encoding) if encoding != AUTO else _found(data, path)
    at = found.text.find("\0")
    if at >= 0:
        raise _binary(_origin(path, found.text[:at]))
    return found


def _found(data: bytes, path: str) -> Decoded:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data, len(mark), path, codec), codec, mark)
    if b"\0" in data:
        return _guessed(data, path, data.index(b"\0"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guessed(data, path, error.start)
    if len(data) <= _SHORT and not text.isascii() and max(text) < "\u0800":
        return _short(data, text, path)
    return Decoded(text)


def encode(text: str, like: Decoded, path: str) -> bytes:
    """``text`` as ``like`` was written, with its mark; InputError where a character has no code."""
    try:
        return like.mark + text.encode(like.encoding)
    except UnicodeEncodeError as error:
        raise InputError(
            f"U+{ord(text[error.start]):04X} cannot be written in the file's {like.encoding}",
            origin=_origin(path, text[: error.start]),
            hint="nothing was changed; save the file as UTF-8 first",
        ) from None


def _named(data: bytes, path: str, encoding: str) -> Decoded:
    import codecs

    name = codecs.lookup(encoding).name
    members = _FAMILIES.get(name, (name,))
    for mark, codec in _MARKS:
        if codec in members and data.startswith(mark):
            return Decoded(_strict(data, len(mark), path, codec), codec, mark)
    if len(members) > 1:
        from .guess import SAMPLE, guess

        likely = [codec for codec in guess(data[:SAMPLE]).codecs if codec in members]
        name = (likely or members)[0]
    else:
        name = members[0]
    return Decoded(_strict(data, 0, path, name), name)


def _short(data: bytes, text: str, path: str) -> Decoded:
    """Two-byte UTF-8, or GB18030 that happens to be valid UTF-8 as well (支票 is)."""
    from .guess import guess

    likely = guess(data)
    if likely.codecs == ("gb18030",) and not likely.rivals:
        return Decoded(_strict(data, 0, path, "gb18030"), "gb18030")
    return Decoded(text)


def _guessed(data: bytes, path: str, first_bad: int) -> Decoded:
    from .guess import SAMPLE, guess

    # Whole lines, and an even offset, so that no encoding is judged from the middle of a character.
    start = (data.rfind(b"\n", 0, first_bad) + 1) & ~1
    likely = guess(data[start : start + SAMPLE])
    if likely.rivals:
        raise InputError(
            f"not UTF-8, and too little text to tell which of {', '.join(likely.rivals)}",
            origin=_origin_of_byte(data, first_bad, path),
            hint=_SAVE_OR_NAME,
        )
    if likely.codecs == BIG5:
        return _big5(data, path)
    if likely.codecs:
        return Decoded(_strict(data, 0, path, likely.codecs[0]), likely.codecs[0])
    if b"\0" in data:
        raise _binary(_origin_of_byte(data, first_bad, path))
    return Decoded(_strict(data, 0, path, "utf-8"))


def _big5(data: bytes, path: str) -> Decoded:
    """Windows' Big5 unless the file needs Hong Kong's, which also has the numbers in circles."""
    import re

    windows, hong_kong = BIG5
    try:
        text = data.decode(windows)
    except UnicodeDecodeError:
        return Decoded(_strict(data, 0, path, hong_kong), hong_kong)
    # Python's cp950 has kana and Cyrillic where everybody else has numbers in circles and kana.
    if re.search("[\u0401-\u0451\u2460-\u247d\u3041-\u30fe]", text):
        try:
            return Decoded(data.decode(hong_kong), hong_kong)
        except UnicodeDecodeError:
            pass
    return Decoded(text, windows)


def _binary(origin: Origin) -> InputError:
    return InputError(
        "a NUL byte: this is taken for a binary file, it was not checked",
        origin=origin,
        hint="leave it out with the setting exclude",
    )


def _strict(data: bytes, skip: int, path: str, codec: str) -> str:
    body = data[skip:] if skip else data
    try:
        return body.decode(codec)
    except UnicodeDecodeError as error:
        what = _what_is_wrong(error, codec)
        origin = _origin(path, body[: error.start].decode(codec, "replace"))
    if codec in _WIDER:
        hint = f"{_WIDER[codec]} holds more characters"
    else:
        hint = _SAVE_OR_NAME if codec == "utf-8" else "mend the file or name another encoding"
    raise InputError(what, origin=origin, hint=hint)


def _what_is_wrong(error: UnicodeDecodeError, codec: str) -> str:
    rest = error.object[error.start : error.start + 2]
    in_utf8 = codec == "utf-8" and rest[0] == 0xED and rest[1:] >= b"\xa0"
    if in_utf8 or "surrogate" in error.reason:
        return f"half of a surrogate pair (a broken emoji) is not valid {codec}"
    if error.end == len(error.object) and ("end" in error.reason or "truncated" in error.reason):
        return f"the file ends in the middle of a character ({codec})"
    return f"byte 0x{rest[0]:02X} is not valid {codec}"


def _origin_of_byte(data: bytes, at: int, path: str) -> Origin:
    return _origin(path, data[:at].decode("utf-8", "replace"))


def _origin(path: str, before: str) -> Origin:
    """The place right after ``before``; \\n, \\r\\n and \\r end a line."""
    lines = before.replace("\r\n", "\n").replace("\r", "\n")
    return Origin(path, lines.count("\n") + 1, len(lines) - lines.rfind("\n"))
