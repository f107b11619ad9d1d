"""One audit from exports to sums: judged in chunks, kept as they come, resumed after a stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .alias import new_key
from .pool import Making, judged
from .reading import CHUNK, Export, Position, Progressed, tasks
from .rows import Chunk

if TYPE_CHECKING:
    from .reading import Read
    from .store import Run, Store

Tick = Callable[[Position], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What to audit and how. ``making`` is given the key of pseudonyms. ``asked`` (JSON) tells
    whether a stopped run in the store was about the same; ``fails``: the failing severities."""

    exports: Sequence[Export]
    read: Read
    making: Callable[[bytes], Making]
    jobs: int = 1
    asked: str = ""
    fails: Sequence[str] = ("error", "warning")
    lang: str = "en"
    version: str = ""
    messages: int = CHUNK
    afresh: bool = False  # do not go on with a stopped run
    key: bytes | None = None
    tell: Callable[[str], None] = field(default=lambda _: None)  # hears at once what is wrong


class Stopped(KeyboardInterrupt):
    """Interrupted; what was done is kept in the store under number ``run``."""

    def __init__(self, run: int, position: Position) -> None:
        super().__init__()
        self.run = run
        self.position = position


def audit(
    order: Order, add: Callable[[Chunk], None], tick: Tick, store: Store | None
) -> int | None:
    """Effect: judge everything, and give every row to ``add`` once; the number of the run.

    With a store the rows go there first, a chunk and how far it reaches in one transaction, and
    to ``add`` when all is done: whoever goes on with a stopped run loses and repeats nothing.
    Raises Stopped on an interrupt.
    """
    if store is None:
        making = order.making(order.key or new_key())
        for chunk, position in _chunks(order, making, Position()):
            add(chunk)
            tick(position)
        return None
    run = _run(order, store)
    making = order.making(order.key or store.key)
    position = run.position
    tick(position)
    try:
        for chunk, position in _chunks(order, making, run.position):
            store.keep(run.run, chunk, position)
            tick(position)
    except KeyboardInterrupt:
        store.end(run.run, "interrupted")
        raise Stopped(run.run, store.run(run.run).position) from None
    except Exception:
        store.end(run.run, "failed")
        raise
    store.end(run.run, "done")
    for chunk in store.chunks(run.run):
        add(chunk)
    return run.run


def _run(order: Order, store: Store) -> Run:
    """The stopped run to go on with, or a new one."""
    known = None if order.afresh else store.open_run(order.asked)
    if known is not None:
        return known
    return store.begin(order.asked, order.version, " ".join(order.fails), order.lang)


def _chunks(order: Order, making: Making, start: Position) -> Iterator[tuple[Chunk, Position]]:
    work = tasks(order.exports, order.read, start, order.messages, order.tell)
    with closing(judged(work, making, order.jobs)) as chunks:  # type: ignore[type-var]
        for chunk, progressed in chunks:
            assert isinstance(progressed, Progressed)
            yield chunk._replace(unread=progressed.unread), progressed.position
