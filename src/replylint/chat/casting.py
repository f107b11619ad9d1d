"""Who speaks for the house: by the mapping, the export, the agents file, names that say so, or not.

In this order, and the first that knows decides:

1. what the format says is no person's word (joined, renamed, an internal note) is the system's;
2. ``roles`` of the settings, by the author's name or id, then by the word of the role column;
   what the format says beyond doubt (incoming, is_bot, author.type, …) stands between the two;
3. the word of the role column, where it is one of the vocabulary;
4. ``agents``, the file of agents' names and ids;
5. names that name an office (在线客服, Support Team, 智能助手);
6. ``@self`` of the settings for whoever made the export, ``*`` for everybody else; with an agents
   file everybody else is a customer;
7. in a conversation of agents and one other person: that person is the customer, and where the
   customer is known and one other person is not: that person is the agent.

Whatever is then open is an error that lists the candidates.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..errors import InputError, Origin, UsageError, did_you_mean
from ..model import Role
from .nouns import OTHERS, SELF, Options, Row, Unread
from .vocabulary import office_of, role_of

HINT = (
    'say who speaks for the house: roles = { "<name>" = "agent" }, or an agents file; '
    '"*" = "customer" is everybody else'
)
_SELF_HINT = ', "@self" = "agent" is whoever made the export'
_SHOWN = 12
_KNOWN = 1 << 17


class Casting:
    """The roles of one source's messages.

    ``me`` are names and ids of whoever made the export, ``peer`` is the other one in a chat of two.
    """

    def __init__(self, options: Options, me: Iterable[str] = (), peer: str | None = None) -> None:
        self._roles = {_key(name): _role(name, word) for name, word in options.roles.items()}
        self._agents = agents_of(options.agents, options.encoding) if options.agents else None
        self._others = self._roles.get(OTHERS)
        if self._others is None and self._agents is not None:
            self._others = Role.CUSTOMER
        mine = tuple(me)
        self.hint = f"{HINT}{_SELF_HINT}" if mine or peer else HINT
        if SELF in self._roles:
            first, second = self_roles(options)
            for name in mine:
                self._roles.setdefault(_key(name), first)
            if peer is not None:
                self._roles.setdefault(_key(peer), second)
        self._known: dict[object, Role | None] = {}

    def role(self, row: Row) -> Role | None:
        """The role of a message by itself; None when only its conversation can tell."""
        key = (row.author, row.said, row.names) if row.names else (row.author, row.said)
        try:
            return self._known[key]
        except KeyError:
            found = self._find(row)
            if len(self._known) < _KNOWN:
                self._known[key] = found
            return found

    def _find(self, row: Row) -> Role | None:
        said = row.said
        if said is Role.SYSTEM:
            return said
        named = [_key(name) for name in (row.author, *row.names) if name]
        for name in named:
            if name in self._roles:
                return self._roles[name]
        if isinstance(said, Role):
            return said
        if said:
            found = self._roles.get(_key(said)) or role_of(said)
            if found is not None:
                return found
        if self._agents is not None and not self._agents.isdisjoint(named):
            return Role.AGENT
        for each in (row.author, *row.names):
            office = office_of(each) if each else None
            if office is not None:
                return office
        return self._others if named or said else None

    def settle(self, rows: Sequence[Row], path: str) -> list[Role] | Unread:
        """The roles of one whole conversation; ``Unread`` with the candidates when it is open."""
        known = [self.role(row) for row in rows]
        if None not in known:
            return known  # type: ignore[return-value]
        open_ = {
            (row.author or row.said) for row, role in zip(rows, known, strict=True) if role is None
        }
        rest = _rest(known, len(open_))
        if rest is not None:
            return [role or rest for role in known]
        line = next(row.line for row, role in zip(rows, known, strict=True) if role is None)
        counted = Counter(
            (row.author or str(row.said))
            for row, role in zip(rows, known, strict=True)
            if role is None
        )
        return Unread(path, line, None, candidates(counted), self.hint)


def _rest(known: Sequence[Role | None], people: int) -> Role | None:
    """The role of the one person in a conversation whom nothing names."""
    if people != 1:
        return None
    if Role.AGENT in known and Role.CUSTOMER not in known:
        return Role.CUSTOMER
    if Role.CUSTOMER in known and Role.AGENT not in known:
        return Role.AGENT
    return None


def candidates(counted: Counter[str]) -> str:
    """The sentence that lists who might be an agent, numbers and addresses in them masked."""
    listed = [
        f'"{masked(name) or "nobody"}" ({count})' for name, count in counted.most_common(_SHOWN)
    ]
    if not any(counted):
        return "nothing says who wrote these messages"
    more = f" and {len(counted) - _SHOWN} more" if len(counted) > _SHOWN else ""
    return f"it is open who is an agent and who a customer: {', '.join(listed)}{more}"


def masked(name: str) -> str:
    """A name fit for an error: telephone numbers and addresses are only hinted at.

    >>> masked("+1 123 456 789"), masked("李明"), masked("li@example.com")
    ('+1 ••• ••• 789', '李明', 'l•••@example.com')
    """
    line = "".join(c if c.isprintable() else "?" for c in name)[:60]
    if sum(map(str.isdigit, line)) >= 7:
        digits = [i for i, c in enumerate(line) if c.isdigit()]
        hidden = set(digits[1:-3])
        line = "".join("•" if i in hidden else c for i, c in enumerate(line))
    return re.sub(r"\b(\w)[\w.+-]*@", r"\1•••@", line)


def agents_of(path: Path, encoding: str = "auto") -> frozenset[str]:
    """The names and ids in an agents file. Raises InputError when it cannot be read or is empty."""
    from .source import file_source
    from .wording import text_of

    lines = text_of(file_source(path), encoding).splitlines()
    named = {
        _key(name)
        for line in lines
        if not line.lstrip().startswith("#")
        for name in line.split("\t")
        if name.strip()
    }
    if not named:
        raise InputError(
            "it names no agent",
            origin=Origin(path.as_posix()),
            hint="write one agent a line, other names of the same agent behind tabs",
        )
    return frozenset(named)


def self_roles(options: Options) -> tuple[Role, Role]:
    """The role of whoever made the export, the house unless ``@self`` says else; and the other."""
    mine = _role(SELF, options.roles.get(SELF, Role.AGENT.value))
    return mine, Role.AGENT if mine is Role.CUSTOMER else Role.CUSTOMER


def _key(name: str) -> str:
    return name.strip().casefold()


def _role(name: str, word: str) -> Role:
    try:
        return Role(word)
    except ValueError:
        known = [role.value for role in Role]
        raise UsageError(
            f'roles: "{masked(name)}" is given the role "{word[:40]}", which is none of '
            f"{', '.join(known)}",
            hint=did_you_mean(word, known),
        ) from None
