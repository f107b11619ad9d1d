"""The worst and the best conversations, shown turn by turn with all that is personal masked."""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..model import Role
from .rows import BOT, CaseRow, ConversationRow
from .veil import Veil, people

if TYPE_CHECKING:
    from ..api.linter import Linter
    from ..model import ConversationResult, TurnFinding
    from ..pii import Public
    from .alias import Aliases

_ERROR, _WARNING, _INFO, _LOW = 10.0, 3.0, 0.5, 2.0
_TURNS = 80  # of a conversation that are shown


class Cases:
    """Remembers how bad and how good the ``most`` extreme ones were, and shows what beats them."""

    def __init__(self, most: int, linter: Linter, aliases: Aliases, public: Public) -> None:
        self._most = most
        self._linter = linter
        self._aliases = aliases
        self._public = public
        self._kept: dict[str, list[float]] = {"worst": [], "best": []}

    def of(self, no: int, result: ConversationResult, row: ConversationRow) -> Iterator[CaseRow]:
        """The rows of a conversation that is among the worst or the best so far."""
        if not self._most:
            return
        for kind, points in (("worst", badness(row)), ("best", goodness(row))):
            # Ties are broken by the draw, so that a file's first hundred are not all there is.
            points += self._aliases.draw(kind, no) / 100 if points > 0 else 0
            kept = self._kept[kind]
            if points <= 0 or (len(kept) >= self._most and points <= kept[0]):
                continue
            (heapq.heappush if len(kept) < self._most else heapq.heapreplace)(kept, points)
            yield CaseRow(no, kind, points, self._shown(result, row))

    def _shown(self, result: ConversationResult, row: ConversationRow) -> str:
        messages = result.conversation.messages
        names = people(messages, self._public)
        by_turn: dict[int | None, list[TurnFinding]] = {}
        for each in result.findings:
            by_turn.setdefault(each.turn, []).append(each)
        turns = []
        for turn, message in enumerate(messages[:_TURNS]):
            found = by_turn.get(turn, [])
            sensitive = [(f.finding.start, f.finding.end) for f in found if f.finding.sensitive]
            veil = Veil(message.text, names, self._public, sensitive)
            marks = [
                [
                    veil.at(f.finding.start),
                    max(veil.at(f.finding.start), veil.at(f.finding.end, end=True)),
                    f.finding.rule,
                    f.finding.severity.value,
                ]
                for f in found
            ]
            shown: dict[str, object] = {"role": message.role.value, "text": veil.text}
            if message.role is Role.AGENT:
                shown["agent"] = self._aliases.agent(message.author)
            elif message.role is Role.BOT:
                shown["agent"] = BOT
            if message.time is not None:
                shown["time"] = message.time.replace(tzinfo=None, microsecond=0).isoformat(" ")
            if marks:
                shown["marks"] = marks
            if turn < len(result.moods) and result.moods[turn] is not None:
                shown["mood"] = result.moods[turn]
            if found and message.role is not Role.CUSTOMER:
                proposal = self._linter.rewrite(message).text
                if proposal != message.text:
                    rest = Veil(proposal, names, self._public)
                    shown["proposal"] = veil.hide(rest.text)
            turns.append(shown)
        whole = [[f.finding.rule, f.finding.severity.value] for f in by_turn.get(None, [])]
        shown_case = {
            "conversation": row.conversation,
            "path": row.path,
            "channel": row.channel,
            "queue": row.queue,
            "lang": row.lang,
            "agent": row.agent,
            "turns": turns,
            "left_out": max(0, len(messages) - _TURNS),
            "whole": whole,
        }
        return json.dumps(shown_case, ensure_ascii=False)


def badness(row: ConversationRow) -> float:
    """Points for what is wrong; a conversation without an error or a warning has none."""
    if not (row.errors or row.warnings):
        return 0.0
    low = min(map(int, row.moods.split()), default=0)
    return row.errors * _ERROR + row.warnings * _WARNING + row.infos * _INFO - min(low, 0) * _LOW


def goodness(row: ConversationRow) -> float:
    """Points for an exchange without fault, more where the customer's mood was turned."""
    if row.errors or row.warnings or row.incomplete or row.replies < 2 or row.open:
        return 0.0
    moods = [int(mood) for mood in row.moods.split()]
    if not moods:
        return 0.0
    turned = max(0, moods[-1] - min(moods))
    return max(0.0, 1 + 3 * turned + moods[-1] + min(row.replies, 8) / 4 - row.infos * _INFO)
