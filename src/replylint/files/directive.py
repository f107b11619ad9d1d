"""Reads the suppressions in a file's comments, and says of each mistake in them where it is.

``replylint: ignore[command.*, promise.guarantee] why it is right; until 2026-12-31``

The words are ``ignore``, ``ignore-next-line``, ``ignore-start`` … ``ignore-end`` and
``ignore-file``. The rules must be named; reason and expiry may be left out. Full-width punctuation
is read as half-width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .terms import TOPIC

if TYPE_CHECKING:
    from ..text.markup import Comment

VERBS = ("ignore", "ignore-next-line", "ignore-start", "ignore-end", "ignore-file")

_CALL = re.compile(r"(?<![\w./@-])replylint[ \t]*[:：][ \t]*")
_VERB = re.compile(r"[A-Za-z][A-Za-z-]*")
_LIST = re.compile(r"[ \t]*[\[［]([^\]］]*)([\]］]?)")
_ITEM = re.compile(r"[^\s,，、;；]+")
_RULE = re.compile(r"[a-z][a-z_]*\.[a-z0-9*][a-z0-9*-]*")
_WORD = re.compile(r"[A-Za-z0-9_.*-]{1,60}")
_UNTIL = re.compile(r"(?P<mark>[;；,，]?)[ \t]*(?<!\w)until[ \t]*[:：]?[ \t]*(?P<date>\S*)[ \t]*$")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LINE_END = re.compile(r"[\r\n]")
_LEAD = re.compile(r"[\s/*#!;%-]*")  # what may stand before the call in a comment's line


@dataclass(frozen=True, slots=True)
class Named:
    """A rule pattern of a suppression and where it stands in the file."""

    pattern: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Directive:
    """One suppression as written. ``until`` is the last day it holds, an ISO date."""

    verb: str
    rules: tuple[Named, ...]
    start: int
    end: int
    comment: Comment
    reason: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake in a suppression: ``name`` completes ``suppression.``, ``what`` keys its sentence.

    ``word`` is the word at fault, fit to be shown, or empty.
    """

    name: str
    what: str
    start: int
    end: int
    word: str = ""


def read(comments: Sequence[Comment], text: str) -> tuple[list[Directive], list[Fault]]:
    """The suppressions of a file's ``comments`` (``text`` is the file's), and their mistakes."""
    directives: list[Directive] = []
    faults: list[Fault] = []
    for comment in comments:
        if "replylint" in comment.text:
            for said in _calls(comment, text):
                _one(said, directives, faults)
    return directives, faults


@dataclass(frozen=True, slots=True)
class _Call:
    """The text from a ``replylint:`` to the end of its line, and how to place it in the file."""

    body: str
    at: int  # offset of ``body`` in the file
    start: int  # offset of the call in the file
    leads: bool  # nothing stands before it
    comment: Comment
    exact: bool  # offsets in the comment's text are offsets in the file

    def place(self, start: int, end: int) -> tuple[int, int]:
        if not self.exact:
            return self.comment.start, self.comment.end
        return self.at + start, self.at + end

    def whole(self) -> tuple[int, int]:
        if not self.exact:
            return self.comment.start, self.comment.end
        return self.start, self.at + len(self.body.rstrip())


def _calls(comment: Comment, text: str) -> Iterator[_Call]:
    # Of a key, such as JSON's "replylint", only the end of the text stands in the file.
    source = text[comment.start : comment.end]
    shift = len(comment.text) - len(source)
    exact = shift >= 0 and comment.text.endswith(source)
    base = comment.start - shift
    found = list(_CALL.finditer(comment.text))
    for number, call in enumerate(found):
        before = comment.text[: call.start()]
        line_start = max(before.rfind("\n"), before.rfind("\r")) + 1
        stops = [later.start() for later in found[number + 1 : number + 2]]
        if line_end := _LINE_END.search(comment.text, call.end()):
            stops.append(line_end.start())
        yield _Call(
            comment.text[call.end() : min(stops, default=len(comment.text))],
            base + call.end(),
            max(base + call.start(), comment.start),
            _LEAD.fullmatch(comment.text, line_start, call.start()) is not None,
            comment,
            exact,
        )


def _one(call: _Call, directives: list[Directive], faults: list[Fault]) -> None:
    verb = _VERB.match(call.body)
    word = verb.group() if verb else ""
    if word not in VERBS:
        if call.leads or word.startswith("ignore"):
            faults.append(Fault("malformed", "verb", *call.whole(), word[:60]))
        return
    if call.comment.scope and word not in ("ignore", "ignore-file"):
        faults.append(Fault("malformed", "scope", *call.whole(), word))
        return
    rules = _LIST.match(call.body, len(word))
    if rules is None or not rules.group(2):
        faults.append(Fault("malformed", "open" if rules else "list", *call.whole(), word))
        return
    named = list(_rules(call, rules, faults))
    if not _ITEM.search(rules.group(1)):
        faults.append(Fault("malformed", "list", *call.whole(), word))
    reason, until = _rest(call, rules.end(), faults)
    if named and not isinstance(until, bool):
        directives.append(Directive(word, tuple(named), *call.whole(), call.comment, reason, until))


def _rules(call: _Call, rules: re.Match[str], faults: list[Fault]) -> Iterator[Named]:
    for item in _ITEM.finditer(call.body, rules.start(1), rules.end(1)):
        place = call.place(*item.span())
        pattern = item.group()
        what = None
        if not _RULE.fullmatch(pattern):
            bare = re.fullmatch(r"[a-z][a-z_]*", pattern)
            what = "every" if set(pattern) <= set("*.") else "topic" if bare else "pattern"
        elif pattern.startswith(f"{TOPIC}."):
            what = "own"
        if what is None:
            yield Named(pattern, *place)
        else:
            shown = pattern if _WORD.fullmatch(pattern) else ""
            faults.append(Fault("malformed", what, *place, shown))


def _rest(call: _Call, at: int, faults: list[Fault]) -> tuple[str | None, str | bool | None]:
    """The reason and the last day; False when there is one that cannot be read."""
    until = _UNTIL.search(call.body, at)
    if until and not until["mark"] and not until["date"][:1].isdigit() and until["date"]:
        until = None  # a reason that happens to hold the word
    reason = call.body[at : until.start() if until else len(call.body)].strip(" \t\r:：;；,，-–—")
    if until is None:
        return reason or None, None
    date = until["date"].rstrip(".。")
    if _is_date(date):
        return reason or None, date
    place = call.place(*until.span("date")) if date else call.whole()
    faults.append(Fault("malformed", "date", *place, date if _WORD.fullmatch(date) else ""))
    return reason or None, False


def _is_date(text: str) -> bool:
    from datetime import date

    try:
        return _DATE.fullmatch(text) is not None and bool(date.fromisoformat(text))
    except ValueError:
        return False
