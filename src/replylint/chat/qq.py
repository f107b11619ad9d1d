"""QQ's text export: a line of time and name above every message, one section a chat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Conversation, Role
from .head import Head
from .lines import assembled, clock_for, numbered, title
from .media import media_of
from .nouns import Options, Row, Unread
from .source import Source

_START = re.compile(
    r"(?P<time>\d{4}-\d{2}-\d{2} \d{1,2}:\d{2}:\d{2}(?: [AP]M)?) "
    r"(?:【(?P<title>[^】\n]{1,20})】)?(?P<name>.*?)[(<](?P<id>\d{4,12}|[^()<>\s]+@[^()<>\s]+)[)>]\s*"
)
_SECTION = re.compile(r"消息对象[:：](.*)")
_FRAME = re.compile(r"=+|消息(?:分组|记录)[:：（(].*")
_SYSTEM = frozenset({"10000", "1000000"})
_TITLE = "消息记录（此消息记录为文本格式，不支持重新导入）"


def fits(head: Head) -> bool:
    """Whether it begins as QQ's export does, or messages do."""
    return any(
        line.startswith("消息记录（此消息记录为文本格式") or _START.fullmatch(line)
        for line in head.lines[:20]
    )


def read(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    """A conversation for every section. Raises InputError."""
    clock = clock_for(options, None)
    rows: list[Row | Unread] = []
    section = title(source)
    body: list[str] = []
    last: Row | None = None

    def done() -> None:
        if last is not None:
            text = "\n".join(body).strip("\n")
            rows.append(last._replace(text=text, kind=media_of(text)))
        body.clear()

    for number, line in numbered(source, options):
        found = _START.fullmatch(line)
        named = _SECTION.fullmatch(line)
        if found:
            done()
            last = None
            who, name = found["id"], found["name"].strip()
            said = Role.SYSTEM if who in _SYSTEM else ""
            try:
                when = clock(found["time"])
            except ValueError:
                rows.append(
                    Unread(source.shown, number, 1, "there is no such time", "mend the line")
                )
                continue
            last = Row(section, "", name or who, said, when, f"L{number}", number, names=(who,))
        elif named or _FRAME.fullmatch(line):
            done()
            last = None
            if named:
                section = named[1].strip() or section
        elif last is not None:
            body.append(line)
        elif line.strip():
            rows.append(
                Unread(source.shown, number, 1, "it belongs to no message", "export it again")
            )
    done()
    yield from assembled(rows, clock, source, options)
