"""Builds the matching part of a rule: what it looks for, what wakes it, what it captures."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..errors import PackError
from . import literals
from .conditions import Known, among, optional_where
from .evidence import Evidence
from .rule import (
    Detector,
    Gap,
    Kind,
    Match,
    Metric,
    Pattern,
    Phrase,
    Require,
    Sequence,
    Slot,
    Term,
)
from .sequence import Space, Words, parse
from .shapes import wrong
from .vocabulary import Vocabulary, Voice
from .wakes import besides, cost, rarest
from .yaml_source import Scalar, Table

_INSERT = re.compile(r"\{\$([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Built:
    """``words``: what each capture can hold (``match``: what the rule finds), where it is known."""

    match: Match
    wakes: tuple[str, ...] = ()
    needs: tuple[tuple[str, ...], ...] = ()
    captures: tuple[str, ...] = ()
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    rule: Table
    words: Vocabulary
    voice: Voice
    known: Known
    evidence: Evidence

    @property
    def edges(self) -> str | None:
        """How edges of words written in the rule are judged; None when it does not say."""
        return self.rule.text("edges") or None

    @property
    def name(self) -> str:
        return self.rule.text("id")


def build(context: Context) -> Built:
    """Raises PackError for a rule that could never match, or that nothing can wake."""
    return _BUILDERS[Kind(context.rule.text("kind"))](context)


def _phrase(c: Context) -> Built:
    label = c.words.label(c.rule.scalars("match"), c.voice, f"{c.name} match", c.edges)
    words = c.words.words([label])
    return Built(Phrase(label), literals.minimal(words), words=(("match", words),))


def _pattern(c: Context) -> Built:
    (source,) = c.rule.scalars("pattern")
    try:
        # the names inserted stand for words: vet what the author wrote, derive from what is run
        names = literals.vet(_INSERT.sub("(?:)", source.text))
    except literals.PatternError as error:
        at = _before_inserting(source.text, error.at)
        raise PackError(error.what, origin=source.at(at), hint=error.hint) from None
    regex = _INSERT.sub(lambda found: _alternation(c, source, found), source.text)
    wakes = _gates(regex, source)
    _compiles(regex, source)
    return Built(Pattern(regex), wakes, besides(literals.certain(regex), wakes), names)


def _before_inserting(text: str, at: int) -> int:
    """The index in ``text`` of index ``at`` in the text whose ``{$name}`` are ``(?:)``."""
    for found in _INSERT.finditer(text):
        if found.start() >= at:
            break
        at += len(found[0]) - len("(?:)")
    return at


def _alternation(c: Context, source: Scalar, found: re.Match[str]) -> str:
    ref = Scalar("$" + found[1], source.at(found.start()))
    words = c.words.words(c.words.named(ref, c.voice))
    return "(?:" + "|".join(map(_edged, sorted(words, key=lambda w: (-len(w), w)))) + ")"


def _edged(word: str) -> str:
    """A word as a regular expression; no Latin letter or digit may touch one of its own."""
    before = "(?<![0-9a-z])" if re.match("[0-9a-z]", word) else ""
    after = "(?![0-9a-z])" if re.search("[0-9a-z]$", word) else ""
    return before + re.escape(word) + after


def _gates(regex: str, source: Scalar) -> tuple[str, ...]:
    wakes = literals.required(regex, cost)
    if wakes is None:
        raise PackError(
            "no words are certain to be in what this pattern matches, so nothing can wake it",
            origin=source.origin,
            hint="write a part that must be there as words, not as a class or an option",
        )
    return wakes


def _compiles(regex: str, source: Scalar) -> None:
    import regex as engine

    try:
        engine.compile(regex)
    except engine.error as error:
        raise PackError(f"the pattern is wrong: {error.msg}", origin=source.origin) from None


def _sequence(c: Context) -> Built:
    (source,) = c.rule.scalars("sequence")
    line = parse(source)
    items: list[Slot | Gap] = []
    wakes: list[tuple[str, ...]] = []
    captured: list[tuple[str, tuple[str, ...]]] = []
    for item in line.items:
        if isinstance(item, Space):
            items.append(_gap(c, item))
            continue
        slot = Slot(_slot(c, item), item.capture, item.optional)
        words = c.words.words(slot.labels)
        items.append(slot)
        if not item.optional:
            wakes.append(literals.minimal(words))
        if item.capture:
            captured.append((item.capture, words))
    names = tuple(name for name, _ in captured)
    span = c.rule.text("span", "all")
    if span not in ("all", *names):
        raise wrong(f'no item is named "{span}"', c.rule.at("span"), span, ("all", *names))
    match = Sequence(
        tuple(items),
        c.rule.text("within", "clause"),
        _gap(c, line.from_start) if line.from_start else None,
        _gap(c, line.to_end) if line.to_end else None,
        span,
    )
    first = rarest(wakes)
    return Built(match, first, besides(wakes, first), names, tuple(captured))


def _slot(c: Context, item: Words) -> tuple[int, ...]:
    return c.words.labels(item.refs, c.voice, f"{c.name} sequence", c.edges or "token")


def _gap(c: Context, space: Space) -> Gap:
    labels = c.words.labels(space.forbid, c.voice, f"{c.name} sequence !", c.edges or "token")
    return Gap(space.most, labels)


def _require(c: Context) -> Built:
    if not any(key in c.rule for key in ("channels", "turn", "when")):
        raise PackError(
            "nothing says when this must be said", origin=c.rule.origin, hint="channels, turn, when"
        )
    when = c.rule.table("when")
    if when is not None:
        _of_messages(when)
    need = c.words.labels(c.rule.scalars("need"), c.voice, f"{c.name} need", c.edges or "any")
    scope = c.rule.text("scope", "message")
    place = c.rule.text("place", "end" if scope == "ending" else "start")
    test = optional_where(c.rule, "when", c.words, c.voice, f"{c.name} when")
    return Built(Require(need, scope, place, test))


def _of_messages(test: Table) -> None:
    """Raises PackError for a key that asks about a clause: there is no hit that stands in one."""
    known = ("message", "history", "any", "none")
    for key in test.entries:
        if key not in known:
            raise wrong(
                f'"{key}" asks about a clause, and when about a message', test.at(key), key, known
            )
    for key in ("any", "none"):
        for inner in test.tables(key):
            _of_messages(inner)


def _term(c: Context) -> Built:
    return Built(Term(c.rule.text("mode")))


def _detector(c: Context) -> Built:
    from .. import pii

    (name,) = c.rule.scalars("detector")
    known = getattr(pii, "DETECTORS", None)
    if known is not None and name.text not in known:
        raise wrong(f'there is no detector "{name.text}"', name.origin, name.text, tuple(known))
    params = c.rule.table("params")
    pairs = tuple((key, params.text(key)) for key in params.entries) if params else ()
    if params is not None and known is not None:
        try:
            known[name.text].check(dict(pairs))
        except (TypeError, ValueError) as fault:
            raise wrong(str(fault), params.origin) from None
    return Built(Detector(name.text, pairs))


def _metric(c: Context) -> Built:
    table = c.rule.table("limit")
    if table is None:
        limits: tuple[tuple[str, float], ...] = (("", float(c.rule.text("limit"))),)
    else:
        keys = tuple(key for key, _ in table.pairs() if key.text != "default")
        among(keys, c.known.channels, "channel")
        limits = tuple(
            ("" if key == "default" else key, float(table.text(key))) for key in table.entries
        )
    return Built(Metric(c.rule.text("metric"), limits))


def _weighted(c: Context) -> Built:
    (name,) = c.rule.scalars("evidence")
    match, wakes = c.evidence.named(name, c.name.partition(".")[0], c.voice)
    return Built(match, wakes)


_BUILDERS: dict[Kind, Callable[[Context], Built]] = {
    Kind.PHRASE: _phrase,
    Kind.PATTERN: _pattern,
    Kind.SEQUENCE: _sequence,
    Kind.REQUIRE: _require,
    Kind.TERM: _term,
    Kind.DETECTOR: _detector,
    Kind.METRIC: _metric,
    Kind.WEIGHTED: _weighted,
}
