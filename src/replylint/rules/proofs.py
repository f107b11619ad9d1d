"""Reads the examples of a rule: where they are marked, and in which message or talk they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ..errors import Origin, PackError
from ..model import Conversation, Message, Recipient, Role, Turn
from .rule import Example, Kind
from .schema import CONTEXT
from .yaml_source import Node, Scalar, Table

_LANGS = ("zh-Hans", "zh-Hant", "en")
_SAID = re.compile(r"([a-z]+)(?:/(\S+?))?(?: \+([0-9.]+)([smhd]))?: ([\s\S]*)")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_START = "2026-03-02T10:00:00+08:00"  # a Monday
_NEXT = timedelta(seconds=30)  # from one turn to the next that does not say when


@dataclass(frozen=True, slots=True)
class Scenario:
    """A short conversation; ``marks``: (turn, start, end) of what must be found in it."""

    conversation: Conversation
    marks: tuple[tuple[int, int, int], ...]


def examples(table: Table, kind: Kind | None = None) -> tuple[Example, ...]:
    """The bad ones, then the good. Raises PackError for marks that do not fit, and for a sentence
    where the kind of rule needs a conversation, or the other way round."""
    read = _talk if kind is Kind.TURNS else _example
    bad = tuple(read(node, True) for node in table.many("bad"))
    return bad + tuple(read(node, False) for node in table.many("good"))


def _talk(node: Node, bad: bool) -> Example:
    if not isinstance(node, Table) or "turns" not in node:
        raise PackError(
            "a rule over turns is proved by conversations",
            origin=node.origin,
            hint='write {turns: ["customer: …", "agent: …"]}',
        )
    start = _time(node.text("start", _START), node.at("start"))
    given = [_said(each) for each in node.many("turns")]
    timed = "start" in node or any(said.after is not None for said in given)
    messages: list[Message] = []
    marks: list[tuple[int, int, int]] = []
    for number, said in enumerate(given):
        text, spans = unmark(said.text)
        marks += [(number, *span) for span in spans]
        if timed and said.time is None:
            step = said.after
            now = start + step if step is not None else start
            if step is None and messages:
                now = (messages[-1].time or start) + _NEXT
            said.time = now
        messages.append(
            Message(text, role=said.role, author=said.author, time=said.time, meta=said.meta)
        )
    if bad != bool(marks):
        what = "nothing is marked in this example" if bad else "a good example marks nothing"
        raise PackError(what, origin=node.origin, hint="write [[…]] or [[]]" if bad else None)
    context = {key: node.text(key) for key in ("channel", "queue") if key in node}
    meta = node.table("meta")
    fields = {key: meta.text(key) for key in meta.entries} if meta else {}
    scenario = Scenario(Conversation("", tuple(messages), meta=fields, **context), tuple(marks))
    shown, places = _transcript(messages, marks)
    return Example(
        shown,
        places,
        also=node.texts("also"),
        context=tuple(context.items()),
        origin=node.origin,
        scenario=scenario,
    )


@dataclass(slots=True)
class _Said:
    role: Role
    text: Scalar
    author: str | None = None
    time: datetime | None = None
    after: timedelta | None = None
    meta: Mapping[str, str] = field(default_factory=dict)


def _said(node: Node) -> _Said:
    if isinstance(node, Table):
        text, meta = node.get("text"), node.table("meta")
        assert isinstance(text, Scalar)  # the schema asks for it
        return _Said(
            Role(node.text("role")),
            text,
            node.text("author") or None,
            _time(node.text("time"), node.at("time")) if "time" in node else None,
            meta={key: meta.text(key) for key in meta.entries} if meta else {},
        )
    assert isinstance(node, Scalar)
    found = _SAID.fullmatch(node.text)
    assert found  # the schema asks for it
    role, author, number, unit, words = found.groups()
    after = timedelta(**{_UNITS[unit]: float(number)}) if number else None
    shift = None if node.shift is None else node.shift + found.start(5)
    return _Said(Role(role), Scalar(words, node.origin, False, shift), author, after=after)


def _transcript(
    messages: list[Message], marks: list[tuple[int, int, int]]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The conversation as one text, and the marks in it."""
    lines, places, reached = [], [], 0
    first = messages[0].time
    for number, message in enumerate(messages):
        head = str(message.role) + (f"/{message.author}" if message.author else "")
        if message.time and first:
            head += f" +{_spoken(message.time - first)}"
        lines.append(f"{head}: {message.text}")
        shift = reached + len(head) + 2
        places += [(shift + a, shift + b) for turn, a, b in marks if turn == number]
        reached += len(lines[-1]) + 1
    return "\n".join(lines), tuple(places)


