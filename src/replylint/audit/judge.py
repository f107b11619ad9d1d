"""Judges a chunk of conversations and says it in rows; a crash costs one conversation, no more."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ..model import Role, Severity
from .alias import Aliases
from .cases import Cases
from .rows import BOT, CaseRow, Chunk, ConversationRow, FindingRow, ReplyRow
from .timing import times
from .veil import Veil, people, veiled

if TYPE_CHECKING:
    from datetime import datetime

    from ..api.linter import Linter
    from ..model import Conversation, ConversationResult, Finding, Message
    from ..pii import Public

_AROUND = 60  # characters of an excerpt on each side
_LAST = 4  # messages that are shown of a conversation as a whole
_DRAWN = 30  # findings of a rule whose excerpts are kept when only a sample is wanted


# Whose replies are counted together: agent, queue, channel, hour.
_Where: TypeAlias = "tuple[str | None, str | None, str | None, datetime | None]"


@dataclass(frozen=True, slots=True)
class Wants:
    """What the rows must hold besides. ``fails``: the severities that fail a reply.

    ``texts``: the sentence of each finding, ``fixes``: its fixes, ``excerpts``: where it stands,
    masked (else only of a sample of each rule). ``cases``: how many of the worst and best to show.
    """

    key: bytes
    fails: frozenset[Severity] = frozenset((Severity.ERROR, Severity.WARNING))
    texts: bool = False
    fixes: bool = False
    excerpts: bool = False
    cases: int = 0
    show_agents: bool = False
    show_ids: bool = False


class Item(NamedTuple):
    """A conversation to judge: its number in the run and the file it comes from."""

    no: int
    path: str
    conversation: Conversation


class Judge:
    """One worker's: it remembers what is too good, too bad or too random to be left out."""

    def __init__(self, linter: Linter, wants: Wants, public: Public) -> None:
        self._linter = linter
        self._check: Callable[[Conversation], ConversationResult] = linter.check_conversation
        self._wants = wants
        self._public = public
        self._aliases = Aliases(wants.key, agents=wants.show_agents, ids=wants.show_ids)
        self._cases = Cases(wants.cases, linter, self._aliases, public)
        self._drawn: dict[str, list[float]] = {}

    def chunk(self, items: Iterable[Item]) -> Chunk:
        """The rows of these conversations."""
        rows = _Rows()
        for item in items:
            try:
                result = self._check(item.conversation)
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
            self._findings(item, result, row),
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
            _category(conversation.channel or (messages[0].channel if messages else None)),
            _category(conversation.queue),
            conversation.lang,
            self._main_agent(messages),
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
        queue = _category(conversation.queue)
        counts: dict[_Where, list[int]] = {}
        for turn, message in enumerate(conversation.messages):
            if message.role not in (Role.AGENT, Role.BOT):
                continue
            channel = _category(message.channel or conversation.channel)
            key = (self._agent(message), queue, channel, _hour(message.time))
            count = counts.setdefault(key, [0, 0])
            count[0] += 1
            count[1] += turn in flagged
        return counts

    def _findings(
        self, item: Item, result: ConversationResult, row: ConversationRow
    ) -> list[FindingRow]:
        messages = item.conversation.messages
        names: tuple[str, ...] | None = None
        veils: dict[int, Veil] = {}
        found = []
        for each in result.findings:
            turn, finding = each.turn, each.finding
            message = None if turn is None else messages[turn]
            draw = self._aliases.draw(item.path, item.no, turn, finding.rule, finding.start)
            drawn = self._drawn_now(finding.rule, draw)
            shows = self._wants.excerpts or drawn
            veil = None
            if shows or self._wants.texts or self._wants.fixes:
                if names is None:
                    names = people(messages, self._public)
                if turn is not None:
                    if turn not in veils:
                        veils[turn] = self._veil(turn, messages[turn], result, names)
                    veil = veils[turn]
            kept = None
            if shows:
                assert names is not None
                context = self._context(messages, turn, names) if drawn or turn is None else ""
                kept = excerpt(veil, finding, context)
            found.append(self._finding(item, row, turn, message, finding, draw, veil, kept))
        return found

    def _finding(
        self,
        item: Item,
        row: ConversationRow,
        turn: int | None,
        message: Message | None,
        finding: Finding,
        draw: float,
        veil: Veil | None,
        kept: str | None,
    ) -> FindingRow:
        wants = self._wants
        hide = veiled if veil is None else veil.hide
        return FindingRow(
            item.no,
            item.path,
            row.conversation,
            None if message is None or message.id is None else self._aliases.id(message.id),
            turn,
            finding.rule,
            finding.topic,
            finding.severity.value,
            finding.confidence.value,
            finding.start,
            finding.end,
            finding.sensitive,
            self._responsible(item.conversation.messages, turn, row.agent),
            row.queue,
            row.channel if message is None else _category(message.channel) or row.channel,
            row.begun if message is None else _wall(message.time),
            draw,
            hide(finding.text) if wants.texts else None,
            _fixes(finding, hide) if wants.fixes else None,
            kept,
        )

    def _context(
        self, messages: Sequence[Message], turn: int | None, names: Collection[str]
    ) -> str:
        """What was said just before, masked: a person could not judge without."""
        said = messages[-_LAST:] if turn is None else messages[max(0, turn - 1) : turn]
        return "\n".join(
            f"{each.role.value}: {clipped(Veil(each.text, names, self._public).text)}"
            for each in said
        )

    def _veil(
        self, turn: int, message: Message, result: ConversationResult, names: Collection[str]
    ) -> Veil:
        sensitive = [
            (each.finding.start, each.finding.end)
            for each in result.findings
            if each.turn == turn and each.finding.sensitive
        ]
        return Veil(message.text, names, self._public, sensitive)

    def _drawn_now(self, rule: str, draw: float) -> bool:
        """Whether a finding is among the smallest draws of its rule so far."""
        import heapq

        drawn = self._drawn.setdefault(rule, [])
        if len(drawn) < _DRAWN:
            heapq.heappush(drawn, -draw)
            return True
        if draw >= -drawn[0]:
            return False
        heapq.heapreplace(drawn, -draw)
        return True

    def _agent(self, message: Message) -> str | None:
        return BOT if message.role is Role.BOT else self._aliases.agent(message.author)

    def _main_agent(self, messages: Sequence[Message]) -> str | None:
        names = Counter(m.author for m in messages if m.role is Role.AGENT and m.author)
        return self._aliases.agent(names.most_common(1)[0][0]) if names else None

    def _responsible(
        self, messages: Sequence[Message], turn: int | None, main: str | None
    ) -> str | None:
        """Who answers for a finding: the writer, or whoever wrote next (the wait was his)."""
        if turn is None:
            return main
        for message in messages[turn:]:
            if message.role in (Role.AGENT, Role.BOT):
                return self._agent(message)
        return main


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


