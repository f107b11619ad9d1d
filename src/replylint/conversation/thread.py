"""A conversation as rules over turns see it: who said which words when; the rest when asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from ..model import Conversation, Result, Role
from .words import Read

if TYPE_CHECKING:
    from .book import Book

_NEVER = -1
_NOD = 8  # characters of a customer's words that only answer something
LATIN = 3  # so many Latin letters say as much as one Chinese character
_PRIVATE = "privacy."
_SILENCE = 1800.0  # seconds after which who speaks begins a new contact


class Thread:
    """``said`` has a mask of lexicons a turn; ``found`` the rules that spoke, by turn."""

    __slots__ = (
        "_book", "_due", "_moods", "_pauses", "_waits", "all_said", "clauses", "conversation",
        "count", "found", "messages", "read", "results", "roles", "said", "times", "topics",
        "turns",
    )  # fmt: skip

    def __init__(
        self, conversation: Conversation, read: Read, results: Sequence[Result | None], book: Book
    ) -> None:
        self.conversation = conversation
        self.messages = conversation.messages
        self.count = len(self.messages)
        self.read = read
        self.results = results
        self._book = book
        # the value of an enum itself, without the detour through a property
        self.roles = [message.role._value_ for message in self.messages]
        self.said = read.masks
        self.all_said: dict[str, int] = {}
        self.turns: dict[str, list[int]] = {}
        for turn, role in enumerate(self.roles):
            self.all_said[role] = self.all_said.get(role, 0) | self.said[turn]
            self.turns.setdefault(role, []).append(turn)
        self.times = [message.time for message in self.messages]
        self.found: dict[int, list[str]] = {
            turn: [finding.rule for finding in result.findings]
            for turn, result in enumerate(results)
            if result is not None and result.findings
        }
        self.topics = {rule.partition(".")[0] for rules in self.found.values() for rule in rules}
        self._moods: list[int | None] | None = None
        self._waits: dict[str, list[float | None]] = {}
        self._pauses: list[tuple[datetime, datetime]] | None = None
        self._due: dict[int, datetime | None] = {}
        self.clauses: dict[int, tuple[list[str], set[str]]] = {}

    @property
    def moods(self) -> list[int | None]:
        """A mood for every turn of the customer's."""
        if self._moods is None:
            reader = self._book.moods
            mask = reader.words
            self._moods = [
                None
                if role != "customer"
                else reader.score(self.read.text(i), self.read.hits(i, reader.all))
                if self.said[i] & mask
                else 0
                for i, role in enumerate(self.roles)
            ]
        return self._moods

    def elapsed(self, first: int, last: int, clock: str) -> float | None:
        """Seconds from one turn to a later one; None when a time is not known."""
        start, end = self.times[first], self.times[last]
        if start is None or end is None:
            return None
        if clock == "plain":
            return (end - start).total_seconds()
        return self._book.clock.service_seconds(start, end, self.pauses)

    @property
    def pauses(self) -> list[tuple[datetime, datetime]]:
        """When the house had asked for something and waited for the customer."""
        if self._pauses is None:
            self._pauses = []
            begun: datetime | None = None
            for i, role in enumerate(self.roles):
                if role == "customer":
                    if begun is not None and self.times[i] is not None:
                        self._pauses.append((begun, self.times[i]))  # type: ignore[arg-type]
                    begun = None
                elif role != "system":
                    asks = bool(self.said[i] & self._book.asking)
                    begun = (begun or self.times[i]) if asks else None
        return self._pauses

    def nods(self, turn: int) -> bool:
        """Whether a turn only says yes or thanks, in a few words."""
        text = self.messages[turn].text
        most = _NOD * (LATIN if text.isascii() else 1)
        return bool(self.said[turn] & self._book.nodding) and len(text) <= most

    def waits(self, clock: str) -> list[float | None]:
        """For each answer, how long the customer had been without one, in seconds.

        A machine's words answer nobody while people answer, too.
        """
        found = self._waits.get(clock)
        if found is None:
            answer = ("agent",) if "agent" in self.roles else ("bot",)
            found = [None] * self.count
            asked = _NEVER
            for i, role in enumerate(self.roles):
                if role == "customer":
                    asked = i if asked == _NEVER and not self.nods(i) else asked
                elif role in answer and asked != _NEVER:
                    start, end = self.times[asked], self.times[i]
                    if start is not None and end is not None:
                        found[i] = (
                            (end - start).total_seconds()
                            if clock == "plain"
                            else self._book.clock.open_seconds(start, end)
                        )
                    asked = _NEVER
            self._waits[clock] = found
        return found

    def due(self, turn: int) -> datetime | None:
        """By when a turn promises something."""
        if turn not in self._due:
            from .due import due

            said = self.times[turn] or datetime(2026, 3, 2, 9)
            self._due[turn] = due(self.read.text(turn), said)
        return self._due[turn]

    def contact(self, turn: int) -> bool:
        """Whether the house speaks here without having been asked, after a silence or first."""
        if self.roles[turn] not in ("agent", "bot"):
            return False
        now = self.times[turn]
        for i in range(turn - 1, -1, -1):
            if self.roles[i] == "system":
                continue
            before = self.times[i]
            return (
                now is not None
                and before is not None
                and now - before >= timedelta(seconds=_SILENCE)
            )
        return True

    @property
    def begins(self) -> bool:
        """Whether the export holds the beginning: a customer's words, or a greeting of the house.

        Who reads an answer or a farewell first has missed what came before.
        """
        spoken = [i for i, role in enumerate(self.roles) if role != "system"]
        if not spoken:
            return False
        first = spoken[0]
        if self.roles[first] == "customer":
            return not self.said[first] & self._book.midway and not self.nods(first)
        if self.said[first] & self._book.opened or len(self.messages[first].text) <= _NOD:
            return True
        after = next((i for i in spoken if self.roles[i] == "customer"), None)
        return after is not None and bool(self.said[after] & self._book.trouble)

    @property
    def ends(self) -> bool:
        """Whether the conversation is over: somebody said farewell, thanks or that all is well, or
        the house closed it; not when the customer just left."""
        left = self._book.left
        for role, said in zip(reversed(self.roles), reversed(self.said), strict=True):
            if role == "system":
                if said & left:
                    return False
                if said & self._book.closed:
                    return True
                continue
            return True
        return False

    def parts(self, turn: int) -> tuple[list[str], set[str]]:
        """The clauses of a turn, in order and as a set."""
        found = self.clauses.get(turn)
        if found is None:
            from .echo import clauses

            listed = clauses(self.read.text(turn))
            found = self.clauses[turn] = (listed, set(listed))
        return found

    def combined(self, turn: int) -> bool:
        """Whether this turn completes what identifies somebody: with the house's earlier turns it
        does, without this one or by this one alone it does not."""
        from ..pii.combination import combined

        def of(turns: Sequence[int]) -> bool:
            return combined("\n".join(map(self.read.text, turns)), self._book.public)

        before = [
            i
            for i in range(turn)
            if self.roles[i] in ("agent", "bot")
            and any(r.startswith(_PRIVATE) for r in self.found.get(i, ()))
        ]
        return bool(before) and of([*before, turn]) and not of([turn]) and not of(before)

    def author(self, turn: int) -> str:
        """``new`` when somebody else spoke for the house before, ``same``, or ``""`` (unknown)."""
        own = self.messages[turn].author
        others = [
            message.author
            for message in self.messages[:turn]
            if message.role is Role.AGENT and message.author
        ]
        if own is None or not others:
            return ""
        return "same" if others[-1] == own else "new"
