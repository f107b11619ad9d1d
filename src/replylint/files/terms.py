"""What suppressions are judged by and what comes of it: the nouns, which every clean file needs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from ..model import Placed, Severity

TOPIC = "suppression"

RULES: Mapping[str, tuple[Severity, str, str]] = {
    f"{TOPIC}.unused": (
        Severity.WARNING,
        "“{word}”在这里没有可忽略的提示，请删除这条忽略说明。",
        'Nothing here breaks "{word}": take this suppression away.',
    ),
    f"{TOPIC}.unknown-rule": (
        Severity.WARNING,
        "没有名为“{word}”的规则{hint}。",
        'No rule is named "{word}"{hint}.',
    ),
    f"{TOPIC}.expired": (
        Severity.WARNING,
        "这条忽略说明已于 {word} 到期，不再生效。",
        "This suppression ended on {word}: it silences nothing any more.",
    ),
    f"{TOPIC}.unclosed": (
        Severity.WARNING,
        "“{word}”的 ignore-start 没有对应的 ignore-end，不生效。",
        'The block for "{word}" has no ignore-end: it silences nothing.',
    ),
    f"{TOPIC}.malformed": (Severity.WARNING, "忽略说明写法有误：{what}。", "{what}"),
}
"""Severity and sentence in Chinese and English of each rule about suppressions."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What suppressions are judged by.

    ``known`` are the ids of all rules; ``ran`` those that looked at this file, None for all (a
    suppression of a rule that did not run is not called unused). ``today`` is the date a
    suppression must still hold on. ``severity`` of a ``suppression.…`` rule, None switching it off,
    when it is not that of ``RULES``. ``lang`` is ``zh`` or ``en``.
    """

    known: Collection[str]
    today: date
    ran: Collection[str] | None = None
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    lang: str = "zh"


@dataclass(frozen=True, slots=True)
class Applied:
    """``kept`` and ``own`` are reported; ``suppressed`` carry the reason that was given."""

    kept: tuple[Placed, ...]
    suppressed: tuple[Placed, ...] = ()
    own: tuple[Placed, ...] = ()
