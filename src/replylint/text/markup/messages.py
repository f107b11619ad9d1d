"""Typed messages out of the rows of a stream: every field is what the model has, or refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from json import loads
from typing import TypeVar

from ...model import Recipient, Role, Turn
from .json import STYLE
from .model import Segment
from .names import language, names_of
from .pieces import Piece
from .places import BrokenError, Comments
from .tree import Listing, Node, Scalar, Table
from .writing import rewriting

_KNOWN = names_of(
    "text id role channel lang audience recipient author time conversation history meta "
    "messages replylint"
)
_HANDED_DOWN = ("channel", "lang", "audience", "recipient", "meta")
_Named = TypeVar("_Named", Role, Recipient)


def messages(row: Node, source: str, comments: Comments) -> Iterator[Segment]:
    """The message of a ``row``, or those of a conversation, each knowing what was said before.

    Raises Broken for what is not as CONTRACT has it. Two keys ``text`` are two messages.
    """
    if not isinstance(row, Table):
        raise BrokenError(row.start, "a row must be an object", 'write {"text": "…"}')
    fields = _fields(row, source, comments)
    texts = [node for key, node in row.entries if key == "text"]
    said = [node for key, node in row.entries if key == "messages"]
    if not texts and said:
        fields["conversation"] = fields.pop("id", None) or fields.get("conversation")
        for node in said:
            yield from _conversation(node, source, fields, comments)
    elif not texts:
        raise BrokenError(row.start, 'the key "text" is missing', 'write {"text": "…"}')
    for node in texts:
        if not isinstance(node, Scalar) or node.style is None:
            raise BrokenError(row.start, '"text" must be a string', "write it in double quotes")
        yield _segment(node, source, fields)


def _conversation(
    node: Node, source: str, around: dict[str, object], comments: Comments
) -> Iterator[Segment]:
    if not isinstance(node, Listing):
        raise BrokenError(node.start, '"messages" must be a list')
    handed = {name: around[name] for name in _HANDED_DOWN if name in around}
    handed["conversation"] = around["conversation"]
    turns: list[Turn] = []
    for item in node.items:
        for segment in list(messages(item, source, comments)):
            message = {**handed, **segment.message, "history": tuple(turns)}
            yield Segment(
                segment.text, segment.pieces, segment.encode_fn, segment.field, message=message
            )
            turns.append(Turn(_role_of(message), segment.text, _time_of(message)))


def _role_of(message: dict[str, object]) -> Role:
    role = message.get("role")
    return role if isinstance(role, Role) else Role.AGENT


def _time_of(message: dict[str, object]) -> datetime | None:
    time = message.get("time")
    return time if isinstance(time, datetime) else None


def _segment(scalar: Scalar, source: str, message: dict[str, object]) -> Segment:
    text, pieces = scalar.read(source)
    # An empty message is a message, and has a place.
    pieces = pieces or (Piece(0, 0, scalar.start + 1, scalar.start + 1),)
    encode = rewriting(source, scalar.start, scalar.end, STYLE, text)
    return Segment(text, pieces, encode, "text", message=message)


def _fields(row: Table, source: str, comments: Comments) -> dict[str, object]:
    found: dict[str, object] = {}
    meta: dict[str, object] = {}
    for key, node in row.entries:
        if key == "replylint":
            if said := _text(key, node, source):
                comments.add_key(node.start + 1, node.end - 1, said, (row.start, row.end))
        elif key not in _KNOWN:
            meta[key] = _plain(node, source)
        elif key not in ("text", "messages"):
            value = _field(key, node, source)
            if value is not None:
                found[key] = value
    given = found.get("meta")
    if meta or given:
        found["meta"] = {**(given if isinstance(given, dict) else {}), **meta}
    return found


def _field(key: str, node: Node, source: str) -> object:
    if key == "history":
        return _history(node, source)
    if key == "meta":
        value = _plain(node, source)
        if value is not None and not isinstance(value, dict):
            raise BrokenError(node.start, '"meta" must be an object')
        return value
    text = _text(key, node, source)
    if text is None:
        return None
    if key == "role":
        return _one_of(Role, key, text, node)
    if key == "recipient":
        return _one_of(Recipient, key, text, node)
    if key == "time":
        return _time(text, node)
    return (language(text) or None) if key == "lang" else text


def _text(key: str, node: Node, source: str) -> str | None:
    if isinstance(node, Scalar):
        text = node.read(source).text
        if node.style is not None:
            return text
        if text == "null":
            return None
        if key == "id" and text not in ("true", "false"):
            return text
    raise BrokenError(node.start, f'"{key}" must be a string', "write it in double quotes")


def _one_of(names: type[_Named], key: str, text: str, node: Node) -> _Named:
    try:
        return names(text)
    except ValueError:
        known = ", ".join(names)
        raise BrokenError(
            node.start, f'this "{key}" does not exist', f"write one of {known}"
        ) from None


def _time(text: str, node: Node) -> datetime:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        time = None
    if time is None or time.tzinfo is None:
        what = '"time" must be a date and time with its offset from UTC'
        raise BrokenError(node.start, what, "write it like 2026-03-02T09:15:00+08:00")
    return time


def _history(node: Node, source: str) -> tuple[Turn, ...] | None:
    if isinstance(node, Scalar) and node.read(source).text == "null" and node.style is None:
        return None
    if not isinstance(node, Listing):
        raise BrokenError(node.start, '"history" must be a list of earlier messages')
    return tuple(_turn(item, source) for item in node.items)


def _turn(node: Node, source: str) -> Turn:
    entries = dict(node.entries) if isinstance(node, Table) else {}
    if "role" not in entries or "text" not in entries:
        what = "an earlier message must have a role and a text"
        raise BrokenError(node.start, what, 'write {"role": "customer", "text": "…"}')
    text = _text("text", entries["text"], source)
    role = _text("role", entries["role"], source)
    time = _text("time", entries["time"], source) if "time" in entries else None
    return Turn(
        _one_of(Role, "role", role or "", entries["role"]),
        text or "",
        _time(time, entries["time"]) if time is not None else None,
    )


def _plain(node: Node, source: str) -> object:
    try:
        value: object = loads(source[node.start : node.end])
    except ValueError:  # a number of thousands of digits
        raise BrokenError(node.start, "this number is too long") from None
    return value
