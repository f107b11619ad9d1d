"""Rows become conversations: put together wherever their rows stand, in flat memory, none split.

Rows of a conversation mostly stand together. Whether they do is found by reading the file once
before anything is given out; if not, rows are sorted on disk.
"""

from __future__ import annotations

import pickle
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter, itemgetter

from ..errors import InputError, Origin
from ..model import Conversation, Message, Recipient, Role
from .body import stripped
from .casting import Casting, candidates
from .nouns import Options, Row, Unread

Rows = Callable[[], Iterator[Row | Unread]]

_REMEMBERED = 1_000_000  # ids of conversations; more of them are sorted on disk
_BATCH = 1 << 20  # bytes of rows on their way to the disk
_time = attrgetter("time")


class Survey:
    """What has to be known of all rows before the first conversation is given out."""

    def __init__(self) -> None:
        self.together = True
        self._seen: set[int] = set()
        self._last: str | None = None

    def see(self, conversation: str) -> None:
        """Count one row's conversation in. Called for every row in order."""
        if conversation == self._last:
            return
        self._last = conversation
        if not self.together:
            return
        key = hash(conversation)  # two ids of one hash only cost a sort
        if key in self._seen or len(self._seen) >= _REMEMBERED:
            self.together = False
            self._seen.clear()
        else:
            self._seen.add(key)


def conversations(
    rows: Iterable[Row | Unread],
    together: bool,
    casting: Casting,
    path: str,
    options: Options,
    meta: Callable[[], dict[str, object]] = dict,
) -> Iterator[Conversation | Unread]:
    """Conversations of ``rows``; ``together`` says that each one's rows follow each other."""
    ordered = rows if together else _sorted(rows)
    group: list[Row] = []
    current: str | None = None
    for row in ordered:
        if row.__class__ is Unread:
            yield row
            continue
        if row.conversation != current:  # type: ignore[union-attr]
            if group:
                yield _conversation(group, casting, path, options, meta)
            group = []
            current = row.conversation  # type: ignore[union-attr]
        group.append(row)  # type: ignore[arg-type]
    if group:
        yield _conversation(group, casting, path, options, meta)


def in_memory(
    rows: list[Row | Unread],
    casting: Casting,
    path: str,
    options: Options,
    meta: Callable[[], dict[str, object]] = dict,
    alone: bool = True,
) -> Iterator[Conversation | Unread]:
    """Conversations of a file read whole; InputError when ``alone`` and every role is open."""
    by_name: dict[str, list[Row]] = {}
    found: list[Conversation | Unread] = []
    for row in rows:
        if isinstance(row, Row):
            by_name.setdefault(row.conversation, []).append(row)
        else:
            found.append(row)
    found.extend(_conversation(each, casting, path, options, meta) for each in by_name.values())
    if alone and not any(isinstance(each, Conversation) for each in found):
        said = [row for row in rows if isinstance(row, Row)]
        open_ = Counter((row.author or str(row.said)) for row in said if casting.role(row) is None)
        if open_:
            line = next(row.line for row in said if casting.role(row) is None)
            raise InputError(candidates(open_), origin=Origin(path, line), hint=casting.hint)
    yield from found


def _sorted(rows: Iterable[Row | Unread]) -> Iterator[Row | Unread]:
    """Rows by conversation, within it as they came; what was unread comes first."""
    store = sqlite3.connect("")  # on disk when it grows, and gone when it is closed
    try:
        store.execute("create table rows (conversation text, number integer, row blob)")
        batch: list[tuple[str | bytes, int, bytes]] = []
        size = 0
        for number, row in enumerate(rows):
            if isinstance(row, Unread):
                yield row
                continue
            kept = pickle.dumps(tuple(row), protocol=5)
            batch.append((_sortable(row.conversation), number, kept))
            size += len(kept)
            if size > _BATCH:
                store.executemany("insert into rows values (?, ?, ?)", batch)
                batch.clear()
                size = 0
        store.executemany("insert into rows values (?, ?, ?)", batch)
        found = store.execute("select row from rows order by conversation, number")
        for (kept,) in found:
            yield Row(*pickle.loads(kept))
    finally:
        store.close()


def _sortable(text: str) -> str | bytes:
    """Half a surrogate pair cannot be stored as text."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def _conversation(
    rows: list[Row],
    casting: Casting,
    path: str,
    options: Options,
    meta: Callable[[], dict[str, object]],
) -> Conversation | Unread:
    roles = casting.settle(rows, path)
    if isinstance(roles, Unread):
        return roles
    first = rows[0]
    name = first.conversation
    channel, queue = first.channel or options.channel, first.queue or options.queue
    messages = [_message(row, role, channel) for row, role in zip(rows, roles, strict=True)]
    if all(row.time is not None for row in rows):
        messages.sort(key=_time)  # stable: what is of one time stays in the order of the file
    elif any(row.time is not None for row in rows):
        messages = _in_order(messages)
    lang = first.lang
    return Conversation(
        name, tuple(messages), channel, queue, lang, {**(first.about or {}), **meta()}
    )


def _in_order(messages: list[Message]) -> list[Message]:
    """By time; a message without one stays behind the one it came behind."""
    when = next(message.time for message in messages if message.time is not None)
    keyed = []
    for message in messages:
        when = message.time or when
        keyed.append((when, message))
    return [message for _, message in sorted(keyed, key=itemgetter(0))]


def _message(row: Row, role: Role, channel: str | None) -> Message:
    text, meta = row.text, row.meta
    style = row.style or ("mail" if (row.channel or channel) == "email" else "")
    if style != "plain" and (style or "\n" in text or "<" in text):
        body = stripped(text, style)
        if body is not None:
            text, meta = body.text, {**meta, "body": body}
    if row.kind:
        meta = {**meta, "kind": row.kind}
    return Message(
        text,
        row.id,
        role,
        row.channel or channel,
        row.lang,
        row.audience,
        Recipient(row.recipient) if row.recipient else Recipient.UNVERIFIED,
        row.author,
        row.time,
        row.conversation,
        None,
        meta,
    )
