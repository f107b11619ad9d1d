"""Files as replies: what a reader will see, where it stands, and how a change of it is written."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from ...errors import UsageError, did_you_mean
from ..offsets import Lines
from .model import Comment, Document, Options, Segment
from .pieces import Piece
from .places import BrokenError
from .sniff import SUFFIXES, by_name, sniff, suffixes

__all__ = [
    "Comment",
    "Document",
    "Options",
    "Piece",
    "Segment",
    "by_name",
    "formats",
    "parse",
    "sniff",
    "suffixes",
]

# The module that reads a format, where it has another name.
_MODULES = {"text": "plain"}


def formats() -> tuple[str, ...]:
    """The names of the formats that can be read."""
    return tuple(SUFFIXES)


def parse(text: str, format: str, options: Options | None = None) -> Document:
    """The replies and comments of ``text``, a decoded file without byte order mark.

    Raises InputError with line and column when it is not in ``format``, UsageError when there is no
    such format or way to split.
    """
    options = options or Options()
    if format not in SUFFIXES:
        hint = did_you_mean(format, SUFFIXES) or f"write one of {', '.join(SUFFIXES)}"
        raise UsageError(f'there is no format "{format}"', hint=hint)
    module = import_module(f".{_MODULES.get(format, format)}", __name__)
    read: Callable[[str, Options], Document] = module.parse
    try:
        return read(text, options)
    except BrokenError as broken:
        raise broken.placed(Lines(text), options, len(text)) from None
