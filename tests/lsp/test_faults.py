"""Whatever an editor sends, no log and no answer repeats what was in it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="pygls is not installed (the extra lsp has it)")

from tests.faces.conftest import environment

NUMBER = "13812345678"


def framed(body: str) -> bytes:
    data = body.encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(data), data)


def call(method: str, params: object, id: int | None = None) -> bytes:
    message = {"jsonrpc": "2.0", "method": method, "params": params}
    return framed(json.dumps(message if id is None else {**message, "id": id}))


def session(folder: Path, *sent: bytes) -> tuple[int, bytes]:
    """Exit code of a session, and everything that was said in it."""
    begin = call("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1)
    done = subprocess.run(
        [sys.executable, "-m", "replylint", "lsp"],
        input=b"".join((begin, call("initialized", {}), *sent)),
        cwd=folder,
        env=environment(),
        capture_output=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    "sent",
    [
        framed('{"jsonrpc": "2.0", "method": ' + NUMBER),
        framed(json.dumps([NUMBER])),
        call("textDocument/didOpen", {"textDocument": {"text": NUMBER}}),
        call("textDocument/didChange", {"textDocument": NUMBER, "contentChanges": []}),
        call("textDocument/hover", {"textDocument": {"uri": f"file:///{NUMBER}"}}, 2),
        call("workspace/didChangeConfiguration", {"settings": {"replylint": {"lang": NUMBER}}}),
        call(f"custom/{NUMBER}", {"text": NUMBER}),
    ],
)
def test_what_makes_no_sense_is_not_repeated(tmp_path: Path, sent: bytes) -> None:
    code, said = session(tmp_path, sent)
    assert code == 0
    assert b'"capabilities"' in said
    assert NUMBER.encode() not in said
    assert b"Traceback" not in said


def test_a_session_without_an_end_ends_with_its_input(tmp_path: Path) -> None:
    code, _ = session(tmp_path)
    assert code == 0
