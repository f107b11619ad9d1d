"""Tables of any kind (CSV, workbook, Parquet, records of JSON) as rows of messages, in two passes.

The first pass finds which column is what, in which order dates are written, which words the role
column uses and whether conversations stand together; the second builds the messages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from typing import Any

from ..errors import InputError, Origin
from ..model import Conversation, Recipient, Role
from .casting import Casting, masked
from .clock import Clock, numbers, zone
from .columns import Plan, plan
from .dates import order_of
from .gather import Survey, conversations
from .nouns import Options, Row, Unread
from .vocabulary import office_of

Values = Sequence[Any]
Records = Callable[[], Iterator["tuple[int, Values] | Unread"]]
"""Opens the table anew: the number of each row, and its cells in the order of the header."""

ABOUT = "@about"
"""The column with what is said of a conversation as a whole; it becomes the conversation's meta."""
MORE = "@more"
"""The column with what a record has beyond the columns."""

_SAMPLE = 300
_DAYS = 50_000
_WORDS = 200
_YES = frozenset({"1", "true", "yes", "y", "是"})
_ROLES = {"agent": (Role.AGENT, Role.CUSTOMER), "customer": (Role.CUSTOMER, Role.AGENT)}


@dataclass(frozen=True, slots=True)
class Table:
    """``header`` are the columns' names, ``shown`` is the path people are told.

    ``one`` says that a file of this kind is one conversation when no column names one, ``name`` is
    then its id. ``said`` is the role of rows without any hint of it, as JSON Lines of the contract
    have it. ``mapping`` is what the format knows of its columns; the settings' mapping wins.
    """

    header: Sequence[str]
    records: Records
    shown: str
    name: str
    one: bool = False
    said: str | Role = ""
    mapping: Mapping[str, str] | None = None


def read(table: Table, options: Options) -> Iterator[Conversation | Unread]:
    """The conversations of a table. Raises InputError before the first one is given out."""
    sample = [each[1] for each in islice(table.records(), _SAMPLE) if each.__class__ is tuple]
    if not sample:
        yield from (each for each in table.records() if isinstance(each, Unread))
        return
    given = {**(table.mapping or {}), **options.mapping}
    found = plan(table.header, sample, given, table.shown, table.one)
    first = _First(table, found, options)
    first.run()
    clock = Clock(zone(options.tz), first.order)
    casting = Casting(options)
    first.check_roles(casting)
    build = Builder(table, found, clock, options)
    rows = build.rows(table.records())

    def meta() -> dict[str, object]:
        return {"tz": "UTC, assumed"} if clock.naive and options.tz is None else {}

    yield from conversations(rows, first.survey.together, casting, table.shown, options, meta)


class _First:
    """The first pass over a table."""

    def __init__(self, table: Table, found: Plan, options: Options) -> None:
        self.survey = Survey()
        self.order: str | None = None
        self._table = table
        self._plan = found
        self._options = options
        self._said: Counter[str] = Counter()
        self._days: dict[str, int] = {}

    def run(self) -> None:
        """Effect: read the table once. Raises InputError where dates cannot be read one way."""
        fields = self._plan.fields
        conversation, role = fields.get("conversation"), fields.get("role")
        day = fields.get("date", fields.get("time"))
        see, said, days = self.survey.see, self._said, self._days
        for each in self._table.records():
            if each.__class__ is Unread:
                continue
            line, values = each  # type: ignore[misc]
            if conversation is not None:
                see(str(values[conversation]))
            if role is not None:
                word = values[role]
                if word in said or len(said) < _WORDS:
                    said[word] += 1
            if day is not None:
                key = values[day]
                if key.__class__ is str:
                    key = key[:10]
                    if key not in days and len(days) < _DAYS:
                        days[key] = line
        written = {
            triple: line
            for text, line in days.items()
            if (triple := numbers(text.strip())) is not None
        }
        open_ = {triple: line for triple, line in written.items() if not triple[3]}
        if open_:
            self.order = order_of(open_, self._table.shown, self._options.dates)

    def check_roles(self, casting: Casting) -> None:
        """Raise InputError listing the words of the role column that are not known."""
        if self._plan.flag or "role" not in self._plan.fields:
            return
        words = {str(word).strip(): count for word, count in self._said.items() if word}
        if len(words) > 20:  # names, not words of a role: each conversation tells
            return
        unknown = [w for w in words if w and casting.role(Row("", "", None, w)) is None]
        unknown = [w for w in unknown if office_of(w) is None]
        if (
            unknown
            and len(unknown) > len(words) / 2
            or (unknown and "author" not in self._plan.fields)
        ):
            listed = ", ".join(f'"{masked(w)}" ({words[w]})' for w in unknown)
            raise InputError(
                f"the role column has words that are not known: {listed}",
                origin=Origin(self._table.shown, 1),
                hint='say what they mean: roles = { "<word>" = "agent" }',
            )


