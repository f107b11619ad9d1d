"""Runs the server until it is told to stop: SIGTERM drains it, SIGHUP loads the rules anew."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING

import uvicorn

from ..errors import UsageError
from .app import Server
from .desk import Desk
from .door import LOG
from .reload import LOADER, Reloader, settle

if TYPE_CHECKING:
    from ..config import Config

_SWITCH = 0.001  # seconds a thread that lints keeps the interpreter while the loop waits for it
_BACKLOG = 2048


def run(load: Callable[[], Config], *, watch: bool = False, tell: bool = False) -> int:
    """Effect: serve until a signal; the exit code.

    ``load`` reads the settings, now and on every reload. ``watch``: reload when files change;
    ``tell``: a line in the log for every request, without what it held. Raises what settings, packs
    and terms raise, and UsageError for an address that cannot be had.
    """
    _log()
    if hasattr(signal, "SIGHUP"):  # until there is something to load anew it means nothing
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    config = load()
    gc.set_threshold(100_000, 20, 100)
    server = Server(LOADER.submit(Desk, config).result(), tell=tell)
    settle()
    sys.setswitchinterval(_SWITCH)
    limits = server.limits
    listening = _listen(limits.host, limits.port)
    _warn(server, limits.host)
    reloader = Reloader(server, load)
    running = Running(server, reloader, watch=watch)
    with listening:
        running.run(sockets=[listening])
    if server.bench.close() or reloader.loading:
        sys.stderr.flush()
        os._exit(0)  # the interpreter would wait for a thread that nobody waits for
    return 0


class Running(uvicorn.Server):
    """uvicorn, with our signals and our words."""

    def __init__(self, server: Server, reloader: Reloader, *, watch: bool = False) -> None:
        limits = server.limits
        super().__init__(
            uvicorn.Config(
                server.app(),
                log_config=None,
                access_log=False,  # its lines hold addresses, and those may hold text
                lifespan="off",
                server_header=False,
                timeout_keep_alive=15,
                timeout_graceful_shutdown=max(1, round(limits.drain)),
                backlog=_BACKLOG,
            )
        )
        self._reloader = reloader
        self._watch = watch

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for each in sockets or []:
            host, port = each.getsockname()[:2]
            host = f"[{host}]" if ":" in host else host
            LOG.info("replylint serves on http://%s:%d (Ctrl-C stops it)", host, port)

    async def main_loop(self) -> None:
        loop = asyncio.get_running_loop()
        if hasattr(signal, "SIGHUP"):
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(signal.SIGHUP, self._reloader.ask)
        watching = loop.create_task(self._reloader.watch()) if self._watch else None
        try:
            await super().main_loop()
        finally:
            if watching is not None:
                watching.cancel()

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """As uvicorn's, but a drained server has done what it was told: exit code 0."""
        with super().capture_signals():
            try:
                yield
            finally:
                self._captured_signals.clear()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Of a socket that says it is TCP asyncio turns Nagle's algorithm off; else each answer, which
    # is written in two parts, waits 40 ms for the client's acknowledgement.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere it lets others take the port over
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen(_BACKLOG)
        return made
    except (OSError, OverflowError) as error:
        made.close()
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(
            f"cannot listen on {host}:{port}: {reason}", hint="--port chooses another"
        ) from None


def _warn(server: Server, host: str) -> None:
    if not server.keys and host not in ("127.0.0.1", "::1", "localhost"):
        LOG.warning("whoever reaches %s may ask: set serve.keys", host)


class _Lines(logging.Formatter):
    """One line each, and of an exception its kind alone: its words may be a customer's."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(message)s", "%Y-%m-%dT%H:%M:%S%z")

    def formatException(self, ei: object) -> str:  # noqa: N802
        kind = ei[0] if isinstance(ei, tuple) else None
        return f"({kind.__name__})" if isinstance(kind, type) else ""


class _NoWords(logging.Filter):
    """Of what libraries log of failures only that they did: asyncio prints exceptions whole."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info:
            kind = record.exc_info[0]
            record.msg = f"{record.name}: {kind.__name__ if kind else 'failure'}"
            record.args = ()
            record.exc_info = None
        return True


def _log() -> None:
    """Effect: our lines, and warnings of what we run on, to standard error."""
    lines = logging.StreamHandler(sys.stderr)
    lines.setFormatter(_Lines())
    lines.addFilter(_NoWords())
    for name, level in (("replylint.serve", "INFO"), ("uvicorn.error", "WARNING"),
                        ("asyncio", "WARNING")):  # fmt: skip
        logger = logging.getLogger(name)
        logger.handlers = [lines]
        logger.setLevel(level)
        logger.propagate = False
