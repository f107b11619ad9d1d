"""The cells of a table become rows of messages: quickly, and each fault at its row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from ..model import Recipient, Role
from ..text.markup.names import language
from .casting import self_roles
from .channels import channel_of
from .clock import Clock
from .columns import Plan
from .nouns import Options, Row, Unread
from .table import ABOUT, MORE, Table, Values
from .vocabulary import role_of

_YES = frozenset({"1", "true", "yes", "y", "是"})
_YES_NO = _YES | {"0", "false", "no", "n", "否"}


class Builder:
    """Makes a ``Row`` of the cells of each record."""

    def __init__(self, table: Table, found: Plan, clock: Clock, options: Options) -> None:
        self._table = table
        self._plan = found
        self._clock = clock
        self._flag = _flag(found.flag, options)
        self._about = self._column(ABOUT)
        self._more = self._column(MORE)
        self._own = found.fields.get("meta", -1)
        self._channels: dict[str, str] = {}
        self._langs: dict[str, str | None] = {}
        self._known: dict[str, Role | None] = {}
        extra = [i for i in found.extra if i not in (self._about, self._more)]
        self._names = [found.header[i] for i in extra]
        self._cells = _cells(extra)

    def _column(self, name: str) -> int:
        """A column's place; -1, which is the empty cell behind the last, when there is none."""
        header = self._plan.header
        return header.index(name) if name in header else -1

    def rows(self, records: Iterator[tuple[int, Values] | Unread]) -> Iterator[Row | Unread]:
        """The rows of a table; what a cell makes impossible is ``Unread``.

        One long loop, since it runs for millions of messages and calls are what costs.
        """
        at = self._plan.fields.get
        conversation, text, time, date = (
            at("conversation", -1),
            at("text", -1),
            at("time", -1),
            at("date"),
        )
        author, role, name = at("author", -1), at("role", -1), at("id", -1)
        channel, queue, lang = at("channel", -1), at("queue", -1), at("lang", -1)
        agent, customer, about = at("agent", -1), at("customer", -1), self._about
        parties = agent >= 0 or customer >= 0
        rare = [at(each, -1) for each in ("kind", "audience", "recipient")]
        is_rare = max(rare) >= 0
        carries, further, own = self._cells is not None, self._more, self._own
        clock, flag, meta_of, known = self._clock, self._flag, self._meta, self._known
        whole, nobody, style = self._table.name, self._table.said, self._table.style
        one = conversation < 0
        make = tuple.__new__
        for record in records:
            if record.__class__ is Unread:
                yield record
                continue
            line, cells = record  # type: ignore[misc]
            values = [*cells, None]
            words = values[text]
            if words.__class__ is not str:
                words = "" if words is None else _plain(words)
                if words is None:
                    yield self._unread(line, text, "what was said is no text")
                    continue
            where = whole if one else values[conversation]
            if where.__class__ is not str:
                where = "" if where is None else str(where)
            if not where:
                yield self._unread(line, conversation, "it belongs to no conversation")
                continue
            when = values[time]
            if date is not None:
                when = f"{values[date]} {when}"
            if when is not None and when != "":
                try:
                    when = clock(when)
                except (ValueError, OverflowError, OSError) as error:
                    yield self._unread(line, time, f"not a time: {_why(error)}")
                    continue
            else:
                when = None
            who = values[author] or None
            if who is not None and who.__class__ is not str:
                who = str(who)
            said = values[role]
            if said is None or said == "":
                said = nobody
            elif flag is not None and (word := str(said).strip().casefold()) in _YES_NO:
                said = flag[0] if word in _YES else flag[1]
            elif said.__class__ is not str:
                said = str(said)
            if parties:
                if said not in known:
                    known[said] = said if isinstance(said, Role) else role_of(said)
                meant = known[said]
                if who is None and meant is not None:
                    who = values[
                        agent if meant is Role.AGENT else customer if meant is Role.CUSTOMER else -1
                    ]
                    who = str(who) if who else None
                elif meant is None and not said:
                    who, said = _party(_word(values[agent]), _word(values[customer]), who)
            id_ = values[name]
            id_ = (
                f"L{line}"
                if id_ is None or id_ == ""
                else id_
                if id_.__class__ is str
                else str(id_)
            )
            kind, audience, recipient = "", None, None
            if is_rare:
                kind, audience, recipient = (_word(values[i]) for i in rare)
                kind = kind_of(kind)
                if recipient not in _RECIPIENTS:
                    yield self._unread(line, rare[2], f"none of {', '.join(Recipient)}")
                    continue
            yield make(
                Row,
                (
                    where,
                    words,
                    who,
                    said,
                    when,
                    id_,
                    line,
                    self._spoken(values[channel]) if values[channel] else None,
                    values[queue] or None,
                    self._tongue(values[lang]) if values[lang] else None,
                    (meta_of(values) if carries or values[further] or values[own] else _NOTHING),
                    kind,
                    style,
                    audience or None,
                    recipient or None,
                    (),
                    values[about] or None,
                ),
            )

    def _meta(self, values: Values) -> Mapping[str, object]:
        """What the columns that mean nothing hold."""
        meta: dict[str, object] = {}
        if self._cells is not None:
            pairs = zip(self._names, self._cells(values), strict=True)
            meta = {k: v for k, v in pairs if v is not None and v != ""}
        if values[self._more]:
            meta.update(values[self._more])
        own = values[self._own]
        if isinstance(own, dict):
            meta.update(own)
        elif own:
            meta["meta"] = own
        return meta

    def _spoken(self, value: object) -> str:
        """The channel, once a word."""
        word = str(value)
        found = self._channels.get(word)
        if found is None:
            found = self._channels[word] = channel_of(word)
        return found

    def _tongue(self, value: object) -> str | None:
        """The language as messages have it; None where it is another, and is found by the text."""
        word = str(value)
        if word not in self._langs:
            self._langs[word] = language(word) or None
        return self._langs[word]

    def _unread(self, line: int, column: int, reason: str) -> Unread:
        name = self._plan.header[column]
        return Unread(self._table.shown, line, None, f'column "{name[:40]}": {reason}', _MEND)


