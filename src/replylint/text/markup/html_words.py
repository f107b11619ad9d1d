"""The words between two tags of HTML: of blanks one, of references what they stand for."""

from __future__ import annotations

import re
from dataclasses import replace

from ..protected import Protected
from .entities import ENTITY, character
from .names import names_of
from .pieces import Builder, Spelling, cut
from .tags import CDATA, OPEN, OTHER, TEXT, Token

CODE = names_of("code kbd samp tt var")
# They stand for what a template engine reads, so that tags are seen around it: for what steers it,
# what it puts something for, and what it leaves out.
CONTROL, HOLE, NOTHING = "\ue0ff", "\ue0fe", "\ue0fd"
KINDS = {CONTROL: "control", HOLE: "hole"}
FILLED = f"{CONTROL}++|{HOLE}++"
_ODD = re.compile(rf"{ENTITY}|[ \t\r\n\f]{{2,}}+|[\t\r\n\f]|{FILLED}|{NOTHING}++")
_ODD_KEPT = re.compile(rf"{ENTITY}|\r\n?|{FILLED}|{NOTHING}++")


class Words:
    """The words of one block."""

    def __init__(self, text: str, masked: str, kept: bool) -> None:
        self._text = text
        self._masked = masked
        self._kept = kept
        self._into = Builder(text)
        self._spaced = True  # nothing or a space stands before: another one is not seen
        self._protected: list[Protected] = []

    def read(self, inside: list[Token]) -> tuple[Spelling, tuple[Protected, ...]]:
        code: list[int] = []
        for token in inside:
            if token.kind == TEXT:
                self._words(token.start, token.end)
            elif token.kind == CDATA:
                closed = self._masked.endswith("]]>", token.start, token.end)
                self._words(token.start + 9, token.end - 3 * closed, references=False)
            elif token.name == "br" and token.kind != OTHER:
                self._into.put("\n", token.start, token.end)
                self._spaced = True
            elif token.name in CODE and token.kind == OPEN:
                code.append(len(self._into))
            elif token.name in CODE and code:
                self._protect(code.pop(), "code")
        while code:
            self._protect(code.pop(), "code")
        return self._trimmed(self._into.done())

    def _protect(self, start: int, kind: str) -> None:
        if start < len(self._into):
            self._protected.append(Protected(start, len(self._into), kind))

    def _trimmed(self, spelling: Spelling) -> tuple[Spelling, tuple[Protected, ...]]:
        end = len(spelling.text)
        if not self._kept and spelling.text.endswith(" "):
            end -= 1
        protected = [replace(each, end=min(each.end, end)) for each in self._protected]
        outermost: list[Protected] = []
        for each in sorted(protected, key=lambda one: (one.start, -one.end)):
            if each.start < each.end and (not outermost or each.start >= outermost[-1].end):
                outermost.append(each)
        return cut(spelling, 0, end), tuple(outermost)

    def _words(self, at: int, end: int, references: bool = True) -> None:
        masked, into = self._masked, self._into
        for odd in (_ODD_KEPT if self._kept else _ODD).finditer(masked, at, end):
            start, stop = odd.span()
            if at < start:
                self._copy(at, start)
            at = stop
            if masked[start] in KINDS:
                begin = len(into)
                into.copy(start, stop)
                self._protect(begin, KINDS[masked[start]])
                self._spaced = False
            elif masked[start] == NOTHING:
                continue
            elif masked[start] == "&":
                into.put(character(odd) if references else odd.group(), start, stop)
                self._spaced = False
            elif self._kept:
                into.put("\n", start, stop)
            elif not self._spaced:
                into.put(" ", start, stop)
                self._spaced = True
        if at < end:
            self._copy(at, end)

    def _copy(self, start: int, end: int) -> None:
        """Words and single spaces; after a space the first is not seen."""
        if self._spaced and not self._kept and self._masked[start] == " ":
            start += 1
        self._into.copy(start, end)
        if start < end:
            self._spaced = self._masked[end - 1] == " "
