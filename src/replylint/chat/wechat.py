"""WeChat by its exporters: WeFlow, EchoTrace (JSON), MemoTrace, WeChatMsg (CSV, text), chatlog.

Whether whoever made the export wrote a message is on it where the exporter knows; this is the
house unless the settings say ``"@self" = "customer"``. Exports with names only leave it open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..model import Conversation, Role
from .casting import self_roles
from .clock import Clock
from .document import Object, document, objects, strange, text, time_of
from .head import Head
from .lines import assembled, clock_for, numbered, title
from .media import media_of
from .nouns import Options, Row, Unread
from .source import Source
from .table import Table, Values
from .table import read as read_table

_TALKS = frozenset({"TalkerId", "StrContent", "IsSender", "Type"})
_CHATLOG = ["Time", "SenderName", "Sender", "TalkerName", "Talker", "Content"]
_SESSION = ["消息ID", "类型", "发送人", "时间", "内容"]
_KINDS = {
    "1": "",
    "3": "photo",
    "34": "voice",
    "43": "video",
    "47": "sticker",
    "48": "location",
    "49": "link",
    "50": "call",
    "10000": "system",
}
_LINE = re.compile(r"(?P<time>\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}) (?P<name>\S.{0,60})")


def fits(head: Head) -> bool:
    """Whether keys or columns are an exporter's, or messages have a line of time and name."""
    if head.keys:
        return "weflow" in head.keys or {"isSend", "senderUsername"} <= head.keys
    first = head.lines[0].strip() if head.lines else ""
    columns = first.split(",")
    if columns in (_CHATLOG, _SESSION) or set(columns) >= _TALKS:
        return True
    return sum(_LINE.fullmatch(line) is not None for line in head.lines[:40]) >= 2


def read(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    """The conversations of a file. Raises InputError."""
    from .head import head_of

    head = head_of(source, options.encoding)
    if head.text.lstrip().startswith(("{", "[")):
        yield from _json(source, options)
    elif "," in (head.lines[0] if head.lines else ""):
        yield from _csv(source, options)
    else:
        yield from _text(source, options)


def _json(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    found = document(source, options)
    session = found.get("session") if isinstance(found, dict) else None
    session = session if isinstance(session, dict) else {}
    name = text(session.get("wxid")) or text(session.get("displayName")) or title(source)
    listed = objects(found.get("messages") if isinstance(found, dict) else found)
    clock = clock_for(options, None)
    rows = [
        _row(each, number, name, clock, options, source.shown)
        for number, each in enumerate(listed, 1)
    ]
    about = {"name": session.get("displayName"), "type": session.get("type")}
    told: list[Row | Unread] = [
        row._replace(about=about) if isinstance(row, Row) else row for row in rows
    ]
    yield from assembled(told, clock, source, options)


def _row(
    each: Object, number: int, name: str, clock: Clock, options: Options, path: str
) -> Row | Unread:
    try:
        when = time_of(each.get("createTime") or each.get("formattedTime"), clock)
    except ValueError as error:
        return strange(path, number, f"not a time: {error}")
    me, other = self_roles(options)
    sent = each.get("isSend")
    words = text(each.get("content")) or ""
    who = text(each.get("senderUsername"))
    system = sent is None or text(each.get("localType")) == "10000"
    kind = "" if text(each.get("localType")) == "1" else text(each.get("type")) or media_of(words)
    return Row(
        name,
        words,
        text(each.get("senderDisplayName")) or who,
        Role.SYSTEM if system else me if sent in (1, "1", True) else other,
        when,
        text(each.get("localId")) or f"L{number}",
        number,
        kind=kind,
        names=(who,) if who else (),
    )


def _csv(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    from .csv import table_of

    table = table_of(source, options)
    header = list(table.header)
    if set(header) >= _TALKS:
        table = _talks(table, header)
    elif header == _CHATLOG:
        mapping = {"Time": "time", "SenderName": "author", "Talker": "conversation"}
        table = replace(table, mapping={**mapping, "Content": "text"})
    else:
        mapping = {
            "消息ID": "id",
            "发送人": "author",
            "时间": "time",
            "内容": "text",
            "类型": "kind",
        }
        table = replace(table, one=True, mapping=mapping)
    yield from read_table(table, options)


def _talks(table: Table, header: list[str]) -> Table:
    """MemoTrace's table of all messages: kinds by number, the system's messages by kind."""
    kind, sender = header.index("Type"), header.index("IsSender")

    def records() -> Iterator[tuple[int, Values] | Unread]:
        for each in table.records():
            if isinstance(each, Unread):
                yield each
                continue
            line, cells = each
            row = list(cells)
            if row[kind] == "10000":
                row[sender] = "system"
            row[kind] = _KINDS.get(row[kind], row[kind])
            yield line, row

    mapping = {
        "TalkerId": "conversation",
        "StrContent": "text",
        "IsSender": "role",
        "Type": "kind",
    }
    for field, names in (("author", ("NickName", "Sender")), ("time", ("StrTime", "CreateTime"))):
        name = next((each for each in names if each in header), None)
        if name is not None:
            mapping[name] = field
    return replace(table, records=records, mapping=mapping)


def _text(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    clock = clock_for(options, None)
    name = title(source)
    rows: list[Row | Unread] = []
    for number, line in numbered(source, options):
        found = _LINE.fullmatch(line)
        last = rows[-1] if rows else None
        if found:
            try:
                when = clock(found["time"])
            except ValueError:
                rows.append(strange(source.shown, number, "there is no such time"))
                continue
            rows.append(Row(name, "", found["name"].strip(), "", when, f"L{number}", number))
        elif isinstance(last, Row):
            rows[-1] = last._replace(text=f"{last.text}\n{line}" if last.text else line)
        elif line.strip():
            rows.append(strange(source.shown, number, "it belongs to no message"))
    told = [
        row._replace(text=row.text.rstrip("\n"), kind=media_of(row.text.rstrip("\n")))
        if isinstance(row, Row)
        else row
        for row in rows
    ]
    yield from assembled(told, clock, source, options)
