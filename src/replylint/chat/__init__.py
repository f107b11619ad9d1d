"""Chat exports become conversations: one file a format, nothing dropped in silence.

``read`` gives the conversations of an export in its order, and an ``Unread`` for everything that
could not be read; ``sniff`` names the format a file is in, ``formats`` are all that are known.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .nouns import FIELDS, Options, Unread

if TYPE_CHECKING:
    from ..config import Settings
    from ..model import Conversation

__all__ = ["FIELDS", "Options", "Unread", "formats", "options", "read", "sniff"]


def options(settings: Settings, **given: Any) -> Options:
    """The options that settings say; ``given`` are fields of ``Options`` that win unless None."""
    chat = settings.chat
    found: dict[str, Any] = {
        "mapping": dict(chat.mapping),
        "roles": dict(chat.roles),
        "agents": chat.agents,
        "tz": chat.tz,
        "dates": chat.dates,
        "channel": settings.channel,
        "encoding": settings.encoding,
    }
    return Options(**{**found, **{k: v for k, v in given.items() if v is not None}})


def read(path: str | Path, options: Options | None = None) -> Iterator[Conversation | Unread]:
    """The conversations of a file, an archive or a folder, in the order of the export.

    Messages are in order of time, times are aware, ``history`` is None; a message without an id is
    called after its line, ``L12``. ``Message.meta`` holds what the export had besides, ``"kind"``
    for what is no words (``note``, ``photo``, …), ``"body"`` (a ``Body``) where something was
    stripped. Memory is that of the largest conversation for CSV, TSV and JSON Lines.

    Raises InputError for a file that cannot be read or whose roles, columns or dates are open (the
    candidates are listed), UsageError for options that do not fit or a missing extra.
    """
    from .exports import read_path

    return read_path(Path(path), options or Options())


def formats() -> tuple[str, ...]:
    """The names of the formats, as ``Options.format`` takes them."""
    from .exports import FORMATS

    return FORMATS


def sniff(path: str | Path) -> str:
    """The format of a file; of an archive, that of what is in it. Raises InputError."""
    from .exports import sniff_path

    return sniff_path(Path(path))
