"""The nouns every room shares: frozen, standard library only, no behaviour beyond their own shape.

All offsets are Unicode code points of the text as it was given, half-open ``[start, end)``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """Who wrote a message. Only agents' and bots' words are linted unless a rule says otherwise."""

    AGENT = "agent"
    CUSTOMER = "customer"
    BOT = "bot"
    SYSTEM = "system"


class Recipient(StrEnum):
    """Who will read the message, as far as the sender has established it."""

    OWNER = "owner"  # the verified account holder
    UNVERIFIED = "unverified"
    THIRD_PARTY = "third_party"


class Severity(StrEnum):
    """How bad a finding is. ``rank`` orders them; a higher rank is worse."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        return _SEVERITY_RANK[self]


_SEVERITY_RANK = {Severity.INFO: 1, Severity.WARNING: 2, Severity.ERROR: 3}


class Confidence(StrEnum):
    """How sure the rule is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Safety(StrEnum):
    """Whether a fix may be applied unattended.

    ``safe``: meaning kept, a machine may apply it. ``review``: a person looks first.
    ``show``: an idea, never applied by a command.
    """

    SAFE = "safe"
    REVIEW = "review"
    SHOW = "show"

    @property
    def rank(self) -> int:
        return _SAFETY_RANK[self]


_SAFETY_RANK = {Safety.SAFE: 1, Safety.REVIEW: 2, Safety.SHOW: 3}


class Decision(StrEnum):
    """What a program should do with a reply before it is sent."""

    ALLOW = "allow"
    REVISE = "revise"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier message of the same conversation."""

    role: Role
    text: str
    time: datetime | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One message to check, with what is known about where it goes.

    ``lang`` is ``zh-Hans``, ``zh-Hant``, ``en`` or None (detected from the text).
    ``history`` is None when nothing is known of the conversation, and ``()`` when the message is
    known to open it: rules about the first turn only judge in the second case.
    ``time`` is aware, never naive. ``meta`` carries through what the input had besides.
    """

    text: str
    id: str | None = None
    role: Role = Role.AGENT
    channel: str | None = None
    lang: str | None = None
    audience: str | None = None
    recipient: Recipient = Recipient.UNVERIFIED
    author: str | None = None
    time: datetime | None = None
    conversation: str | None = None
    history: tuple[Turn, ...] | None = None
    meta: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``[start, end)`` of the message by ``text``; ``start == end`` inserts."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A proposed change: edits that belong together, and whether a machine may apply them."""

    title: str
    safety: Safety
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong in one message. Holds no message text when ``sensitive``.

    ``text`` is the sentence for people, in the language the linter was asked to speak.
    Something missing has ``start == end`` at the place to insert.
    """

    rule: str
    topic: str
    severity: Severity
    confidence: Confidence
    start: int
    end: int
    text: str
    sensitive: bool = False
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True, slots=True)
class Incomplete:
    """Something that could not be checked: said in the result and in the exit code."""

    reason: str
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What the linter says of one message: findings sorted by place, and what it could not check.

    ``suppressed`` holds findings that a suppression or baseline silenced; they are counted, not lost.
    """

    message: Message
    findings: tuple[Finding, ...] = ()
    incomplete: tuple[Incomplete, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    decision: Decision = Decision.ALLOW


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A proposed reply: the new text, the rules whose fixes it holds, the findings that stay.

    ``remaining`` are findings of the *new* text. Rewriting ``text`` again changes nothing.
    """

    text: str
    applied: tuple[str, ...] = ()
    remaining: tuple[Finding, ...] = ()
    incomplete: tuple[Incomplete, ...] = ()
