"""What help desks' exports share: streams of records, notes that no customer reads, channels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from . import channels
from .document import Object, objects, text
from .nouns import Unread


def channel_of(word: object) -> str | None:
    """Our word for a channel, the desk's own where there is none."""
    name = text(word)
    return channels.channel_of(name) if name else None


def streams(
    found: Iterable[tuple[int, Any] | Unread], lists: Iterable[str], single: str
) -> Iterator[tuple[str, int, Object] | Unread]:
    """The records of a desk and the stream of each: ``tickets``, ``users``, …

    A record says its stream (``{"stream": …, "data": {…}}``), stands in a list that is called
    after it (``{"tickets": […], "users": […]}``), or is one of ``single``.
    """
    for each in found:
        if isinstance(each, Unread):
            yield each
            continue
        number, record = each
        if not isinstance(record, dict):
            continue
        if isinstance(record.get("data"), dict) and "stream" in record:
            yield str(record["stream"]), number, record["data"]
            continue
        held = [name for name in lists if isinstance(record.get(name), list)]
        if not held or text(record.get("id")):
            yield single, number, record
            continue
        for name in held:
            for count, inner in enumerate(objects(record[name]), 1):
                yield name, count, inner


def unknown_streams(counts: dict[str, list[int]], path: str) -> Iterator[Unread]:
    """What of an export holds no messages, a stream at a time."""
    for name, numbers in counts.items():
        what = f'{len(numbers)} records of "{name[:40]}" hold no messages'
        yield Unread(path, numbers[0], None, what, "leave them out of the export")
