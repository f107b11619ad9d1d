"""How well rules do on labelled sentences: what they catch of each topic, and what they should not.

Counts carry their denominators, rows are named by id or line and never by their text. A row says
what is wrong in it by ``topics`` (a list) or ``category`` (one word); a row without either, or with
an empty list, is clean.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..errors import InputError, Origin
from ..model import Message, Result, Severity

CONDUCT = (
    "command", "threat", "rude", "shirk", "blame", "vague", "promise", "absolute",
    "discrimination", "suitability", "tying", "channel", "privacy", "disclosure",
)  # fmt: skip
"""The topics labels speak of: in a clean row only findings of these are false alarms."""

_CATEGORIES = {
    "shirking": "shirk",
    "impatient": "rude",
    "sarcasm": "rude",
    "insult": "rude",
    "guarantee": "promise",
    "absolute_claim": "absolute",
    "private_channel": "channel",
}
_FIELDS = ("lang", "channel", "audience")


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled sentence. ``group`` is its strength, or its kind; "" when it says neither.

    ``topics`` may name what no rule has (``other``): then any finding counts.
    """

    name: str
    message: Message
    topics: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """``hits`` of ``of`` rows."""

    hits: int
    of: int


@dataclass(frozen=True, slots=True)
class RuleScore:
    """Rows in which a rule spoke: of its own topic, of others, and clean ones."""

    right: int = 0
    beside: int = 0
    false: int = 0


@dataclass(frozen=True, slots=True)
class Score:
    """``caught``: rows with any finding, by group; ``topics``: with one of their own topic.

    ``quiet`` are the clean rows by group, its hits the false alarms; ``missed`` and ``alarmed``
    name rows. ``unread`` counts rows that could not be checked.
    """

    caught: Mapping[str, Part] = field(default_factory=dict)
    topics: Mapping[str, Part] = field(default_factory=dict)
    anyhow: Mapping[str, Part] = field(default_factory=dict)
    quiet: Mapping[str, Part] = field(default_factory=dict)
    rules: Mapping[str, RuleScore] = field(default_factory=dict)
    missed: tuple[str, ...] = ()
    alarmed: tuple[str, ...] = ()
    unread: int = 0


def score(
    rows: Iterable[Row], lint: Callable[[Message], Result], least: Severity = Severity.WARNING
) -> Score:
    """Lint every row and count the conduct findings of at least ``least``."""
    count = _Count(least)
    for row in rows:
        count.add(row, lint(row.message))
    return count.score()


class _Count:
    def __init__(self, least: Severity) -> None:
        self._least = least
        self._seen: dict[str, Counter[str]] = {name: Counter() for name in _TABLES}
        self._hits: dict[str, Counter[str]] = {name: Counter() for name in _TABLES}
        self._rules: dict[str, Counter[str]] = {}
        self._missed: list[str] = []
        self._alarmed: list[str] = []
        self._unread = 0

    def add(self, row: Row, result: Result) -> None:
        loud = [each for each in result.findings if each.severity.rank >= self._least.rank]
        rules = {each.rule: each.topic for each in loud if each.topic in CONDUCT}
        topics = set(rules.values())
        self._unread += bool(result.incomplete)
        if not row.topics:
            self._count("quiet", row.group, bool(rules))
            if rules:
                self._alarmed.append(row.name)
        else:
            self._count("caught", row.group, bool(rules))
            if not rules:
                self._missed.append(row.name)
        for topic in row.topics:
            self._count("topics", topic, topic in topics or (topic not in CONDUCT and bool(rules)))
            self._count("anyhow", topic, bool(rules))
        for rule, topic in rules.items():
            how = "false" if not row.topics else "right" if topic in row.topics else "beside"
            self._rules.setdefault(rule, Counter())[how] += 1

    def score(self) -> Score:
        tables = {
            name: {key: Part(self._hits[name][key], of) for key, of in sorted(seen.items())}
            for name, seen in self._seen.items()
        }
        rules = {rule: RuleScore(**counts) for rule, counts in sorted(self._rules.items())}
        return Score(
            **tables,
            rules=rules,
            missed=tuple(self._missed),
            alarmed=tuple(self._alarmed),
            unread=self._unread,
        )

    def _count(self, table: str, key: str, hit: bool) -> None:
        self._seen[table][key] += 1
        self._hits[table][key] += hit


_TABLES = ("caught", "topics", "anyhow", "quiet")


def read_rows(text: str, path: str) -> Iterator[Row]:
    """The rows of JSON Lines. Raises InputError with the line of one that is none."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _row(line, path, number)


def _row(line: str, path: str, number: int) -> Row:
    origin = Origin(path, number, 1)
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        raise InputError("this is no line of JSON", origin=origin) from None
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        hint = 'write {"text": "…", "topics": ["command"]}'
        raise InputError("a row is an object with a text", origin=origin, hint=hint)
    topics = given.get("topics", [given["category"]] if given.get("category") else [])
    named = [each for each in topics if isinstance(each, str)] if isinstance(topics, list) else None
    if named is None or len(named) != len(topics):
        raise InputError("topics is a list of topics", origin=origin, hint='"topics": ["command"]')
    about = {name: given[name] for name in _FIELDS if isinstance(given.get(name), str)}
    name = given.get("id")
    return Row(
        name if isinstance(name, str) and name else f"{path}:{number}",
        Message(given["text"], **about),
        tuple(dict.fromkeys(_CATEGORIES.get(each, each) for each in named)),
        str(given.get("strength") or given.get("kind") or ""),
    )
