"""The replies of a file made better: what is proposed for each, and the file's edits for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ..engine.propose import propose
from ..model import Edit, Finding, Fix, Message, Placed, Result, Rewrite, Safety
from ..rewrite.diff import Op, diff, words
from ..text.offsets import Lines
from .check import Lint, Reading, document
from .decode import Decoded
from .fingerprint import surroundings

if TYPE_CHECKING:
    from ..text.markup import Segment
    from ..text.protected import Protected


@dataclass(frozen=True, slots=True)
class Proposed:
    """One reply, its findings, and what is proposed for it; ``line`` is where it starts."""

    message: Message
    rewrite: Rewrite
    findings: tuple[Finding, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mended:
    """``edits`` count in the file and spell for it what ``replies`` propose.

    ``dropped`` counts replies whose proposal the file cannot spell: they stay as they are.
    """

    replies: tuple[Proposed, ...]
    edits: tuple[Edit, ...] = ()
    dropped: int = 0


def mend(
    decoded: Decoded,
    path: str,
    reading: Reading,
    lint: Lint,
    silenced: Iterable[Placed] = (),
    safety: Safety = Safety.REVIEW,
    within: tuple[int, int] | None = None,
) -> Mended:
    """Propose a better reply for every reply of a file that was read.

    With ``within`` only for the replies that reach into this stretch of it. Findings that are
    ``silenced``, in the file or by a baseline, with their places in it, are not mended. Raises
    InputError when the file cannot be parsed, and what ``lint`` raises.
    """
    told = document(decoded.text, path, reading)
    lines = Lines(decoded.text)
    silent = {
        (each.finding.rule, each.place.start, each.place.end) for each in silenced if each.place
    }
    replies: list[Proposed] = []
    edits: list[Edit] = []
    dropped = 0
    for segment in told.segments:
        if within is not None and not _reaches(segment, *within):
            continue
        reply = _Reply(segment, reading, lint, silent)
        rewrite = propose(reply.message, reply.lint, safety)
        spelled = _spelled(segment, rewrite.text)
        if spelled is None and reply.unspellable:
            rewrite = propose(reply.message, reply.lint_without_unspellable, safety)
            spelled = _spelled(segment, rewrite.text)
        line = lines.position(segment.file_span(0, 0)[0])[0]
        replies.append(Proposed(reply.message, rewrite, reply.findings, line))
        if spelled is None:
            dropped += 1
        else:
            edits += spelled
    return Mended(tuple(replies), tuple(edits), dropped)


def _reaches(segment: Segment, start: int, end: int) -> bool:
    first, last = segment.file_span(0, len(segment.text))
    return first <= end and start <= last


class _Reply:
    """One reply of the file, and the lint of what is to become of it."""

    def __init__(
        self, segment: Segment, reading: Reading, lint: Lint, silent: set[tuple[str, int, int]]
    ) -> None:
        fields: dict[str, Any] = {**reading.message, **segment.message}
        self.message = Message(segment.text, **fields)
        self._segment = segment
        self._reading = reading
        self._lint = lint
        result = lint(self.message, segment, reading)
        self.findings = tuple(each for each in result.findings if not self._in(silent, each))
        hushed = [each for each in result.findings if self._in(silent, each)]
        self._first = replace(result, findings=tuple(map(self._spellable, self.findings)))
        self.unspellable = {
            had.rule
            for had, has in zip(self.findings, self._first.findings, strict=True)
            if had.fixes != has.fixes
        }
        self._silence = _Silence(segment.text, hushed, self.findings) if hushed else None

    def lint(self, message: Message) -> Result:
        """What is said of a text this reply may become, without what is silenced in it."""
        if message.text == self.message.text:
            return self._first
        result = self._lint(message, _moved(self._segment, message.text), self._reading)
        if self._silence is None:
            return result
        return replace(result, findings=tuple(self._silence.left(message.text, result.findings)))

    def lint_without_unspellable(self, message: Message) -> Result:
        """The same; rules whose fixes the file could not spell at first have none."""
        result = self.lint(message)
        findings = tuple(
            replace(each, fixes=()) if each.rule in self.unspellable else each
            for each in result.findings
        )
        return replace(result, findings=findings)

    def _in(self, silent: set[tuple[str, int, int]], finding: Finding) -> bool:
        span = self._segment.file_span(finding.start, finding.end)
        return (finding.rule, *span) in silent

    def _spellable(self, finding: Finding) -> Finding:
        """The finding with those of its fixes that can be written in the file."""
        fixes = tuple(fix for fix in finding.fixes if self._can_spell(fix))
        return finding if len(fixes) == len(finding.fixes) else replace(finding, fixes=fixes)

    def _can_spell(self, fix: Fix) -> bool:
        encode = self._segment.encode
        return all(encode(edit.start, edit.end, edit.text) is not None for edit in fix.edits)


class _Silence:
    """Knows silenced findings again after other words of the reply have changed.

    By rule and words; where the same words are silenced in one place and not in another, by the
    sentence around them as well.
    """

    def __init__(self, text: str, hushed: Iterable[Finding], spoken: Iterable[Finding]) -> None:
        aloud = {_words(text, each) for each in spoken}
        self._wide: Counter[tuple[str, str]] = Counter()
        self._near: Counter[tuple[str, str]] = Counter()
        for each in hushed:
            if _words(text, each) in aloud:
                self._near[_sentence(text, each)] += 1
            else:
                self._wide[_words(text, each)] += 1

    def left(self, text: str, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings that are not the silenced ones."""
        wide, near = self._wide.copy(), self._near.copy()
        for each in findings:
            if wide[_words(text, each)] > 0:
                wide[_words(text, each)] -= 1
            elif near[_sentence(text, each)] > 0:
                near[_sentence(text, each)] -= 1
            else:
                yield each