def _flag(meaning: str, options: Options) -> tuple[Role, Role] | None:
    """The roles that a yes and a no of the role column mean."""
    if not meaning:
        return None
    if meaning == "self":
        return self_roles(options)
    agent = (Role.AGENT, Role.CUSTOMER)
    return agent if meaning == Role.AGENT.value else (Role.CUSTOMER, Role.AGENT)


def _cells(columns: Sequence[int]) -> Callable[[Values], tuple[Any, ...]] | None:
    """Takes the cells of ``columns`` out of a row; None when there are none."""
    if len(columns) == 1:
        only = columns[0]
        return lambda values: (values[only],)
    return itemgetter(*columns) if columns else None


def _party(agent: str, customer: str, who: str | None) -> tuple[str | None, str | Role]:
    """The author and the role by the two parties on a row, where nothing says the role."""
    if agent == customer:
        return who, ""
    if who is None:
        if agent and customer:
            return None, ""
        return (agent, Role.AGENT) if agent else (customer, Role.CUSTOMER)
    return who, Role.AGENT if who == agent else Role.CUSTOMER if who == customer else ""


def _plain(value: object) -> str | None:
    """A number as text; None for what is no text."""
    if isinstance(value, bool):
        return None
    return str(value) if isinstance(value, int | float) else None


_RECIPIENTS = frozenset({"", *Recipient})
_NOTHING: Mapping[str, object] = {}
_MEND = "mend the row, or give the right column in the settings' mapping"
_TEXTS = """
    text txt plain html message msg 文本 文字 文本消息 文字消息 1 0 a comment reply chat default
"""
_WORDS_ONLY = frozenset(_TEXTS.split())


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
