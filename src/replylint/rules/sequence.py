"""Parses the one-line language of sequences into words, gaps and captures."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..errors import PackError
from .yaml_source import Scalar

RESERVED = frozenset(["all", "match", "clause", "sentence", "message", "start", "end", "rest"])
_TOKEN = re.compile(
    r"\s*(?:(?P<name>[a-z][a-z0-9_]*)=)?(?P<body>!?\((?P<alts>[^()]*)\)|[^\s()]+)(?P<optional>(?<=\))\?)?"
)


@dataclass(frozen=True, slots=True)
class Words:
    """One of these: each a ``$name`` or a literal."""

    refs: tuple[Scalar, ...]
    capture: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Space:
    """At most ``most`` code points (None: any number), none of ``forbid`` inside."""

    most: int | None = 0
    forbid: tuple[Scalar, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """Words and spaces strictly alternate, words first and last."""

    items: tuple[Words | Space, ...]
    from_start: Space | None = None
    to_end: Space | None = None


def parse(line: Scalar) -> Line:
    """Raises PackError at the character that is wrong."""
    return _Parser(line).line()


class _Parser:
    def __init__(self, line: Scalar) -> None:
        self._line = line
        self._items: list[Words | Space] = []
        self._gap: Space | None = None  # the gap after the last words, or after "^"
        self._start: Space | None = None
        self._end: Space | None = None
        self._anchored = False

    def line(self) -> Line:
        at, text = 0, self._line.text.rstrip()
        while at < len(text):
            token = _TOKEN.match(text, at)
            if token is None:
                raise self._wrong("a bracket does not fit here", at)
            if self._end is not None:
                raise self._wrong('nothing may follow "$"', token.start("body"))
            self._take(token)
            at = token.end()
        if self._gap is not None and self._end is None:
            raise self._wrong("a gap leads nowhere", len(text) - 1, 'end with words or "$"')
        words = [item for item in self._items if isinstance(item, Words)]
        if all(item.optional for item in words):
            raise self._wrong("every item may be missing", 0, 'leave out one "?"')
        return Line(tuple(self._items), self._start, self._end)

    def _take(self, token: re.Match[str]) -> None:
        body, at = token["body"], token.start("body")
        if body == "^":
            if self._items or self._anchored or self._gap:
                raise self._wrong('"^" must come first', at)
            self._anchored = True
        elif body == "$":
            if not self._items:
                raise self._wrong('"$" must come last', at)
            self._end = self._gap or Space()
            self._gap = None
        elif body.startswith(".."):
            self._space(body, at)
        elif body.startswith("!"):
            self._forbid(token)
        else:
            self._words(token)

    def _space(self, body: str, at: int) -> None:
        if body != ".." and not re.fullmatch(r"\.\.[0-9]{1,4}", body):
            raise self._wrong(f'"{body}" is no gap', at, "write ..4 or ..")
        if self._gap is not None:
            raise self._wrong("two gaps follow each other", at)
        if not self._items and not self._anchored:
            raise self._wrong("a gap must follow words", at, 'or "^" for the start of the stretch')
        self._gap = Space(int(body[2:]) if body != ".." else None)

    def _forbid(self, token: re.Match[str]) -> None:
        at = token.start("body")
        if self._gap is None or token["name"]:
            raise self._wrong('"!" must follow a gap', at, "write ..6 !$name")
        forbid = self._gap.forbid + self._refs(token["alts"], token["body"][1:], at + 1)
        self._gap = replace(self._gap, forbid=forbid)

    def _words(self, token: re.Match[str]) -> None:
        body, name, at = token["body"], token["name"], token.start("body")
        optional = bool(token["optional"])
        if token["alts"] is None and body.endswith("?") and len(body) > 1:
            body, optional = body[:-1], True
        if name in RESERVED:
            raise self._wrong(f'"{name}" cannot name a capture', token.start("name"))
        if any(isinstance(item, Words) and item.capture == name for item in self._items if name):
            raise self._wrong(f'the capture "{name}" stands here twice', token.start("name"))
        if self._items:
            self._items.append(self._gap or Space())
        elif self._anchored:
            self._start = self._gap or Space()
        self._gap = None
        self._items.append(Words(self._refs(token["alts"], body, at), name, optional))

    def _refs(self, alts: str | None, body: str, at: int) -> tuple[Scalar, ...]:
        if alts is None:
            return (self._ref(body, at),)
        refs = []
        at += 1
        for word in _split(alts):
            refs.append(self._ref(word.strip(), at + len(word) - len(word.lstrip())))
            at += len(word) + 1
        return tuple(refs)

    def _ref(self, word: str, at: int) -> Scalar:
        if not word or word == "$":
            raise self._wrong("a word is missing here", at)
        return Scalar(word, self._line.at(at))

    def _wrong(self, what: str, at: int, hint: str | None = None) -> PackError:
        return PackError(what, origin=self._line.at(at), hint=hint)


def _split(alts: str) -> list[str]:
    return alts.split("|")
