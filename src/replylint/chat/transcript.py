"""Plain transcripts: 客服：… and 客户：… line by line, with or without times and names.

A turn begins with who speaks and a colon; it goes on over lines that do not begin one. Who speaks
is a word for a role (客服, Customer), one with a name (客服小王, 客服（A01）), a name of the
settings' roles or the agents file, or another name beside those. Lines like 会话ID：7 or a rule of
dashes begin another conversation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache

from ..errors import InputError, Origin
from ..model import Conversation, Role
from .casting import HINT, agents_of, masked
from .clock import CLOCK, DATE, Clock, numbers
from .dates import Triple, order_of
from .head import Head
from .lines import assembled, clock_for, numbered, title
from .media import media_of
from .nouns import Options, Row, Unread
from .source import Source
from .vocabulary import WORDS, office_of, role_of

_WHEN = rf"(?:{DATE})?[ ,，T]*(?:{CLOCK})?"
_WHO = r"[^\s:：\[\]【】“”\"，。,!！?？][^:：\[\]【】“”\"，。,!！?？\n]{0,30}?"
_TURN = re.compile(
    rf"\s*(?:[\[【(（](?P<t1>{_WHEN})[\]】)）]|(?P<t2>{_WHEN}))?[\s\-—|]*"
    rf"[\[【]?(?P<who>{_WHO})[\]】]?\s*"
    rf"(?P<t3>[(（\s]{_WHEN}[)）]?)?\s*[:：]\s*(?P<text>.*)",
    re.I,
)
_SECTION = re.compile(
    r"\s*(?:[#=\-*【\[]+\s*)?(?:(?:会话|會話|对话|對話|通话|案例|工单)\s*(?:id|编号|編號|号|號)?|"
    r"(?:conversation|session|ticket|chat|case)(?:\s*(?:id|no\.?|number|#))?)\s*[:：#]?\s*"
    r"(?P<id>[\w\-]{1,60})\s*[】\]=\-*#]*\s*",
    re.I,
)
_NAME = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2}|[\u4e00-\u9fff]{2,4}")
_RULE = re.compile(r"\s*[-=_*—]{4,}\s*")


def fits(head: Head) -> bool:
    """Whether at least two lines are turns, one of them an agent's, a bot's or a customer's."""
    speakers = [_speaker(line) for line in head.lines]
    known = [role for role in speakers if role not in (None, Role.SYSTEM)]
    filled = sum(bool(line.strip()) for line in head.lines)
    return len(known) >= 2 and len(known) * 8 >= filled


def _speaker(line: str) -> Role | None:
    found = _TURN.fullmatch(line)
    return _role(found["who"].strip()) if found else None


@lru_cache(maxsize=4096)
def _role(who: str) -> Role | None:
    """The role a label says: a word for a role, alone, with a number, or with a name behind it."""
    name = re.sub(r"[\s（(].*|[A-Za-z]?\d+$", "", who) if not who.isascii() else who
    found = role_of(who) or role_of(name)
    if found is None and who.isascii():
        found = role_of(re.sub(r"[\s(#].*|\d+$", "", who))
    if found is not None or len(who) > 20:
        return found
    for role, words in WORDS.items():
        if any(_leads(word, who) for word in words.split()):
            return role
    return office_of(who)


def _leads(word: str, who: str) -> bool:
    """客服小王 is led by 客服; one character and Latin words lead nothing."""
    return len(word) > 1 and not word.isascii() and who.startswith(word)


