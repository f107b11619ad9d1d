"""Turns a message into a better one: lint, fix, check, and again until nothing more can be mended.

Why the result is stable without a limit on rounds: whether a fix is taken depends on the text it is
planned for and on nothing else, and every fix that is taken leaves fewer findings than there were.
So the rounds end, they end at a text for which no fix is taken, and proposing again for that text
takes none either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from ..model import Edit, Finding, Fix, Message, Result, Rewrite, Safety
from ..rewrite.apply import apply, ordered, touch
from ..rewrite.draft import Draft
from ..rewrite.edges import clause
from ..rewrite.edits import minimal
from ..rewrite.gate import lost
from ..rewrite.seams import fit
from ..rewrite.template import Span
from ..text.protected import protected

Lint = Callable[[Message], Result]

_PATIENCE = 4_000_000
"""Code points linted in one round before it gives up; a message is linted at least 16 times."""
_CELL = 64  # code points
_PHRASE = 8  # code points of new words that nobody says twice in one message


@dataclass(frozen=True, slots=True)
class _Choice:
    """A fix for a finding; ``place`` is the clauses it works in."""

    finding: Finding
    fix: Fix
    place: Span


def propose(message: Message, lint: Lint, safety: Safety = Safety.REVIEW) -> Rewrite:
    """The proposed reply, the rules whose fixes are in it, and the findings that stay.

    Fixes up to ``safety`` are taken, ``show`` never. A fix is taken only if it ends its finding and
    brings none (counted by rule: the result has no finding that the message did not have), takes no
    fact out of the text, and leaves nothing unchecked that was checked before. Values to be masked
    go first, so that no other fix copies one.
    """
    state = lint(message)
    applied: dict[str, None] = {}
    while (taken := _round(state, lint, safety)) is not None:
        state, rules = taken
        applied |= dict.fromkeys(rules)
    return Rewrite(state.message.text, tuple(applied), state.findings, state.incomplete)


def _round(state: Result, lint: Lint, safety: Safety) -> tuple[Result, list[str]] | None:
    """The state after one batch of fixes, and their rules; None when no fix is taken."""
    text = state.message.text
    trial = _Trial(state, lint)
    findings = ordered(state.findings)
    for masks in (True, False):
        group = [finding for finding in findings if finding.sensitive is masks]
        for choices in _ranks(text, group, safety):
            while choices:
                batch = _apart(choices)
                tried = set(map(id, batch))
                taken = trial.best(batch)
                if taken is not None:
                    return taken
                choices = [choice for choice in choices if id(choice) not in tried]
    return None


def _ranks(text: str, findings: Iterable[Finding], safety: Safety) -> list[list[_Choice]]:
    """Every finding's first allowed fix, then every second one, and so on."""
    ranks: list[list[_Choice]] = []
    for finding in findings:
        allowed = (fix for fix in finding.fixes if _allowed(fix, safety))
        for rank, fix in enumerate(allowed):
            if rank == len(ranks):
                ranks.append([])
            ranks[rank].append(_Choice(finding, fix, _place(text, fix)))
    return ranks


def _allowed(fix: Fix, safety: Safety) -> bool:
    return bool(fix.edits) and fix.safety is not Safety.SHOW and fix.safety.rank <= safety.rank


def _place(text: str, fix: Fix) -> Span:
    return clause(text, min(e.start for e in fix.edits), max(e.end for e in fix.edits))


