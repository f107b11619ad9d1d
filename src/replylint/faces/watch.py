"""Runs a check again whenever one of its files has changed, until it is interrupted."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from time import sleep

Stamps = Mapping[str, tuple[int, int]]  # of every path: time of change in nanoseconds, size

PAUSE = 0.3  # seconds between two looks


def stamps(paths: Iterable[str]) -> Stamps:
    """When each file was changed last; a file that is gone is left out."""
    found: dict[str, tuple[int, int]] = {}
    for path in paths:
        try:
            state = os.stat(path)
        except OSError:
            continue
        found[path] = state.st_mtime_ns, state.st_size
    return found


def watch(
    run: Callable[[], int],
    look: Callable[[], Stamps],
    pause: Callable[[float], None] | None = None,
) -> int:
    """Effect: ``run`` now and after every change that ``look`` sees; Ctrl-C ends it.

    Gives the exit code of the last run. The files are looked at before they are read, so that a
    change made meanwhile is not missed.
    """
    code = 0
    try:
        while True:
            seen = look()
            code = run()
            while look() == seen:
                (pause or sleep)(PAUSE)
    except KeyboardInterrupt:
        return code
