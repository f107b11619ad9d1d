"""Which column is what: by the mapping, by name, by what stands in it; what is open is an error."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC

from ..errors import InputError, Origin, UsageError, did_you_mean
from .clock import Clock, looks
from .names import known, plain
from .nouns import FIELDS, OTHERS
from .vocabulary import role_of

_MAP = 'name it in the settings: mapping = { "<column>" = "%s" }'
_ENOUGH = 0.9
_LOOSE = 2  # from this group of names on a name says little
_FLAGS = frozenset({"0", "1", "true", "false", "yes", "no", "y", "n", "是", "否"})


@dataclass(frozen=True, slots=True)
class Plan:
    """Columns by field, as indexes. ``one`` makes the source one conversation.

    ``flag`` says what a yes of the role column means where it is a yes or no: "agent",
    "customer", or "self" for whoever made the export. ``extra`` are columns that are carried along.
    """

    fields: Mapping[str, int]
    one: bool = False
    flag: str = ""
    extra: tuple[int, ...] = ()
    header: tuple[str, ...] = ()


def plan(
    header: Sequence[str],
    sample: Sequence[Sequence[object]],
    mapping: Mapping[str, str],
    path: str,
    one: bool = False,
) -> Plan:
    """The columns of a table. ``sample`` are its first rows; ``one``: a file is a conversation.

    Raises UsageError for a mapping that does not fit, InputError naming the columns when what is
    needed cannot be found.
    """
    fields = _mapped(header, mapping, path)
    one = one or mapping.get(OTHERS) == "conversation"
    taken = set(fields.values())
    _by_name(header, sample, fields, taken, path)
    _by_content(header, sample, fields, taken)
    flag = _flag(header, sample, fields)
    _need(header, fields, one, path)
    used = {i for what, i in fields.items() if not what.startswith("meta ")}
    extra = tuple(i for i, name in enumerate(header) if name.strip() and i not in used)
    return Plan(fields, one and "conversation" not in fields, flag, extra, tuple(header))


def _mapped(header: Sequence[str], mapping: Mapping[str, str], path: str) -> dict[str, int]:
    fields: dict[str, int] = {}
    at = {plain(name): i for i, name in reversed(list(enumerate(header)))}
    for column, name in mapping.items():
        if name not in FIELDS:
            raise UsageError(
                f'mapping: "{name[:40]}" is no field', hint=did_you_mean(name, FIELDS) or _fields()
            )
        if column == OTHERS:
            continue
        if plain(column) not in at:
            raise InputError(
                f'there is no column "{column[:60]}" that the mapping names',
                origin=Origin(path, 1),
                hint=did_you_mean(column, header) or f"its columns are {listed(header)}",
            )
        if name == "meta":
            fields.setdefault(f"meta {column}", at[plain(column)])
        elif name in fields:
            raise UsageError(f'mapping: two columns are given the field "{name}"')
        else:
            fields[name] = at[plain(column)]
    return fields


def _fields() -> str:
    return f"fields are {', '.join(FIELDS)}"


def _by_name(
    header: Sequence[str],
    sample: Sequence[Sequence[object]],
    fields: dict[str, int],
    taken: set[int],
    path: str,
) -> None:
    """Fields by the best of their names; two equally good ones with different words are open."""
    named: dict[str, list[tuple[int, int]]] = {}
    for i, name in enumerate(header):
        if i in taken or name.startswith("@"):
            continue
        for what, rank in known().get(plain(name), ()):
            named.setdefault(what, []).append((rank, i))
    for what in FIELDS:
        if what in fields or what not in named:
            continue
        free = [(rank, i) for rank, i in sorted(named[what]) if i not in taken]
        dated = "date" in fields or "date" in named
        choices = [(rank, i) for rank, i in free if _fits(what, _column(sample, i), dated)]
        if what == "time" and free and not choices and free[0][0] < _LOOSE:
            raise _no_times(header[free[0][1]], path)
        best = [i for rank, i in choices if rank == choices[0][0]]
        if len(best) > 1 and what in ("conversation", "text", "time", "role"):
            best = _told_apart(what, best, sample)
        if len(best) > 1 and what in ("conversation", "text", "time", "role"):
            names = listed([header[i] for i in best])
            raise InputError(
                f"several columns could be the {what}: {names}",
                origin=Origin(path, 1),
                hint=_MAP % what,
            )
        if best:
            fields[what] = best[0]
            taken.add(best[0])
    _author_that_is_a_role(sample, fields)


def _told_apart(what: str, best: list[int], sample: Sequence[Sequence[object]]) -> list[int]:
    """Of columns with equally good names: the ones that are filled, and one of equal contents."""
    filled = [i for i in best if any(_text(v) for v in _column(sample, i))] or best
    first = _column(sample, filled[0])
    if all(_column(sample, i) == first for i in filled):
        return filled[:1]
    return filled


def _author_that_is_a_role(sample: Sequence[Sequence[object]], fields: dict[str, int]) -> None:
    """发送方 may hold 客服 and 客户, or names."""
    if "role" not in fields and "author" in fields:
        values = {_text(v) for v in _column(sample, fields["author"])} - {""}
        if values and all(role_of(value) is not None for value in values):
            fields["role"] = fields.pop("author")


def _no_times(name: str, path: str) -> InputError:
    return InputError(
        f"the column {listed([name])} is called a time and does not hold times with their dates",
        origin=Origin(path, 1),
        hint=f'cells may have moved; {{ "{name[:40]}" = "meta" }} in the mapping leaves it out',
    )


def _fits(what: str, values: list[object], dated: bool) -> bool:
    """Whether a column's contents allow for what its name says."""
    filled = [v for v in values if _text(v)]
    if not filled:
        return True
    if what == "time":
        clock = Clock(UTC)
        good = sum(looks(v, clock) or (dated and _is_clock(v)) for v in filled)
        return good >= len(filled) * 0.5
    if what == "date":
        return all(re.match(r"\d{1,4}[-/.年]", _text(v)) for v in filled[:20])
    if what == "recipient":
        return all(_text(v) in ("owner", "unverified", "third_party") for v in filled)
    if what == "kind":
        return all(len(_text(v)) <= 40 for v in filled)
    if what == "role":
        return len({_text(v) for v in filled}) <= 12
    return True


