"""Runs the examples that rules carry: each alone, against all rules, mended, and disguised."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..errors import Origin
from ..model import Message, Result, Rewrite
from ..rules.rule import Example, Pack, Rule
from ..text.fold import fold, spaced, to_hant

Span = tuple[int, int]
Spans = tuple[Span, ...]

_ZERO_WIDTH = "\u200b"


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not hold.

    ``what`` names the promise: ``alone``, ``all``, ``near-miss``, ``fixed``, ``again``, ``hant``,
    ``hans``, ``wide`` or ``zero-width``. ``detail`` shows the pack's own example, nobody's message.
    """

    rule: str
    what: str
    origin: Origin | None
    detail: str


@dataclass(frozen=True, slots=True)
class Linters:
    """What the engine does with a message: one rule alone, all of them, and all their fixes."""

    alone: Callable[[str, Message], Result]
    all: Callable[[Message], Result]
    propose: Callable[[Message], Rewrite]


def run(
    pack: Pack,
    examples: Mapping[str, Sequence[Example]],
    lint_alone: Callable[[str, Message], Result],
    lint_all: Callable[[Message], Result],
    propose_all: Callable[[Message], Rewrite],
) -> Iterator[Failure]:
    """Every example that does not hold, rule by rule in the order of the pack."""
    linters = Linters(lint_alone, lint_all, propose_all)
    for rule in pack.rules:
        proofs = examples.get(rule.id, ())
        yield from _near_miss(rule, proofs)
        for example in proofs:
            yield from _proved(rule, example, linters)


def message(example: Example, text: str | None = None) -> Message:
    """The message an example stands for, or the same with another text."""
    context: dict[str, Any] = dict(example.context)
    return Message(example.text if text is None else text, **context)


def _near_miss(rule: Rule, proofs: Sequence[Example]) -> Iterator[Failure]:
    """One of the good examples must wake the rule: else they prove nothing about it."""
    good = [example for example in proofs if not example.spans]
    if rule.wakes and not any(_wakes(rule, example.text) for example in good):
        origin = good[0].origin if good else rule.origin
        yield Failure(rule.id, "near-miss", origin, "no good example holds a word of the rule")


def _wakes(rule: Rule, text: str) -> bool:
    folded = fold(text)
    squeezed = spaced(folded)
    texts = (folded.text, squeezed[0]) if squeezed else (folded.text,)
    return any(wake in each for wake in rule.wakes for each in texts)


def _proved(rule: Rule, example: Example, linters: Linters) -> Iterator[Failure]:
    given = message(example)
    alone = _spans(rule.id, linters.alone(rule.id, given))
    if alone != example.spans:
        detail = f"alone it finds {_shown(example.text, alone)}"
        yield Failure(rule.id, "alone", example.origin, detail)
        return  # everything else would fail for the same reason
    yield from _among_all(rule, example, linters.all(given))
    if example.spans:
        yield from _mended(rule, example, linters)
        yield from _disguised(rule, example, linters)


def _among_all(rule: Rule, example: Example, result: Result) -> Iterator[Failure]:
    """Against all rules: those the example names find something, and no others.

    An offence may be found by several rules of its topic, and is then said once: what counts is
    that one of them finds it there.
    """
    found = {finding.rule for finding in result.findings}
    wanted = {*example.also, rule.id} if example.spans else set(example.also)
    if example.spans:
        kin = [finding for finding in result.findings if finding.topic == rule.topic]
        found -= {finding.rule for finding in kin} - wanted
        if all(any(f.start < end and start < f.end for f in kin) for start, end in example.spans):
            wanted -= {name for name in wanted if name.partition(".")[0] == rule.topic} - found
    for other in sorted(found - wanted):
        spans = _shown(example.text, _spans(other, result))
        yield Failure(rule.id, "all", example.origin, f"{other} also finds {spans}")
    for missing in sorted(wanted - found):
        yield Failure(rule.id, "all", example.origin, f"{missing} finds nothing among all rules")


