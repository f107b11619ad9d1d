"""What a client may not do: send too much, too slowly, too often, without key, from elsewhere."""

from __future__ import annotations

import hashlib
import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.serve.serving import Served, serving, settings

KEY = "geheim-7"
HASH = hashlib.sha256(b"second").hexdigest()
LIMITS = f"""
[serve]
keys = ["env:THE_KEY", "sha256:{HASH}"]
origins = ["https://desk.example.com"]
max_body = 100_000
max_batch = 3
timeout = 1.0
"""
OPEN = {"authorization": f"Bearer {KEY}"}
JSON = "content-type: application/json"


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("strict")
    settings(folder, LIMITS)
    with serving(folder, "--log-requests", THE_KEY=KEY) as server:
        yield server


def raw(served: Served, head: str, body: bytes = b"") -> socket.socket:
    """A connection on which a request was begun."""
    connection = socket.create_connection(("127.0.0.1", served.port), timeout=30)
    lines = [*head.split("\n"), "host: x", JSON, f"x-api-key: {KEY}", "", ""]
    connection.sendall("\r\n".join(lines).encode() + body)
    return connection


def status(connection: socket.socket) -> int:
    with connection, connection.makefile("rb") as answer:
        return int(answer.readline().split()[1])


def test_a_body_that_is_too_large_is_refused_whole(strict: Served) -> None:
    got = strict.post("/v1/check", {"text": "立" * 3_500_000}, OPEN)
    assert (got.status, got.json["error"]["code"]) == (413, "too_large")
    assert strict.form("/v2/check", f"language=zh&apiKey={KEY}&text=" + "x" * 200_000).status == 413


def test_who_is_refused_at_the_door_is_told_although_it_sends_much(strict: Served) -> None:
    much = "x" * 5_000_000
    assert strict.post("/v1/check", much).status == 401
    assert strict.form("/v1/check", much, OPEN).status == 415
    assert strict.post("/v1/nothing", much, OPEN).status == 404


def test_and_so_is_one_that_does_not_say_how_large_it_is(strict: Served) -> None:
    head = "POST /v1/check HTTP/1.1\ntransfer-encoding: chunked"
    connection = raw(strict, head, (b"8000\r\n" + b"x" * 0x8000 + b"\r\n") * 10 + b"0\r\n\r\n")
    assert status(connection) == 413


def test_a_client_that_asks_first_is_told_before_it_sends(strict: Served) -> None:
    head = "POST /v1/check HTTP/1.1\ncontent-length: 10000000\nexpect: 100-continue"
    assert status(raw(strict, head)) == 413


def test_ten_megabytes_are_checked_where_that_is_allowed(tmp_path: Path) -> None:
    settings(tmp_path, "[serve]\nmax_body = 20_000_000\ntimeout = 300\n")
    with serving(tmp_path) as served:
        messages = [{"text": "请立即处理", "meta": {"page": "页" * 35_000}}] * 100
        assert len(json.dumps(messages, ensure_ascii=False).encode()) > 10_000_000
        rows = served.post("/v1/batch", {"messages": messages}).json["results"]
        assert [row["proposal"] for row in rows] == ["请及时处理"] * 100
        text = "您好," * 1_500_000
        assert served.post("/v1/check", {"text": text}).json["decision"] == "revise"  # too long


def test_a_batch_has_a_most(strict: Served) -> None:
    assert strict.post("/v1/batch", {"messages": [{"text": "a"}] * 3}, OPEN).status == 200
    got = strict.post("/v1/batch", {"messages": [{"text": "a"}] * 4}, OPEN)
    assert (got.status, got.json["error"]["pointer"]) == (422, "/messages")


def test_a_body_that_does_not_come_is_not_waited_for(strict: Served) -> None:
    connection = raw(strict, "POST /v1/check HTTP/1.1\ncontent-length: 50", b'{"text": "')
    assert strict.post("/v1/check", {"text": "立即"}, OPEN).status == 200  # nobody else waits
    assert status(connection) == 408


def test_one_that_comes_slowly_but_in_time_is_answered(strict: Served) -> None:
    body = b'{"text": "' + "请立即".encode() + b'"}'
    connection = raw(strict, f"POST /v1/check HTTP/1.1\ncontent-length: {len(body)}")
    for byte in body:
        connection.sendall(bytes([byte]))
        time.sleep(0.01)
    assert status(connection) == 200


