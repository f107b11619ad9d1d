"""`replylint mcp` and the SDK's own client, over standard input and output and over HTTP."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("mcp", reason="pip install 'replylint[mcp]'")

import jsonschema
from mcp import Client, StdioServerParameters

pytestmark = [
    pytest.mark.integrations,
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]

COMMAND = [sys.executable, "-m", "replylint", "mcp"]
ENVIRON = {"PYTHONPATH": os.environ.get("PYTHONPATH", ""), "LC_ALL": "C.UTF-8"}
SECRET = "6222021234567890123"


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mcp") / "log"


@pytest.fixture(scope="module")
def address(log: Path) -> Iterator[str]:
    """A server of our own over HTTP."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with log.open("wb") as out:
        server = subprocess.Popen(
            [*COMMAND, "--transport", "http", "--port", str(port)],
            stdout=out,
            stderr=out,
            env={**os.environ, **ENVIRON},
        )
    try:
        _wait(port, server)
        yield f"http://127.0.0.1:{port}/mcp"
    finally:
        server.terminate()
        assert server.wait(20) in (0, -15)


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert server.poll() is None
        time.sleep(0.1)
    raise AssertionError("the server does not listen")


@pytest.fixture(params=["stdio", "http"])
def reached(request: pytest.FixtureRequest) -> Any:
    if request.param == "http":
        return request.getfixturevalue("address")
    return StdioServerParameters(command=COMMAND[0], args=COMMAND[1:], env=ENVIRON)


def with_client(reached: Any, work: Callable[[Client], Awaitable[None]]) -> None:
    async def run() -> None:
        async with asyncio.timeout(120):
            async with Client(reached) as client:
                await work(client)

    asyncio.run(run())


def test_the_tools_and_their_schemas(reached: Any) -> None:
    async def work(client: Client) -> None:
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        assert set(tools) == {"check_reply", "suggest_reply", "explain_rule", "lookup_term"}
        for tool in tools.values():
            jsonschema.Draft202012Validator.check_schema(tool.input_schema)
            jsonschema.Draft202012Validator.check_schema(tool.output_schema)
            assert tool.annotations.read_only_hint
            assert tool.description
        given = tools["check_reply"].input_schema
        assert given["required"] == ["text"]
        assert "owner" in str(given["properties"]["recipient"])
        assert tools["check_reply"].output_schema["properties"]["decision"]["enum"] == [
            "allow",
            "revise",
            "block",
        ]

    with_client(reached, work)


def test_a_reply_is_checked_and_mended(reached: Any) -> None:
    async def work(client: Client) -> None:
        answer = await client.call_tool("check_reply", {"text": "請立即處理", "channel": "chat"})
        checked = answer.structured_content
        assert not answer.is_error
        assert checked["decision"] == "revise"
        assert checked["proposal"] == "我們正在協助您處理此事，您可隨時聯絡客服"
        assert [(f["rule"], f["start"], f["end"]) for f in checked["findings"]] == [
            ("command.urgent-imperative", 1, 3)
        ]
        schema = {t.name: t.output_schema for t in (await client.list_tools()).tools}
        jsonschema.validate(checked, schema["check_reply"])

        lost = {"text": "卡片丢失请立即挂失。", "history": [{"role": "customer", "text": "卡丢了"}]}
        assert (await client.call_tool("check_reply", lost)).structured_content[
            "decision"
        ] == "allow"

        better = (
            await client.call_tool("suggest_reply", {"text": "请立即处理"})
        ).structured_content
        assert better["changed"]
        assert (better["decision"], better["remaining"]) == ("allow", [])
        safe = {"text": "请立即处理", "safety": "safe"}
        assert not (await client.call_tool("suggest_reply", safe)).structured_content["changed"]

    with_client(reached, work)


def test_rules_and_terms_are_explained(reached: Any) -> None:
    async def work(client: Client) -> None:
        asked = {"rule": "command.urgent-imperative"}
        rule = (await client.call_tool("explain_rule", asked)).structured_content
        assert rule["topic"] == "command"
        assert rule["found_in"]
        assert rule["page"].startswith("# `command.urgent-imperative`")
        terms = (await client.call_tool("lookup_term", {"word": "LPR"})).structured_content["terms"]
        assert terms[0]["explanations"]["hans"]
        none = await client.call_tool("lookup_term", {"word": "zzzzqqq"})
        assert none.structured_content == {"terms": []}

    with_client(reached, work)


def test_what_cannot_be_asked_is_said(reached: Any) -> None:
    async def work(client: Client) -> None:
        wrong = await client.call_tool("explain_rule", {"rule": "command.urgent-imperativ"})
        assert wrong.is_error
        assert 'did you mean "command.urgent-imperative' in wrong.content[0].text
        for bad in ({"text": "您好", "recipient": "me"}, {}, {"text": 5}):
            assert (await client.call_tool("check_reply", bad)).is_error
        # and it goes on
        fine = await client.call_tool("check_reply", {"text": "您好"})
        assert fine.structured_content["decision"] == "allow"

    with_client(reached, work)


def test_words_and_numbers_of_replies_are_in_no_log(address: str, log: Path) -> None:
    async def work(client: Client) -> None:
        text = f"您的卡号是{SECRET}，请立即处理。"
        answer = await client.call_tool("check_reply", {"text": text})
        assert answer.structured_content["decision"] == "block"
        assert SECRET not in str(answer)
        await client.call_tool("check_reply", {"text": text, "recipient": "nobody"})

    with_client(address, work)
    said = log.read_text("utf-8", errors="replace")
    assert SECRET not in said
    assert "立即" not in said


def test_many_clients_at_once(address: str) -> None:
    async def one(number: int) -> str:
        async with Client(address) as client:
            text = "请立即处理" if number % 2 else "您好"
            answer = await client.call_tool("check_reply", {"text": text})
            return str(answer.structured_content["decision"])

    async def all_of_them() -> list[str]:
        async with asyncio.timeout(120):
            return await asyncio.gather(*map(one, range(20)))

    assert asyncio.run(all_of_them()) == ["allow", "revise"] * 10


def test_a_page_of_somebody_else_cannot_ask(address: str) -> None:
    """Browsers are led to this machine by names that resolve to it."""
    import urllib.error
    import urllib.request

    headers = {"Host": "evil.example", "Content-Type": "application/json"}
    request = urllib.request.Request(address, data=b"{}", headers=headers)
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(request, timeout=20)
    assert caught.value.code in (403, 421)
    caught.value.close()


def test_settings_that_are_wrong_are_said(tmp_path: Path) -> None:
    file = tmp_path / "replylint.toml"
    file.write_text("ignroe = []\n")
    ran = subprocess.run(
        [*COMMAND, "--config", str(file)],
        capture_output=True,
        env={**os.environ, **ENVIRON},
        timeout=60,
        check=False,
    )
    assert ran.returncode == 2
    assert b"did you mean" in ran.stderr
    assert ran.stdout == b""


def test_the_example_runs(example: Callable[[str], str]) -> None:
    assert example("mcp_reply") == "revise 我们正在协助您处理此事，您可随时联系客服\n"
