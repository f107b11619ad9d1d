"""Writes docs/accuracy.md: measures the bundled packs on every labelled set, with denominators.

Takes about a minute. Where ../shared/corpus is not there, its part of the page is kept as it was.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from turn_flags import turn_flags
from unseen_conversations import conversations
from unseen_sets import jargon, rewrite
from unseen_sets import privacy as privacy_of

from replylint import Linter
from replylint.model import Severity

ROOT = Path(__file__).parent.parent
SETS = ROOT / "benchmarks" / "accuracy"
CORPUS = ROOT.parent / "shared" / "corpus"
PAGE = ROOT / "docs" / "accuracy.md"
OPEN, CLOSE = "<!-- {} -->", "<!-- end {} -->"
SOFT = {"courtesy", "clarity", "jargon", "structure", "term", "closed_question"}
LANGS = {"zh_hans": "Simplified Chinese", "zh_hant": "Traditional Chinese", "en": "English"}
Row = Mapping[str, Any]


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def share(hits: int, of: int) -> str:
    return f"{hits}/{of} ({100 * hits / of:.0f} %)" if of else "–"


class Measure:
    """The bundled packs; a conduct finding is one above info, of a topic about conduct.

    ``weights`` False leaves the rules out that weigh evidence."""

    def __init__(self, *, weights: bool = True) -> None:
        self.linter = Linter(config=None)
        if not weights:
            weighted = [id for id, rule in self.linter.rules.items() if rule.kind == "weighted"]
            self.linter = Linter(config=None, ignore=weighted)

    def topics(self, text: str) -> set[str]:
        return {
            finding.topic
            for finding in self.linter.check(text).findings
            if finding.severity is not Severity.INFO and finding.topic not in SOFT
        }


def unseen(measure: Measure, name: str) -> list[str]:
    """A table of one set: recall by kind and topic, false alarms."""
    lines = [
        "| | " + " | ".join(LANGS.values()) + " |",
        "| --- |" + " --- |" * len(LANGS),
    ]
    counts: dict[str, dict[str, Counter[str]]] = {}
    for lang in LANGS:
        table = counts.setdefault(lang, {"hits": Counter(), "of": Counter()})
        for row in rows(SETS / f"{name}_{lang}.jsonl"):
            found = measure.topics(row["text"])
            keys = [row["kind"]]
            if row["topics"]:
                keys += ["right", f"topic {row['topics'][0]}"]
            for key in keys:
                table["of"][key] += 1
                right = bool(found & set(row["topics"]))
                table["hits"][key] += right if key == "right" else bool(found)
    said = {
        "short": "caught: short offences",
        "embedded": "caught: embedded in a reply",
        "right": "with the right topic",
        "near": "near misses flagged",
        "clean": "good replies flagged",
    }
    topics = sorted({key for t in counts.values() for key in t["of"] if key.startswith("topic ")})
    for key in (*said, *topics):
        label = said.get(key, f"`{key.removeprefix('topic ')}`")
        cells = [share(t["hits"][key], t["of"][key]) for t in counts.values()]
        lines.append(f"| {label} | " + " | ".join(cells) + " |")
    return lines


def beside(measure: Measure, name: str) -> list[str]:
    """A table of one set: the other rules alone, and with the weights."""
    alone = Measure(weights=False)
    lines = ["| | | " + " | ".join(LANGS.values()) + " |", "| --- | --- |" + " --- |" * len(LANGS)]
    for kind in ("short", "embedded", "near", "clean"):
        sets = {lang: rows(SETS / f"{name}_{lang}.jsonl") for lang in LANGS}
        chosen = {lang: [row for row in each if row["kind"] == kind] for lang, each in sets.items()}
        for label, way in (("rules", alone), ("with weights", measure)):
            hits = [sum(bool(way.topics(r["text"])) for r in each) for each in chosen.values()]
            cells = [share(hit, len(of)) for hit, of in zip(hits, chosen.values(), strict=True)]
            lines.append(f"| {kind} | {label} | " + " | ".join(cells) + " |")
    return lines


def published(measure: Measure) -> list[str]:
    """Published sentences and real agents' turns, where the corpus is at hand."""
    lines = ["| | Chinese | English |", "| --- | --- | --- |"]
    taboo, polite = [], []
    for lang in ("zh", "en"):
        strong = [
            row
            for row in rows(CORPUS / f"sentences/taboo_{lang}.jsonl")
            if row["strength"] == "strong"
        ]
        taboo.append(share(sum(bool(measure.topics(r["text"])) for r in strong), len(strong)))
        good = rows(CORPUS / f"sentences/polite_{lang}.jsonl")
        polite.append(share(sum(bool(measure.topics(r["text"])) for r in good), len(good)))
    lines.append("| published forbidden sentences caught | " + " | ".join(taboo) + " |")
    lines.append("| published recommended sentences flagged | " + " | ".join(polite) + " |")
    lines += ["", "| real agents' turns | flagged |", "| --- | --- |"]
    for path in sorted((CORPUS / "conversations").glob("*.jsonl")):
        turns = agent_turns(rows(path))
        flagged = sum(bool(measure.topics(text)) for text in turns)
        rate = 100 * flagged / len(turns)
        lines.append(f"| {path.stem} | {flagged}/{len(turns)} ({rate:.2f} %) |")
    return lines


def agent_turns(conversations: Iterable[Row]) -> list[str]:
    return [
        turn["text"] for row in conversations for turn in row["messages"] if turn["role"] == "agent"
    ]


def privacy() -> list[str]:
    """A row for each type of personal data, from the corpus (see benchmarks/privacy.py)."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    from privacy import scores

    lines = [
        "| type | rows | found | exact spans | right of what was found | rows without, flagged |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for (name, way), s in sorted(scores(CORPUS / "privacy").items()):
        if s.labelled or s.rows_without:
            lines.append(
                f"| `{name}` | {way} | {share(s.found, s.labelled)} | {share(s.exact, s.labelled)} "
                f"| {share(s.right, s.hits)} | {share(s.false_rows, s.rows_without)} |"
            )
    return lines


def put(page: str, name: str, lines: list[str]) -> str:
    """The page with what stands between the marks of ``name`` replaced."""
    opening, closing = OPEN.format(name), CLOSE.format(name)
    before, _, rest = page.partition(opening)
    _, _, after = rest.partition(closing)
    return "\n".join([before + opening, *lines, closing]) + after


def main() -> None:
    measure = Measure()
    page = PAGE.read_text(encoding="utf-8")
    for name in ("conduct4", "conduct3", "conduct2", "conduct1"):
        page = put(page, name, unseen(measure, name))
    page = put(page, "weights", beside(measure, "conduct4"))  # which the weights have not seen
    talks = rows(SETS / "conversations1.jsonl")
    half = conversations(measure.linter, talks[1::2])
    page = put(page, "talks", ["The half nobody read:", "", *half])
    for name, measured in (("privacy", privacy_of), ("jargon", jargon), ("rewrite", rewrite)):
        for number in (1, 2, 3):
            lines = measured(measure.linter, rows(SETS / f"{name}{number}.jsonl"))
            page = put(page, f"{name}{number}", lines)
    if CORPUS.is_dir():
        page = put(page, "published", published(measure))
        page = put(page, "privacy", privacy())
        verdicts = SETS / "turn_verdicts.jsonl"
        lines = turn_flags(measure.linter, CORPUS / "conversations", verdicts)
        page = put(page, "turns", lines)
    else:
        print(f"{CORPUS} is not there: its figures stay as they are")
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
