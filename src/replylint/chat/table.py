"""Tables of any kind (CSV, workbook, Parquet, records of JSON) as rows of messages, in two passes.

The first pass finds which column is what, in which order dates are written, which words the role
column uses and whether conversations stand together; the second builds the messages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ..errors import InputError, Origin
from ..model import Conversation, Role
from .casting import Casting
from .clock import Clock, zone
from .columns import plan
from .gather import conversations
from .nouns import Options, Unread

Values = Sequence[Any]
Records = Callable[[], Iterator["tuple[int, Values] | Unread"]]
"""Opens the table anew: the number of each row, and its cells in the order of the header."""

ABOUT = "@about"
"""The column with what is said of a conversation as a whole; it becomes the conversation's meta."""
MORE = "@more"
"""The column with what a record has beyond the columns."""

_SAMPLE = 300


@dataclass(frozen=True, slots=True)
class Table:
    """``header`` are the columns' names, ``shown`` is the path people are told.

    ``one`` says that a file of this kind is one conversation when no column names one, ``name`` is
    then its id. ``said`` is the role of rows without any hint of it, as JSON Lines of the contract
    have it. ``mapping`` is what the format knows of its columns; the settings' mapping wins.
    ``style`` is that of every row.
    """

    header: Sequence[str]
    records: Records
    shown: str
    name: str
    one: bool = False
    said: str | Role = ""
    mapping: Mapping[str, str] | None = None
    style: str = ""


def read(table: Table, options: Options) -> Iterator[Conversation | Unread]:
    """The conversations of a table. Raises InputError before the first one is given out."""
    from .building import Builder
    from .first_pass import FirstPass

    sample = [each[1] for each in islice(table.records(), _SAMPLE) if each.__class__ is tuple]
    if not sample:
        unread = [each for each in table.records() if isinstance(each, Unread)]
        if not unread:
            raise InputError(
                "there are no messages in it",
                origin=Origin(table.shown),
                hint="export it again with its messages",
            )
        yield from unread
        return
    given = {**(table.mapping or {}), **options.mapping}
    found = plan(table.header, sample, given, table.shown, table.one)
    first = FirstPass(table, found, options)
    first.run()
    tz = options.tz or _zone_in(table.header, found.fields.get("time"))
    clock = Clock(zone(tz), first.order)
    casting = Casting(options)
    first.check_roles(casting)
    build = Builder(table, found, clock, options)
    rows = build.rows(table.records())

    def meta() -> dict[str, object]:
        return {"tz": "UTC, assumed"} if clock.naive and tz is None else {}

    yield from conversations(rows, first.survey.together, casting, table.shown, options, meta)


def _zone_in(header: Sequence[str], column: int | None) -> str | None:
    """The zone that the name of the time column says: time (Asia/Taipei), 发送时间（北京时间）."""
    name = header[column] if column is not None else ""
    if "北京时间" in name:
        return "Asia/Shanghai"
    found = re.search(
        r"[（(]\s*([A-Z][A-Za-z]+/[A-Za-z_]+|(?:UTC|GMT)(?:[+-]\d{1,2})?)\s*[)）]", name
    )
    return found[1] if found else None
