"""The sums of an audit as plain data: what json prints, and what text and page are written from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from .ledger import Ledger, RuleCount, Slice
from .rows import UnreadRow
from .stats import SMALL, Share, share


def summary(ledger: Ledger) -> dict[str, Any]:
    """Everything counted. Every share has its denominator and its interval."""
    total = ledger.total
    return {
        "conversations": total.conversations,
        "messages": ledger.messages,
        "replies": total.replies,
        "findings": {level: total.findings[level] for level in ("error", "warning", "info")},
        "score": of_share(total.good),
        "clean_conversations": of_share(share(total.clean, total.conversations)),
        "small": SMALL,
        "rules": [_rule(ledger, name, rule) for name, rule in by_count(ledger)],
        **{
            f"by_{name}": [{name: key, **slice_row(each)} for key, each in slices(ledger, name)]
            for name in ("agent", "queue", "channel")
        },
        "by_month": [{"month": key, **slice_row(each)} for key, each in months(ledger)],
        "unread": {"count": ledger.unread_count, "rows": [_unread(r) for r in ledger.unread]},
        "incomplete": {
            "count": ledger.incomplete_count,
            "conversations": [
                {"path": r.path, "conversation": r.conversation, "reason": r.incomplete}
                for r in ledger.incomplete
            ],
        },
    }


def by_count(ledger: Ledger) -> list[tuple[str, RuleCount]]:
    """Rules, the most frequent first."""
    return sorted(ledger.rules.items(), key=lambda item: (-item[1].findings, item[0]))


def rule_share(ledger: Ledger, rule: RuleCount) -> Share:
    """How often a rule spoke: of replies, or of conversations when it is about the whole."""
    if rule.of_conversation * 2 > rule.findings:
        return share(rule.conversations, max(rule.conversations, ledger.total.conversations))
    return share(rule.replies, max(rule.replies, ledger.total.replies))


def slices(ledger: Ledger, dimension: str) -> list[tuple[str | None, Slice]]:
    """What was counted for each agent, queue or channel, the worst first; small ones last."""
    found = ledger.slices[dimension].items()
    return sorted(
        found, key=lambda item: (item[1].good.small, item[1].good.value, str(item[0] or ""))
    )


def months(ledger: Ledger) -> list[tuple[str, Slice]]:
    """Days added up to months, in order."""
    return periods(ledger, 7)


def periods(ledger: Ledger, letters: int) -> list[tuple[str, Slice]]:
    """Days added up by so many letters of their date: 4 a year, 7 a month, 10 a day."""
    added: defaultdict[str, list[Slice]] = defaultdict(list)
    for day, each in ledger.slices["day"].items():
        added[str(day)[:letters]].append(each)
    return [(month, merged(each)) for month, each in sorted(added.items())]


def merged(parts: Iterable[Slice]) -> Slice:
    """Slices added up."""
    whole = Slice()
    for part in parts:
        whole.replies += part.replies
        whole.flagged += part.flagged
        whole.conversations += part.conversations
        whole.clean += part.clean
        whole.findings += part.findings
        whole.rules += part.rules
    return whole


def slice_row(each: Slice) -> dict[str, Any]:
    """One slice as JSON holds it."""
    return {
        "replies": each.replies,
        "conversations": each.conversations,
        "findings": dict(each.findings),
        "score": of_share(each.good),
        "clean_conversations": of_share(share(each.clean, each.conversations)),
    }


def of_share(each: Share) -> dict[str, Any]:
    """A share as JSON holds it: ``value`` is None when there was nothing to count."""
    return {
        "value": round(each.value, 4) if each.of else None,
        "hits": each.hits,
        "of": each.of,
        "low": round(each.low, 4),
        "high": round(each.high, 4),
        "small": each.small,
    }


def _rule(ledger: Ledger, name: str, rule: RuleCount) -> dict[str, Any]:
    return {
        "rule": name,
        "topic": rule.topic,
        "severities": dict(rule.severities),
        "findings": rule.findings,
        "replies": rule.replies,
        "conversations": rule.conversations,
        "share": of_share(rule_share(ledger, rule)),
    }


def _unread(row: UnreadRow) -> dict[str, Any]:
    return {"path": row.path, "line": row.line, "reason": row.reason}