def _words(text: str, finding: Finding) -> tuple[str, str]:
    return finding.rule, text[finding.start : finding.end]


def _sentence(text: str, finding: Finding) -> tuple[str, str]:
    return finding.rule, surroundings(text, finding.start, finding.end, ())


def _moved(segment: Segment, text: str) -> Segment:
    """The reply with another text; what the file protects is found in it again."""
    kept = segment.protected and tuple(_carried(segment.text, text, segment.protected))
    return replace(segment, text=text, protected=kept)


def _carried(before: str, after: str, stretches: Sequence[Protected]) -> Iterator[Protected]:
    """The stretches where they stand in ``after``; no fix takes one away."""
    old = new = 0
    for piece in diff(before, after):
        size = len(piece.text)
        if piece.op is Op.SAME:
            for each in stretches:
                if old <= each.start and each.end <= old + size:
                    shift = new - old
                    yield replace(each, start=each.start + shift, end=each.end + shift)
        old += size * (piece.op is not Op.ADDED)
        new += size * (piece.op is not Op.REMOVED)


def _spelled(segment: Segment, text: str) -> list[Edit] | None:
    """The edits of the file that make the reply ``text``; None when it cannot spell them."""
    made: list[Edit] = []
    for edit in _edits(segment.text, text):
        whole = _encoded(segment, [edit])
        parts = whole if whole is not None else _encoded(segment, _finer(segment.text, edit))
        if parts is None:
            return None
        made += parts
    return made


def _encoded(segment: Segment, edits: Iterable[Edit]) -> list[Edit] | None:
    made: list[Edit] = []
    for edit in edits:
        spelled = segment.encode(edit.start, edit.end, edit.text)
        if spelled is None:
            return None
        made.append(Edit(*segment.file_span(edit.start, edit.end), spelled))
    return made


def _edits(before: str, after: str) -> Iterator[Edit]:
    """``after`` as edits of ``before``, one for each phrase that changed."""
    if before == after:
        return
    at = 0
    gone, come = "", ""
    for piece in (*diff(before, after), None):
        if piece is None or piece.op is Op.SAME:
            if gone or come:
                yield Edit(at - len(gone), at, come)
            gone = come = ""
            at += len(piece.text) if piece else 0
        elif piece.op is Op.REMOVED:
            gone += piece.text
            at += len(piece.text)
        else:
            come += piece.text


def _finer(before: str, edit: Edit) -> Iterator[Edit]:
    """An edit as edits of single words: an edit that crosses a tag need not be all lost."""
    from difflib import SequenceMatcher

    old, new = words(before[edit.start : edit.end]), words(edit.text)
    at = edit.start
    for op, low, high, first, last in SequenceMatcher(None, old, new, False).get_opcodes():
        size = len("".join(old[low:high]))
        if op != "equal":
            yield Edit(at, at + size, "".join(new[first:last]))
        at += size
