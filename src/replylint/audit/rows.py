"""What an audit keeps of the conversations it has judged: plain rows, with nothing in clear.

A row is what a worker sends home, what the store keeps and what every output is made of. Times are
the wall clock of the export, without a zone. Severities are words, as in every output.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

BOT = "bot"  # the agent of what a machine wrote


class FindingRow(NamedTuple):
    """One finding. ``no`` is the number of its conversation in the run, ``turn`` counts its
    messages from 0 and is None for a fault of the whole conversation.

    ``draw`` is a number in [0, 1) that belongs to this finding alone: whoever takes the smallest
    has a random sample. ``text`` (the sentence), ``fixes`` (JSON) and ``excerpt`` (JSON: before,
    marked, after, and what was said before it; masked) are None where nobody asked for them.
    """

    no: int
    path: str
    conversation: str
    message: str | None
    turn: int | None
    rule: str
    topic: str
    severity: str
    confidence: str
    start: int
    end: int
    sensitive: bool
    agent: str | None
    queue: str | None
    channel: str | None
    time: datetime | None
    draw: float
    text: str | None = None
    fixes: str | None = None
    excerpt: str | None = None


class ConversationRow(NamedTuple):
    """One conversation. Waits and ``length`` are seconds, None where times are missing.

    ``agent`` wrote most of its replies. ``flagged`` replies have a finding that fails the run.
    ``first_wait`` is how long the customer waited for the first answer of a person,
    ``longest_wait`` the longest such wait; ``open`` says that the last word was the customer's.
    ``moods`` are those of the customer's messages in order, "-2 0 1". ``incomplete`` says why it
    could not be checked, else None.
    """

    no: int
    path: str
    conversation: str
    channel: str | None
    queue: str | None
    lang: str | None
    agent: str | None
    begun: datetime | None
    messages: int
    replies: int
    flagged: int
    errors: int
    warnings: int
    infos: int
    first_wait: float | None
    longest_wait: float | None
    length: float | None
    open: bool
    moods: str
    incomplete: str | None


class ReplyRow(NamedTuple):
    """How many replies one agent wrote in one hour, and how many of them were flagged."""

    agent: str | None
    queue: str | None
    channel: str | None
    hour: datetime | None
    replies: int
    flagged: int


class CaseRow(NamedTuple):
    """A conversation worth showing: ``kind`` is worst or best, ``shown`` JSON, masked."""

    no: int
    kind: str
    points: float
    shown: str


class UnreadRow(NamedTuple):
    """What could not be read: where, and why, without a word of it."""

    path: str
    line: int | None
    reason: str


class Chunk(NamedTuple):
    """Rows that belong together: they are kept all or not at all."""

    conversations: Sequence[ConversationRow] = ()
    findings: Sequence[FindingRow] = ()
    replies: Sequence[ReplyRow] = ()
    cases: Sequence[CaseRow] = ()
    unread: Sequence[UnreadRow] = ()

    @property
    def messages(self) -> int:
        """How many messages were looked at."""
        return sum(row.messages for row in self.conversations)
