"""Builds the tests of rules and guards, and says which of them could never hold."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import PackError
from ..model import Severity
from .rule import Conditions, Scope, Shift, Where
from .schema import AUDIENCES, CHANNELS, STRETCHES
from .shapes import wrong
from .vocabulary import Vocabulary, Voice
from .yaml_source import Scalar, Table


@dataclass(frozen=True, slots=True)
class Known:
    """The values a pack may use, beyond those of closed lists."""

    topics: tuple[str, ...]
    channels: tuple[str, ...] = CHANNELS
    audiences: tuple[str, ...] = AUDIENCES


def where(table: Table, words: Vocabulary, voice: Voice, name: str) -> Where:
    """A test. Raises PackError for unknown lexicons and for what cannot hold."""
    tests = {
        key: tuple(where(test, words, voice, name) for test in table.tables(key))
        for key in ("any", "none")
    }
    return Where(
        actor=table.texts("actor"),
        mood=table.texts("mood"),
        pressure=table.texts("pressure"),
        certainty=table.texts("certainty"),
        softened=table.flag("softened"),
        negated=table.flag("negated"),
        quoted=table.flag("quoted"),
        reported=table.flag("reported"),
        hypothetical=table.flag("hypothetical"),
        whole=table.flag("whole"),
        chars=_chars(table),
        scopes=tuple(
            _scope(key, stretch, words, voice, name)
            for key in STRETCHES
            if (stretch := table.table(key)) is not None
        ),
        history=_history(table.table("history"), words, voice, name),
        any_of=tests["any"],
        none_of=tests["none"],
    )


def _history(
    table: Table | None, words: Vocabulary, voice: Voice, name: str
) -> tuple[tuple[str, Scope], ...]:
    return tuple(
        (role, _scope("message", scope, words, voice, name))
        for role in ("customer", "agent")
        if table is not None and (scope := table.table(role)) is not None
    )


def _scope(key: str, table: Table, words: Vocabulary, voice: Voice, name: str) -> Scope:
    has = words.labels(table.scalars("has"), voice, f"{name} {key} has", "long")
    lacks = words.labels(table.scalars("lacks"), voice, f"{name} {key} lacks", "long")
    # any of the words of "has" would do; only when all of them are ruled out can it never hold
    if has and set(words.words(has)) <= set(words.words(lacks)):
        raise PackError(
            "this can never hold: all words it has to have are among those it must lack",
            origin=table.at("lacks"),
        )
    return Scope(key, has, lacks)


def _chars(table: Table) -> tuple[int, int] | None:
    bounds = table.texts("chars")
    if not bounds:
        return None
    least, most = int(bounds[0]), int(bounds[1])
    if least > most:
        raise PackError(
            "this can never hold: the least is above the most", origin=table.at("chars")
        )
    return (least, most)


def optional_where(
    table: Table, key: str, words: Vocabulary, voice: Voice, name: str
) -> Where | None:
    test = table.table(key)
    return None if test is None else where(test, words, voice, name)


def conditions(rule: Table, known: Known) -> Conditions:
    """When a rule speaks. Raises PackError for channels and readers the pack does not know."""
    among(rule.scalars("channels"), known.channels, "channel")
    among(rule.scalars("audiences"), known.audiences, "audience")
    given = {
        key: rule.texts(key) for key in ("channels", "audiences", "recipients", "langs", "profiles")
    }
    roles = rule.texts("roles") or ("agent", "bot")
    return Conditions(roles=roles, turn=rule.text("turn", "any"), **given)


def never_first(rule: Table, tests: Where | None) -> None:
    """Raises PackError when a rule for first turns asks for an earlier agent turn."""
    asked = tests is not None and any(role == "agent" and s.has for role, s in tests.history)
    if rule.text("turn") == "first" and asked:
        raise PackError(
            "this can never hold: a first turn has no agent turn before it",
            origin=rule.at("turn"),
            hint="turn: later, or leave history out",
        )


def shifts(
    rule: Table, spoken: Conditions, known: Known, words: Vocabulary, voice: Voice, name: str
) -> tuple[Shift, ...]:
    """The other severities. Raises PackError for one that can never apply."""
    made = []
    for table in rule.tables("shifts"):
        if not table.entries.keys() - {"severity"}:
            raise PackError(
                "a shift without a context", origin=table.origin, hint="change severity itself"
            )
        among(table.scalars("channel"), spoken.channels or known.channels, "channel")
        among(table.scalars("audience"), spoken.audiences or known.audiences, "audience")
        if spoken.recipients:
            among(table.scalars("recipient"), spoken.recipients, "recipient")
        word = table.text("severity")
        made.append(
            Shift(
                None if word == "off" else Severity(word),
                channels=table.texts("channel"),
                audiences=table.texts("audience"),
                recipients=table.texts("recipient"),
                profiles=table.texts("profile"),
                where=optional_where(table, "where", words, voice, name),
                combined=bool(table.flag("combined")),
            )
        )
    return tuple(made)


def among(given: tuple[Scalar, ...], known: tuple[str, ...], what: str) -> None:
    for scalar in given:
        if scalar.text not in known:
            raise wrong(
                f'the {what} "{scalar.text}" is not known to this rule',
                scalar.origin,
                scalar.text,
                known,
            )
