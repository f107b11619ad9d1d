"""One message as the rules see it; whatever costs something is worked out when first asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ..model import Message, Role
from ..rules.rule import Label
from ..text.clauses import Clause, split
from ..text.fold import Folded, fold
from ..text.protected import Protected, protected
from ..text.quotes import Quote, quotes
from .frames import Frame, read
from .hit import Span
from .vocabulary import Occurrences, Vocabulary

if TYPE_CHECKING:
    from ..glossary.choose import Use
    from .evidence import Scales, Weighed


class Scene:
    """A folded message in one language. All offsets are folded unless they say otherwise."""

    def __init__(
        self,
        message: Message,
        folded: Folded,
        lang: str,
        script: str | None,
        vocabulary: Vocabulary,
        known: Sequence[Protected] | None = None,
    ) -> None:
        self.message = message
        self.folded = folded
        self.text = folded.text
        self.lang = lang
        self.script = script
        self.vocabulary = vocabulary
        self._known = known
        self.terms: tuple[Use, ...] | None = None  # kept by kinds.term
        self._frames: dict[int, Frame] = {}
        self._turns: dict[str, list[Occurrences]] = {}
        self.weights: dict[Scales, Weighed | None] = {}  # kept by kinds.weighted

    @cached_property
    def words(self) -> Occurrences:
        """Where the words of the pack's lexicons stand."""
        return self.vocabulary.occurrences(self.text)

    @cached_property
    def protected(self) -> Sequence[Protected]:
        """What is not the writer's words, in original offsets."""
        return protected(self.message.text) if self._known is None else self._known

    @cached_property
    def protected_spans(self) -> list[Span]:
        return [(each.start, each.end) for each in self.protected]

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        return quotes(self.text)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        return split(self.text, self.lang == "en")

    @cached_property
    def _starts(self) -> list[int]:
        return [clause.start for clause in self.clauses]

    def clause_number(self, at: int) -> int:
        """The index of the clause around ``at``, or of the last one before it; -1: no clauses."""
        return max(bisect_right(self._starts, at) - 1, 0 if self.clauses else -1)

    def clause(self, at: int) -> Span:
        """The span of the clause at a folded offset; the whole text when it has none."""
        number = self.clause_number(at)
        if number < 0:
            return 0, len(self.text)
        clause = self.clauses[number]
        return clause.start, clause.end

    def neighbour(self, at: int, step: int) -> Span | None:
        """The clause before (-1) or after (1) the one at an offset, of whatever sentence."""
        number = self.clause_number(at) + step
        if not 0 <= number < len(self.clauses):
            return None
        return self.clauses[number].start, self.clauses[number].end

    def sentence(self, at: int) -> Span:
        """The span of the sentence at an offset, from its first clause to its last."""
        number = self.clause_number(at)
        if number < 0:
            return 0, len(self.text)
        return self._sentence_around(number)

    @cached_property
    def sentences(self) -> list[Span]:
        """Every sentence in order."""
        found: dict[int, Span] = {}
        for clause in self.clauses:
            first = found.get(clause.sentence, (clause.start, clause.end))
            found[clause.sentence] = (first[0], clause.end)
        return list(found.values())

    def _sentence_around(self, number: int) -> Span:
        clauses = self.clauses
        sentence = clauses[number].sentence
        first = last = number
        while first > 0 and clauses[first - 1].sentence == sentence:
            first -= 1
        while last + 1 < len(clauses) and clauses[last + 1].sentence == sentence:
            last += 1
        return clauses[first].start, clauses[last].end

    def stretch(self, at: int, within: str) -> Span:
        """``clause``, ``sentence`` or ``message`` around an offset."""
        if within == "clause":
            return self.clause(at)
        return self.sentence(at) if within == "sentence" else (0, len(self.text))

    def frame(self, at: int) -> Frame | None:
        """The frame of the clause at an offset; None when the message says nothing at all."""
        number = self.clause_number(at)
        return None if number < 0 else self.frame_of(number)

    def frame_of(self, number: int) -> Frame:
        """The frame of a clause; those before it in its sentence are read first."""
        known = self._frames.get(number)
        if known is not None:
            return known
        clauses = self.clauses
        first = number
        while (
            first > 0
            and first not in self._frames
            and clauses[first - 1].sentence == clauses[number].sentence
        ):
            first -= 1
        for index in range(first, number + 1):
            if index in self._frames:
                continue
            clause = clauses[index]
            same = index > 0 and clauses[index - 1].sentence == clause.sentence
            self._frames[index] = read(
                self.text,
                clause,
                self.words.marks(clause.start, clause.end),
                self.lang == "en",
                self._frames.get(index - 1) if same else None,
            )
        return self._frames[number]

    @property
    def frames(self) -> list[Frame]:
        """The frames that were needed, in order."""
        return [self._frames[number] for number in sorted(self._frames)]

    def quoted(self, at: int) -> bool:
        """Whether an offset stands in somebody's words, with words of the writer around them."""
        return any(
            each.kind == "quote" and each.start <= at < each.end and self._speaks_outside(each)
            for each in self.quotes
        )

    def _speaks_outside(self, quote: Quote) -> bool:
        outside = self.text[: quote.start] + self.text[quote.end :]
        return sum(map(str.isalnum, outside)) >= 2

    def earlier(self, role: str) -> list[Occurrences]:
        """The words of the earlier turns of a role (``agent`` includes bots), oldest first."""
        known = self._turns.get(role)
        if known is None:
            roles = (Role.AGENT, Role.BOT) if role == "agent" else (Role(role),)
            known = self._turns[role] = [
                self.vocabulary.occurrences(fold(turn.text).text)
                for turn in self.message.history or ()
                if turn.role in roles
            ]
        return known

    def has(self, labels: Sequence[Label], start: int, end: int) -> bool:
        """Whether a word of one of the lexicons stands inside a stretch."""
        for label in labels:
            for span in self.words.of(label):
                if start <= span[0] and span[1] <= end:
                    return True
        return False
