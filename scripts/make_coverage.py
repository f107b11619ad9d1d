"""Writes docs/handbook-coverage.md: each row of the handbook, and what answers it.

``python scripts/make_coverage.py``; with ``--check`` it writes nothing and exits 1 when the page is
out of date. Rules come from the packs: a rule answers a row when the row asks for its topic and the
rule's ``source`` names the row's section, or the row names it. The others are listed below.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from coverage_rows import AUDIT, CONVERSATION, MESSAGE, ROWS, Row

if TYPE_CHECKING:
    from replylint.rules.rule import Rule

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "handbook-coverage.md"
_HEAD = """\
# What the handbook asks, and what answers it

replylint is built from one source, a Chinese handbook on service and communication in finance
(《金融客服处理与沟通技巧手册》). This page goes through everything it asks of a message, a
conversation or an evaluation, in our words; § is the handbook's section. It is generated from the
packs (`python scripts/make_coverage.py`): a rule stands in a row when its `source` names the
section. Where nothing stands, or not everything can be seen, the page says so.
"""


def page() -> str:
    """The whole page."""
    rules = known_rules()
    lines = [_HEAD]
    answering: set[str] = set()
    for level in (MESSAGE, CONVERSATION, AUDIT):
        rows = [row for row in ROWS if row.level == level]
        seen = sum(1 for row in rows if answers(row, rules) or row.besides)
        lines += [f"## {level}", "", f"{seen} of {len(rows)} rows have an answer.", ""]
        lines += ["| § | what it asks | what answers it |", "| --- | --- | --- |"]
        for row in rows:
            found = answers(row, rules)
            answering.update(rule.id for rule in found)
            sections = ", ".join(row.sections)
            lines.append(f"| {sections} | {row.asks} | {_cell(row, found)} |")
        lines.append("")
    rest = [rule for rule in rules if rule.id not in answering]
    if rest:
        lines += ["## Beyond the rows", ""]
        lines += ["Rules whose source is another section, a norm, or good practice:", ""]
        lines += [f"- {part}" for part in _by_topic(rest)]
        lines.append("")
    return "\n".join(lines)


def answers(row: Row, rules: Iterable[Rule]) -> list[Rule]:
    """The rules that answer a row."""
    return [
        rule
        for rule in rules
        if rule.id in row.rules
        or (
            any(fits(rule.id, pattern) for pattern in row.rules)
            and not sections(rule).isdisjoint(row.sections)
        )
    ]


def sections(rule: Rule) -> set[str]:
    """The sections of the handbook that a rule names."""
    return set(re.findall(r"§\s*([0-9]+\.[0-9]+)", rule.source or ""))


def fits(rule_id: str, pattern: str) -> bool:
    return fnmatchcase(rule_id, pattern)


def known_rules() -> Sequence[Rule]:
    from replylint.rules.load import load

    found = load([ROOT / "rules"]).pack.everything
    return sorted(found, key=lambda rule: rule.id)


def _cell(row: Row, found: Sequence[Rule]) -> str:
    parts = [*_by_topic(found)]
    if not found and row.rules:
        names = ", ".join(f"`{pattern}`" for pattern in row.rules)
        parts.append(f"no rule yet ({names})")
    if row.besides:
        parts.append(row.besides)
    if row.why_not:
        parts.append(f"*Not seen:* {row.why_not}")
    return "<br>".join(parts)


def _by_topic(rules: Iterable[Rule]) -> Iterator[str]:
    for topic, group in groupby(rules, key=lambda rule: rule.topic):
        names = [f"[{rule.id.partition('.')[2]}](rules/{rule.id}.md)" for rule in group]
        yield f"`{topic}` ({len(names)}): {', '.join(names)}"


def main(args: list[str]) -> int:
    text = page()
    if "--check" not in args:
        PAGE.write_text(text, "utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text("utf-8") == text:
        return 0
    print(f"{PAGE.relative_to(ROOT)}: run scripts/make_coverage.py")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