def excerpt(veil: Veil | None, finding: Finding, context: str) -> str:
    """What stands before, in and after a finding, and what was said before; masked, as JSON."""
    if veil is None:
        return json.dumps(("", "", "", context), ensure_ascii=False)
    start, end = veil.at(finding.start), veil.at(finding.end, end=True)
    end = max(start, end)
    first, last = max(0, start - _AROUND), end + _AROUND
    before, after = veil.text[first:start], veil.text[end:last]
    parts = (
        ("…" if first else "") + before,
        veil.text[start:end],
        after + ("…" if last < len(veil.text) else ""),
        context,
    )
    return json.dumps(parts, ensure_ascii=False)


def clipped(text: str) -> str:
    """Enough of a message to know what it is about."""
    return text if len(text) <= 2 * _AROUND else text[: 2 * _AROUND] + "…"


def _fixes(finding: Finding, hide: Callable[[str], str]) -> str:
    rows = [
        {
            "title": hide(fix.title),
            "safety": fix.safety.value,
            "edits": [
                {
                    "start": edit.start,
                    "end": edit.end,
                    "text": edit.text if finding.sensitive else hide(edit.text),
                }
                for edit in fix.edits
            ],
        }
        for fix in finding.fixes
    ]
    return json.dumps(rows, ensure_ascii=False)


def _category(name: str | None) -> str | None:
    return None if not name else veiled(name)


def _wall(time: datetime | None) -> datetime | None:
    return None if time is None else time.replace(tzinfo=None)


def _hour(time: datetime | None) -> datetime | None:
    return None if time is None else time.replace(minute=0, second=0, microsecond=0, tzinfo=None)


def _place(error: Exception) -> str:
    """A fault of ours by its place alone: its words may be a customer's."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return f"a fault of replylint: {type(error).__name__}"
    where = f"{trace.tb_frame.f_code.co_name}, line {trace.tb_lineno}"
    return f"a fault of replylint: {type(error).__name__} in {where}"
