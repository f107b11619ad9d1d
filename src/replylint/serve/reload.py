"""Loads rules anew while the old ones answer: when told to, or when a file of theirs changed.

What takes seconds, compiling packs, is done by a process of its own that leaves them in the cache;
here they are only read. Wrong rules or settings change nothing: the old ones stay.
"""

from __future__ import annotations

import asyncio
import gc
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

from ..api.rulesets import compiled_packs
from ..errors import ReplylintError
from ..rules.find import locate
from ..rules.sources import yaml_files
from .desk import Desk
from .door import LOG, fault

if TYPE_CHECKING:
    from ..config import Config, Settings
    from .app import Server

PAUSE = 1.0  # seconds between two looks at the files

# Rules are loaded in one thread, the first ones too: each has memory of its own that it keeps.
LOADER = ThreadPoolExecutor(1, thread_name_prefix="replylint-load")

_Made = TypeVar("_Made")
Stamps = dict[str, tuple[int, int]]  # of every path: time of change in nanoseconds, size


class Reloader:
    """Reloads a server's rules. ``load`` reads the settings anew."""

    def __init__(self, server: Server, load: Callable[[], Config]) -> None:
        self._server = server
        self._load = load
        self._running: asyncio.Task[None] | None = None
        self._again = False
        self.loading = False  # in the thread, whether or not anybody still waits for it

    def ask(self) -> None:
        """Effect: reload. Asked for during a reload, another follows: no change is missed."""
        if self.busy:
            self._again = True
            return
        self._running = asyncio.get_running_loop().create_task(self._reload())

    @property
    def busy(self) -> bool:
        """Whether a reload is under way."""
        return self._running is not None and not self._running.done()

    async def watch(self) -> None:
        """Effect: reload whenever settings, packs or term bases change; until cancelled."""
        seen = await self._aside(self._look)
        while True:
            await asyncio.sleep(PAUSE)
            now = await self._aside(self._look)
            if now != seen:
                seen = now
                self.ask()

    async def _reload(self) -> None:
        while True:
            self._again = False
            try:
                desk = await self._aside(self._made)
            except ReplylintError as error:
                self._server.refuse()
                LOG.error("not reloaded, the rules from before stay: %s", error)
            except Exception as error:
                self._server.refuse()
                LOG.error("not reloaded, the rules from before stay: %s", fault(error, "reload"))
            else:
                self._server.exchange(desk)
                settle()
                LOG.info("reloaded: %d rules", len(desk.ruleset().rules))
            if not self._again:
                return

    async def _aside(self, work: Callable[[], _Made]) -> _Made:
        return await asyncio.get_running_loop().run_in_executor(LOADER, work)

    def _made(self) -> Desk:
        self.loading = True
        try:
            return self._desk()
        finally:
            self.loading = False

    def _desk(self) -> Desk:
        config = self._load()
        settings = config.settings()
        if settings.cache:
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
                pool.submit(_compile, settings).result()
        return Desk(config)

    def _look(self) -> Stamps:
        desk = self._server.desk
        paths = [str(desk.config.path)] if desk.config.path else []
        found: Stamps = {}
        for path in paths:
            try:
                state = os.stat(path)
            except OSError:
                continue
            found[path] = state.st_mtime_ns, state.st_size
        settings = desk.settings
        folders = [*locate("rules", settings.packs), *locate("glossary", settings.glossary)]
        for folder in folders:
            try:
                for path, state in yaml_files(str(folder)):
                    found[path] = state.st_mtime_ns, state.st_size
            except OSError:
                continue
        return found


def settle() -> None:
    """Effect: let go of rules that were, and never look through those that are for rubbish: some
    hundred thousand objects that stay. Holds everything up for a moment."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _compile(settings: Settings) -> None:
    """In a process of its own: compile the packs and leave them in the cache."""
    compiled_packs(settings)
