"""Writes the page of an audit: one file with its data, its style and its script, and no network."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ..report.json_v1 import dumps
from ..report.words import sentence
from .ledger import Ledger, Slice
from .rows import FindingRow
from .summary import by_count
from .words import topic

if TYPE_CHECKING:
    from ..rules.rule import Rule

_SCRIPTS = ("words", "shapes", "charts", "tables", "sections", "cases", "list", "main")
_LEVELS = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class About:
    """What a page says besides the sums. ``limits``: how long an answer (response) and a solution
    (resolution) may take, in seconds by channel or ``default``."""

    rules: Mapping[str, Rule]
    lang: str
    version: str
    limits: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    heading: str = ""


def page(ledger: Ledger, about: About) -> str:
    """The page. Everything in it is masked already; nothing of it is loaded from anywhere."""
    folder = files(__package__) / "page_files"
    style = (folder / "page.css").read_text("utf-8")
    parts = "\n".join((folder / f"{name}.js").read_text("utf-8") for name in _SCRIPTS)
    script = f'"use strict";(() => {{\n{parts}}})();\n'
    data = dumps(_data(ledger, about)).replace("<", "\\u003c")
    filled = {
        "lang": "zh-Hans" if about.lang == "zh" else "en",
        "policy": f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'",
        "title": escape(about.heading or "replylint"),
        "style": style,
        "script": script,
        "data": data,
    }
    text = (folder / "page.html").read_text("utf-8")
    for name, value in filled.items():
        text = text.replace(f"<!--{name}-->", value, 1)
    return text


def case_lines(ledger: Ledger) -> Iterator[str]:
    """The case library: a line of JSON for each of the worst and the best conversations."""
    for kind, label in (("worst", "bad"), ("best", "good")):
        for case in ledger.cases[kind]:
            yield (
                dumps({"label": label, "points": round(case.points, 1), **json.loads(case.shown)})
                + "\n"
            )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _data(ledger: Ledger, about: About) -> dict[str, Any]:
    numbers = _Numbers()
    for name, _ in by_count(ledger):
        numbers.of("rule", name)
    total = ledger.total
    return {
        "version": about.version,
        "lang": about.lang,
        "heading": about.heading,
        "fails": sorted(ledger.fails),
        "messages": ledger.messages,
        "total": _slice("", total, numbers),
        "rules": [_rule(ledger, name, about.rules.get(name)) for name, _ in by_count(ledger)],
        "topics": {
            each: [topic(each, "zh"), topic(each, "en")]
            for each in sorted({rule.topic for rule in ledger.rules.values()})
        },
        "slices": {
            name: [_slice(key, each, numbers) for key, each in known.items()]
            for name, known in ledger.slices.items()
        },
        "edges": ledger.edges,
        "limits": about.limits,
        "waits": [[channel, waits] for channel, waits in ledger.waits.items()],
        "open": ledger.open,
        "course": ledger.course,
        "turned": _turned(ledger),
        "cases": {
            kind: [json.loads(case.shown) | {"points": round(case.points, 1)} for case in cases]
            for kind, cases in ledger.cases.items()
        },
        "all": ledger.findings,
        "findings": _findings(ledger.listed, numbers),
        "unread": [ledger.unread_count, [list(row) for row in ledger.unread]],
        "incomplete": [
            ledger.incomplete_count,
            [[row.path, row.conversation, row.incomplete] for row in ledger.incomplete],
        ],
    }


class _Numbers:
    """Words that occur often, each by its place in a list."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str | None, int]] = {}

    def of(self, kind: str, word: str | None) -> int:
        known = self._known.setdefault(kind, {})
        return known.setdefault(word, len(known))

    def words(self, kind: str) -> list[str | None]:
        return list(self._known.get(kind, ()))


def _slice(name: str | None, each: Slice, numbers: _Numbers) -> list[Any]:
    return [
        name,
        each.replies,
        each.flagged,
        each.conversations,
        each.clean,
        *(each.findings[level] for level in _LEVELS),
        {numbers.of("rule", rule): count for rule, count in each.rules.items()},
    ]


def _rule(ledger: Ledger, name: str, rule: Rule | None) -> list[Any]:
    known = ledger.rules[name]
    says = [sentence(rule.message, lang) for lang in ("zh", "en")] if rule else ["", ""]
    return [
        name,
        known.topic,
        _LEVELS.index(known.severity),
        known.findings,
        known.replies,
        known.conversations,
        known.of_conversation * 2 > known.findings,
        *says,
    ]


def _findings(rows: Sequence[FindingRow], numbers: _Numbers) -> dict[str, Any]:
    """Column by column, each a list as long as there are findings."""
    excerpts: dict[str, int] = {}
    columns: dict[str, list[Any]] = {
        name: [] for name in ("rule", "severity", "agent", "queue", "channel", "case", "turn")
    }
    times: list[int | None] = []
    shown: list[int] = []
    for row in rows:
        columns["rule"].append(numbers.of("rule", row.rule))
        columns["severity"].append(_LEVELS.index(row.severity))
        for name in ("agent", "queue", "channel"):
            columns[name].append(numbers.of(name, getattr(row, name)))
        columns["case"].append(numbers.of("case", row.conversation))
        columns["turn"].append(-1 if row.turn is None else row.turn)
        times.append(None if row.time is None else _minutes(row.time))
        shown.append(excerpts.setdefault(row.excerpt or '["","","",""]', len(excerpts)))
    return {
        **columns,
        "time": times,
        "excerpt": shown,
        "words": {name: numbers.words(name) for name in ("agent", "queue", "channel", "case")},
        "excerpts": [json.loads(each) for each in excerpts],
    }


def _turned(ledger: Ledger) -> list[int]:
    """Conversations that ended in a worse mood than they began, in the same, in a better one."""
    counts = [0, 0, 0]
    for (first, last), count in ledger.turned.items():
        counts[(last > first) - (last < first) + 1] += count
    return counts


def _minutes(time: datetime) -> int:
    """Since 1970, of a wall clock: the page shows it as it is, in whatever zone it is opened."""
    return int(time.replace(tzinfo=UTC).timestamp() // 60)
