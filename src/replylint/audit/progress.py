"""How far an audit is: a bar, messages a second and the time left, on a terminal only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import TextIO

from ..report.words import counted
from .reading import Export, Position, read_so_far
from .words import say

_PAUSE = 0.2  # seconds between two lines
_WIDE = 24
_CLEAR = "\r\x1b[K"
_SOON = 1.0  # seconds before anything is said of the time left


class Progress:
    """One line on ``stream``, rewritten in place; nothing where it is no terminal."""

    def __init__(
        self,
        stream: TextIO,
        exports: Sequence[Export],
        lang: str,
        *,
        quiet: bool = False,
        clock: Callable[[], float] = monotonic,
        so_far: Callable[[Export], float | None] = read_so_far,
    ) -> None:
        self._stream = stream
        self._on = not quiet and stream.isatty()
        self._exports = exports
        self._lang = lang
        self._clock = clock
        self._so_far = so_far
        self._start: tuple[float, int, float] | None = None  # when, messages and share then
        self._drawn = float("-inf")
        self._share = 0.0

    def tick(self, position: Position) -> None:
        """Effect: draw how far the run is, if the last line is old enough."""
        if not self._on:
            return
        now = self._clock()
        if self._start is None:
            self._start = (now, position.messages, 0.0)
        if now - self._drawn < _PAUSE:
            return
        self._drawn = now
        self._stream.write(_CLEAR + self._line(now, position))
        self._stream.flush()

    def clear(self) -> None:
        """Effect: take the line away, so that others may write."""
        if self._on and self._drawn > float("-inf"):
            self._stream.write(_CLEAR)
            self._stream.flush()
            self._drawn = float("-inf")

    def _line(self, now: float, position: Position) -> str:
        assert self._start is not None
        begun, before, _ = self._start
        elapsed = now - begun
        share = self._read(position)
        parts = []
        if share is not None:
            full = round(share * _WIDE)
            parts.append(f"{'━' * full}{'─' * (_WIDE - full)} {share:4.0%}")
        parts.append(counted(position.messages, "message", self._lang))
        if elapsed > 0:
            parts.append(f"{(position.messages - before) / elapsed:,.0f}/s")
        if share and share > 0.01 and elapsed > _SOON:
            parts.append(say("left", self._lang, duration(elapsed * (1 - share) / share)))
        return "  ".join(parts)

    def _read(self, position: Position) -> float | None:
        """The share of all bytes that has been read; never less than was said before."""
        total = sum(each.size for each in self._exports)
        if not total:
            return None
        done = sum(each.size for each in self._exports[: position.file])
        if position.file < len(self._exports):
            part = self._so_far(self._exports[position.file])
            if part is None and position.file == 0:
                return None
            done += round((part or 0.0) * self._exports[position.file].size)
        self._share = max(self._share, min(1.0, done / total))
        return self._share


def duration(seconds: float) -> str:
    """
    >>> duration(75), duration(7201)
    ('1:15', '2:00:01')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
