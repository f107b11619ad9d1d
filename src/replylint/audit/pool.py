"""Judges chunks in worker processes and gives them back in order, whatever happens to a worker."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from .judge import Judge
from .order import Item, Wants
from .rows import Chunk

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from ..api.linter import Linter
    from ..pii import Public

_AHEAD = 3  # chunks a worker that are read before they are needed
_LOOK = 2.0  # seconds between two looks whether the one who started a worker is still there
DIED = "the process that checked it ended (out of memory, or a fault of a library)"


class Task(NamedTuple):
    """Conversations to judge together, and whatever the caller wants back with them."""

    items: Sequence[Item]
    with_it: Any = None


class Making(NamedTuple):
    """What a judge is made of; it travels to the workers."""

    linter: Linter
    wants: Wants
    public: Public

    def __call__(self) -> Judge:
        return Judge(self.linter, self.wants, self.public)


def judged(tasks: Iterable[Task], making: Making, jobs: int = 1) -> Iterator[tuple[Chunk, Any]]:
    """The chunks in the order of the tasks, with what came with each. Memory holds a few."""
    if jobs < 2:
        judge = making()
        for task in tasks:
            yield judge.chunk(task.items), task.with_it
        return
    yield from _Workers(making, jobs).run(tasks)


class _Workers:
    def __init__(self, making: Making, jobs: int) -> None:
        self._making = making
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Chunk, Any]]:
        """Effect: starts processes, and ends them however this ends."""
        waiting: deque[tuple[Task, Future[Chunk]]] = deque()
        try:
            for task in tasks:
                waiting.append((task, self._submit(task.items)))
                if len(waiting) >= self._jobs * _AHEAD:
                    yield self._next(waiting)
            while waiting:
                yield self._next(waiting)
        finally:
            self._end()

    def _started(self, jobs: int) -> ProcessPoolExecutor:
        from concurrent.futures import ProcessPoolExecutor

        return ProcessPoolExecutor(jobs, initializer=_begin, initargs=(self._making,))

    def _submit(self, items: Sequence[Item]) -> Future[Chunk]:
        from concurrent.futures.process import BrokenProcessPool

        if self._pool is None:
            self._pool = self._started(self._jobs)
        try:
            return self._pool.submit(_work, items)
        except BrokenProcessPool:  # broke since; whoever waits for it will find out
            self._end()
            return self._submit(items)

    def _next(self, waiting: deque[tuple[Task, Future[Chunk]]]) -> tuple[Chunk, Any]:
        from concurrent.futures.process import BrokenProcessPool

        task, future = waiting.popleft()
        try:
            return future.result(), task.with_it
        except BrokenProcessPool:
            # One of the tasks in flight killed a worker, and the pool with it. This one is done
            # conversation by conversation; the others are handed in again.
            self._end()
            chunk = self._one_by_one(task.items)
            waiting_again = [(each, self._submit(each.items)) for each, _ in waiting]
            waiting.clear()
            waiting.extend(waiting_again)
            return chunk, task.with_it

    def _one_by_one(self, items: Sequence[Item]) -> Chunk:
        from concurrent.futures.process import BrokenProcessPool

        parts: list[Chunk] = []
        alone: ProcessPoolExecutor | None = None
        for item in items:
            if alone is None:
                alone = self._started(1)
            try:
                parts.append(alone.submit(_work, [item]).result())
            except BrokenProcessPool:
                alone.shutdown(wait=False)
                alone = None
                parts.append(Chunk([self._making().failed(item, DIED)]))
        if alone is not None:
            alone.shutdown()
        return joined(parts)

    def _end(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


def joined(chunks: Sequence[Chunk]) -> Chunk:
    """Chunks as one."""
    fields: list[Any] = [[row for chunk in chunks for row in chunk[n]] for n in range(len(Chunk()))]
    return Chunk(*fields)


_judge: Judge | None = None  # of this worker process


def _begin(making: Making) -> None:
    global _judge  # noqa: PLW0603 - a worker process has nowhere else to keep it
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who started it decides
    threading.Thread(target=_leave_with, args=(os.getppid(),), daemon=True).start()
    _judge = making()


def _leave_with(parent: int) -> None:
    """Effect: end this worker when the process that started it was killed; nobody else would."""
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)


def _work(items: Sequence[Item]) -> Chunk:
    assert _judge is not None
    return _judge.chunk(items)