class Builder:
    """Makes a ``Row`` of the cells of one record."""

    def __init__(self, table: Table, found: Plan, clock: Clock, options: Options) -> None:
        self._table = table
        self._plan = found
        self._clock = clock
        self._flag = _ROLES.get(found.flag)
        self._about = self._column(ABOUT)
        self._more = self._column(MORE)
        extra = [i for i in found.extra if i not in (self._about, self._more)]
        self._names = [found.header[i] for i in extra]
        self._cells: Callable[[Values], tuple[Any, ...]] | None = None
        if len(extra) == 1:
            only = extra[0]
            self._cells = lambda values: (values[only],)
        elif extra:
            self._cells = itemgetter(*extra)

    def _column(self, name: str) -> int | None:
        header = self._plan.header
        return header.index(name) if name in header else None

    def rows(self, records: Iterator[tuple[int, Values] | Unread]) -> Iterator[Row | Unread]:
        """The rows of a table; what a cell makes impossible is ``Unread``."""
        fields = self._plan.fields
        get = fields.get
        conversation, text, time, date = (
            get("conversation"),
            fields["text"],
            get("time"),
            get("date"),
        )
        author, role, id_, agent, customer = (
            get("author"),
            get("role"),
            get("id"),
            get("agent"),
            get("customer"),
        )
        rest = [
            (name, fields[name])
            for name in ("channel", "queue", "lang", "audience", "recipient", "kind")
            if name in fields
        ]
        clock, flag, names, cells = self._clock, self._flag, self._names, self._cells
        shown, whole, nobody = self._table.shown, self._table.name, self._table.said
        parties = agent is not None or customer is not None
        about, further, own = self._about, self._more, get("meta")
        for record in records:
            if record.__class__ is Unread:
                yield record  # type: ignore[misc]
                continue
            line, values = record  # type: ignore[misc]
            words = values[text]
            if words.__class__ is not str:
                if words is None:
                    words = ""
                elif isinstance(words, int | float):
                    words = str(words)
                else:
                    yield self._unread(line, text, "what was said is no text")
                    continue
            if conversation is None:
                where = whole
            else:
                where = values[conversation]
                if where.__class__ is not str:
                    where = "" if where is None else str(where)
                if not where:
                    yield self._unread(line, conversation, "it belongs to no conversation")
                    continue
            when = None
            if time is not None:
                written = values[time]
                if date is not None:
                    written = f"{values[date]} {written}"
                if written is not None and written != "":
                    try:
                        when = clock(written)
                    except (ValueError, OverflowError, OSError) as error:
                        yield self._unread(line, time, f"not a time: {_why(error)}")
                        continue
            who = None
            if author is not None:
                who = values[author]
                if who is not None and who.__class__ is not str:
                    who = str(who)
                who = who or None
            said: str | Role = nobody
            if role is not None:
                said = values[role]
                if said.__class__ is not str:
                    said = "" if said is None else str(said)
                if flag is not None:
                    said = flag[0] if said.strip().casefold() in _YES else flag[1]
                elif not said:
                    said = nobody
            if parties:
                who, said = self._party(values, agent, customer, who, said)
            name = values[id_] if id_ is not None else None
            if name.__class__ is not str:
                name = f"L{line}" if name is None else str(name)
            meta: Mapping[str, object] = _NOTHING
            if cells is not None:
                pairs = zip(names, cells(values), strict=True)
                meta = {k: v for k, v in pairs if v is not None and v != ""}
            if further is not None and values[further]:
                meta = {**meta, **values[further]}
            if own is not None and isinstance(values[own], dict):
                meta = {**meta, **values[own]}
            row = Row(where, words, who, said, when, name or f"L{line}", line, meta=meta)
            if about is not None and values[about]:
                row = row._replace(about=values[about])
            if rest:
                found = {key: _word(values[i]) for key, i in rest if values[i] not in (None, "")}
                if "kind" in found:
                    found["kind"] = kind_of(found["kind"])
                if found.get("recipient") not in _RECIPIENTS:
                    yield self._unread(line, fields["recipient"], "not a recipient")
                    continue
                row = row._replace(**found)
            yield row

    def _party(
        self,
        values: Values,
        agent: int | None,
        customer: int | None,
        who: str | None,
        said: str | Role,
    ) -> tuple[str | None, str | Role]:
        """The author by the two parties that stand on every row, and the role by the author."""
        from .vocabulary import role_of

        one = _word(values[agent]) if agent is not None else ""
        other = _word(values[customer]) if customer is not None else ""
        role = said if isinstance(said, Role) else role_of(said) if said else None
        if role is None and not said and who:
            if who == one and one != other:
                return who, Role.AGENT
            if who == other and one != other:
                return who, Role.CUSTOMER
        if role is None and not said and who is None and bool(one) != bool(other):
            return one or other, Role.AGENT if one else Role.CUSTOMER
        if who is None and role is Role.AGENT:
            who = one or None
        elif who is None and role is Role.CUSTOMER:
            who = other or None
        return who, said

    def _unread(self, line: int, column: int, reason: str) -> Unread:
        name = self._plan.header[column]
        return Unread(self._table.shown, line, None, f'column "{name[:40]}": {reason}', _MEND)


_RECIPIENTS = frozenset({None, *Recipient})
_NOTHING: Mapping[str, object] = {}
_MEND = "mend the row, or give the right column in the settings' mapping"
_WORDS_ONLY = frozenset(
    "text txt plain html message msg 文本 文字 文本消息 文字消息 1 0 a comment reply chat default".split()
)


def kind_of(word: str) -> str:
    """What was sent, "" for words."""
    return "" if word.strip().casefold() in _WORDS_ONLY else word.strip()


def _word(value: object) -> str:
    return value.strip() if isinstance(value, str) else "" if value is None else str(value)


def _why(error: Exception) -> str:
    text = str(error)
    return (
        text
        if text.startswith(("it ", "the order", "there is no", "no such"))
        else "it is not known"
    )
