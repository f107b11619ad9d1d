"""What importing is asked, and what it gives beside conversations: options, rows, the unread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from ..config.settings import CHAT_FIELDS
from ..model import Role

FIELDS = CHAT_FIELDS

SELF = "@self"
"""In ``Options.roles``: whoever made the export, where the export knows."""
OTHERS = "*"
"""In ``Options.roles``: everybody nothing else names. In ``mapping``: the file as a whole."""


@dataclass(frozen=True, slots=True)
class Options:
    """How exports are read. Everything has a default; what is given wins over what is found.

    ``format`` is one of ``formats()``. ``mapping`` gives columns (or keys, dotted where they nest)
    their field, one of ``FIELDS``; ``{"*": "conversation"}`` makes a file one conversation.
    ``roles`` gives a value of the role column, an author's name or id, ``@self`` or ``*`` its role.
    ``agents`` is a file of agents' names or ids, one agent a line, other names of the same agent
    behind tabs; with it everybody else is a customer. ``tz`` is the zone of times without one,
    an IANA name or ``+08:00``; None is UTC, and the conversation's meta says that it was assumed.
    ``dates`` is the order of dates that can be read in two ways: ymd, ydm, dmy or mdy.
    ``channel`` and ``queue`` hold where the export says nothing. ``encoding`` as in the settings.
    """

    format: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    agents: Path | None = None
    tz: str | None = None
    dates: str | None = None
    channel: str | None = None
    queue: str | None = None
    encoding: str = "auto"


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in an export that could not be read: where, why, and what to do about it.

    ``line`` and ``column`` count from 1; ``line`` is the row in a workbook and the number of the
    record in a file without lines. ``reason`` holds no message text.
    """

    path: str
    line: int | None
    column: int | None
    reason: str
    hint: str | None = None


class Row(NamedTuple):
    """One message as an export has it, before it is known who speaks for the house.

    ``said`` is what the export says of the role: a ``Role`` where the format leaves no doubt, a
    word of its own otherwise, "" for nothing. ``names`` are other names and ids of the author.
    ``kind`` is "" for words; "note" for an internal note, else what was sent (photo, file, …).
    ``about`` is what is said of the conversation as a whole.
    ``style`` is "html" or "mail" where the body is known to be one, "mail+html" for both, "plain"
    where the text is what was meant, whatever it looks like.
    """

    conversation: str
    text: str
    author: str | None = None
    said: str | Role = ""
    time: datetime | None = None
    id: str | None = None
    line: int | None = None
    channel: str | None = None
    queue: str | None = None
    lang: str | None = None
    meta: Mapping[str, object] = {}
    kind: str = ""
    style: str = ""
    audience: str | None = None
    recipient: str | None = None
    names: tuple[str, ...] = ()
    about: Mapping[str, object] | None = None
