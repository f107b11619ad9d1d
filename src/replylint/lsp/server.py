"""The server itself: keeps what is open, waits while somebody types, and answers for it.

The loop thread keeps the texts and sends everything; one other thread does the judging. What was
judged is only shown while it is still the newest version, so marks never go back in time.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from .. import __version__
from ..errors import ReplylintError, fault
from .actions import KINDS, Offers
from .buffers import UNITS, Buffer, path_of
from .desk import Desk, Judged
from .diagnostics import diagnostics
from .faults import Faults, hush
from .hover import hover
from .options import Options, options
from .words import said

_Params = TypeVar("_Params")
_WATCHED = ("**/replylint.toml", "**/pyproject.toml", "**/*.yaml", "**/*.yml", "**/*.jsonl")


class _Server(LanguageServer):
    """Says of its own faults what they are, never what was in the message."""

    def report_server_error(self, error: Exception, source: Any) -> None:
        text = said("fault", "en", fault(error))
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, text))


class Service:
    """One editor's session. ``config`` and ``settings`` are what the command line said."""

    def __init__(self, config: Path | None, settings: Mapping[str, object]) -> None:
        self._options = Options(config=config, settings=settings)
        self._server = _Server("replylint", __version__)
        self._worker = ThreadPoolExecutor(1, "replylint")
        self._open: dict[str, Buffer] = {}
        self._due: dict[str, asyncio.Task[None]] = {}
        self._judged: dict[str, Judged | None] = {}  # of the newest version, by URI
        self._round = 0  # how often everything had to be judged anew
        self._desk = Desk()
        self._locale: str | None = None
        self._wait = self._options.debounce
        self._faults = Faults(self._server)
        self._register()

    def run(self) -> None:
        """Effect: serve on standard input and output until the editor says that it is done.

        pygls closes what it is given, and whatever else would print must not reach the editor.
        """
        hush()
        with (
            open(os.dup(sys.stdin.fileno()), "rb") as stdin,
            open(os.dup(sys.stdout.fileno()), "wb") as stdout,
            contextlib.redirect_stdout(sys.stderr),
        ):
            try:
                self._server.start_io(stdin, stdout)
            finally:
                self._worker.shutdown(cancel_futures=True)

    def _register(self) -> None:
        notices: dict[str, Callable[[Any], None]] = {
            types.INITIALIZE: self._initialize,
            types.TEXT_DOCUMENT_DID_OPEN: self._opened,
            types.TEXT_DOCUMENT_DID_CHANGE: self._changed,
            types.TEXT_DOCUMENT_DID_CLOSE: self._closed,
            types.TEXT_DOCUMENT_DID_SAVE: self._saved,
            types.WORKSPACE_DID_CHANGE_WATCHED_FILES: self._moved,
            types.WORKSPACE_DID_CHANGE_CONFIGURATION: self._configured,
        }
        for name, notice in notices.items():
            self._server.feature(name)(self._told(notice))
        requests: dict[str, tuple[Callable[[Any], Awaitable[Any]], Any]] = {
            types.INITIALIZED: (self._watch, None),
            types.TEXT_DOCUMENT_HOVER: (self._hover, None),
            types.CODE_ACTION_RESOLVE: (self._resolve, None),
            types.TEXT_DOCUMENT_CODE_ACTION: (
                self._actions,
                types.CodeActionOptions(code_action_kinds=KINDS, resolve_provider=True),
            ),
        }
        for name, (request, how) in requests.items():
            self._server.feature(name, how)(self._asked(request))

    # What the editor tells.

    def _initialize(self, params: types.InitializeParams) -> None:
        self._locale = params.locale
        self._set_up(params.initialization_options)

    def _configured(self, params: types.DidChangeConfigurationParams) -> None:
        given = params.settings
        if isinstance(given, Mapping) and isinstance(given.get("replylint"), Mapping):
            self._set_up(given["replylint"])
            self._check_all()

    def _set_up(self, given: object) -> None:
        try:
            now = options(given, self._options)
        except ReplylintError as error:
            self._faults.say(str(error))
            return
        speaks = self._locale and ("zh" if self._locale.lower().startswith("zh") else "en")
        self._wait = now.debounce
        self._desk = Desk(now.config, now.settings, speaks)

    def _opened(self, params: types.DidOpenTextDocumentParams) -> None:
        told = params.text_document
        encoding = self._server.server_capabilities.position_encoding
        unit = UNITS[types.PositionEncodingKind(encoding or types.PositionEncodingKind.Utf16)]
        self._take(Buffer(told.uri, told.language_id, told.version, told.text, unit), wait=False)

    def _changed(self, params: types.DidChangeTextDocumentParams) -> None:
        told = params.text_document
        known = self._open.get(told.uri)
        if known is not None:
            self._take(known.changed(told.version, params.content_changes), wait=True)

    def _closed(self, params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        self._open.pop(uri, None)
        self._judged.pop(uri, None)
        if task := self._due.pop(uri, None):
            task.cancel()
        self._faults.forget(uri)

    def _saved(self, params: types.DidSaveTextDocumentParams) -> None:
        self._look_at([params.text_document.uri])

    def _moved(self, params: types.DidChangeWatchedFilesParams) -> None:
        self._look_at([change.uri for change in params.changes])

    def _look_at(self, uris: list[str]) -> None:
        """Judge everything anew when one of the files says how."""
        paths = [path for uri in uris if (path := path_of(uri)) is not None]
        if self._desk.concerns(paths):
            self._worker.submit(self._desk.forget)
            self._check_all()

    # Judging.

    def _take(self, buffer: Buffer, *, wait: bool) -> None:
        self._open[buffer.uri] = buffer
        self._judged.pop(buffer.uri, None)
        self._check(buffer.uri, self._wait if wait else 0)

    def _check_all(self) -> None:
        self._round += 1
        self._judged.clear()
        for uri in self._open:
            self._check(uri, 0)

    def _check(self, uri: str, wait: float) -> None:
        if task := self._due.pop(uri, None):
            task.cancel()
        self._due[uri] = asyncio.get_running_loop().create_task(self._look(uri, wait))

    async def _look(self, uri: str, wait: float) -> None:
        """Effect: show what is said of the newest version, unless it is not the newest any more."""
        await asyncio.sleep(wait)
        try:
            judged = await self._current(uri)
        except ReplylintError as error:
            if uri in self._open:
                self._faults.tell(uri, error)
            return
        except Exception as error:
            self._faults.say(said("fault", "en", fault(error)))
            return
        buffer = self._open.get(uri)
        if buffer is None or (judged is not None and judged.buffer is not buffer):
            return
        found = diagnostics(judged) if judged else []
        self._faults.show(uri, buffer.version, found)

    async def _current(self, uri: str) -> Judged | None:
        """The newest version, judged. None when there is nothing to say of the file."""
        while (buffer := self._open.get(uri)) is not None:
            if uri in self._judged:
                return self._judged[uri]
            round = self._round
            judged = await self._on_worker(partial(self._judge, buffer, self._desk))
            if self._open.get(uri) is buffer and self._round == round:
                self._judged[uri] = judged
                return judged
        return None

    def _judge(self, buffer: Buffer, desk: Desk) -> Judged | None:
        stale = self._open.get(buffer.uri) is not buffer
        return None if stale else desk.judge(buffer)

    async def _on_worker(self, work: Callable[[], _Params]) -> _Params:
        return await asyncio.get_running_loop().run_in_executor(self._worker, work)

    # What the editor asks.

    async def _watch(self, _: types.InitializedParams) -> None:
        told = self._server.client_capabilities.workspace
        able = told and told.did_change_watched_files
        if able and able.dynamic_registration:
            watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
            how = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            name = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            wish = types.Registration("replylint-settings", name, how)
            await self._server.client_register_capability_async(types.RegistrationParams([wish]))

    async def _hover(self, params: types.HoverParams) -> types.Hover | None:
        judged = await self._current(params.text_document.uri)
        if judged is None:
            return None
        told = self._server.client_capabilities.text_document
        kinds = told.hover.content_format if told and told.hover else None
        markdown = kinds is None or types.MarkupKind.Markdown in kinds
        at = judged.buffer.offset(params.position)
        return await self._on_worker(lambda: hover(judged, at, markdown=markdown))

    async def _actions(self, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        judged = await self._current(params.text_document.uri)
        if judged is None:
            return None
        start = judged.buffer.offset(params.range.start)
        end = judged.buffer.offset(params.range.end)
        only = params.context.only
        wanted = None if only is None else [types_value(kind) for kind in only]
        offers = self._offers(judged)
        return await self._on_worker(lambda: offers.at(start, end, wanted))

    async def _resolve(self, action: types.CodeAction) -> types.CodeAction:
        data = action.data if isinstance(action.data, Mapping) else {}
        judged = await self._current(str(data.get("uri")))
        if judged is not None and judged.buffer.version == data.get("version"):
            action.edit = await self._on_worker(self._offers(judged).edit_of_all)
        return action

    def _offers(self, judged: Judged) -> Offers:
        told = self._server.client_capabilities
        edits = told.workspace.workspace_edit if told.workspace else None
        actions = told.text_document.code_action if told.text_document else None
        later = actions.resolve_support.properties if actions and actions.resolve_support else ()
        return Offers(
            judged,
            self._desk.lint,
            versions=bool(edits and edits.document_changes),
            lazy="edit" in later,
        )

    # Nothing that goes wrong ends the session, and no fault repeats a text.

    def _told(self, notice: Callable[[_Params], None]) -> Callable[[_Params], None]:
        def take(params: _Params) -> None:
            try:
                notice(params)
            except Exception as error:
                self._faults.say(said("fault", "en", fault(error)))

        return take

    def _asked(
        self, request: Callable[[_Params], Awaitable[Any]]
    ) -> Callable[[_Params], Awaitable[Any]]:
        async def answer(params: _Params) -> Any:
            try:
                return await request(params)
            except ReplylintError:
                return None  # told where the diagnostics are
            except Exception as error:
                self._faults.say(said("fault", "en", fault(error)))
                return None

        return answer


def types_value(kind: types.CodeActionKind | str) -> str:
    """A kind as the words it is written with."""
    return kind.value if isinstance(kind, types.CodeActionKind) else kind
