"""Rules and lexicons as plain lists for a JSON cache, and back; nothing in it can run code.

Written out by hand: going by the fields of the classes would take three times as long to read, and
reading is what every start of the linter waits for. Empty ends of lists are left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from typing import Any, Protocol

from ..errors import Origin
from ..model import Confidence, Safety, Severity
from . import rule as nouns
from .rule import (
    Conditions,
    Detector,
    Gap,
    Guard,
    Kind,
    Lexicon,
    Match,
    Metric,
    Pack,
    Pattern,
    Phrase,
    Require,
    Rewrite,
    Rule,
    Scope,
    Shift,
    Slot,
    Talk,
    Term,
    Text,
    Weighted,
    Where,
    Wording,
)

Data = list[Any]


class Lines(Protocol):
    """The lines of a kept pack, by number."""

    def __len__(self) -> int: ...

    def __getitem__(self, at: int, /) -> bytes: ...


def encode(pack: Pack) -> list[Data]:
    """Rows of plain data, each to be kept as a line of JSON: a head, a row for each lexicon, one
    for all rules over turns, a row for each other rule. ``decode`` of them is an equal pack."""
    rules = (*pack.rules, *pack.talk.rules)
    paths = sorted({rule.origin.path for rule in rules if rule.origin})
    head = [
        pack.digest,
        pack.sources,
        "\n".join(pack.words),
        [[lexicon.name, lexicon.lang, lexicon.edges] for lexicon in pack.lexicons],
        [[guard.name, [_where_out(test) for test in guard.tests]] for guard in pack.guards],
        paths,
        [rule.id for rule in pack.rules],
        pack.talk.ids,
    ]
    lexicons = [_words_out(lexicon) for lexicon in pack.lexicons]
    talk = [
        paths,
        [_rule_out(rule, paths) for rule in pack.talk.rules],
        [[each.name, each.lang, each.edges, *_words_out(each)] for each in pack.talk.lexicons],
    ]
    return [head, *lexicons, talk, *(_rule_out(rule, paths) for rule in pack.rules)]


def decode(lines: Lines, only: Collection[str] | None = None) -> Pack:
    """The pack of the lines; ``only``: no more than these of its rules, by id.

    The words of a lexicon are read when they are asked for. Raises ValueError, TypeError,
    LookupError or AttributeError for what is no such data.
    """
    digest, sources, words, named, guards, paths, ids, talk = json.loads(lines[0])
    if len(lines) != 2 + len(named) + len(ids):
        raise ValueError("lines are missing")
    rules = enumerate(ids, 2 + len(named))
    rows = [lines[at] for at, id in rules if only is None or id in only]
    return Pack(
        tuple([_rule_in(row, paths) for row in json.loads(b"[%b]" % b",".join(rows))]),
        tuple([_shelved(each, lines, at) for at, each in enumerate(named, 1)]),
        tuple([Guard(name, tuple(map(_where_in, tests))) for name, tests in guards]),
        digest,
        tuple(sources),
        _lines(words),
        _talk_shelved(tuple(talk), lines, 1 + len(named)),
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()


def _words_out(lexicon: Lexicon) -> Data:
    """Words as one string: no folded word holds a line end, since families and YAML keep none."""
    weights = ["\n".join(lexicon.weights)] if lexicon.weights else []
    return ["\n".join(lexicon.words), "\n".join(lexicon.excepts), *weights]


class _Shelved(Lexicon):
    """A lexicon whose words are read when they are asked for; equal to one that has them."""

    __slots__ = ("_at", "_lines")
    _lines: Lines
    _at: int

    def __getattr__(self, name: str) -> Any:
        if name not in ("words", "excepts", "weights"):
            raise AttributeError(name)
        words, excepts, *weights = json.loads(self._lines[self._at])
        object.__setattr__(self, "words", _lines(words))
        object.__setattr__(self, "excepts", _lines(excepts))
        object.__setattr__(self, "weights", _lines(weights[0]) if weights else ())
        return object.__getattribute__(self, name)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Lexicon):
            return NotImplemented
        return _content(self) == _content(other)

    __hash__ = Lexicon.__hash__

    def __repr__(self) -> str:
        return repr(Lexicon(*_content(self)))

    def __reduce__(self) -> tuple[Any, ...]:
        return Lexicon, _content(self)


def _content(lexicon: Lexicon) -> tuple[Any, ...]:
    words = lexicon.words, lexicon.excepts
    return lexicon.name, lexicon.lang, *words, lexicon.edges, lexicon.weights


def _shelved(named: Sequence[str], lines: Lines, at: int) -> Lexicon:
    found = _Shelved.__new__(_Shelved)
    put = object.__setattr__
    name, lang, edges = named
    put(found, "name", name)
    put(found, "lang", lang)
    put(found, "edges", edges)
    put(found, "_lines", lines)
    put(found, "_at", at)
    return found


class _ShelvedTalk(Talk):
    """Rules over turns that are read when they are asked for: a single message never does."""

    __slots__ = ("_at", "_lines")
    _lines: Lines
    _at: int

    def __getattr__(self, name: str) -> Any:
        if name not in ("rules", "lexicons"):
            raise AttributeError(name)
        paths, rows, lexicons = json.loads(self._lines[self._at])
        put = object.__setattr__
        put(self, "rules", tuple([_rule_in(row, paths) for row in rows]))
        put(self, "lexicons", tuple([_lexicon_in(*each) for each in lexicons]))
        return object.__getattribute__(self, name)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Talk):
            return NotImplemented
        return (self.ids, self.rules, self.lexicons) == (other.ids, other.rules, other.lexicons)

    __hash__ = Talk.__hash__

    def __repr__(self) -> str:
        return repr(Talk(self.ids, self.rules, self.lexicons))

    def __reduce__(self) -> tuple[Any, ...]:
        return Talk, (self.ids, self.rules, self.lexicons)


def _talk_shelved(ids: tuple[str, ...], lines: Lines, at: int) -> Talk:
    found = _ShelvedTalk.__new__(_ShelvedTalk)
    for name, value in (("ids", ids), ("_lines", lines), ("_at", at)):
        object.__setattr__(found, name, value)
    return found


def _lexicon_in(name: str, lang: str, edges: str, words: str, excepts: str) -> Lexicon:
    return Lexicon(name, lang, _lines(words), _lines(excepts), edges)


def _trimmed(row: Data, kept: int = 0) -> Data:
    """Without the empty values at its end, of which ``kept`` values are never."""
    while len(row) > kept and row[-1] in (None, (), [], "", False):
        row.pop()
    return row


_ANSWERS = ("softened", "negated", "quoted", "reported", "hypothetical", "whole")
_LISTS = ("actor", "mood", "pressure", "certainty")


def _where_out(where: Where) -> dict[str, Any]:
    row: dict[str, Any] = {name: value for name in _LISTS if (value := getattr(where, name))}
    row |= {n: value for n in _ANSWERS if (value := getattr(where, n)) is not None}
    if where.chars is not None:
        row["chars"] = where.chars
    if where.scopes:
        row["scopes"] = [_scope_out(scope) for scope in where.scopes]
    if where.history:
        row["history"] = [[role, *_scope_out(scope)] for role, scope in where.history]
    for name in ("any_of", "none_of"):
        if tests := getattr(where, name):
            row[name] = [_where_out(test) for test in tests]
    return row


def _where_in(row: dict[str, Any]) -> Where:
    given: dict[str, Any] = {
        name: tuple(value) if type(value) is list else value for name, value in row.items()
    }
    if "scopes" in row:
        given["scopes"] = tuple([_scope_in(*scope) for scope in row["scopes"]])
    if "history" in row:
        given["history"] = tuple([(role, _scope_in(*scope)) for role, *scope in row["history"]])
    for name in ("any_of", "none_of"):
        if name in row:
            given[name] = tuple(map(_where_in, row[name]))
    return Where(**given)


def _optional_where(row: dict[str, Any] | None) -> Where | None:
    return None if row is None else _where_in(row)


def _scope_out(scope: Scope) -> Data:
    return [scope.where, scope.has, scope.lacks]


def _scope_in(where: str, has: Data, lacks: Data) -> Scope:
    return Scope(where, tuple(has), tuple(lacks))


def _rule_out(rule: Rule, paths: Sequence[str]) -> Data:
    origin = rule.origin
    place = [paths.index(origin.path), origin.line, origin.column] if origin else None
    return _trimmed(
        [
            rule.id,
            rule.kind,
            _match_out(rule.match),
            [rule.message.zh, rule.message.en, rule.reason.zh, rule.reason.en],
            rule.source,
            rule.severity,
            rule.confidence,
            rule.lang,
            "\n".join(rule.wakes),
            rule.always,
            rule.edges,
            rule.pack,
            place,
            None if rule.where is None else _where_out(rule.where),
            rule.guards,
            rule.excepts,
            [_rewrite_out(rewrite) for rewrite in rule.rewrites],
            _conditions_out(rule.conditions),
            [_shift_out(shift) for shift in rule.shifts],
            rule.sensitive,
            rule.since,
            ["\n".join(group) for group in rule.needs],
        ]
    )


def _rule_in(row: Data, paths: Sequence[str]) -> Rule:
    (
        (id, kind, match, said, source, severity, confidence, lang, wakes, always, edges, pack),
        (place, where, guards, excepts, rewrites, conditions, shifts, sensitive, since, needs),
    ) = row[:12], row[12:] + [None] * (22 - len(row))
    return Rule(
        id,
        _KINDS[kind],
        _MATCHES[kind](*match),
        Text(said[0], said[1]),
        Text(said[2], said[3]),
        source,
        _SEVERITIES[severity],
        _CONFIDENCES[confidence],
        lang,
        _lines(wakes),
        always,
        edges,
        sensitive or False,
        None if where is None else _where_in(where),
        tuple(guards or ()),
        tuple(excepts or ()),
        tuple([_rewrite_in(*each) for each in rewrites or ()]),
        _conditions_in(*conditions) if conditions else _USUAL,
        tuple([_shift_in(*each) for each in shifts or ()]),
        pack,
        since or "",
        Origin(paths[place[0]], place[1], place[2]) if place else None,
        needs=tuple([_lines(group) for group in needs or ()]),
    )


_KINDS = {str(kind): kind for kind in Kind}
_SEVERITIES = {str(severity): severity for severity in Severity}
_CONFIDENCES = {str(confidence): confidence for confidence in Confidence}
_SAFETIES = {str(safety): safety for safety in Safety}
_USUAL = Conditions()


def _conditions_out(c: Conditions) -> Data | None:
    if c == _USUAL:
        return None
    return [c.roles, c.channels, c.audiences, c.recipients, c.langs, c.turn, c.profiles]


def _conditions_in(
    roles: Data, channels: Data, audiences: Data, recipients: Data, langs: Data, turn: str, on: Data
) -> Conditions:
    return Conditions(
        tuple(roles),
        tuple(channels),
        tuple(audiences),
        tuple(recipients),
        tuple(langs),
        turn,
        tuple(on),
    )


def _shift_out(shift: Shift) -> Data:
    where = None if shift.where is None else _where_out(shift.where)
    given = [shift.channels, shift.audiences, shift.recipients, shift.profiles, where]
    return [shift.severity, *given, shift.combined]


def _shift_in(
    severity: str | None,
    channels: Data,
    audiences: Data,
    recipients: Data,
    on: Data,
    where: Any,
    combined: bool = False,
) -> Shift:
    return Shift(
        None if severity is None else _SEVERITIES[severity],
        tuple(channels),
        tuple(audiences),
        tuple(recipients),
        tuple(on),
        _optional_where(where),
        combined,
    )


def _rewrite_out(rewrite: Rewrite) -> Data:
    return _trimmed(
        [
            rewrite.target,
            rewrite.safety,
            _wording_out(rewrite.wording),
            [[key, _wording_out(wording)] for key, wording in rewrite.swaps],
            None if rewrite.title is None else [rewrite.title.zh, rewrite.title.en],
            None if rewrite.where is None else _where_out(rewrite.where),
        ]
    )


def _rewrite_in(
    target: str,
    safety: str,
    wording: Data | None = None,
    swaps: Data = [],  # noqa: B006 - never changed
    title: Data | None = None,
    where: Any = None,
) -> Rewrite:
    return Rewrite(
        target,
        None if wording is None else Wording(*wording),
        tuple([(key, Wording(*each)) for key, each in swaps]),
        _SAFETIES[safety],
        None if title is None else Text(*title),
        _optional_where(where),
    )


def _wording_out(wording: Wording | None) -> Data | None:
    return None if wording is None else [wording.hans, wording.hant, wording.en]


def _match_out(match: Match) -> Data:
    """The arguments of the function of its kind in ``_MATCHES``."""
    if isinstance(match, Phrase):
        return [match.label]
    if isinstance(match, Pattern):
        return [match.regex]
    if isinstance(match, nouns.Sequence):
        items = [_gap_out(i) if isinstance(i, Gap) else _slot_out(i) for i in match.items]
        ends = [None if g is None else _gap_out(g) for g in (match.from_start, match.to_end)]
        return [items, match.within, *ends, match.span]
    if isinstance(match, Require):
        when = None if match.when is None else _where_out(match.when)
        return [match.need, match.scope, match.place, when]
    if isinstance(match, Term):
        return [match.mode]
    if isinstance(match, Detector):
        return [match.name, match.params]
    if isinstance(match, Metric):
        return [match.name, match.limits]
    if isinstance(match, Weighted):
        return [match.label, match.bias, match.raises, match.doubts, match.topics]
    from . import turn_codec

    return [turn_codec.out(match)]


def _turns_in(data: Any) -> Match:
    from . import turn_codec

    found: Match = turn_codec.back(data)
    return found


def _slot_out(slot: Slot) -> Data:
    return [slot.labels, slot.capture, slot.optional]


def _gap_out(gap: Gap) -> Data:
    return [gap.most, gap.forbid]


def _item_in(row: Data) -> Slot | Gap:
    """A slot has three values, a gap two."""
    if len(row) == 3:
        return Slot(tuple(row[0]), row[1], row[2])
    return Gap(row[0], tuple(row[1]))


def _gap_in(row: Data | None) -> Gap | None:
    return None if row is None else Gap(row[0], tuple(row[1]))


def _sequence_in(
    items: Data, within: str, from_start: Data | None, to_end: Data | None, span: str
) -> nouns.Sequence:
    parts = tuple(map(_item_in, items))
    return nouns.Sequence(parts, within, _gap_in(from_start), _gap_in(to_end), span)


def _require_in(need: Data, scope: str, place: str, when: Any) -> Require:
    return Require(tuple(need), scope, place, _optional_where(when))


_MATCHES: dict[str, Callable[..., Match]] = {
    "phrase": Phrase,
    "pattern": Pattern,
    "sequence": _sequence_in,
    "require": _require_in,
    "term": Term,
    "detector": lambda name, params: Detector(name, tuple(map(tuple, params))),
    "metric": lambda name, limits: Metric(name, tuple(map(tuple, limits))),
    "turns": _turns_in,
    "weighted": lambda label, bias, raises, doubts, topics: Weighted(
        label, bias, tuple(map(tuple, raises)), doubts, tuple(map(tuple, topics))
    ),
}
