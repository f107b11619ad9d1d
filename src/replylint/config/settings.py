"""What can be set, typed and with its defaults: the settings for one file or message."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..model import Recipient
from .globs import Glob

BUNDLED = "replylint"


@dataclass(frozen=True, slots=True)
class Streaming:
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
class Public:
    """What is the house's own and may be told to anybody: never a privacy or channel finding."""

    hotlines: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Policy:
    """From which severity on a reply is blocked or sent back: error, warning, info or never."""

    block: str = "error"
    revise: str = "warning"


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
