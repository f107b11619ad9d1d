"""Counts results as they pass, so that a report can stream and still end with a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..model import FileResult, Placed, Safety, Severity, Summary, Trouble


class Tally:
    """The running summary of one run; memory grows with paths, rules and troubles, not findings."""

    __slots__ = (
        "_errors", "_files", "_fixable", "_fixed", "_incomplete", "_known", "_messages",
        "_rules", "_severities", "_suppressed", "_untouched",
    )  # fmt: skip

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._messages = self._suppressed = self._known = self._untouched = self._fixed = 0
        self._severities: Counter[Severity] = Counter()
        self._rules: Counter[str] = Counter()
        self._fixable: Counter[Safety] = Counter()
        self._incomplete: list[Trouble] = []
        self._errors: list[Trouble] = []

    def through(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """The same results, counted."""
        for result in results:
            self.add(result)
            yield result

    def add(self, result: FileResult) -> None:
        if result.source.path is not None and not result.errors:
            self._files.add(result.source.path)
        self._messages += result.messages
        self._suppressed += len(result.suppressed)
        self._known += len(result.known)
        self._untouched += len(result.untouched)
        self._fixed += result.fixed
        self._incomplete += result.incomplete
        self._errors += result.errors
        for placed in result.findings:
            self._severities[placed.finding.severity] += 1
            self._rules[placed.finding.rule] += 1
            self._fixable[_safest(placed)] += 1

    def summary(self, elapsed: float | None = None, exit_code: int | None = None) -> Summary:
        """What was counted so far. ``elapsed`` is in seconds."""
        return Summary(
            files=len(self._files),
            messages=self._messages,
            findings={severity: self._severities[severity] for severity in Severity},
            rules=dict(sorted(self._rules.items(), key=lambda item: (-item[1], item[0]))),
            suppressed=self._suppressed,
            known=self._known,
            untouched=self._untouched,
            fixable_safe=self._fixable[Safety.SAFE],
            fixable_review=self._fixable[Safety.REVIEW],
            fixed=self._fixed,
            incomplete=tuple(self._incomplete),
            errors=tuple(self._errors),
            elapsed=elapsed,
            exit_code=exit_code,
        )


def _safest(placed: Placed) -> Safety:
    """The safety of the finding's best fix; ``show`` when it has none that a command applies."""
    return min(
        (fix.safety for fix in placed.finding.fixes), key=lambda s: s.rank, default=Safety.SHOW
    )
