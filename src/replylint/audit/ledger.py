"""Adds up rows as they pass: everything a summary or a page says, in memory that stays flat."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from .rows import CaseRow, Chunk, ConversationRow, FindingRow, ReplyRow, UnreadRow
from .stats import Share, share

TOLD = 200  # unread rows and incomplete conversations that are listed; all are counted
WAITS = (30, 60, 120, 300, 900, 3600, 14400, 86400, 259200)  # seconds
COURSE = 10  # parts of a conversation in which moods are averaged
DIMENSIONS = ("agent", "queue", "channel", "day", "hour")
_WAITED = ("first_wait", "longest_wait", "length")
_SEVERE = {"error": 0, "warning": 1, "info": 2}


@dataclass(slots=True)
class Slice:
    """What was counted for one agent, queue, channel, day or hour. ``clean`` conversations have
    no finding that fails; ``rules`` counts replies (or, for rules of the whole, conversations)."""

    replies: int = 0
    flagged: int = 0
    conversations: int = 0
    clean: int = 0
    findings: Counter[str] = field(default_factory=Counter)  # by severity
    rules: Counter[str] = field(default_factory=Counter)

    @property
    def good(self) -> Share:
        """The share of replies nobody had to object to: the score."""
        return share(self.replies - self.flagged, self.replies)


@dataclass(slots=True)
class RuleCount:
    """What a rule found. ``replies`` and ``conversations`` it spoke in, at least once each."""

    topic: str = ""
    severities: Counter[str] = field(default_factory=Counter)
    findings: int = 0
    replies: int = 0
    conversations: int = 0
    of_conversation: int = 0  # findings that belong to no message

    @property
    def severity(self) -> str:
        return self.severities.most_common(1)[0][0]


class Ledger:
    """The sums of one run. ``fails`` are the severities that fail it; ``listed`` findings are kept
    for the page, the worst first and of the rest a random choice; ``cases`` of each kind.
    ``limits`` (seconds) are edges of the bins waits are counted in; the last bin is open."""

    def __init__(
        self,
        fails: Iterable[str],
        listed: int = 0,
        cases: int = 0,
        limits: Iterable[float] = (),
    ) -> None:
        self.fails = frozenset(fails)
        self.total = Slice()
        self.messages = 0
        self.rules: defaultdict[str, RuleCount] = defaultdict(RuleCount)
        self.slices: dict[str, defaultdict[str | None, Slice]] = {
            name: defaultdict(Slice) for name in DIMENSIONS
        }
        self.days: defaultdict[str, Counter[str]] = defaultdict(Counter)  # topics of each day
        self.edges = tuple(sorted({*map(float, WAITS), *limits}))
        self.waits: defaultdict[str | None, dict[str, list[int]]] = defaultdict(self._no_waits)
        self.open = 0  # conversations in which the customer had the last word
        self.course = [[0, 0] for _ in range(COURSE)]  # sum and number of moods
        self.turned: Counter[tuple[int, int]] = Counter()  # first and last mood
        self.unread: list[UnreadRow] = []
        self.unread_count = 0
        self.incomplete: list[ConversationRow] = []
        self.incomplete_count = 0
        self.cases: dict[str, list[CaseRow]] = {"worst": [], "best": []}
        self.listed: list[FindingRow] = []
        self.findings = 0
        self._listed_most = listed
        self._cases_most = cases
        self._seen: tuple[int, set[tuple[str, int | None]]] = (-1, set())

    @property
    def found(self) -> bool:
        """Whether anything failed."""
        return any(self.total.findings[level] for level in self.fails)

    def add(self, chunk: Chunk) -> None:
        """Count these rows. Findings must come in the order of their conversations."""
        for conversation in chunk.conversations:
            self._conversation(conversation)
        for finding in chunk.findings:
            self._finding(finding)
        for reply in chunk.replies:
            self._reply(reply)
        for case in chunk.cases:
            self.cases[case.kind].append(case)
        for kind, cases in self.cases.items():
            if chunk.cases:
                best = {case.no: case for case in cases}.values()
                self.cases[kind] = sorted(best, key=_points, reverse=True)[: self._cases_most]
        self.unread += chunk.unread[: max(0, TOLD - len(self.unread))]
        self.unread_count += len(chunk.unread)
        if len(self.listed) > 2 * self._listed_most:
            self._cut()

    def done(self) -> Ledger:
        """Itself, when nothing more is to come: with the findings to list in order."""
        self._cut()
        self.listed.sort(key=lambda row: (row.no, row.turn is None, row.turn or 0, row.start))
        return self

    def _conversation(self, row: ConversationRow) -> None:
        self.messages += row.messages
        failing = {"error": row.errors, "warning": row.warnings, "info": row.infos}
        clean = not any(failing[level] for level in self.fails)
        if row.incomplete is not None:
            self.incomplete_count += 1
            if len(self.incomplete) < TOLD:
                self.incomplete.append(row)
        for each in self._slices(row.agent, row.queue, row.channel, row.begun):
            each.conversations += 1
            each.clean += clean and row.incomplete is None
        self.open += row.open
        for name in _WAITED:
            seconds = getattr(row, name)
            if seconds is not None:
                for channel in (None, row.channel or ""):
                    self.waits[channel][name][bisect_left(self.edges, seconds)] += 1
        self._moods(row.moods)

    def _moods(self, written: str) -> None:
        if not written:
            return
        moods = [int(mood) for mood in written.split()]
        self.turned[moods[0], moods[-1]] += 1
        for place, mood in enumerate(moods):
            part = self.course[min(COURSE - 1, place * COURSE // len(moods))]
            part[0] += mood
            part[1] += 1

    def _finding(self, row: FindingRow) -> None:
        self.findings += 1
        if self._seen[0] != row.no:
            self._seen = (row.no, set())
        seen = self._seen[1]
        rule = self.rules[row.rule]
        rule.topic = row.topic
        rule.severities[row.severity] += 1
        rule.findings += 1
        fresh = (row.rule, row.turn) not in seen
        if fresh:
            seen.add((row.rule, row.turn))
            rule.replies += row.turn is not None
        rule.of_conversation += row.turn is None
        if (row.rule, -1) not in seen:
            seen.add((row.rule, -1))
            rule.conversations += 1
        for each in self._slices(row.agent, row.queue, row.channel, row.time):
            each.findings[row.severity] += 1
            each.rules[row.rule] += fresh
        if row.time is not None:
            self.days[row.time.date().isoformat()][row.topic] += 1
        if self._listed_most:
            self.listed.append(row)

    def _reply(self, row: ReplyRow) -> None:
        for each in self._slices(row.agent, row.queue, row.channel, row.hour):
            each.replies += row.replies
            each.flagged += row.flagged

    def _slices(
        self, agent: str | None, queue: str | None, channel: str | None, time: datetime | None
    ) -> Iterable[Slice]:
        yield self.total
        known = self.slices
        yield known["agent"][agent]
        yield known["queue"][queue]
        yield known["channel"][channel]
        if time is not None:
            yield known["day"][time.date().isoformat()]
            yield known["hour"][f"{time.hour:02}"]

    def _no_waits(self) -> dict[str, list[int]]:
        return {name: [0] * (len(self.edges) + 1) for name in _WAITED}

    def _cut(self) -> None:
        """Keep the findings to list: by severity, then by lot, so that each rule has its share."""
        if len(self.listed) > self._listed_most:
            self.listed.sort(key=lambda row: (_SEVERE[row.severity], row.draw))
            del self.listed[self._listed_most :]


def _points(case: CaseRow) -> float:
    return case.points
