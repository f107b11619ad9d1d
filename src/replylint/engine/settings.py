"""How a ruleset is tuned for one place: which rules speak, how loudly, and about what they know."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model import Severity
from ..pii.hit import Public


@dataclass(frozen=True, slots=True)
class Settings:
    """Immutable and hashable. Rule patterns are ``*``, ``topic.*`` or ``topic.na*``.

    ``severity`` pairs a rule pattern with a severity or ``off``; of several that fit the most exact
    one counts (an id beats a longer pattern, that a shorter one). ``lang`` (``zh``, ``en``) is the
    language of the findings' sentences. ``limits``: per metric, the limit by channel (``default``
    for the others). ``max_chars`` counts code points of one message, ``timeout_ms`` bounds one
    search of one regular expression. ``block`` and ``revise`` are the severities from which a reply
    is blocked or sent back (``never``: it is not). ``fixes`` False plans no fixes, for programs
    that only count. ``gates`` False looks at every rule for every message: slow, for tests alone.
    """

    profiles: tuple[str, ...] = ()
    select: tuple[str, ...] = ("*",)
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    lang: str = "zh"
    public: Public = field(default_factory=Public)
    limits: tuple[tuple[str, tuple[tuple[str, float], ...]], ...] = ()
    max_chars: int = 1_000_000
    timeout_ms: int = 200
    tokenizer: str = "auto"
    block: str = "error"
    revise: str = "warning"
    fixes: bool = True
    gates: bool = True

    def selects(self, rule: str) -> bool:
        """Whether a rule speaks at all."""
        return (
            any(fits(pattern, rule) for pattern in self.select)
            and not any(fits(pattern, rule) for pattern in self.ignore)
            and self.override(rule) != "off"
        )

    def override(self, rule: str) -> str | None:
        """The severity the settings give a rule, ``off``, or None when they say nothing."""
        fitting = [(len(p.rstrip("*")), p == rule, s) for p, s in self.severity if fits(p, rule)]
        return max(fitting, key=lambda entry: (entry[1], entry[0]))[2] if fitting else None


def fits(pattern: str, rule: str) -> bool:
    """Whether a rule pattern means a rule.

    >>> [fits(p, "command.urgent") for p in ("*", "command.*", "command.u*", "threat.*")]
    [True, True, True, False]
    """
    if pattern == rule or pattern == "*":
        return True
    if "*" not in pattern:
        return False
    from fnmatch import fnmatchcase

    return fnmatchcase(rule, pattern)


def reaches(severity: Severity, level: str) -> bool:
    """Whether a severity is at or above a level (``never`` is above all)."""
    return level != "never" and severity.rank >= Severity(level).rank
