"""Proposed replies: for programs as JSON Lines, for people compared word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TextIO

from ..errors import UsageError
from ..model import Finding, Message, Rewrite
from .colour import Paint
from .diff import Change, Cut, compare
from .json_v1 import dumps
from .masking import Secrets, masked
from .options import Options
from .text import changed_cells, painted
from .width import Styled, printable, wrap_cells
from .words import listed, words

FORMATS = ("text", "jsonl")
_LEAST_WIDTH = 40


@dataclass(frozen=True, slots=True)
class Proposal:
    """A message and the reply proposed for it.

    ``findings`` are those of the message as it was: what is sensitive in it is masked for people.
    ``path`` and ``line`` say where it came from, None when unknown.
    """

    message: Message
    rewrite: Rewrite
    findings: tuple[Finding, ...] = ()
    path: str | None = None
    line: int | None = None


def write_rewrites(
    format: str,
    proposals: Iterable[Proposal],
    stream: TextIO,
    options: Options,
    cut: Cut | None = None,
) -> None:
    """Effect: write ``proposals`` as they come. Raises UsageError for an unknown format.

    ``jsonl`` holds the reply as it would be sent; ``text`` masks what is sensitive in it, and shows
    what changed by the words that ``cut`` finds.
    """
    if format not in FORMATS:
        raise UsageError(f'unknown format "{format}"', hint=f"one of: {', '.join(FORMATS)}")
    for proposal in proposals:
        if format == "jsonl":
            stream.write(dumps(_row(proposal)) + "\n")
        else:
            stream.writelines(line + "\n" for line in (*_lines(proposal, options, cut), ""))


def _row(proposal: Proposal) -> dict[str, object]:
    rewrite = proposal.rewrite
    row: dict[str, object] = {
        "message": proposal.message.id,
        "text": rewrite.text,
        "applied": list(rewrite.applied),
        "remaining": [
            {"rule": finding.rule, "start": finding.start, "end": finding.end}
            for finding in rewrite.remaining
        ],
    }
    if proposal.path is not None:
        row |= {"path": proposal.path, "line": proposal.line}
    return row


def _lines(proposal: Proposal, options: Options, cut: Cut | None) -> Iterator[str]:
    """Where, the reply with what changed in it, which rules were applied and which are left."""
    paint, labels = Paint(options.color), words(options.lang)
    where = (proposal.path or "<stdin>", "" if proposal.line is None else str(proposal.line))
    head = paint(printable(":".join(part for part in where if part)), "path")
    who = printable(proposal.message.id or "")
    yield f"{head} {paint(who, 'quiet')}" if who else head
    for line in _paragraphs(compare(*_shown(proposal), cut), marks=not paint.on):
        for part in wrap_cells(line, max(_LEAST_WIDTH, options.width) - 2) or [[]]:
            yield ("  " + painted(part, paint)).rstrip()
    left = dict.fromkeys(finding.rule for finding in proposal.rewrite.remaining)
    for label, rules in ((labels.applied, proposal.rewrite.applied), (labels.remaining, left)):
        if rules:
            yield paint(f"  {label} {listed(rules, options.lang)}", "quiet")
    for missed in proposal.rewrite.incomplete:
        yield paint(f"  {labels.incomplete} {printable(missed.reason)}", "warning")


def _paragraphs(changes: list[Change], *, marks: bool) -> Iterator[list[Styled]]:
    """The changes as cells, a list for each line of the reply."""
    line: list[Styled] = []
    for op, text in changes:
        first, *rest = text.split("\n")
        line += changed_cells((op, first), marks=marks) if first else ()
        for part in rest:
            yield line
            line = list(changed_cells((op, part), marks=marks)) if part else []
    yield line


def _shown(proposal: Proposal) -> tuple[str, str]:
    """The message and the proposed reply, with what is sensitive in either masked in both."""
    old, new = proposal.message.text, proposal.rewrite.text
    before = [(f.start, f.end) for f in proposal.findings if f.sensitive]
    after = [(f.start, f.end) for f in proposal.rewrite.remaining if f.sensitive]
    values = [old[start:end] for start, end in before] + [new[start:end] for start, end in after]
    old, new = _covered(old, before), _covered(new, after)
    if values:
        secrets = Secrets(values)
        old, new = secrets.hide(old), secrets.hide(new)
    return old.replace("\r\n", "\n"), new.replace("\r\n", "\n")


def _covered(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + masked(text[start:end]) + text[end:]
    return text
