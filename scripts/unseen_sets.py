"""Measures the packs on the unseen sets of benchmarks/accuracy that are not about conduct.

``privacy``: what may be said to whom. ``jargon``: terms a customer would not understand.
``rewrite``: what a proposed reply must change and must keep. Each gives the lines of a table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from replylint import Linter
from replylint.model import Finding, Severity

Row = Mapping[str, Any]
LANGS = ("zh-Hans", "zh-Hant", "en")
HEAD = ["| | Simplified Chinese | Traditional Chinese | English |", "| --- | --- | --- | --- |"]
PRIVATE = {"privacy", "disclosure"}
SAID = {
    "leak": "leaks found",
    "mask": "bad masks found",
    "ask": "requests for secrets found",
    "third": "told to or about others, found",
    "all": "found together",
    "clean": "rows without a leak flagged above info",
}


def share(hits: int, of: int) -> str:
    return f"{hits}/{of} ({100 * hits / of:.0f} %)" if of else "–"


def table(said: Mapping[str, str], hits: Counter[Any], of: Counter[Any]) -> list[str]:
    rows = [
        f"| {label} | " + " | ".join(share(hits[key, lang], of[key, lang]) for lang in LANGS) + " |"
        for key, label in said.items()
    ]
    return [*HEAD, *rows]


def privacy(linter: Linter, rows: Iterable[Row]) -> list[str]:
    """By kind of row and language; a row without a leak counts when flagged above info."""
    hits: Counter[Any] = Counter()
    of: Counter[Any] = Counter()
    for row in rows:
        found = [
            each
            for each in linter.check(row["text"], recipient=row["recipient"]).findings
            if each.topic in PRIVATE
        ]
        kind, lang = row["kind"], row["lang"]
        if kind == "clean":
            found = [each for each in found if each.severity is not Severity.INFO]
        for key in (kind,) if kind == "clean" else (kind, "all"):
            of[key, lang] += 1
            hits[key, lang] += bool(found)
    return table(SAID, hits, of)


def jargon(linter: Linter, rows: Iterable[Row]) -> list[str]:
    """Unexplained terms found, and how many of what was flagged is one."""
    hits: Counter[Any] = Counter()
    of: Counter[Any] = Counter()
    for row in rows:
        text, lang = row["text"], row["lang"]
        fields = {"history": row["history"]} if row.get("history") else {}
        findings: Sequence[Finding] = linter.check(text, **fields).findings
        found = [text[f.start : f.end] for f in findings if f.topic == "jargon"]
        for term in row["jargon"]:
            of["recall", lang] += 1
            hits["recall", lang] += any(term in words or words in term for words in found)
        for words in found:
            of["precision", lang] += 1
            hits["precision", lang] += any(term in words or words in term for term in row["jargon"])
    said = {"recall": "unexplained terms found", "precision": "right of what was flagged"}
    return table(said, hits, of)


def rewrite(linter: Linter, rows: Iterable[Row]) -> list[str]:
    """Replies whose proposal changes all it must and keeps all it must, and those it harms."""
    hits: Counter[Any] = Counter()
    of: Counter[Any] = Counter()
    for row in rows:
        lang = row["lang"]
        text = linter.rewrite(row["text"]).text
        changed = not any(words in text for words in row["must_change"])
        kept = all(words in text for words in row["must_keep"])
        for key, hit in (
            ("right", changed and kept),
            ("damaged", not kept),
            ("unstable", linter.rewrite(text).text != text),
        ):
            of[key, lang] += 1
            hits[key, lang] += hit
    said = {
        "right": "all changed that must, all kept that must",
        "damaged": "something lost that must be kept",
        "unstable": "changed again the second time",
    }
    return table(said, hits, of)
