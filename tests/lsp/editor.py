"""An editor made of pygls' own client: a real server in a process of its own, over its pipes."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from tests.faces.conftest import PACK, environment

PATIENCE = 60  # seconds, on a machine that has other things to do
TERMS = """\
domain: loans
source: own wording
reviewed: 2026-01-01
terms:
  - id: apr
    hans: 年化利率
    en: APR
    gloss: {hans: 一年的利息占本金的比例, en: yearly cost of a loan}
    level: expert
"""


class Editor:
    """One editor: what it has open, and every set of marks it was sent, in order."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self.published: list[types.PublishDiagnosticsParams] = []
        self.messages: list[str] = []
        self.watched: list[types.FileSystemWatcher] = []
        self._news = asyncio.Event()

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")

    def open(self, name: str, text: str, language: str = "plaintext", version: int = 1) -> str:
        """Open a file, which has this text only in the editor; its URI."""
        uri = name if name.startswith("untitled:") else self.uri(name)
        item = types.TextDocumentItem(uri, language, version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def type(self, uri: str, version: int, text: str, *place: tuple[int, int]) -> None:
        """Put ``text`` in the place from a position to another (one: insert; none: the file)."""
        change: Any
        if place:
            start, end = types.Position(*place[0]), types.Position(*place[-1])
            change = types.TextDocumentContentChangePartial(types.Range(start, end), text)
        else:
            change = types.TextDocumentContentChangeWholeDocument(text)
        named = types.VersionedTextDocumentIdentifier(version, uri)
        told = types.DidChangeTextDocumentParams(named, [change])
        self.client.text_document_did_change(told)

    async def marks(self, uri: str, version: int | None = 1) -> list[types.Diagnostic]:
        """The marks of a version, as soon as they are there."""
        return await self.until(lambda: self._latest(uri, version))

    def _latest(self, uri: str, version: int | None) -> list[types.Diagnostic] | None:
        for each in reversed(self.published):
            if each.uri == uri and each.version == version:
                return list(each.diagnostics)
        return None

    async def until(self, look: Callable[[], Any]) -> Any:
        """What ``look`` gives, as soon as it gives something."""
        async with asyncio.timeout(PATIENCE):
            while (found := look()) is None:
                self._news.clear()
                await self._news.wait()
            return found

    def heard(self, news: object) -> None:
        if isinstance(news, types.PublishDiagnosticsParams):
            self.published.append(news)
        elif isinstance(news, types.ShowMessageParams):
            self.messages.append(news.message)
        self._news.set()

    async def actions(
        self, uri: str, start: tuple[int, int], *only: str, end: tuple[int, int] | None = None
    ) -> list[types.CodeAction]:
        place = types.Range(types.Position(*start), types.Position(*(end or start)))
        context = types.CodeActionContext([], only=list(only) or None)
        named = types.TextDocumentIdentifier(uri)
        params = types.CodeActionParams(named, place, context)
        return await self.client.text_document_code_action_async(params) or []

    async def hover(self, uri: str, line: int, character: int) -> str | None:
        params = types.HoverParams(
            types.TextDocumentIdentifier(uri), types.Position(line, character)
        )
        found = await self.client.text_document_hover_async(params)
        return None if found is None else found.contents.value


def capabilities(**also: Any) -> types.ClientCapabilities:
    """What VS Code can, as far as it matters here; ``also`` of text documents."""
    resolve = types.ClientCodeActionResolveOptions(["edit"])
    text = {
        "code_action": types.CodeActionClientCapabilities(resolve_support=resolve),
        "hover": types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
        **also,
    }
    return types.ClientCapabilities(
        workspace=types.WorkspaceClientCapabilities(
            workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True),
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                dynamic_registration=True
            ),
        ),
        text_document=types.TextDocumentClientCapabilities(**text),
    )


@contextlib.asynccontextmanager
async def editing(
    folder: Path,
    *,
    can: types.ClientCapabilities | None = None,
    locale: str = "zh-cn",
    **options: Any,
) -> AsyncIterator[Editor]:
    """An editor with ``folder`` open and a server running, which ends as it should."""
    client = LanguageClient("test-editor", "1")
    editor = Editor(client, folder)

    def hear(params: Any) -> None:  # pygls cannot take a bound method
        editor.heard(params)

    client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(hear)
    client.feature(types.WINDOW_SHOW_MESSAGE)(hear)

    def register(params: types.RegistrationParams) -> None:
        for each in params.registrations:
            editor.watched += client.protocol._converter.structure(
                each.register_options, types.DidChangeWatchedFilesRegistrationOptions
            ).watchers
        editor.heard(params)

    client.feature(types.CLIENT_REGISTER_CAPABILITY)(register)
    env = environment()
    await client.start_io(sys.executable, "-m", "replylint", "lsp", "--stdio", cwd=folder, env=env)
    await client.initialize_async(
        types.InitializeParams(
            capabilities=can or capabilities(),
            root_uri=folder.as_uri(),
            locale=locale,
            initialization_options={"debounceMs": 10, **options},
        )
    )
    client.initialized(types.InitializedParams())
    try:
        yield editor
    finally:
        await client.shutdown_async(None)
        client.exit(None)
        server = client._server
        assert server is not None
        assert server.stderr is not None
        said = await server.stderr.read()
        code = await server.wait()
        await client.stop()
    assert (code, said) == (0, b"")


def settle(folder: Path, more: str = "") -> None:
    """Settings of a project that has the small pack and one term."""
    terms = folder / "glossary"
    terms.mkdir(exist_ok=True)
    (terms / "terms.yaml").write_text(TERMS, "utf-8")
    text = f'packs = ["{PACK.as_posix()}"]\nglossary = ["./glossary"]\n{more}'
    (folder / "replylint.toml").write_text(text, "utf-8")


def applied(text: str, edit: types.WorkspaceEdit, unit: str = "utf-16-le") -> str:
    """``text`` after an edit, worked out apart from the server's own code."""
    assert edit.document_changes is not None
    (change,) = edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)
    for each in sorted(change.edits, key=_from, reverse=True):
        assert isinstance(each, types.TextEdit)
        start, end = (_offset(text, place, unit) for place in (each.range.start, each.range.end))
        text = text[:start] + each.new_text + text[end:]
    return text


def _from(edit: Any) -> tuple[int, int]:
    return edit.range.start.line, edit.range.start.character


def _offset(text: str, place: types.Position, unit: str) -> int:
    lines = text.replace("\r\n", "\n\n").split("\n") if "\r\n" in text else text.split("\n")
    step = 2 if "\r\n" in text else 1
    before = sum(len(line) + 1 for line in lines[: place.line * step])
    size = 2 if unit == "utf-16-le" else 1
    return before + len(
        lines[place.line * step].encode(unit)[: place.character * size].decode(unit)
    )


def run(scene: Awaitable[None]) -> None:
    """Play a scene to its end."""

    async def play() -> None:
        await scene

    asyncio.run(play())
