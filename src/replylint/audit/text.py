"""The sums of an audit for people at a terminal: the verdict, then who, where and what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO

from ..report.colour import Paint
from ..report.width import columns, pad, printable
from .ledger import Ledger, Slice
from .stats import SMALL
from .summary import by_count, months, rule_share, slices
from .words import say, shown, topic

_MOST = 20  # rows of a table


def write(ledger: Ledger, stream: TextIO, lang: str, paint: Paint) -> None:
    """Effect: write the summary."""
    total = ledger.total
    counts = {
        "conversations": f"{total.conversations:,}",
        "messages": f"{ledger.messages:,}",
        "replies": f"{total.replies:,}",
    }
    stream.write(say("seen", lang, **counts) + "\n")
    if not ledger.findings:
        words = paint(say("clean", lang), "good") if total.replies else say("no_replies", lang)
        stream.write(words + "\n")
        return
    style = "error" if ledger.found else "info"
    verdict = f"{say('flagged', lang)}: {total.flagged:,} / {total.replies:,}"
    score = f"{say('good', lang)} {shown(total.good)}"
    stream.write(f"{paint(verdict, style)}  {score}\n")
    starred = _rules(ledger, stream, lang)
    for dimension in ("agent", "queue", "channel"):
        starred |= _slices(dimension, slices(ledger, dimension), stream, lang)
    starred |= _slices("month", months(ledger), stream, lang)
    if starred or total.good.small:
        stream.write("\n" + say("small", lang, SMALL) + "\n")


def _rules(ledger: Ledger, stream: TextIO, lang: str) -> bool:
    rows, starred = [], False
    for name, rule in by_count(ledger):
        of = rule_share(ledger, rule)
        starred |= of.small
        whole = rule.of_conversation * 2 > rule.findings
        base = say("conversations" if whole else "replies", lang)
        title = topic(rule.topic, lang)
        rows.append(
            (name, f"{rule.findings:,}", f"{of.hits:,} / {of.of:,} {base}", shown(of), title)
        )
    heads = ("rule", "found", "share", "interval")
    _table(stream, [*(say(head, lang) for head in heads), ""], rows, lang)
    return starred


def _slices(
    name: str, found: Sequence[tuple[str | None, Slice]], stream: TextIO, lang: str
) -> bool:
    found = [item for item in found if item[1].replies or item[1].conversations]
    if not found or (name != "month" and all(key is None for key, _ in found)):
        return False
    rows = [
        (
            say("none", lang) if key is None else key,
            f"{each.conversations:,}",
            f"{each.flagged:,} / {each.replies:,}",
            shown(each.good),
        )
        for key, each in found
    ]
    heads = (name, "conversations", "flagged", "good")
    _table(stream, [say(head, lang) for head in heads], rows, lang)
    return any(each.good.small for _, each in found)


def _table(stream: TextIO, heads: Sequence[str], rows: Sequence[Sequence[str]], lang: str) -> None:
    stream.write("\n")
    for line in table(heads, rows[:_MOST]):
        stream.write(line + "\n")
    if len(rows) > _MOST:
        stream.write(say("more", lang, len(rows) - _MOST) + "\n")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterable[str]:
    """Lines in columns, wide characters counted as two."""
    cells = [[printable(cell) for cell in row] for row in (heads, *rows)]
    wide = [max(map(columns, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        yield "  ".join(map(pad, row, wide)).rstrip()
