"""Two slices of a store side by side, and how shares move: from run to run, from month to month."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..errors import UsageError, did_you_mean
from .stats import Difference, Share, difference, share

if TYPE_CHECKING:
    from .store import Store

_TURNS = "count(DISTINCT (no, coalesce(turn, -1)))"  # messages, or conversations, spoken of
_DIMENSIONS = ("agent", "queue", "channel", "period")
PERIODS = {"day": "%Y-%m-%d", "week": "%G-W%V", "month": "%Y-%m", "year": "%Y"}


class Part(NamedTuple):
    """A run, or what of it is meant: ``where`` is SQL with ``values`` for its question marks."""

    name: str
    run: int
    where: tuple[tuple[str, str], ...]

    def sql(self, time: str) -> tuple[str, list[object]]:
        """The condition on a table whose time is in the column ``time``."""
        parts, values = ["run = ?"], [self.run]  # type: tuple[list[str], list[object]]
        for name, value in self.where:
            if name == "period":
                parts.append(f"starts_with(strftime({time}, '%Y-%m-%d'), ?)")
            else:
                parts.append(f"coalesce({name}, '') = ?")
            values.append(value)
        return " AND ".join(parts), values


def part(store: Store, written: str) -> Part:
    """What ``written`` means: ``3``, ``last``, ``channel=chat``, ``3:queue=card,period=2026-03``.

    Raises UsageError.
    """
    run, colon, rest = written.rpartition(":")
    if not colon and "=" not in written:
        run, rest = written, ""
    number = None
    if run and run != "last":
        if not run.isdecimal():
            raise UsageError(
                f'"{written}" names no run', hint="write a number, last, or channel=chat"
            )
        number = int(run)
    where = []
    for each in filter(None, rest.split(",")):
        name, equals, value = each.partition("=")
        if name not in _DIMENSIONS or not equals:
            hint = did_you_mean(name, _DIMENSIONS) or f"there are {', '.join(_DIMENSIONS)}"
            raise UsageError(f'"{each}" is no condition', hint=hint)
        if name == "period" and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value):
            raise UsageError(f'"{value}" is no period', hint="write 2026, 2026-03 or 2026-03-05")
        where.append((name, value))
    found = store.run(number)
    return Part(written, found.run, tuple(where))


class Compared(NamedTuple):
    """One share in two parts. ``rule`` is "" for replies with any finding that fails."""

    rule: str
    a: Share
    b: Share

    @property
    def difference(self) -> Difference:
        return difference(self.a, self.b)


def compare(store: Store, a: Part, b: Part) -> list[Compared]:
    """Flagged replies, then every rule of either part, the surest and largest difference first."""
    total_a, rules_a = _counted(store, a)
    total_b, rules_b = _counted(store, b)
    rows = [
        Compared(
            rule, rules_a.get(rule, share(0, total_a.of)), rules_b.get(rule, share(0, total_b.of))
        )
        for rule in {*rules_a, *rules_b}
    ]
    rows.sort(key=lambda row: (not row.difference.sure, -abs(row.difference.value), row.rule))
    return [Compared("", total_a, total_b), *rows]


def _counted(store: Store, of: Part) -> tuple[Share, dict[str, Share]]:
    where, values = of.sql("hour")
    ((replies, flagged),) = store.ask(
        f"SELECT coalesce(sum(replies), 0), coalesce(sum(flagged), 0) FROM replies WHERE {where}",
        values,
    )
    if not replies:
        raise UsageError(f"{of.name}: there are no replies", hint="look at SELECT * FROM replies")
    where, values = of.sql('"time"')
    rules = store.ask(
        f"SELECT rule, {_TURNS} FROM findings WHERE {where} GROUP BY rule",
        values,
    )
    return share(flagged, replies), {rule: share(min(n, replies), replies) for rule, n in rules}


class Period(NamedTuple):
    """Replies with a finding that fails, in one run or one stretch of time."""

    name: str
    flagged: Share


def trend(store: Store, by: str, run: int | None, rule: str | None) -> list[Period]:
    """By ``run``, or in one run by day, week, month or year; of one rule, or of all that fail."""
    if by == "run":
        runs = [each.run for each in store.runs() if each.done]
        return [Period(str(n), _one(store, n, rule)) for n in runs]
    number = store.run(run).run
    form = PERIODS[by]
    totals = store.ask(
        f"SELECT strftime(hour, '{form}') AS period, sum(replies), sum(flagged) FROM replies "
        "WHERE run = ? AND hour IS NOT NULL GROUP BY period ORDER BY period",
        [number],
    )
    if rule is None:
        return [Period(name, share(flagged, replies)) for name, replies, flagged in totals]
    found = dict(
        store.ask(
            f"SELECT strftime(\"time\", '{form}') AS period, {_TURNS} "
            'FROM findings WHERE run = ? AND rule = ? AND "time" IS NOT NULL GROUP BY period',
            [number, rule],
        )
    )
    return [Period(name, share(min(found.get(name, 0), n), n)) for name, n, _ in totals]


def _one(store: Store, run: int, rule: str | None) -> Share:
    ((replies, flagged),) = store.ask(
        "SELECT coalesce(sum(replies), 0), coalesce(sum(flagged), 0) FROM replies WHERE run = ?",
        [run],
    )
    if rule is None:
        return share(flagged, replies)
    ((found,),) = store.ask(
        f"SELECT {_TURNS} FROM findings WHERE run = ? AND rule = ?",
        [run, rule],
    )
    return share(min(found, replies), replies)
