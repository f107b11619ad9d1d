"""The nouns every room shares: frozen, standard library only, no behaviour beyond their own shape.

All offsets are Unicode code points of the text as it was given, half-open ``[start, end)``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


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

    ``suppressed`` holds findings that a suppression or baseline silenced; they are counted.
    """

    message: Message
    findings: tuple[Finding, ...] = ()
    incomplete: tuple[Incomplete, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    decision: Decision = Decision.ALLOW


NOTHING: Mapping[str, object] = {}


class Conversation(NamedTuple):
    """Messages between one customer and the people and machines that answered, in order of time.

    ``channel``, ``queue`` and ``lang`` hold for all messages that do not say otherwise; ``queue``
    is what the desk calls the line of work (``complaint``, ``collection``, …). ``meta`` carries
    through what the export had besides.
    """

    id: str
    messages: tuple[Message, ...]
    channel: str | None = None
    queue: str | None = None
    lang: str | None = None
    meta: Mapping[str, object] = NOTHING


class TurnFinding(NamedTuple):
    """A finding and the message it is about: an index into the conversation's messages.

    ``turn`` is None for a fault of the conversation that belongs to no message; its finding then
    has ``start == end == 0``.
    """

    finding: Finding
    turn: int | None


class ConversationResult(NamedTuple):
    """What the linter says of a conversation: of its messages and of how they follow each other.

    ``findings`` are sorted by turn and place, those of no turn last. ``moods`` has an entry a
    message: from -3 (furious) to 3 (delighted) for a customer's words, None for anybody else's.
    """

    conversation: Conversation
    findings: tuple[TurnFinding, ...] = ()
    incomplete: tuple[Incomplete, ...] = ()
    moods: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A proposed reply: the new text, the rules whose fixes it holds, the findings that stay.

    ``remaining`` are findings of the *new* text. Rewriting ``text`` again changes nothing.
    """

    text: str
    applied: tuple[str, ...] = ()
    remaining: tuple[Finding, ...] = ()
    incomplete: tuple[Incomplete, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a decoded file.

    Lines and columns count from 1 in code points, ``end_column`` is exclusive; ``start`` and
    ``end`` count code points from the start of the decoded file. Something missing has
    ``start == end``.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """The text that offsets count in: a decoded file, or one message of a stream of messages.

    ``path`` is what people are shown and what formats print: relative, with ``/``, no ``./`` in
    front. A message of a stream has the stream's path; None is standard input or the API.
    """

    path: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding and where it stands in its ``Source``.

    With ``place`` the edits of ``finding.fixes`` count in the file, as the file writes them
    (escaped, encoded); ``finding.start`` and ``.end`` always count in the message. Without
    ``place`` the source *is* the message and both count alike. ``message`` and ``conversation``
    are ids. ``reason`` is what the writer of a suppression gave as reason, on silenced findings
    only. ``fingerprint`` names the finding from run to run; it holds neither line nor text, and
    what is sensitive cannot be guessed from it.
    """

    finding: Finding
    path: str | None = None
    place: Place | None = None
    message: str | None = None
    conversation: str | None = None
    reason: str | None = None
    fingerprint: str = ""  # "" when not known


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that could not be read or checked, and where. ``text`` holds no message text."""

    text: str
    path: str | None = None
    line: int | None = None
    column: int | None = None
    message: str | None = None
    conversation: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class FileResult:
    """What is said of one source: a file with all its messages, or one message of a stream.

    ``findings`` are sorted by place and are what counts. ``suppressed`` were silenced in the
    source, ``known`` by the baseline, ``untouched`` stand on lines that did not change; all are
    counted, not lost, and their spans are masked when sensitive. ``incomplete`` could not be
    checked (exit code 3), ``errors`` could not be read (exit code 2). ``sensitive`` are the
    sensitive stretches as the messages say them, where the file spells them otherwise (escapes,
    entities, tags); they are there to be masked, never shown.
    """

    source: Source
    messages: int = 0
    findings: tuple[Placed, ...] = ()
    suppressed: tuple[Placed, ...] = ()
    known: tuple[Placed, ...] = ()
    incomplete: tuple[Trouble, ...] = ()
    errors: tuple[Trouble, ...] = ()
    untouched: tuple[Placed, ...] = ()
    fixed: int = 0  # fixes already applied by --fix
    sensitive: tuple[str, ...] = field(default=(), repr=False)

    @property
    def silent(self) -> tuple[Placed, ...]:
        """Everything that was found and does not count."""
        return (*self.suppressed, *self.known, *self.untouched)


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole run in numbers. ``elapsed`` is in seconds.

    ``files`` and ``messages`` were looked at; ``findings`` and ``rules`` count what is reported,
    per severity and per rule id. ``fixable_safe`` findings have a safe fix (--fix mends them),
    ``fixable_review`` have at best a fix that a person should look at (--unsafe-fixes).
    """

    files: int = 0
    messages: int = 0
    findings: Mapping[Severity, int] = field(default_factory=dict)
    rules: Mapping[str, int] = field(default_factory=dict)
    suppressed: int = 0
    known: int = 0
    untouched: int = 0
    fixable_safe: int = 0
    fixable_review: int = 0
    fixed: int = 0
    incomplete: tuple[Trouble, ...] = ()
    errors: tuple[Trouble, ...] = ()
    elapsed: float | None = None
    exit_code: int | None = None
