"""The four ways YAML writes a text, read with the place of every character, and written again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from .pieces import Builder, Spelling, newline_of, spell
from .writing import UnreadableError

_BREAK = "(?:\r\n|[\r\n\x85\u2028\u2029])"
_ONE_BREAK = re.compile(_BREAK)
# A run of blanks is one match, or the search for its end would begin at every blank of it.
_FOLD = rf"[ \t]*+{_BREAK}(?:[ \t]*+{_BREAK})*+[ \t]*+"
_PLAIN_ODD = re.compile(rf"{_FOLD}|[ \t]++")
_SINGLE_ODD = re.compile(rf"''|{_FOLD}|[ \t]++")
_DOUBLE_ODD = re.compile(
    rf"\\(?P<line>{_BREAK})(?:[ \t]*+{_BREAK})*+[ \t]*+|\\(?P<blank>[ \t])(?:{_FOLD})?"
    rf"|\\(?:x[0-9a-fA-F]{{2}}|u[0-9a-fA-F]{{4}}|U[0-9a-fA-F]{{8}}|[^xuU])|\\[xuU]?|{_FOLD}|[ \t]++"
)
_SHORT = {
    **dict(zip('0abtnvfre"/\\', '\0\a\b\t\n\v\f\r\x1b"/\\', strict=True)),
    **dict(zip("N_LP", "\x85\xa0\u2028\u2029", strict=True)),
}
NOT_PRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\ufffe\uffff]"
)
_NEVER_RAW = re.compile(f"{NOT_PRINTABLE.pattern}|[\x85\u2028\u2029\ufeff]")
_SINGLE = re.compile(r"'(?:[^']|'')*+'")
_DOUBLE = re.compile(r'(?s)"(?:[^"\\]|\\.)*+"')
_S = "[ \t\r\n]"
_NEVER_PLAIN = re.compile(
    rf"\A(?:[-?:](?:{_S}|\Z)|[,\[\]{{}}#&*!|>'\"%@`]|{_S}|---|\.\.\.|(?:<<|=)\Z)"
    rf"|:(?:{_S}|\Z)|{_S}#|{_S}\Z|[\r\n](?:---|\.\.\.)(?:{_S}|\Z)"
)
_NEVER_IN_FLOW = re.compile(r"[,\[\]{}]")
NO_TEXT = re.compile(
    r"(?i:~|null|true|false|yes|no|on|off|y|n)?"
    r"|[-+]?(?:[0-9][0-9_,]*+(?:\.[0-9_]*+)?|\.[0-9_]++)(?:[eE][-+]?[0-9]++)?"
    r"|[-+]?\.(?i:inf|nan)|0[xob][0-9a-fA-F_]++|[-+]?[0-9]++(?::[0-5]?[0-9]){1,5}(?:\.[0-9]*+)?"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]++)[0-9:.]++[ \t]*+(?:Z|[-+][0-9:]++)?)?"
)
"""What a plain scalar is not a text by, in YAML 1.1 and 1.2."""

_HEADER = re.compile(rf"([|>])(?:[-+]?[1-9]?|[1-9][-+])[ \t]*+(?:#[^\r\n]*+)?(?:{_BREAK}|\Z)")


def _folded(said: str) -> str:
    """What line ends and the blanks around them are read as; blanks alone are themselves."""
    breaks = _ONE_BREAK.findall(said)
    if not breaks:
        return said
    first, *rest = ["\n" if each in ("\r\n", "\r", "\x85") else each for each in breaks]
    if first == "\n":
        return "".join(rest) or " "
    return "".join((first, *rest))


def _fold(match: re.Match[str]) -> str:
    return _folded(match.group())


def _single(match: re.Match[str]) -> str:
    return "'" if match.group() == "''" else _folded(match.group())


def _double(match: re.Match[str]) -> str:
    said = match.group()
    if said[0] != "\\":
        return _folded(said)
    if match["line"]:
        return "".join(
            "\n" if each in ("\r\n", "\r", "\x85") else each
            for each in _ONE_BREAK.findall(said)[1:]
        )
    if match["blank"]:
        return match["blank"] + _folded(said[2:])
    if len(said) > 2:
        code = int(said[2:], 16)
        if code > 0x10FFFF or 0xD800 <= code < 0xE000:
            raise UnreadableError
        return chr(code)
    if said[1:] not in _SHORT:
        raise UnreadableError
    return _SHORT[said[1:]]


class Single:
    """'In single quotes'."""

    def read(self, source: str, start: int, end: int) -> Spelling:
        if not _SINGLE.fullmatch(source, start, end):
            raise UnreadableError
        into = Builder(source)
        spell(into, source, start + 1, end - 1, _SINGLE_ODD, _single)
        return into.done()

    def write(self, new: str, raw: str) -> str | None:
        if "\n" in new or NOT_PRINTABLE.search(new):
            return None
        return new.replace("'", "''")


class Double:
    """ "In double quotes", with escapes."""

    def read(self, source: str, start: int, end: int) -> Spelling:
        if not _DOUBLE.fullmatch(source, start, end):
            raise UnreadableError
        into = Builder(source)
        spell(into, source, start + 1, end - 1, _DOUBLE_ODD, _double)
        return into.done()

    def write(self, new: str, raw: str) -> str | None:
        from json import dumps

        # Whoever escapes all Han characters wants a file of ASCII.
        if "\\u" in raw and raw.isascii() and not new.isascii():
            return "".join(map(_escaped, new))
        new = dumps(new, ensure_ascii=False)[1:-1]
        return _NEVER_RAW.sub(lambda odd: _escaped(odd.group()), new)


def _escaped(ch: str) -> str:
    if " " <= ch <= "~" and ch not in '"\\':
        return ch
    if ch == "\n":
        return "\\n"
    return f"\\u{ord(ch):04x}" if ord(ch) < 0x10000 else f"\\U{ord(ch):08x}"


@dataclass(frozen=True, slots=True)
class Plain:
    """Without quotes; ``flow`` is inside [ ] or { }, ``tagged`` is always a text."""

    flow: bool = False
    tagged: bool = False

    def read(self, source: str, start: int, end: int) -> Spelling:
        said = source[start:end]
        if _NEVER_PLAIN.search(said) or (self.flow and _NEVER_IN_FLOW.search(said)):
            raise UnreadableError
        if not self.tagged and NO_TEXT.fullmatch(said):
            raise UnreadableError
        into = Builder(source)
        spell(into, source, start, end, _PLAIN_ODD, _fold)
        return into.done()

    def write(self, new: str, raw: str) -> str | None:
        if "\n" in new or NOT_PRINTABLE.search(new) or (self.flow and "?" in new):
            return None  # some readers take a question mark for a key there
        return new


@dataclass(frozen=True, slots=True)
class Block:
    """| or > and the lines below it, which are indented by ``indent``."""

    indent: int
    runs_on: ClassVar[bool] = True

    def read(self, source: str, start: int, end: int) -> Spelling:
        header = _HEADER.match(source, start, end)
        if header is None:
            raise UnreadableError
        into = Builder(source)
        mark = header.group().partition("#")[0]
        chomp = "+" if "+" in mark else "-" if "-" in mark else ""
        self._lines(into, source, header.end(), end, mark, chomp)
        return into.done()

    def _lines(self, into: Builder, source: str, at: int, end: int, mark: str, chomp: str) -> None:
        folds = mark[0] == ">"
        finds = not any(each in mark for each in "123456789")
        breaks, since = "", at  # line ends read and not yet written, and where they begin
        blank_before: bool | None = None  # whether the last line with words began with a blank
        while at < end:
            first = at + self._lead(source, at, end)
            stop = _ONE_BREAK.search(source, first, end)
            line_end = stop.start() if stop else end
            if line_end > first and first - at < self.indent:
                break
            if line_end > first:
                blank = source[first] in " \t"
                if blank_before is None and finds and blank:
                    raise UnreadableError  # not what is meant to show the indentation
                joins = folds and blank_before is False and not blank and breaks[:1] == "\n"
                into.put((breaks[1:] or " ") if joins else breaks, since, first)
                into.copy(first, line_end)
                blank_before, breaks, since = blank, "", line_end
            at = stop.end() if stop else end
            if stop:
                said = stop.group()
                breaks += "\n" if said in ("\r\n", "\r", "\x85") else said
        if blank_before is None:
            chomp = chomp if chomp == "+" else "-"
        if breaks and chomp != "-":
            kept = breaks if chomp == "+" else breaks[0]
            self._put_breaks(into, source, since, end, len(kept))

    def _lead(self, source: str, at: int, end: int) -> int:
        stop = min(at + self.indent, end)
        lead = at
        while lead < stop and source[lead] == " ":
            lead += 1
        return lead - at

    def _put_breaks(self, into: Builder, source: str, at: int, end: int, count: int) -> None:
        for stop in _ONE_BREAK.finditer(source, at, end):
            if not count:
                return
            said = stop.group()
            into.put("\n" if said in ("\r\n", "\r", "\x85") else said, stop.start(), stop.end())
            count -= 1

    def write(self, new: str, raw: str) -> str | None:
        if NOT_PRINTABLE.search(new):
            return None
        return new.replace("\n", newline_of(raw) + " " * self.indent)
