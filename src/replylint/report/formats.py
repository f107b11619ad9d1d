"""One way in to every output format: ``write(format, results, summary, stream, options)``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TextIO

from ..errors import UsageError, did_you_mean
from ..model import FileResult, Summary
from .options import Options

_MODULES = {
    "text": "text",
    "json": "json_v1",
    "jsonl": "jsonl",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "rdjsonl": "rdjsonl",
    "html": "html",
}
FORMATS = tuple(_MODULES)
# Formats with no place for what could not be read or checked: text.write_troubles says it beside.
WITHOUT_TROUBLES = frozenset({"jsonl", "gitlab", "rdjsonl"})


def write(
    format: str,
    results: Iterable[FileResult],
    summary: Callable[[], Summary],
    stream: TextIO,
    options: Options,
) -> None:
    """Effect: write ``results`` to ``stream`` in a format of ``FORMATS``.

    ``results`` are written as they come and let go, except by ``html``; ``summary`` is called once,
    when they are exhausted. Machine formats are UTF-8: open ``stream`` so. Raises UsageError for an
    unknown format, before anything is read or written.
    """
    if format not in _MODULES:
        raise UsageError(
            f'unknown format "{format}"',
            hint=did_you_mean(format, FORMATS) or f"one of: {', '.join(FORMATS)}",
        )
    module = import_module(f".{_MODULES[format]}", __package__)
    module.write(results, summary, stream, options)
