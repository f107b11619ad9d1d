"""Shows marks to the editor, and beside them what is wrong with settings, packs and ourselves."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from ..errors import ReplylintError
from .buffers import uri_of
from .diagnostics import of_error

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer


class Faults:
    """What every file is marked with: its own findings, and the faults that others met in it.

    A fault of a settings file is marked there, for as long as any open file is judged by it.
    """

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self._own: dict[str, tuple[int, list[types.Diagnostic]]] = {}
        self._met: dict[str, tuple[str, types.Diagnostic]] = {}  # by who met it: where, what
        self._said = ""

    def show(self, uri: str, version: int, found: list[types.Diagnostic]) -> None:
        """Effect: mark a file that could be judged."""
        self._own[uri] = version, found
        was = self._met.pop(uri, None)
        if not self._met:
            self._said = ""
        self._send(uri)
        if was is not None and was[0] != uri:
            self._send(was[0])

    def tell(self, uri: str, error: ReplylintError) -> None:
        """Effect: say why a file could not be judged: once in words, and where the fault is."""
        if str(error) != self._said:
            self._said = str(error)
            self.say(str(error))
        was = self._met.pop(uri, None)
        place = uri
        if error.origin is not None:
            path = Path.cwd() / error.origin.path
            place = uri_of(path) if path.is_file() else uri
        self._own.pop(uri, None)
        self._met[uri] = place, of_error(error)
        for each in {uri, place} | ({was[0]} if was else set()):
            self._send(each)

    def forget(self, uri: str) -> None:
        """Effect: take the marks off a file that was closed."""
        self._own.pop(uri, None)
        was = self._met.pop(uri, None)
        for each in {uri} | ({was[0]} if was else set()):
            self._send(each)

    def say(self, words: str) -> None:
        """Effect: show a message."""
        shown = types.ShowMessageParams(types.MessageType.Error, words)
        self._server.window_show_message(shown)

    def _send(self, uri: str) -> None:
        version, found = self._own.get(uri, (None, []))
        met: list[types.Diagnostic] = []
        for place, each in self._met.values():
            if place == uri and each not in met:
                met.append(each)
        told = types.PublishDiagnosticsParams(uri, [*met, *found], version)
        self._server.text_document_publish_diagnostics(told)


def hush() -> None:
    """Effect: the log of pygls says what happened and never what was in a message."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(_Bare())
    log = logging.getLogger("pygls")
    log.handlers = [handler]
    log.propagate = False


class _Bare(logging.Formatter):
    """The kind of an event and of its exception, without anything that was filled in."""

    def format(self, record: logging.LogRecord) -> str:
        kind = record.exc_info[0] if record.exc_info else None
        failed = f": {kind.__name__}" if kind is not None else ""
        return f"replylint: {str(record.msg).partition('%')[0].strip()}{failed}"
