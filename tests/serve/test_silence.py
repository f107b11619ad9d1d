"""Whatever happens, no word of a message stands in a log or among the numbers."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
import time
from pathlib import Path
from typing import Any

import pytest

from replylint.config import Config
from replylint.serve.app import Server
from replylint.serve.desk import Desk
from replylint.serve.run import _log
from tests.serve.serving import PACK, Served, serving, settings

MARK = "鸢尾花marker77"
SECRET = "暗号marker77"


def _everything(served: Served) -> None:
    """What clients do right and wrong, each with the mark in it."""
    text = f"请立即处理{SECRET},{MARK}"
    served.post("/v1/check", {"text": text, "id": MARK, "author": MARK, "options": {"terms": True}})
    served.post("/v1/rewrite", {"text": text})
    served.post("/v1/batch", {"messages": [{"text": text}] * 5})
    served.form("/v2/check", f"language=zh&text={text}")
    served.get(f"/v2/check?language=zh&text={MARK.encode().hex()}marker77")
    served.get("/marker77?marker77=1")
    served.get("/v1/rules/marker77")
    served.post("/v1/check", f'{{"text": "{MARK}')
    served.post("/v1/check", {"text": "", "role": MARK})
    served.post("/v1/check", {"text": "", "options": {MARK: MARK}})
    served.post("/v1/check", f'{{"text": "{MARK}"}}'.encode("gbk"))
    served.post("/v1/check", {"text": MARK * 100_000})
    served.form("/v2/check", f"language={MARK}&text={MARK}")
    served.form("/v2/check", f"language=zh&data={MARK}")
    served.ask("POST", "/v1/check", MARK.encode(), {"content-type": MARK.encode().hex()})
    served.ask("GET", "/v1/check", None, {"authorization": "Bearer marker77"})
    for head in ("GET /marker77", "marker77 marker77\r\n\r\n"):  # no HTTP at all
        with socket.create_connection(("127.0.0.1", served.port)) as connection:
            connection.sendall(head.encode())
            time.sleep(0.1)
    body = json.dumps({"text": MARK}).encode()
    with socket.create_connection(("127.0.0.1", served.port)) as connection:  # and gone
        connection.sendall(b"POST /v1/check HTTP/1.1\r\nhost: x\r\ncontent-length: 999\r\n"
                           b"content-type: application/json\r\n\r\n" + body)  # fmt: skip


def test_neither_the_log_nor_the_numbers_hold_text(tmp_path: Path) -> None:
    settings(tmp_path, "[serve]\nmax_body = 500_000\ntimeout = 2\n")
    with serving(tmp_path, "--log-requests") as served:
        _everything(served)
        served.wait_for(" 499 ")
        numbers = served.get("/metrics").text
        assert served.stop() == 0
    for kept in (served.log, numbers):
        assert "marker77" not in kept
        assert MARK not in kept
        assert "立即" not in kept
    assert "POST /v1/check 200" in served.log
    assert 'replylint_findings_total{rule="privacy.code",severity="error"}' in numbers
    assert 'route="other",status="404"' in numbers


@pytest.mark.parametrize("kind", [ValueError, UnicodeError, RuntimeError])
def test_a_fault_of_ours_shows_where_and_not_what(
    kind: type[Exception], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _log()
    server = Server(Desk(Config().with_options({"packs": [str(PACK)], "glossary": []})))

    def check(*given: Any) -> None:
        raise kind(MARK, given)

    monkeypatch.setattr(Desk, "check", check)
    sent = asyncio.run(_post(server, {"text": MARK}))
    assert sent[0]["status"] == 500
    assert MARK.encode() not in b"".join(each.get("body", b"") for each in sent)
    logging.getLogger("asyncio").error(MARK, exc_info=kind(MARK))
    said = capfd.readouterr().err
    assert f"/v1/check: a fault of replylint: {kind.__name__} in check, line" in said
    assert MARK not in said


async def _post(server: Server, value: Any) -> list[Any]:
    sent: list[Any] = []
    body = json.dumps(value).encode()
    scope = {
        "type": "http", "http_version": "1.1", "method": "POST", "path": "/v1/check",
        "raw_path": b"/v1/check", "root_path": "", "scheme": "http", "query_string": b"",
        "headers": [(b"content-type", b"application/json")],
    }  # fmt: skip

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    await server.app()(scope, receive, send)
    return sent
