"""From a document's replies to findings in their places, with suppressions and fingerprints."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ..model import (
    Edit,
    FileResult,
    Finding,
    Fix,
    Incomplete,
    Message,
    Place,
    Placed,
    Source,
    Trouble,
)
from .check import Lint, Reading, trouble
from .terms import Applied

if TYPE_CHECKING:
    from ..text.markup import Document, Segment
    from ..text.offsets import Lines
    from .fingerprint import Fingerprints
    from .touched import Lines as Touched


def judged(
    document: Document, path: str, reading: Reading, lint: Lint
) -> tuple[tuple[FileResult, ...], int]:
    """What ``lint`` says of every reply, in its place; and how many fixes the file cannot spell.

    Sorted by place. Raises only what ``lint`` raises.
    """
    file = _File(path, document, reading, lint)
    replies = [file.reply(segment) for segment in document.segments]
    findings = sorted((each for reply in replies for each in reply.findings), key=_by_place)
    unfinished = {each.rule for reply in replies for each in reply.incomplete}
    applied = file.applied(findings, unfinished)
    if reading.stream:
        return tuple(file.streamed(replies, applied)), file.dropped
    return (file.whole(replies, applied),), file.dropped


@dataclass(frozen=True, slots=True)
class _Reply:
    """One reply, judged."""

    message: Message
    findings: tuple[Placed, ...] = ()
    incomplete: tuple[Trouble, ...] = ()


class _File:
    """A document being judged; lines and fingerprints are only worked out for what is found."""

    def __init__(self, path: str, document: Document, reading: Reading, lint: Lint) -> None:
        self._path = path
        self._document = document
        self._reading = reading
        self._lint = lint
        self._lines: Lines | None = None
        self._prints: Fingerprints | None = None
        self._untouched: set[tuple[str, int, int]] = set()  # findings that do not count
        self._touched = _touched(document, reading)
        self._respelled: set[str] = set()  # what is sensitive, where the file spells it otherwise
        self.dropped = 0

    def reply(self, segment: Segment) -> _Reply:
        """Judge one reply."""
        fields: dict[str, Any] = {**self._reading.message, **segment.message}
        message = Message(segment.text, **fields)
        result = self._lint(message, segment, self._reading)
        if not result.findings and not result.incomplete:
            return _Reply(message)
        if self._reading.stream and message.id is None:
            message = replace(message, id=str(self._place_of(segment, 0, 0).line))
        sensitive = [
            (each.start, each.end)
            for each in (*result.findings, *result.suppressed)
            if each.sensitive
        ]
        return _Reply(
            message,
            tuple(self._placed(each, segment, message, sensitive) for each in result.findings),
            tuple(self._incomplete(each, segment, message) for each in result.incomplete),
        )

    def applied(self, findings: Sequence[Placed], unfinished: Collection[str | None]) -> Applied:
        """The findings, sorted by what the file's comments silence.

        A suppression of one of the ``unfinished`` rules (None: of any) may have had its use.
        """
        terms = self._reading.terms
        comments = self._document.comments
        if terms is None or not any("replylint" in comment.text for comment in comments):
            return Applied(tuple(findings))
        from .suppress import apply

        if unfinished:
            ran = terms.known if terms.ran is None else terms.ran
            done = () if None in unfinished else frozenset(ran) - {*unfinished}
            terms = replace(terms, ran=done)
        applied = apply(self._document, findings, terms, self._path, self._place)
        text = self._document.text
        own = [
            replace(each, fingerprint=self._fingerprint(each.finding, text, ()))
            for each in applied.own
        ]
        for each in own:
            self._sort(each, each.place)
        return replace(applied, own=tuple(own))

    def whole(self, replies: Sequence[_Reply], applied: Applied) -> FileResult:
        """The file as one source; offsets of places and fixes count in the file."""
        everything = sorted((*applied.kept, *applied.own), key=_by_place)
        return FileResult(
            Source(self._path, self._document.text),
            len(replies),
            tuple(each for each in everything if not self._is_untouched(each)),
            applied.suppressed,
            untouched=tuple(each for each in everything if self._is_untouched(each)),
            incomplete=tuple(each for reply in replies for each in reply.incomplete),
            errors=self._problems(),
            sensitive=tuple(sorted(self._respelled)),
        )

    def streamed(self, replies: Sequence[_Reply], applied: Applied) -> list[FileResult]:
        """Every message as a source; offsets count in the message."""
        silenced = {(each.place, each.finding.rule): each.reason for each in applied.suppressed}
        results: list[FileResult] = []
        for reply in replies:
            kept: list[Placed] = []
            suppressed: list[Placed] = []
            untouched: list[Placed] = []
            for each in reply.findings:
                key = each.place, each.finding.rule
                told = replace(each, place=None, reason=silenced.get(key))
                spoken = untouched if self._is_untouched(each) else kept
                (suppressed if key in silenced else spoken).append(told)
            results.append(
                FileResult(
                    Source(self._path, reply.message.text),
                    1,
                    tuple(kept),
                    tuple(suppressed),
                    incomplete=reply.incomplete,
                    untouched=tuple(untouched),
                )
            )
        errors = self._problems()
        if applied.own or errors or not results:
            own = [each for each in applied.own if not self._is_untouched(each)]
            results.append(
                FileResult(
                    Source(self._path, self._document.text),
                    findings=tuple(own),
                    errors=errors,
                    untouched=tuple(each for each in applied.own if self._is_untouched(each)),
                )
            )
        return results

    def _placed(
        self,
        finding: Finding,
        segment: Segment,
        message: Message,
        sensitive: Sequence[tuple[int, int]],
    ) -> Placed:
        name = self._fingerprint(finding, segment.text, sensitive)
        place = self._place_of(segment, finding.start, finding.end)
        if not self._reading.stream:
            said = segment.text[finding.start : finding.end]
            if finding.sensitive and self._document.text[place.start : place.end] != said:
                self._respelled.add(said)
            finding = replace(finding, fixes=self._spelled(finding.fixes, segment))
        placed = Placed(
            finding, self._path, place, message.id, message.conversation, fingerprint=name
        )
        # What is missing is missing from the whole reply.
        whole = finding.start == finding.end and self._touched is not None
        self._sort(placed, self._place_of(segment, 0, len(segment.text)) if whole else place)
        return placed

    def _sort(self, placed: Placed, stretch: Place | None) -> None:
        """Note a finding about a ``stretch`` of the file in which no line has changed."""
        if self._touched is None or placed.place is None or stretch is None:
            return
        missing = placed.place.start == placed.place.end
        look = self._touched.reaches if missing else self._touched.holds
        if not look(stretch.start, stretch.end):
            self._untouched.add(_key(placed))

    def _is_untouched(self, placed: Placed) -> bool:
        return bool(self._untouched) and _key(placed) in self._untouched

    def _spelled(self, fixes: Sequence[Fix], segment: Segment) -> tuple[Fix, ...]:
        """The fixes as edits of the file; one that cannot be spelled there is left out."""
        kept: list[Fix] = []
        for fix in fixes:
            edits = [_spelled(edit, segment) for edit in fix.edits]
            fitting = tuple(edit for edit in edits if edit is not None)
            if len(fitting) == len(edits):
                kept.append(replace(fix, edits=fitting))
            else:
                self.dropped += 1
        return tuple(kept)

    def _incomplete(self, said: Incomplete, segment: Segment, message: Message) -> Trouble:
        place = self._place_of(segment, 0, 0)
        return Trouble(
            said.reason,
            self._path,
            place.line,
            place.column,
            message.id,
            message.conversation,
            said.rule,
        )

    def _problems(self) -> tuple[Trouble, ...]:
        return tuple(trouble(problem, self._path) for problem in self._document.problems)

    def _fingerprint(
        self, finding: Finding, text: str, sensitive: Sequence[tuple[int, int]]
    ) -> str:
        if self._reading.folder is None:
            return ""
        if self._prints is None:
            from .baseline import relative
            from .fingerprint import Fingerprints

            self._prints = Fingerprints(relative(self._path, self._reading.folder))
        return self._prints.of(finding.rule, text, finding.start, finding.end, sensitive)

    def _place_of(self, segment: Segment, start: int, end: int) -> Place:
        return self._place(*segment.file_span(start, end))

    def _place(self, start: int, end: int) -> Place:
        if self._lines is None:
            from ..text.offsets import Lines

            self._lines = Lines(self._document.text)
        return Place(*self._lines.position(start), *self._lines.position(end), start, end)


def _touched(document: Document, reading: Reading) -> Touched | None:
    """The lines of the file that count, None when all do."""
    if reading.touched is None:
        return None
    from .touched import Lines as Touched

    return Touched(document.text, reading.touched)


def _key(placed: Placed) -> tuple[str, int, int]:
    place = placed.place
    assert place is not None
    return placed.finding.rule, place.start, place.end


def _spelled(edit: Edit, segment: Segment) -> Edit | None:
    text = segment.encode(edit.start, edit.end, edit.text)
    return None if text is None else Edit(*segment.file_span(edit.start, edit.end), text)


def _by_place(placed: Placed) -> tuple[int, int, str]:
    place = placed.place
    return (place.start, -place.end, placed.finding.rule) if place else (0, 0, placed.finding.rule)
