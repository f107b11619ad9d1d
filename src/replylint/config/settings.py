"""What can be set, typed and with its defaults: the settings for one file or message."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from ..model import Recipient
from .globs import Glob

BUNDLED = "replylint"

USUAL_LIMITS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "response",
        (("default", "24h"), ("chat", "15m"), ("phone", "2m"), ("complaint", "24h")),
    ),
    ("resolution", (("default", "72h"),)),
    ("update", (("default", "24h"),)),
)
"""How long an answer, a solution and news of it may take, by channel or queue (a queue wins)."""


class Talks(NamedTuple):
    """What rules over turns go by. ``limits``: other times, by name and channel or queue.

    ``hours``: the business hours, ``("09:00", "18:00")``, none for round the clock; ``days``: the
    weekdays of business, 1 is Monday; ``holidays``: dates without. ``verified``: fields of the
    export that say whether the customer was verified.
    """

    limits: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    hours: tuple[str, ...] = ()
    days: tuple[int, ...] = (1, 2, 3, 4, 5, 6, 7)
    holidays: tuple[str, ...] = ()
    verified: tuple[str, ...] = (
        "verified",
        "identity_verified",
        "is_verified",
        "身份核实",
        "身份验证",
        "身分驗證",
        "是否核身",
    )


class Public(NamedTuple):
    """What is the house's own and may be told to anybody: never a privacy or channel finding."""

    hotlines: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class Policy(NamedTuple):
    """From which severity on a reply is blocked or sent back: error, warning, info or never."""

    block: str = "error"
    revise: str = "warning"


CHAT_FIELDS = (
    "conversation",
    "id",
    "time",
    "date",
    "text",
    "role",
    "author",
    "agent",
    "customer",
    "channel",
    "queue",
    "lang",
    "audience",
    "recipient",
    "kind",
    "meta",
)
"""What a column of a chat export can be. ``date`` is the day where ``time`` is only a time of day,
``agent`` and ``customer`` name the two parties on every row, ``meta`` is only carried along."""

DATE_ORDERS = ("ymd", "ydm", "dmy", "mdy")


class Chat(NamedTuple):
    """How chat exports are read: columns to fields, names and words to roles, and their times."""

    mapping: tuple[tuple[str, str], ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    agents: Path | None = None
    tz: str | None = None
    dates: str | None = None


class Serve(NamedTuple):
    """How ``replylint serve`` listens and what a client may ask of it.

    ``keys`` are ``env:NAME`` or ``sha256:HEX``; none: whoever reaches it may ask. ``max_body``
    counts bytes, ``max_batch`` messages, ``rate`` requests a second of one client (0: no limit),
    ``timeout`` and ``drain`` seconds.
    """

    host: str = "127.0.0.1"
    port: int = 8081
    keys: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    max_body: int = 8_000_000
    max_batch: int = 10_000
    rate: float = 0
    burst: int = 50
    timeout: float = 60
    drain: float = 30


class Streaming(NamedTuple):
    """How long a stream holds a reply back, and what it does with what must not go out.

    ``max_chars`` code points wait in which nothing was found, ``max_offence_chars`` of a sentence
    in which something was; nothing waits for more than ``max_seconds``. 0: without a bound.
    ``revise`` and ``block`` are what happens to a finding of that decision: ``rewrite`` (where it
    cannot be, the stream is blocked), ``block`` or ``pass``.
    """

    max_chars: int = 40
    max_offence_chars: int = 200
    max_seconds: float = 2.0
    revise: str = "rewrite"
    block: str = "block"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set, for one path. Immutable and hashable: group files by it.

    Rule patterns (``select``, ``ignore``, the keys of ``severity``) are ``*``, ``topic.*`` or
    ``topic.name`` with ``*`` anywhere in the name. ``packs`` and ``glossary`` are the name of an
    installed pack or an absolute folder. ``max_chars`` counts code points of one message,
    ``timeout_ms`` bounds one search of one regular expression; ``jobs`` 0 means one per core.
    ``cache`` is True (the user's cache folder), False, or a folder.
    """

    channel: str | None = None
    audience: str | None = None
    recipient: Recipient = Recipient.UNVERIFIED
    lang: str = "auto"
    profiles: tuple[str, ...] = ()
    select: tuple[str, ...] = ("*",)
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    fail_level: str = "warning"
    policy: Policy = field(default_factory=Policy)
    stream: Streaming = field(default_factory=Streaming)
    limits: tuple[tuple[str, tuple[tuple[str, float], ...]], ...] = ()
    packs: tuple[str, ...] = (BUNDLED,)
    glossary: tuple[str, ...] = (BUNDLED,)
    public: Public = field(default_factory=Public)
    conversation: Talks = field(default_factory=Talks)
    chat: Chat = field(default_factory=Chat)
    fields: tuple[str, ...] = ()
    formats: tuple[tuple[Glob, str], ...] = ()
    split: str = "file"
    encoding: str = "auto"
    include: tuple[Glob, ...] = ()
    exclude: tuple[Glob, ...] = ()
    baseline: Path | None = None
    output_format: str = "text"
    tokenizer: str = "auto"
    cache: bool | Path = True
    max_chars: int = 1_000_000
    timeout_ms: int = 200
    jobs: int = 1
    serve: Serve = field(default_factory=Serve)
