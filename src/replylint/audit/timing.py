"""How long customers waited: read off the times of a conversation's messages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from ..model import Message, Role


class Times(NamedTuple):
    """Seconds; None where the times are missing. ``begun`` is the wall clock of the export."""

    begun: datetime | None = None
    first_wait: float | None = None
    longest_wait: float | None = None
    length: float | None = None
    open: bool = False


def times(messages: Sequence[Message]) -> Times:
    """A wait goes from the first unanswered message of the customer to a person's next reply."""
    asked: datetime | None = None
    waits: list[float] = []
    waiting = False
    for message in messages:
        if message.role is Role.CUSTOMER:
            if not waiting:
                waiting, asked = True, message.time
        elif message.role is Role.AGENT and waiting:
            if asked is not None and message.time is not None:
                waits.append(max(0.0, (message.time - asked).total_seconds()))
            waiting, asked = False, None
    known = [each.time for each in messages if each.time is not None]
    if not known:
        return Times(open=waiting)
    return Times(
        known[0].replace(tzinfo=None),
        waits[0] if waits else None,
        max(waits, default=None),
        (known[-1] - known[0]).total_seconds() if len(known) > 1 else None,
        waiting,
    )


def wall(time: datetime | None) -> datetime | None:
    """The wall clock of the export."""
    return None if time is None else time.replace(tzinfo=None)


def hour(time: datetime | None) -> datetime | None:
    """The hour it was on that clock."""
    return None if time is None else time.replace(minute=0, second=0, microsecond=0, tzinfo=None)
