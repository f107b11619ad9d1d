"""One reply judged for a framework: what may be sent in its place, and what a model is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..api.linter import Linter
from ..model import Decision, Finding, Message, Result


@dataclass(frozen=True, slots=True)
class Verdict:
    """``sendable`` is the reply as it may be sent: as it is, or mended where the policy says
    *revise* and the fixes leave nothing to revise; None: it must not be sent."""

    result: Result
    sendable: str | None

    @property
    def decision(self) -> Decision:
        return self.result.decision

    @property
    def mended(self) -> bool:
        """Whether what may be sent is not what was written."""
        return self.sendable is not None and self.sendable != self.result.message.text

    def info(self) -> dict[str, Any]:
        """For logs and traces: nothing of the message, and no sentence that repeats its words."""
        return {
            "decision": str(self.decision),
            "findings": [
                {
                    "rule": each.rule,
                    "severity": str(each.severity),
                    "start": each.start,
                    "end": each.end,
                }
                for each in self.result.findings
            ],
            "incomplete": len(self.result.incomplete),
        }

    def told(self) -> str:
        """For the model that wrote the reply: what is wrong, and wording that would do."""
        lines = ["This reply must not be sent as it is. Rewrite all of it without these faults:"]
        lines += [f"- {_line(each)}" for each in self.result.findings]
        lines += [f"- not checked: {each.reason}" for each in self.result.incomplete]
        if self.mended:
            lines.append(f"It could be sent like this: {self.sendable}")
        return "\n".join(lines)


def judge(linter: Linter, reply: str, fields: Mapping[str, Any]) -> Verdict:
    """The verdict on a reply; ``fields`` are those of ``Message``. Raises UsageError."""
    result = linter.check(reply, **fields)
    if result.decision is Decision.ALLOW:
        return Verdict(result, reply)
    if result.decision is Decision.BLOCK or result.incomplete:
        return Verdict(result, None)
    message: Message = result.message
    better = linter.rewrite(message).text
    after = linter.check(replace(message, text=better))
    return Verdict(result, better if after.decision is Decision.ALLOW else None)


def _line(finding: Finding) -> str:
    ideas = " / ".join(fix.title for fix in finding.fixes if fix.title)
    return f"{finding.rule}: {finding.text}" + (f" ({ideas})" if ideas else "")