def _apart(choices: Iterable[_Choice]) -> list[_Choice]:
    """The choices that do not meddle with each other, earlier ones first.

    A fix is planned for the clause as it stands. So only fixes of one rule share a clause, and no
    two touch: the others are planned anew in the next round.
    """
    batch: list[_Choice] = []
    around: dict[int, list[_Choice]] = {}  # by stretch of the text: neighbours without a search
    for choice in choices:
        cells = range(choice.place[0] // _CELL, choice.place[1] // _CELL + 1)
        if any(_meddle(choice, other) for cell in cells for other in around.get(cell, ())):
            continue
        batch.append(choice)
        for cell in cells:
            around.setdefault(cell, []).append(choice)
    return batch


def _meddle(one: _Choice, other: _Choice) -> bool:
    shared = one.place[0] <= other.place[1] and other.place[0] <= one.place[1]
    if not shared:
        return False
    if one.finding.rule != other.finding.rule:
        return True
    return any(touch(mine, theirs) for mine in one.fix.edits for theirs in other.fix.edits)


def _once(text: str, batch: Sequence[_Choice]) -> list[_Choice]:
    """The batch saying nothing twice: a clause that would become what another one becomes, or what
    stands elsewhere already, goes as a whole."""
    said: set[str] = set()
    found: list[_Choice] = []
    for choice in batch:
        words = _becomes(text, choice)
        if len(words) >= _PHRASE and (words in said or words in text):
            choice = _gone(text, choice)
        said.add(words)
        found.append(choice)
    return found


def _becomes(text: str, choice: _Choice) -> str:
    """What the clauses of a fix say with it."""
    at, end = choice.place
    parts: list[str] = []
    for edit in sorted(choice.fix.edits, key=lambda each: (each.start, each.end)):
        parts += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join((*parts, text[at:end]))


def _gone(text: str, choice: _Choice) -> _Choice:
    """The choice without its clauses; as it is where something stands there that is to stay."""
    start, end = choice.place
    if any(each.start < end and start < each.end for each in protected(text)):
        return choice
    draft = Draft(text, start, end, [], [])
    fit(draft)
    edits = minimal(text, draft.start, draft.end, draft.chunks, [])
    return replace(choice, fix=replace(choice.fix, edits=edits)) if edits else choice


class _Trial:
    """Tries batches on one text."""

    def __init__(self, state: Result, lint: Lint) -> None:
        self._state = state
        self._lint = lint
        self._had = Counter(finding.rule for finding in state.findings)
        self._lints = max(16, _PATIENCE // max(1, len(state.message.text)))

    def best(self, batch: Sequence[_Choice]) -> tuple[Result, list[str]] | None:
        """The batch if it is sound, else the sound one of its halves, down to single fixes."""
        state = self._after(batch)
        if state is not None:
            return state, [choice.finding.rule for choice in batch]
        if len(batch) < 2:
            return None
        half = len(batch) // 2
        return self.best(batch[:half]) or self.best(batch[half:])

    def _after(self, batch: Sequence[_Choice]) -> Result | None:
        """The text with the batch, linted; None when that is not better."""
        if not self._lints:
            return None
        message = self._state.message
        batch = _once(message.text, batch)
        masks = [(c.finding.start, c.finding.end) for c in batch if c.finding.sensitive]
        edits = sorted(
            (edit for choice in batch for edit in choice.fix.edits),
            key=lambda edit: (edit.start, edit.end),
        )
        if lost(message.text, edits, masks):
            return None
        self._lints -= 1
        text = apply(message.text, [choice.fix for choice in batch]).text
        # One value may be masked wherever it stands: only other words must not repeat.
        said = [e for c in batch if not c.finding.sensitive for e in c.fix.edits]
        if _repeats(said, message.text, text):
            return None
        state = self._lint(replace(message, text=text))
        ended = Counter(choice.finding.rule for choice in batch)
        has = Counter(finding.rule for finding in state.findings)
        worse = any(has[rule] > self._had[rule] - ended[rule] for rule in has | ended)
        return None if worse or set(state.incomplete) - set(self._state.incomplete) else state


def _repeats(edits: Iterable[Edit], before: str, after: str) -> bool:
    """Whether the words of an edit stand twice in the new text, and did not before."""
    return any(
        len(edit.text) >= _PHRASE and after.count(edit.text) > max(1, before.count(edit.text))
        for edit in edits
    )