def test_a_client_that_leaves_is_counted_and_harms_nobody(strict: Served) -> None:
    raw(strict, "POST /v1/check HTTP/1.1\ncontent-length: 50", b'{"text": "').close()
    strict.wait_for("POST /v1/check 499")
    assert strict.post("/v1/check", {"text": "立即"}, OPEN).status == 200
    assert 'route="/v1/check",status="499"' in strict.get("/metrics", OPEN).text


@pytest.mark.parametrize("path", ["/v1/check", "/v1/batch", "/v1/rewrite"])
def test_without_the_key_nothing_is_said(strict: Served, path: str) -> None:
    got = strict.post(path, {"text": "立即", "messages": []})
    assert (got.status, got.json["error"]["what"]) == (401, "a key is needed")
    assert got.headers["www-authenticate"] == "Bearer"
    wrong = strict.post(path, {"text": "立即", "messages": []}, {"x-api-key": "wrong"})
    assert (wrong.status, wrong.json["error"]["what"]) == (401, "the key is wrong")


def test_each_key_opens_each_way_it_can_be_sent(strict: Served) -> None:
    for headers in (OPEN, {"x-api-key": KEY}, {"authorization": "bearer second"}):
        assert strict.post("/v1/check", {"text": "立即"}, headers).status == 200
        assert strict.get("/metrics", headers).status == 200
        assert strict.form("/v2/check", "language=zh&text=a", headers).status == 200
    assert strict.form("/v2/check", f"language=zh&text=a&apiKey={KEY}&username=u").status == 200
    assert strict.form("/v2/check", "language=zh&text=a&apiKey=no").status == 401
    assert strict.get("/metrics").status == 401
    for path in ("/", "/healthz", "/openapi.json", "/v2/languages"):
        assert strict.get(path).status == 200


def test_pages_of_other_origins_may_ask_only_where_that_is_set(strict: Served) -> None:
    ours = {"origin": "https://desk.example.com", "access-control-request-method": "POST"}
    headers = {"access-control-request-headers": "authorization,content-type"}
    allowed = strict.ask("OPTIONS", "/v1/check", None, {**ours, **headers})
    assert allowed.status == 200
    assert allowed.headers["access-control-allow-origin"] == "https://desk.example.com"
    refused = strict.post("/v1/check", {"text": "立即"}, ours)  # our error can be read there, too
    assert refused.status == 401
    assert refused.headers["access-control-allow-origin"] == "https://desk.example.com"
    other = strict.post("/v1/check", {"text": "a"}, {**OPEN, "origin": "https://evil.example"})
    assert "access-control-allow-origin" not in other.headers


def test_more_than_the_rate_is_put_off(tmp_path: Path) -> None:
    settings(tmp_path, "[serve]\nrate = 1\nburst = 5\n")
    with serving(tmp_path) as served:
        got = [served.post("/v1/check", {"text": "立即"}) for _ in range(12)]
        assert [each.status for each in got[:5]] == [200] * 5
        late = [each for each in got if each.status == 429]
        assert late
        assert all(int(each.headers["retry-after"]) >= 1 for each in late)
        assert served.get("/healthz").status == 200  # whoever watches over it is not held
        time.sleep(1.2)
        assert served.post("/v1/check", {"text": "立即"}).status == 200


def test_work_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    settings(tmp_path, "[serve]\ntimeout = 1.0\n")
    with serving(tmp_path) as served:
        messages = [{"text": "立即" * 900}] * 900
        got = served.post("/v1/batch", {"messages": messages})
        assert (got.status, got.json["error"]["code"]) == (503, "out_of_time")
        assert served.post("/v1/check", {"text": "立即"}).status == 200


def test_a_client_that_leaves_ends_its_batch(tmp_path: Path) -> None:
    settings(tmp_path)
    with serving(tmp_path, "--log-requests") as served:
        body: Any = json.dumps({"messages": [{"text": "立即" * 900}] * 900}, ensure_ascii=False)
        body = body.encode()
        head = (
            f"POST /v1/batch HTTP/1.1\r\nhost: x\r\n{JSON}\r\ncontent-length: {len(body)}\r\n\r\n"
        )
        connection = socket.create_connection(("127.0.0.1", served.port))
        connection.sendall(head.encode() + body)
        time.sleep(1)
        connection.close()
        served.wait_for("POST /v1/batch 499")
        checked = served.get("/metrics").text
        rows = [r for r in checked.splitlines() if r.startswith("replylint_messages_total")]
        assert sum(float(row.split()[1]) for row in rows) < 900
