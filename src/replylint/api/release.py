"""Judges the tail of a reply that goes on: how much of it may go out, and in which words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING

from ..engine.propose import propose
from ..engine.settings import reaches
from ..model import Finding, Message, Result, Safety
from .reach import Edge, Hearing, Reach, Text

if TYPE_CHECKING:
    from ..config.settings import Policy, Streaming
    from ..engine.explain import Trace

Lint = Callable[[Message, "Trace | None"], Result]


@dataclass(frozen=True, slots=True)
class Released:
    """``words`` go out in place of the first ``taken`` code points of the tail.

    ``applied`` are the rules whose fixes are in ``words``; ``blocked``: nothing may follow them.
    """

    taken: int = 0
    words: str = ""
    applied: tuple[str, ...] = ()
    blocked: bool = False


@dataclass(frozen=True, slots=True)
class Pressure:
    """What a look must do even if it is not sure.

    ``least`` code points of the tail have to go when nothing is found in them; ``act``: what was
    found is dealt with now, its sentence finished or not; ``whole``: nothing follows.
    """

    least: int = 0
    act: bool = False
    whole: bool = False


class Judge:
    """What does not change while a stream runs. Safe between threads."""

    __slots__ = ("_bounds", "_lint", "_policy", "_reach")

    def __init__(self, lint: Lint, reach: Reach, bounds: Streaming, policy: Policy) -> None:
        self._lint = lint
        self._reach = reach
        self._bounds = bounds
        self._policy = policy

    def look(self, message: Message, at: int, pressure: Pressure) -> Released:
        """What of the tail of ``message``, which begins at ``at``, may go out now."""
        hearing = Hearing()
        result = self._lint(message, hearing)
        if result.incomplete and self._bounds.revise != "pass":
            return Released(blocked=pressure.act or pressure.whole)
        text = Text(message.text, hearing.lang == "en", pressure.whole)
        offences = self._offences(result.findings, at)
        cut = self._sure(text, at, offences, hearing, pressure)
        if cut < at + pressure.least:
            cut = max(cut, _forced(text, offences, at + pressure.least))
        if pressure.act and offences and cut < (end := max(f.end for f in offences)):
            cut = min((edge.at for edge in text.edges if edge.at >= end), default=len(message.text))
        if cut <= at:
            return Released()
        found = [each for each in offences if each.start < cut]
        if not found:
            return Released(cut - at, message.text[at:cut])
        return self._deal(message, text, at, cut, found)

    def _sure(
        self, text: Text, at: int, offences: list[Finding], hearing: Hearing, pressure: Pressure
    ) -> int:
        """The end of what no word that follows can change; an offence waits for its sentence."""
        if pressure.whole:
            return text.edges[-1].at
        return max(
            (
                edge.at
                for edge in self._reach.settled(text, at, hearing)
                if all(_closes(edge, each) for each in offences)
            ),
            default=at,
        )

    def _offences(self, findings: Iterable[Finding], at: int) -> list[Finding]:
        """The findings behind ``at`` over which the text is not let through as it is."""
        return [
            each
            for each in findings
            if each.end > max(at, each.start)
            and each.rule not in self._reach.at_close
            and self._what(each) != "pass"
        ]

    def _what(self, finding: Finding) -> str:
        """What is done about a finding: ``rewrite``, ``block`` or ``pass``."""
        if reaches(finding.severity, self._policy.block):
            return self._bounds.block
        return self._bounds.revise if reaches(finding.severity, self._policy.revise) else "pass"

    def _deal(
        self, message: Message, text: Text, at: int, cut: int, found: list[Finding]
    ) -> Released:
        """The tail up to ``cut`` with what was found rewritten; else what stands before it."""
        if all(self._what(each) == "rewrite" for each in found):
            better = self._rewritten(message, at, cut)
            if better is not None:
                return better
        clean = max(at, text.sentence_start(min(each.start for each in found)))
        return Released(clean - at, message.text[at:clean], blocked=True)

    def _rewritten(self, message: Message, at: int, cut: int) -> Released | None:
        """The proposal for the stretch between ``at`` and ``cut``, where it leaves no offence."""
        tail = len(message.text) - cut

        def lint(changed: Message) -> Result:
            result = self._lint(changed, None)
            mine = set(map(id, self._offences(result.findings, at)))
            end = len(changed.text) - tail
            findings = tuple(
                each
                if id(each) in mine and _mends_between(each, at, end)
                else replace(each, fixes=())
                for each in result.findings
            )
            return replace(result, findings=findings)

        proposal = propose(message, lint, Safety.REVIEW)
        end = len(proposal.text) - tail
        if any(each.start < end for each in self._offences(proposal.remaining, at)):
            return None
        return Released(cut - at, proposal.text[at:end], proposal.applied)


def _closes(edge: Edge, offence: Finding) -> bool:
    """Whether an edge lies before an offence, or behind it at the end of a sentence."""
    return edge.at <= offence.start or (edge.sentence and edge.at >= offence.end)


def _mends_between(finding: Finding, start: int, end: int) -> bool:
    return all(
        start <= edit.start and edit.end <= end for fix in finding.fixes for edit in fix.edits
    )


def _forced(text: Text, offences: list[Finding], least: int) -> int:
    """How far the tail goes out because it has waited long enough: never into a sentence in which
    something was found, and not through the middle of a word or number."""
    words = text.folded.original
    first = min((text.clause_start(each.start) for each in offences), default=inf)
    if least > first:
        return int(first)
    cut = least
    while cut < len(words) and _inside_word(words, cut):
        cut += 1
    return cut if cut < len(words) else least


def _inside_word(text: str, at: int) -> bool:
    """Whether a cut would part a Latin word, a number or a link."""
    if at >= len(text):
        return False
    before, after = text[at - 1], text[at]
    if after == " " or before == " ":  # the groups of a long number
        left, right = text[:at].rstrip(" ")[-1:], text[at:].lstrip(" ")[:1]
        return left.isdecimal() and right.isdecimal()
    return before.isascii() and after.isascii()
