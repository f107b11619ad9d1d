"""A reply that is still being written, let go piece by piece as soon as it is sure.

The text is looked at where a clause has ended. What no rule can make part of a finding any more
goes out at once; the tail waits until it is sure, or until a bound lets it go. Where a look takes
place depends on the text alone: however it was chopped up, the same goes out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..model import Decision, Finding, Incomplete, Message, Result
from .release import Judge, Lint, Pressure

if TYPE_CHECKING:
    from ..config.settings import Streaming

_STRIDE = 8  # code points between two looks inside a long clause
_WINDOW = 1200  # code points: the beginning of a longer text is looked at again on close only
_NONE = Pressure()
_MARKS = frozenset('，。！？；：、…—～,.!?;:~|)）】」』”"\n\r')


class Stream:
    """Made by ``Linter.stream()``; for one reply, and for one thread at a time.

    ``received`` is what was fed, ``held`` the end of it that waits. ``applied`` are the rules whose
    fixes are in ``text``. ``blocked``: something was met that must not be sent, and nothing is
    released any more.
    """

    def __init__(
        self,
        message: Message,
        lint: Lint,
        judge: Judge,
        bounds: Streaming,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._message = message
        self._lint = lint
        self._judge = judge
        self._bounds = bounds
        self._clock = clock
        self._stride = min(_STRIDE, max(1, bounds.max_chars // 4)) if bounds.max_chars else _STRIDE
        self._before = ""  # the end of what was released, still looked at
        self._arrived: deque[tuple[int, float]] = deque()
        self._after_mark = False
        self._judged: Result | None = None
        self._released: list[str] = []
        self.received = ""
        self.held = ""
        self.applied: tuple[str, ...] = ()
        self.blocked = False
        self.closed = False

    @property
    def text(self) -> str:
        """What was released so far."""
        return "".join(self._released)

    @property
    def result(self) -> Result:
        """What the rules say of everything that was fed, as it was fed."""
        if self._judged is None or self._judged.message.text is not self.received:
            self._judged = self._lint(replace(self._message, text=self.received), None)
        return self._judged

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of everything that was fed; their offsets count in ``received``."""
        return self.result.findings

    @property
    def incomplete(self) -> tuple[Incomplete, ...]:
        """What could not be checked of everything that was fed."""
        return self.result.incomplete

    @property
    def decision(self) -> Decision:
        """What the policy says of everything that was fed; ``block`` once the stream is blocked.

        What was released may be better (it was rewritten) or worse (a bound let it go).
        """
        return Decision.BLOCK if self.blocked else self.result.decision

    @property
    def remaining(self) -> tuple[Finding, ...]:
        """The findings of what was released; their offsets count in ``text``."""
        return self._lint(replace(self._message, text=self.text), None).findings

    @property
    def waits(self) -> float | None:
        """Seconds until the oldest held character has waited too long; None: nothing will."""
        if not self._arrived or self.blocked or not self._bounds.max_seconds:
            return None
        return max(0.0, self._arrived[0][1] + self._bounds.max_seconds - self._clock())

    def feed(self, chunk: str) -> str:
        """Take the next piece of the reply; what may be sent now, often nothing.

        ``feed("")`` only looks whether something has waited too long. Raises UsageError once the
        stream is closed.
        """
        if self.closed:
            raise UsageError("the stream is closed", hint="make one stream a reply")
        if self.blocked:
            self.received += chunk
            self.held += chunk
            return ""
        said = len(self._released)
        start = 0
        for end, edge in list(self._looks(chunk)):
            self._take(chunk[start:end])
            start = end
            pressure = self._pressure()
            if not self.blocked and (edge or pressure is not _NONE):
                self._look(pressure)
        self._take(chunk[start:])
        if self.waits == 0:
            self._look(Pressure(len(self.held), act=True))
        return "".join(self._released[said:])

    def close(self) -> str:
        """Nothing follows: what is left and may be sent. Closing twice says nothing more."""
        said = len(self._released)
        if not self.closed and not self.blocked and self.held:
            self._look(Pressure(len(self.held), act=True, whole=True))
        self.closed = True
        return "".join(self._released[said:])

    def through(self, chunks: Iterable[str]) -> Iterator[str]:
        """What may be sent of a reply that comes in ``chunks``, never an empty piece."""
        for chunk in chunks:
            if released := self.feed(chunk):
                yield released
        if released := self.close():
            yield released

    async def athrough(self, chunks: AsyncIterable[str]) -> AsyncIterator[str]:
        """The same for chunks that come in their own time; what waits too long goes out without
        waiting for the next one."""
        import asyncio

        coming = aiter(chunks)
        task: asyncio.Future[str] | None = None
        try:
            while True:
                if task is None:
                    task = asyncio.ensure_future(anext(coming))
                done, _ = await asyncio.wait({task}, timeout=self.waits)
                chunk = ""
                if done:
                    finished, task = task, None
                    try:
                        chunk = finished.result()
                    except StopAsyncIteration:
                        break
                if released := self.feed(chunk):
                    yield released
            if released := self.close():
                yield released
        finally:
            if task is not None:
                task.cancel()

    def _looks(self, chunk: str) -> Iterator[tuple[int, bool]]:
        """The ends of the pieces of a chunk after which to look, and whether a clause may have
        ended before their last character."""
        begun = len(self.received)
        for end, char in enumerate(chunk, 1):
            if char in _MARKS:
                self._after_mark = True
            elif self._after_mark and not char.isspace():
                self._after_mark = False
                yield end, True
                continue
            if not (begun + end) % self._stride:
                yield end, False

    def _pressure(self) -> Pressure:
        bounds, waiting = self._bounds, len(self.held)
        least = waiting - bounds.max_chars + self._stride if bounds.max_chars else 0
        act = 0 < bounds.max_offence_chars <= waiting + self._stride
        return Pressure(max(least, 0), act) if act or least > 0 else _NONE

    def _take(self, piece: str) -> None:
        if piece:
            self.received += piece
            self.held += piece
            self._arrived.append((len(self.received), self._clock()))

    def _look(self, pressure: Pressure) -> None:
        at = len(self._before)
        message = replace(self._message, text=self._before + self.held)
        released = self._judge.look(message, at, pressure)
        self.blocked = released.blocked
        self.applied += tuple(rule for rule in released.applied if rule not in self.applied)
        self.held = self.held[released.taken :]
        while self._arrived and self._arrived[0][0] <= len(self.received) - len(self.held):
            self._arrived.popleft()
        if released.words:
            self._released.append(released.words)
            self._before = _end(self._before + released.words)


def _end(text: str) -> str:
    """The end of a text that is still looked at, from the beginning of a sentence."""
    if len(text) <= _WINDOW:
        return text
    most = len(text) - _WINDOW // 2
    return text[max(text.rfind(mark, 0, most) for mark in "。！？!?\n") + 1 or most :]
