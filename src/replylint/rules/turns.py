"""Builds the matching part of a rule over turns, and refuses what could never hold."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import PackError
from .rule import Label
from .shapes import wrong
from .turn import Lapse, Limit, Repeats, Scan, Test, Turns
from .turn_schema import LIMITS, RANGES
from .vocabulary import Vocabulary, Voice, spelled
from .yaml_source import Scalar, Table

REFUSED = (
    "roles",
    "audiences",
    "recipients",
    "langs",
    "turn",
    "edges",
    "where",
    "guards",
    "except",
)
"""Keys that ask about one message, of which a rule over turns has several."""
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_HOUSE = {"agent", "bot"}


@dataclass(frozen=True, slots=True)
class Context:
    """``ids``: of every rule of the packs, which ``finds`` may ask for."""

    words: Vocabulary
    voice: Voice
    ids: tuple[str, ...]
    name: str


def build(rule: Table, c: Context) -> Turns:
    """Raises PackError, with its place, for what could never hold."""
    for key in REFUSED:
        if key in rule and rule.many(key):
            raise PackError(
                f'"{key}" asks about one message, and this rule about turns',
                origin=rule.at(key),
                hint="ask in find, if, either or unless",
            )
    for each in rule.tables("rewrite"):
        if each.text("target") not in ("start", "end") or "swap" in each or "where" in each:
            raise PackError(
                "a rule over turns can only put words at the start or the end of a turn",
                origin=each.origin,
                hint="target: start",
            )
    for shift in rule.tables("shifts"):
        for key in ("audience", "recipient", "where", "combined"):
            if key in shift:
                raise PackError(f'"{key}" asks about one message', origin=shift.at(key))
    find = rule.table("find")
    assert find is not None  # KIND_NEEDS has it
    least = rule.table("least")
    span = rule.text("at", "turn")
    if span == "match" and "has" not in find:
        raise PackError("there are no words to mark", origin=rule.at("at"), hint="find: {has: …}")
    given, either, unless = (
        tuple(_scan(each, c) for each in rule.tables(key)) for key in ("if", "either", "unless")
    )
    return Turns(
        _test(find, c),
        rule.text("take", "first"),
        span,
        given,
        either,
        unless,
        queues=rule.texts("queues"),
        known=rule.texts("known"),
        least=tuple((role, int(least.text(role))) for role in least.entries) if least else (),
    )


def _test(table: Table, c: Context) -> Test:
    has, also, lacks = (_labels(table, key, c) for key in ("has", "also", "lacks"))
    words = c.words.words
    if has and set(words(has)) <= set(words(lacks)):
        raise PackError(
            "this can never hold: all words it has to have are among those it must lack",
            origin=table.at("lacks"),
        )
    _of_roles(table)
    meta = table.table("meta")
    hours = table.scalars("hours")
    return Test(
        roles=table.texts("role"),
        has=has,
        also=also,
        lacks=lacks,
        ends=tuple(word for ref in table.scalars("ends") for word in spelled(ref)),
        channels=table.texts("channel"),
        queues=table.texts("queue"),
        moods=_pair(table, "mood"),
        finds=tuple(_known_rule(each, c) for each in table.scalars("finds")),
        chars=_pair(table, "chars"),
        nth=int(table.text("nth")) if "nth" in table else None,
        author=table.text("author"),
        wait=_lapse(table.table("wait")),
        hours=(_minute(hours[0]), _minute(hours[1])) if hours else None,
        repeats=_repeats(table.table("repeats")),
        echoes=int(table.text("echoes")) if "echoes" in table else None,
        due=table.flag("due"),
        contact=table.flag("contact"),
        combined=table.flag("combined"),
        meta=tuple((key, meta.texts(key)) for key in meta.entries) if meta else (),
        any_of=tuple(_test(each, c) for each in table.tables("any")),
        all_of=tuple(_test(each, c) for each in table.tables("all")),
        none_of=tuple(_test(each, c) for each in table.tables("none")),
    )


def _of_roles(table: Table) -> None:
    """Raises PackError where the roles asked for never have what is asked."""
    roles = set(table.texts("role"))
    for key, those in (
        ("mood", {"customer"}),
        ("wait", _HOUSE),
        ("author", _HOUSE),
        ("contact", _HOUSE),
        ("echoes", _HOUSE),
    ):
        if key in table and roles and not roles & those:
            who = " or ".join(sorted(those))
            raise PackError(f'only {who} has "{key}"', origin=table.at(key), hint=f"role: {who}")


def _labels(table: Table, key: str, c: Context) -> tuple[Label, ...]:
    return c.words.labels(table.scalars(key), c.voice, f"{c.name} {key}", "any")


def _pair(table: Table, key: str) -> tuple[int, int] | None:
    given = table.scalars(key)
    if not given:
        return None
    least, most = (int(each.text) for each in given)
    if least > most:
        raise PackError("this can never hold: the least is above the most", origin=given[0].origin)
    return least, most


def _known_rule(pattern: Scalar, c: Context) -> str:
    from fnmatch import fnmatchcase

    whole = pattern.text if "." in pattern.text or pattern.text == "*" else f"{pattern.text}.*"
    if not any(fnmatchcase(id, whole) for id in c.ids):
        topics = tuple(dict.fromkeys(id.partition(".")[0] for id in c.ids))
        known = c.ids if "." in pattern.text else topics
        raise wrong(f'no rule is named "{pattern.text}"', pattern.origin, pattern.text, known)
    return whole


def _minute(scalar: Scalar) -> int:
    hours, minutes = map(int, scalar.text.split(":"))
    if hours > 24 or minutes > 59:
        raise PackError(f'"{scalar.text}" is no time of the day', origin=scalar.origin)
    return hours * 60 + minutes


def limit(text: str) -> Limit:
    """A time like ``24h``, or a limit by name."""
    if text in LIMITS:
        return Limit(name=text)
    return Limit(float(text[:-1]) * _UNITS[text[-1]])


def _lapse(table: Table | None) -> Lapse | None:
    if table is None:
        return None
    over, under = (limit(table.text(key)) if key in table else None for key in ("over", "under"))
    if over is None and under is None:
        raise PackError("nothing is asked of this time", origin=table.origin, hint="over, under")
    if over and under and not over.name and not under.name and over.seconds >= under.seconds:
        raise PackError("this can never hold: over is not below under", origin=table.at("under"))
    return Lapse(over, under, table.text("clock", "plain"))


def _repeats(table: Table | None) -> Repeats | None:
    if table is None:
        return None
    share = float(table.text("share", "0.7"))
    if not 0 < share <= 1:
        raise PackError("a share lies between 0 and 1", origin=table.at("share"))
    return Repeats(int(table.text("times", "1")) or 1, share, int(table.text("chars", "12")))


def _scan(table: Table, c: Context) -> Scan:
    ranges = [key for key in RANGES if key in table]
    if len(ranges) != 1:
        raise PackError(
            "a condition looks over one range" if ranges else "no range is given",
            origin=table.at(ranges[1]) if ranges else table.origin,
            hint="one of " + ", ".join(RANGES),
        )
    ways = [key for key in ("is", "count", "order") if key in table]
    if len(ways) > 1:
        raise PackError(f'"{ways[0]}" or "{ways[1]}", not both', origin=table.at(ways[1]))
    range = ranges[0]
    reach = table.text(range)
    if range in ("here", "anywhere") and reach != "all":
        raise PackError(f'"{range}" has no length', origin=table.at(range), hint=f"{range}: all")
    if reach in ("due", "late") and range not in ("after", "from_here"):
        raise PackError("what is due lies ahead", origin=table.at(range), hint="after: due")
    timed = reach not in ("all", "due", "late") and not reach.isdigit()
    until = table.table("until")
    return Scan(
        range,
        _test(table, c),
        int(reach) if reach.isdigit() else None,
        limit(reach) if timed else None,
        reach == "due",
        reach == "late",
        None if until is None else _test(until, c),
        table.text("is", "any"),
        _pair(table, "count"),
        tuple(_test(each, c) for each in table.tables("order")),
        _lapse(table.table("gap")),
    )
