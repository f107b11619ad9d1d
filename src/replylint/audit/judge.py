"""Judges a chunk of conversations and says it in rows; a crash costs one conversation, no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, TypeAlias

from ..model import Role, Severity
from .alias import Aliases
from .cases import Cases
from .findings import Findings
from .order import Item, Wants
from .rows import CaseRow, Chunk, ConversationRow, FindingRow, ReplyRow
from .timing import hour, times
from .veil import category, veiled
from .who import Who

if TYPE_CHECKING:
    from datetime import datetime

    from ..api.linter import Linter
    from ..model import Conversation, ConversationResult
    from ..pii import Public

# Whose replies are counted together: agent, queue, channel, hour.
_Where: TypeAlias = "tuple[str | None, str | None, str | None, datetime | None]"


class Judge:
    """One worker's: it remembers what is too good, too bad or too random to be left out."""

    def __init__(self, linter: Linter, wants: Wants, public: Public) -> None:
        self._linter = linter
        self._check: Callable[[Conversation], ConversationResult] = linter.check_conversation
        self._wants = wants
        self._public = public
        self._aliases = Aliases(wants.key, agents=wants.show_agents, ids=wants.show_ids)
        self._who = Who(self._aliases)
        self._findings = Findings(wants, self._who, public)
        self._cases = Cases(wants.cases, linter, self._aliases, public)

    def chunk(self, items: Iterable[Item]) -> Chunk:
        """The rows of these conversations."""
        rows = _Rows()
        for item in items:
            try:
                result = self._check(item.conversation)
                # with the channel of the settings, where the export names none
                item = item._replace(conversation=result.conversation)
                one = self._one(item, result)
            except Exception as error:
                rows.conversations.append(self.failed(item, _place(error)))
            else:
                rows.add(one)
                for case in self._cases.of(item.no, result, one.conversations[0]):
                    rows.cases.append(case)
        return rows.chunk()

    def failed(self, item: Item, why: str) -> ConversationRow:
        """The row of a conversation that could not be checked at all."""
        return self._row(item, 0, Counter(), "", why)

    def _one(self, item: Item, result: ConversationResult) -> Chunk:
        conversation = item.conversation
        flagged = {
            each.turn
            for each in result.findings
            if each.finding.severity in self._wants.fails and each.turn is not None
        }
        replies = self._replies(conversation, flagged)
        levels = Counter(each.finding.severity for each in result.findings)
        bad = sum(count[1] for count in replies.values())
        moods = " ".join(str(mood) for mood in result.moods if mood is not None)
        why = "; ".join(dict.fromkeys(each.reason for each in result.incomplete)) or None
        row = self._row(item, bad, levels, moods, why)
        return Chunk(
            [row],
            self._findings.of(item, result, row),
            [ReplyRow(*key, *count) for key, count in replies.items()],
        )

    def _row(
        self, item: Item, flagged: int, levels: Counter[Severity], moods: str, why: str | None
    ) -> ConversationRow:
        conversation, messages = item.conversation, item.conversation.messages
        known = times(messages)
        return ConversationRow(
            item.no,
            item.path,
            self._aliases.id(conversation.id),
            category(conversation.channel or (messages[0].channel if messages else None)),
            category(conversation.queue),
            conversation.lang,
            self._who.main(messages),
            known.begun,
            len(messages),
            sum(each.role in (Role.AGENT, Role.BOT) for each in messages),
            flagged,
            levels[Severity.ERROR],
            levels[Severity.WARNING],
            levels[Severity.INFO],
            known.first_wait,
            known.longest_wait,
            known.length,
            known.open,
            moods,
            None if why is None else veiled(why),
        )

    def _replies(
        self, conversation: Conversation, flagged: Collection[int | None]
    ) -> dict[_Where, list[int]]:
        """How many replies, and how many of them flagged, by agent, queue, channel and hour."""
        queue = category(conversation.queue)
        counts: dict[_Where, list[int]] = {}
        for turn, message in enumerate(conversation.messages):
            if message.role not in (Role.AGENT, Role.BOT):
                continue
            channel = category(message.channel or conversation.channel)
            key = (self._who.agent(message), queue, channel, hour(message.time))
            count = counts.setdefault(key, [0, 0])
            count[0] += 1
            count[1] += turn in flagged
        return counts


class _Rows:
    def __init__(self) -> None:
        self.conversations: list[ConversationRow] = []
        self.findings: list[FindingRow] = []
        self.cases: list[CaseRow] = []
        self._replies: dict[_Where, list[int]] = {}

    def add(self, one: Chunk) -> None:
        self.conversations += one.conversations
        self.findings += one.findings
        for row in one.replies:
            count = self._replies.setdefault(row[:4], [0, 0])
            count[0] += row.replies
            count[1] += row.flagged

    def chunk(self) -> Chunk:
        replies = [ReplyRow(*key, *count) for key, count in self._replies.items()]
        return Chunk(self.conversations, self.findings, replies, self.cases)


def _place(error: Exception) -> str:
    """A fault of ours by its place alone: its words may be a customer's."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return f"a fault of replylint: {type(error).__name__}"
    where = f"{trace.tb_frame.f_code.co_name}, line {trace.tb_lineno}"
    return f"a fault of replylint: {type(error).__name__} in {where}"