def read(source: Source, options: Options) -> Iterator[Conversation | Unread]:
    """The conversations of a file. Raises InputError, also when nobody's role is known."""
    lines = list(numbered(source, options))
    named = {name.strip().casefold() for name in options.roles}
    if options.agents is not None:
        named |= agents_of(options.agents, options.encoding)
    named |= _others(lines, named)
    clock = clock_for(options, order_of(_dates(lines), source.shown, options.dates))
    reader = _Reader(title(source), clock, frozenset(named), source.shown)
    for number, line in lines:
        reader.line(number, line)
    reader.done()
    if not any(isinstance(row, Row) for row in reader.rows):
        who = ", ".join(f'"{masked(each)}"' for each in list(reader.unknown)[:12])
        raise InputError(
            f"nobody's role is known; lines begin with {who}"
            if who
            else "there are no turns in it",
            origin=Origin(source.shown, 1),
            hint=HINT if who else "a turn is a line like 客服：您好",
        )
    yield from assembled(reader.rows, clock, source, options)


def _others(lines: list[tuple[int, str]], named: set[str]) -> set[str]:
    """Labels of which nothing is known and that are names: they come again, or look like one.

    Only beside somebody whose label is known, else nothing tells a transcript from a list; and a
    look is enough only where the settings name people, who are then called by their names.
    """
    labels = [
        found["who"].strip()
        for _, line in lines
        if (found := _TURN.fullmatch(line)) and not _SECTION.fullmatch(line)
    ]
    by_name = any(who.casefold() in named for who in labels)
    if not by_name and not any(_role(who) for who in labels):
        return set()
    counted = Counter(who for who in labels if _role(who) is None and who.casefold() not in named)
    return {
        who.casefold()
        for who, count in counted.items()
        if count > 1 or (by_name and _NAME.fullmatch(who))
    }


def _dates(lines: list[tuple[int, str]]) -> dict[Triple, int]:
    """The dates at the heads of turns that do not begin with the year."""
    found: dict[Triple, int] = {}
    for number, line in lines:
        turn = _TURN.fullmatch(line)
        triple = numbers(_written(turn)) if turn else None
        if triple is not None and not triple[3]:
            found.setdefault(triple, number)
    return found


def _written(found: re.Match[str]) -> str:
    """The time of a turn as it is written, "" for none."""
    times = (t.strip("() （）") for t in found.group("t1", "t2", "t3") if t)
    return next((t for t in times if t), "")


class _Reader:
    """Puts lines together to turns, and turns to conversations."""

    def __init__(self, name: str, clock: Clock, named: frozenset[str], path: str) -> None:
        self.rows: list[Row | Unread] = []
        self.unknown: dict[str, None] = {}
        self._name = name
        self._clock = clock
        self._named = named
        self._path = path
        self._last: Row | None = None
        self._sections = 0
        self._where = name

    def line(self, number: int, line: str) -> None:
        """Effect: take in one line."""
        found = _TURN.fullmatch(line)
        who = found["who"].strip() if found else ""
        section = _SECTION.fullmatch(line)
        if found and (who.casefold() in self._named or _role(who) is not None):
            self.done()
            self._last = self._turn(found, who, number)
        elif section or _RULE.fullmatch(line):
            self.done()
            self._sections += 1
            self._where = section["id"] if section else f"{self._name} {self._sections + 1}"
        elif self._last is not None:
            if line.strip():
                self._last = self._last._replace(text=f"{self._last.text}\n{line.strip()}")
        elif line.strip():
            if found:
                self.unknown.setdefault(who)
            problem = "it belongs to no turn: who speaks is not known"
            self.rows.append(Unread(self._path, number, 1, problem, HINT))

    def done(self) -> None:
        """Effect: the turn that was being read is finished."""
        if self._last is not None:
            text = self._last.text
            self.rows.append(self._last._replace(kind=media_of(text)))
        self._last = None

    def _turn(self, found: re.Match[str], who: str, number: int) -> Row:
        written = _written(found)
        when: datetime | None = None
        meta: dict[str, object] = {}
        if written:
            try:
                when = self._clock(written)
            except ValueError:
                meta["time"] = written  # a time of day without its date orders nothing
        role = _role(who)
        said: str | Role = "" if who.casefold() in self._named or role is None else role
        author = None if role_of(who) else who
        return Row(
            self._where,
            found["text"],
            author or (who if not said else None),
            said,
            when,
            f"L{number}",
            number,
            meta=meta,
        )