def _spoken(time: timedelta) -> str:
    seconds = time.total_seconds()
    for unit, size in (("h", 3600), ("m", 60)):
        if seconds >= size:
            return f"{seconds / size:g}{unit}"
    return f"{seconds:g}s"


def _example(node: Node, bad: bool) -> Example:
    if isinstance(node, Table) and "turns" in node:
        raise PackError("this rule is about one message", origin=node.at("turns"), hint="text: …")
    written = node.get("text") if isinstance(node, Table) else node
    assert isinstance(written, Scalar)  # the schema allows nothing else
    text, spans = unmark(written)
    if bad and not spans:
        raise PackError(
            "nothing is marked in this example", origin=written.origin, hint="write [[…]] or [[]]"
        )
    if spans and not bad:
        raise PackError("a good example marks nothing", origin=written.origin)
    if not bad and isinstance(node, Table) and "fixed" in node:
        raise PackError("a good example is not mended", origin=node.at("fixed"))
    if not isinstance(node, Table):
        return Example(text, spans, origin=written.origin)
    fixed = node.text("fixed") if "fixed" in node else None
    return Example(text, spans, fixed, node.texts("also"), tuple(_context(node)), written.origin)


def unmark(written: Scalar) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without its marks, and the spans they stood around, in code points of that text.

    ``\\[[`` is a literal ``[[``. Raises PackError for marks that do not pair.
    """
    text, spans, start, at = "", [], -1, 0
    source = written.text
    while at < len(source):
        if source.startswith("\\[[", at):
            text += "[["
            at += 3
        elif source.startswith("[[", at):
            if start >= 0:
                raise PackError("a mark inside a mark", origin=written.at(at))
            start = len(text)
            at += 2
        elif start >= 0 and source.startswith("]]", at):
            spans.append((start, len(text)))
            start = -1
            at += 2
        else:
            text += source[at]
            at += 1
    if start >= 0:
        raise PackError('a "[[" is not closed', origin=written.origin, hint="a literal one is \\[[")
    return text, tuple(spans)


def _context(table: Table) -> Iterator[tuple[str, object]]:
    for key in CONTEXT:
        node = table.get(key)
        if node is not None:
            yield key, _typed(key, table, node)


def _typed(key: str, table: Table, node: Node) -> object:
    text = table.text(key)
    if key == "role":
        return Role(text)
    if key == "recipient":
        return Recipient(text)
    if key == "time":
        return _time(text, node.origin)
    if key == "history":
        return tuple(_turn(turn) for turn in table.tables(key))
    if key == "lang" and text not in _LANGS:
        raise PackError(
            f'"{text}" is not the language of a message',
            origin=node.origin,
            hint="write " + ", ".join(_LANGS),
        )
    return text


def _turn(table: Table) -> Turn:
    time = _time(table.text("time"), table.at("time")) if "time" in table else None
    return Turn(Role(table.text("role")), table.text("text"), time)


def _time(text: str, origin: Origin) -> datetime:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        time = None
    if time is None or time.tzinfo is None:
        raise PackError(
            f'"{text}" is no time with an offset', origin=origin, hint="2026-03-02T09:15:00+08:00"
        )
    return time
