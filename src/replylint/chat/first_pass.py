"""What has to be known of a whole table before its first conversation can be given out."""

from __future__ import annotations

from collections import Counter

from ..errors import InputError, Origin
from .casting import Casting, candidates, masked
from .clock import numbers
from .columns import Plan
from .dates import order_of
from .gather import Survey
from .nouns import Options, Row, Unread
from .table import Table
from .vocabulary import office_of

_DAYS = 50_000
_WORDS = 200
_AUTHORS = 20_000


class FirstPass:
    """What one reading of a table tells: ``survey``, and the ``order`` of its dates."""

    def __init__(self, table: Table, found: Plan, options: Options) -> None:
        self.survey = Survey()
        self.order: str | None = None
        self._table = table
        self._plan = found
        self._options = options
        self._said: Counter[str] = Counter()
        self._authors: Counter[str] = Counter()
        self._days: dict[str, int] = {}

    def run(self) -> None:
        """Effect: read the table once. Raises InputError where dates cannot be read one way."""
        fields = self._plan.fields
        conversation, role = fields.get("conversation"), fields.get("role")
        day = fields.get("date", fields.get("time"))
        author = fields.get("author") if role is None and not self._table.said else None
        authors = self._authors
        see, said, days = self.survey.see, self._said, self._days
        last: object = None
        for each in self._table.records():
            if each.__class__ is Unread:
                continue
            line, values = each  # type: ignore[misc]
            if conversation is not None and values[conversation] != last:
                last = values[conversation]
                see(str(last))
            if role is not None:
                word = values[role]
                if word.__class__ is not str:
                    word = "" if word is None else str(word)
                if word in said or len(said) < _WORDS:
                    said[word] += 1
            if author is not None:
                name = values[author]
                name = "" if name is None else str(name)
                if name in authors or len(authors) < _AUTHORS:
                    authors[name] += 1
            if day is not None:
                key = values[day]
                if key.__class__ is str and not key[:4].isdigit():
                    key = key[:16]
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
        """Raise InputError listing what leaves the roles of the whole table open."""
        self._check_authors(casting)
        if self._plan.flag or "role" not in self._plan.fields:
            return
        words = {word.strip(): count for word, count in self._said.items() if word}
        if len(words) > 20:  # names, not words of a role: each conversation tells
            return
        unknown = [w for w in words if w and casting.role(Row("", "", None, w)) is None]
        unknown = [w for w in unknown if office_of(w) is None]
        if (unknown and len(unknown) > len(words) / 2) or (
            unknown and "author" not in self._plan.fields
        ):
            listed = ", ".join(f'"{masked(w)}" ({words[w]})' for w in unknown)
            raise InputError(
                f"the role column has words that are not known: {listed}",
                origin=Origin(self._table.shown, 1),
                hint='say what they mean: roles = { "<word>" = "agent" }',
            )

    def _check_authors(self, casting: Casting) -> None:
        """Names alone, and the role of not one of them is known: open in every conversation."""
        fields = self._plan.fields
        authors = self._authors
        if not authors or len(authors) == _AUTHORS or "agent" in fields or "customer" in fields:
            return
        if any(casting.role(Row("", "", name or None)) is not None for name in authors):
            return
        raise InputError(
            candidates(authors), origin=Origin(self._table.shown, 1), hint=casting.hint
        )