def _is_clock(value: object) -> bool:
    return bool(re.fullmatch(r"\D{0,4}\d{1,2}:\d{2}(:\d{2})?\D{0,4}", _text(value)))


def _by_content(
    header: Sequence[str],
    sample: Sequence[Sequence[object]],
    fields: dict[str, int],
    taken: set[int],
) -> None:
    """What no name gave away: times look like times, roles are words of roles, words are long."""
    free = [i for i in range(len(header)) if i not in taken and not header[i].startswith("@")]
    columns = {i: [v for v in _column(sample, i) if _text(v)] for i in free}
    columns = {i: values for i, values in columns.items() if values}
    if "time" not in fields:
        clock = Clock(UTC)
        times = [i for i, values in columns.items() if _share(values, lambda v: looks(v, clock))]
        _take("time", times, fields, columns)
    if "role" not in fields:
        roles = [
            i
            for i, values in columns.items()
            if len({_text(v) for v in values}) > 1
            and all(role_of(_text(v)) is not None for v in values)
        ]
        _take("role", roles, fields, columns)
    if "text" not in fields and columns:
        lengths = sorted(
            (
                (sum(len(_text(v)) for v in values) / len(values), i)
                for i, values in columns.items()
            ),
            reverse=True,
        )
        wordy = [(size, i) for size, i in lengths if _wordy(columns[i])]
        if wordy and (len(wordy) == 1 or wordy[0][0] > 2 * wordy[1][0]):
            _take("text", [wordy[0][1]], fields, columns)


def _take(
    what: str, found: list[int], fields: dict[str, int], columns: dict[int, list[object]]
) -> None:
    if len(found) == 1:
        fields[what] = found[0]
        columns.pop(found[0])


def _share(values: list[object], test: object) -> bool:
    good = sum(bool(test(v)) for v in values)  # type: ignore[operator]
    return good >= len(values) * _ENOUGH


def _wordy(values: list[object]) -> bool:
    texts = [_text(v) for v in values]
    return len(set(texts)) > len(texts) / 3 and sum(map(len, texts)) >= 4 * len(texts)


def _flag(
    header: Sequence[str], sample: Sequence[Sequence[object]], fields: Mapping[str, int]
) -> str:
    """What a yes means in a role column that says yes or no: by its name alone."""
    if "role" not in fields:
        return ""
    values = {_text(v).casefold() for v in _column(sample, fields["role"])} - {""}
    values = {value for value in values if role_of(value) is None}
    if not values or not values <= _FLAGS:
        return ""
    name = plain(header[fields["role"]])
    if re.search("incoming|inbound|customer|客户|客戶", name):
        return "customer"
    if re.search("send|self|我", name):
        return "self"
    return "agent" if re.search("agent|坐席|客服|out", name) else ""


def _need(header: Sequence[str], fields: Mapping[str, int], one: bool, path: str) -> None:
    for what, says in (("text", "what was said"), ("conversation", "a conversation's id")):
        if what in fields or (what == "conversation" and one):
            continue
        hint = _MAP % what
        if what == "conversation":
            hint += '; { "*" = "conversation" } when the file is one conversation'
        raise InputError(
            f"no column is {says}; its columns are {listed(header)}",
            origin=Origin(path, 1),
            hint=hint,
        )


def listed(names: Sequence[str]) -> str:
    """Columns' names for an error: one short line."""
    names = [name for name in names if not name.startswith("@")]  # ours
    shown = [("".join(c if c.isprintable() else "?" for c in name))[:40] for name in names[:30]]
    more = f" and {len(names) - 30} more" if len(names) > 30 else ""
    return ", ".join(f'"{name}"' for name in shown) + more


def _column(sample: Sequence[Sequence[object]], i: int) -> list[object]:
    return [row[i] for row in sample if i < len(row)]


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()
