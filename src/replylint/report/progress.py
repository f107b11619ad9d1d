"""How far a long run is: rate and time left on a terminal, nothing anywhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import TextIO

from ..model import FileResult
from .words import counted, words

_QUIET = 1.0  # seconds before the first line: short work needs none
_PAUSE = 0.2  # seconds between two lines
_CLEAR = "\r\x1b[K"


class Progress:
    """One line on ``stream``, rewritten in place while results pass through.

    ``total`` is the number of sources to come, None when unknown. The line is cleared before a
    result is handed on, so that a report may write to the same terminal. Does nothing when
    ``stream`` is not a terminal. ``clock`` gives seconds.
    """

    __slots__ = ("_clock", "_done", "_drawn", "_lang", "_messages", "_start", "_stream", "_total")

    def __init__(
        self,
        stream: TextIO,
        total: int | None = None,
        lang: str = "en",
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._stream = stream
        self._total = total
        self._lang = lang
        self._clock = clock
        self._done = self._messages = 0
        self._start = clock()
        self._drawn: float | None = None

    def through(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """The same results; Effect: draws while the next one is awaited."""
        if not self._stream.isatty():
            yield from results
            return
        try:
            for result in results:
                self._done += 1
                self._messages += result.messages
                if result.findings or result.errors or result.incomplete:
                    self._clear()
                yield result
                self._draw()
        finally:
            self._clear()

    def _draw(self) -> None:
        now = self._clock()
        due = self._start + _QUIET if self._drawn is None else self._drawn + _PAUSE
        if now >= due:
            self._stream.write(_CLEAR + self._line(now - self._start))
            self._stream.flush()
            self._drawn = now

    def _line(self, elapsed: float) -> str:
        parts = [
            counted(self._messages, "message", self._lang),
            f"{self._messages / elapsed:,.0f}/s",
        ]
        if self._total:
            parts.insert(0, f"{self._done:,}/{self._total:,}")
            left = elapsed / self._done * (self._total - self._done)
            parts.append(words(self._lang).left.format(_duration(left)))
        return " · ".join(parts)

    def _clear(self) -> None:
        if self._drawn is not None:
            self._stream.write(_CLEAR)
            self._stream.flush()


def _duration(seconds: float) -> str:
    """
    >>> _duration(75), _duration(7201)
    ('1:15', '2:00:01')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
