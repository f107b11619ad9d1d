"""Where the linting is done: short messages at once in the loop, long ones and batches beside it.

Linting is work for the processor and holds the interpreter. A short message takes less than handing
it to a thread and back. Many messages are done in the loop too, with a turn for everybody else
between any two. Only what takes long by itself goes to a thread, so that the loop still answers.
Measured: docs/http.md.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from time import perf_counter
from typing import Any, TypeVar

from starlette.requests import ClientDisconnect, Request

from .desk import Deadline, HeavyError

INLINE = 500  # code points of a message that is linted in the loop
_TURN = 0.002  # seconds of the loop's time a batch takes at once
_POLL = 0.2  # seconds between two looks whether the client still waits

_Answer = TypeVar("_Answer")


class Bench:
    """Runs the work of requests."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._busy = 0
        self._threads = ThreadPoolExecutor(2, thread_name_prefix="replylint")

    def deadline(self) -> Deadline:
        """For a request that begins now."""
        return Deadline(self._seconds)

    async def one(
        self, request: Request, size: int, work: Callable[[Deadline | None], _Answer]
    ) -> _Answer:
        """Do what one message of ``size`` code points asks for.

        Raises TroubleError ``out_of_time`` and ClientDisconnect.
        """
        if size <= INLINE:
            with suppress(HeavyError):
                return work(None)
        deadline = self.deadline()
        running = asyncio.get_running_loop().run_in_executor(self._threads, work, deadline)
        self._busy += 1
        try:
            while not running.done():
                await asyncio.wait([running], timeout=_POLL)
                if not running.done():
                    deadline.check()
                    if await request.is_disconnected():
                        raise ClientDisconnect
            return running.result()
        finally:
            deadline.dropped = True
            running.add_done_callback(self._done)

    def _done(self, future: asyncio.Future[Any]) -> None:
        """Effect: take note of how work ended, so that nobody complains of what was dropped."""
        self._busy -= 1
        if not future.cancelled():
            future.exception()

    async def many(
        self, request: Request, sizes: list[int], work: Callable[[int, Deadline | None], _Answer]
    ) -> list[_Answer]:
        """Do what each of many messages asks for, in order: ``work`` is given its number.

        All or nothing. Raises as ``one`` does.
        """
        deadline = self.deadline()
        done: list[_Answer] = []
        turn = looked = perf_counter()
        for number, size in enumerate(sizes):
            deadline.check()
            done.append(await self.one(request, size, partial(work, number)))
            now = perf_counter()
            if now - turn > _TURN:
                await asyncio.sleep(0)
                turn = perf_counter()
            if now - looked > _POLL:
                looked = now
                if await request.is_disconnected():
                    raise ClientDisconnect
        return done

    def close(self) -> bool:
        """Effect: take no more work. Whether a thread is still at some."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        return self._busy > 0
