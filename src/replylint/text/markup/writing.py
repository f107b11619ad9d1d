"""Writes a change into a file, and makes sure that it will be read as what was meant."""

from __future__ import annotations

import re
from typing import Protocol

from .model import Encode
from .pieces import Spelling, Spot

# Reading all of a text anew for each change of it is too slow in one of many megabytes. There, what
# cannot mean anything to any format is still written, and nothing else.
_LONG = 1 << 16
_AFTER = 200
_TAME = re.compile(r"[A-Za-z0-9\u3400-\u9fff，。！？；：、（）《》“”]*+")


class UnreadableError(Exception):
    """A piece of a file is not what its style allows."""


class Style(Protocol):
    """A way to write a text in a file, quotes and all."""

    def read(self, source: str, start: int, end: int) -> Spelling:
        """What ``source[start:end]`` says; raises UnreadableError."""

    def write(self, new: str, raw: str) -> str | None:
        """``new`` to stand within ``raw``, a text written in this style; None when it cannot.

        A style with ``runs_on`` has no closing mark: what follows it must be seen to be left out.
        """


def rewriting(source: str, start: int, end: int, style: Style, text: str) -> Encode:
    """Changes of ``text``, which is written in ``style`` as ``source[start:end]``."""

    def encode(spot: Spot, new: str) -> str | None:
        if end - start > _LONG:
            around = source[max(spot.file_start - 1, start) : min(spot.file_end + 1, end)]
            return new if is_tame(around, new) else None
        raw = source[start:end]
        written = style.write(new, raw)
        if written is None:
            return None
        rest = source[spot.file_end : end + (_AFTER if getattr(style, "runs_on", False) else 0)]
        changed = raw[: spot.file_start - start] + written + rest
        try:
            said = style.read(changed, 0, len(changed)).text
        except UnreadableError:
            return None
        return written if said == text[: spot.start] + new + text[spot.end :] else None

    return encode


def is_tame(around: str, new: str) -> bool:
    """Whether ``new`` in place of ``around``, but for its edges, means itself in every format."""
    return bool(new and _TAME.fullmatch(new) and _TAME.fullmatch(around))


def fixed(spot: Spot, new: str) -> str | None:
    """Nothing can be changed here."""
    return None
