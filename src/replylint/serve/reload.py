"""Loads rules anew while the old ones answer: when told to, or when a file of theirs changed.

What takes seconds, compiling packs, is done by a process of its own that leaves them in the cache;
here they are only read. Wrong rules or settings change nothing: the old ones stay.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

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

Stamps = dict[str, tuple[int, int]]  # of every path: time of change in nanoseconds, size


class Reloader:
    """Reloads a server's rules. ``load`` reads the settings anew."""

    def __init__(self, server: Server, load: Callable[[], Config]) -> None:
        self._server = server
        self._load = load
        self._running: asyncio.Task[None] | None = None
        self._again = False

    def ask(self) -> None:
        """Effect: reload. Asked for during a reload, another follows: no change is missed."""
        if self._running is not None and not self._running.done():
            self._again = True
            return
        self._running = asyncio.get_running_loop().create_task(self._reload())

    async def done(self) -> None:
        """Wait until no reload is under way."""
        while self._running is not None and not self._running.done():
            await asyncio.wait([self._running])

    async def watch(self) -> None:
        """Effect: reload whenever settings, packs or term bases change; until cancelled."""
        seen = await asyncio.to_thread(self._look)
        while True:
            await asyncio.sleep(PAUSE)
            now = await asyncio.to_thread(self._look)
            if now != seen:
                seen = now
                self.ask()

    async def _reload(self) -> None:
        while True:
            self._again = False
            try:
                desk = await asyncio.to_thread(self._made)
            except ReplylintError as error:
                self._server.refuse()
                LOG.error("not reloaded, the rules from before stay: %s", error)
            except Exception as error:
                self._server.refuse()
                LOG.error("not reloaded, the rules from before stay: %s", fault(error, "reload"))
            else:
                self._server.exchange(desk)
                LOG.info("reloaded: %d rules", len(desk.ruleset().rules))
            if not self._again:
                return

    def _made(self) -> Desk:
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


def _compile(settings: Settings) -> None:
    """In a process of its own: compile the packs and leave them in the cache."""
    compiled_packs(settings)
