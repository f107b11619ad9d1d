"""What the rules over turns flag in real conversations, and how many of the flags people keep."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from replylint import Linter
from replylint.model import Conversation, Message, Role, TurnFinding

CHANNELS = {"stc3_zh": "social", "jddc_sample_zh": "chat", "twcs_en": "social"}
"""The real conversations of the corpus, and where they were held."""


def turn_flags(linter: Linter, folder: Path, verdicts: Path) -> list[str]:
    """A table of flags by topic and source, and the share of judged flags that were kept."""
    judged = _verdicts(verdicts)
    names = list(CHANNELS)
    counts: dict[str, Counter[str]] = {name: Counter() for name in names}
    held: Counter[str] = Counter()
    flagged: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for name in names:
        for told in _conversations(folder / f"{name}.jsonl", CHANNELS[name]):
            held[name] += 1
            flags = list(_flags(linter, told))
            flagged[name] += bool(flags)
            for each in flags:
                topic = each.finding.topic
                counts[name][topic] += 1
                verdict = judged.get((told.id, each.finding.rule, each.turn))
                if verdict is not None:
                    seen[topic] += 1
                    kept[topic] += verdict
    lines = [
        "| flags | " + " | ".join(f"`{name}`" for name in names) + " | judged flags kept |",
        "| --- |" + " --- |" * (len(names) + 1),
        "| conversations flagged | "
        + " | ".join(_share(flagged[name], held[name]) for name in names)
        + f" | {_share(kept.total(), seen.total())} |",
    ]
    for topic in sorted({topic for count in counts.values() for topic in count}):
        cells = " | ".join(str(counts[name][topic]) for name in names)
        lines.append(f"| `{topic}` | {cells} | {_share(kept[topic], seen[topic])} |")
    return lines


def _flags(linter: Linter, told: Conversation) -> Iterator[TurnFinding]:
    own = {id for id, rule in linter.rules.items() if rule.kind == "turns"}
    return (each for each in linter.check_conversation(told).findings if each.finding.rule in own)


def _conversations(path: Path, channel: str) -> Iterator[Conversation]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        messages = tuple(_message(each) for each in row["messages"])
        yield Conversation(row["id"], messages, channel=channel, lang=row.get("lang"))


def _message(row: dict[str, Any]) -> Message:
    time = row.get("time")
    return Message(
        row["text"],
        role=Role(row["role"]),
        time=datetime.fromisoformat(time) if time else None,
    )


def _verdicts(path: Path) -> dict[tuple[str, str, int | None], bool]:
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {(row["id"], row["rule"], row["turn"]): row["keep"] for row in rows}


def _share(hits: int, of: int) -> str:
    return f"{hits}/{of} ({100 * hits / of:.0f} %)" if of else "–"
