"""Findings as rows: who answers for them and, where asked, what they say and where they stand."""

from __future__ import annotations

import heapq
import json
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from .order import Item, Wants
from .rows import ConversationRow, FindingRow
from .timing import wall
from .veil import Veil, category, people, veiled
from .who import Who

if TYPE_CHECKING:
    from ..model import ConversationResult, Finding, Message
    from ..pii import Public

_AROUND = 60  # characters of an excerpt on each side
_LAST = 4  # messages that are shown of a conversation as a whole
_DRAWN = 30  # findings of a rule whose excerpts are kept when only a sample is wanted


class Findings:
    """Makes the rows, and remembers which findings of a rule were drawn."""

    def __init__(self, wants: Wants, who: Who, public: Public) -> None:
        self._wants = wants
        self._who = who
        self._public = public
        self._drawn: dict[str, list[float]] = {}

    def of(self, item: Item, result: ConversationResult, row: ConversationRow) -> list[FindingRow]:
        """The rows of a conversation's findings."""
        messages = item.conversation.messages
        names: tuple[str, ...] | None = None
        veils: dict[int, Veil] = {}
        found = []
        for each in result.findings:
            turn, finding = each.turn, each.finding
            message = None if turn is None else messages[turn]
            draw = self._who.aliases.draw(item.path, item.no, turn, finding.rule, finding.start)
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
        # The text of a sensitive finding's fix is a mask, and hidden once more would tell nothing.
        mask = hide if veil is None or not finding.sensitive else veil.without
        return FindingRow(
            item.no,
            item.path,
            row.conversation,
            None if message is None or message.id is None else self._who.aliases.id(message.id),
            turn,
            finding.rule,
            finding.topic,
            finding.severity.value,
            finding.confidence.value,
            finding.start,
            finding.end,
            finding.sensitive,
            self._who.responsible(item.conversation.messages, turn, row.agent),
            row.queue,
            row.channel if message is None else category(message.channel) or row.channel,
            row.begun if message is None else wall(message.time),
            draw,
            hide(finding.text) if wants.texts else None,
            _fixes(finding, hide, mask) if wants.fixes else None,
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
        drawn = self._drawn.setdefault(rule, [])
        if len(drawn) < _DRAWN:
            heapq.heappush(drawn, -draw)
            return True
        if draw >= -drawn[0]:
            return False
        heapq.heapreplace(drawn, -draw)
        return True


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


def _fixes(finding: Finding, hide: Callable[[str], str], mask: Callable[[str], str]) -> str:
    rows = [
        {
            "title": hide(fix.title),
            "safety": fix.safety.value,
            "edits": [
                {
                    "start": edit.start,
                    "end": edit.end,
                    "text": mask(edit.text),
                }
                for edit in fix.edits
            ],
        }
        for fix in finding.fixes
    ]
    return json.dumps(rows, ensure_ascii=False)
