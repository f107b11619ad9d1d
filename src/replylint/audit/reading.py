"""From exports to tasks: conversations in chunks, each with how far into which file it reaches."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ..chat import Unread
from ..errors import InputError
from ..model import Conversation
from .order import Item
from .pool import Task
from .rows import UnreadRow
from .veil import shown_path, veiled

if TYPE_CHECKING:
    Read: TypeAlias = Callable[[str], Iterator[Conversation | Unread]]

CHUNK = 1000  # messages that are judged, and kept, together
_QUOTED = re.compile(r'"[^"]*[^\W\d_][^"]*"')
_EDGE = 1 << 20  # bytes at both ends of a file that tell whether it is still the same


class Position(NamedTuple):
    """How far a run has come: ``items`` conversations and unread rows of file number ``file``;
    ``no`` conversations and ``messages`` messages in all."""

    file: int = 0
    items: int = 0
    no: int = 0
    messages: int = 0


class Progressed(NamedTuple):
    """What a chunk adds: where it ends, and what could not be read on the way."""

    position: Position
    unread: tuple[UnreadRow, ...]


@dataclass(frozen=True, slots=True)
class Export:
    """A file to audit. ``shown`` is what people are told; ``size`` in bytes."""

    path: str
    shown: str
    size: int
    mark: str  # changes when the file does


def export(path: str, shown: str) -> Export:
    """The file at ``path``, marked by its size and both its ends. Raises OSError."""
    size = 0
    digest = blake2b(digest_size=16)
    if os.path.isdir(path):
        for folder, folders, names in os.walk(path):
            folders.sort()
            for name in sorted(names):
                size += os.stat(os.path.join(folder, name)).st_size
                digest.update(f"{name}:{size};".encode("utf-8", "surrogateescape"))
        return Export(path, shown, size, digest.hexdigest())
    with open(path, "rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        digest.update(f"{size};".encode())
        digest.update(stream.read(_EDGE))
        if size > 2 * _EDGE:
            stream.seek(-_EDGE, os.SEEK_END)
        digest.update(stream.read(_EDGE))
    return Export(path, shown, size, digest.hexdigest())


def tasks(
    exports: Sequence[Export],
    read: Read,
    start: Position,
    messages: int = CHUNK,
    tell: Callable[[str], None] = lambda _: None,
) -> Iterator[Task]:
    """What is left after ``start``, in chunks of about so many messages that end with a file.

    The items already done are read again and passed over. An export that cannot be read, or not
    to its end, is one more unread row, and the next one's turn; ``tell`` hears of it in full.
    """
    at = start
    for number in range(start.file, len(exports)):
        shown = exports[number].shown
        found: Iterable[Conversation | Unread] = _to_its_end(read, exports[number], tell)
        if number == start.file and start.items:
            found = islice(found, start.items, None)
        items: list[Item] = []
        unread: list[UnreadRow] = []
        size = 0
        for each in found:
            if isinstance(each, Conversation):
                items.append(Item(at.no, shown, each))
                at = Position(number, at.items + 1, at.no + 1, at.messages + len(each.messages))
                size += len(each.messages)
            else:
                unread.append(UnreadRow(shown_path(each.path), each.line, _reason(each)))
                at = at._replace(file=number, items=at.items + 1)
                size += 1
            if size >= messages:
                yield Task(tuple(items), Progressed(at, tuple(unread)))
                items, unread, size = [], [], 0
        at = Position(number + 1, 0, at.no, at.messages)
        yield Task(tuple(items), Progressed(at, tuple(unread)))


def _to_its_end(
    read: Read, export: Export, tell: Callable[[str], None]
) -> Iterator[Conversation | Unread]:
    try:
        yield from read(export.path)
    except InputError as error:
        tell(str(error))
        origin = error.origin
        path = export.shown if origin is None else shown_path(origin.path)
        line, column = (None, None) if origin is None else (origin.line, origin.column)
        yield Unread(path, line, column, error.what, error.hint)


def _reason(unread: Unread) -> str:
    """Without quoted words: they may be names, and this is kept."""
    said = unread.reason if unread.hint is None else f"{unread.reason}; {unread.hint}"
    return veiled(_QUOTED.sub('"…"', said))


def read_so_far(export: Export) -> float | None:
    """The share of a file that this process has read; None where nobody can tell.

    Linux says how far each open file has been read.
    """
    target = os.path.realpath(export.path)
    try:
        for number in os.listdir("/proc/self/fd"):
            link = f"/proc/self/fd/{number}"
            if os.path.realpath(link) == target:
                with open(f"/proc/self/fdinfo/{number}", encoding="ascii") as info:
                    return min(1.0, int(info.readline().split()[1]) / max(export.size, 1))
    except (OSError, ValueError):
        return None
    return None