def _mended(rule: Rule, example: Example, linters: Linters) -> Iterator[Failure]:
    proposal = linters.propose(message(example))
    if example.fixed is not None and proposal.text != example.fixed:
        detail = f"it becomes “{proposal.text}”, not “{example.fixed}”"
        yield Failure(rule.id, "fixed", example.origin, detail)
    if proposal.text == example.text:
        return
    after = message(example, proposal.text)
    before = {finding.rule for finding in linters.all(message(example)).findings}
    new = {finding.rule for finding in linters.all(after).findings} - before
    for other in sorted(new):
        detail = f"{other} finds something in “{proposal.text}”"
        yield Failure(rule.id, "again", example.origin, detail)
    again = linters.propose(after).text
    if again != proposal.text:
        detail = f"“{proposal.text}” becomes “{again}” when it is rewritten again"
        yield Failure(rule.id, "again", example.origin, detail)


@dataclass(frozen=True, slots=True)
class Disguise:
    """A text respelled. ``places``: for every offset of the plain text, and its end, the offset in
    the respelled one."""

    what: str
    text: str
    places: tuple[int, ...]


def disguises(text: str) -> Iterator[Disguise]:
    """The text in the other script, in full width, and with what cannot be seen inside it.

    Those that would change nothing are left out. Bits that are one thing (links, holes) are not
    respelled: they would be something else.
    """
    even = tuple(range(len(text) + 1))
    for what, spelled in (
        ("hant", to_hant(text)),
        ("hans", _simplified(text)),
        ("wide", _wide(text)),
    ):
        if spelled != text:
            yield Disguise(what, spelled, even)
    pieces = [char + _ZERO_WIDTH if _hides(text, i) else char for i, char in enumerate(text)]
    places = [0]
    for piece in pieces:
        places.append(places[-1] + len(piece))
    if places[-1] > len(text):
        yield Disguise("zero-width", "".join(pieces), tuple(places))


def _disguised(rule: Rule, example: Example, linters: Linters) -> Iterator[Failure]:
    for disguise in disguises(example.text):
        given = message(example, disguise.text)
        if disguise.what in ("hant", "hans"):
            given = replace(given, lang=None)  # the example's own script is not this one's
        found = _spans(rule.id, linters.alone(rule.id, given))
        wanted = tuple((disguise.places[a], disguise.places[b]) for a, b in example.spans)
        if not _same(found, wanted, disguise.text):
            detail = f"respelled ({disguise.what}) it finds {_shown(disguise.text, found)}"
            yield Failure(rule.id, disguise.what, example.origin, detail)


def _same(found: Spans, wanted: Spans, text: str) -> bool:
    """Whether the spans agree but for what cannot be seen at their ends."""
    return [_bare(span, text) for span in found] == [_bare(span, text) for span in wanted]


def _bare(span: Span, text: str) -> Span:
    start, end = span
    while start < end and text[end - 1] == _ZERO_WIDTH:
        end -= 1
    return start, end


def _simplified(text: str) -> str:
    """Simplified where the text is Traditional, character by character, nothing else changed."""
    folded = fold(text)
    if len(folded.text) != len(text):
        return text
    return "".join(
        plain if "\u3400" <= char <= "\u9fff" else char
        for char, plain in zip(text, folded.text, strict=True)
    )


def _wide(text: str) -> str:
    """Letters and digits in full width, unless the text holds what they would spoil."""
    if any(mark in text for mark in ("://", "www.", "@", "{", "<", "%", "$")):
        return text
    return "".join(
        chr(ord(char) + 0xFEE0) if char.isascii() and char.isalnum() else char for char in text
    )


def _hides(text: str, index: int) -> bool:
    """Whether something unseen may stand behind a character: between two of Han."""
    return (
        index + 1 < len(text)
        and "\u4e00" <= text[index] <= "\u9fff"
        and "\u4e00" <= text[index + 1] <= "\u9fff"
    )


def _spans(rule: str, result: Result) -> Spans:
    return tuple((f.start, f.end) for f in result.findings if f.rule == rule)


def _shown(text: str, spans: Spans) -> str:
    """The text with marks around the spans, as examples are written."""
    if not spans:
        return "nothing"
    shown, at = "", 0
    for start, end in sorted(spans):
        shown += text[at:start] + "[[" + text[max(at, start) : end] + "]]"
        at = max(at, end)
    return f"“{shown}{text[at:]}”"
