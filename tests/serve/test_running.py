"""The server from its start to its end: where it listens, how it reloads, drains and stops."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.serve.serving import PACK, SOURCES, Served, serving, settings

SLOW = {"messages": [{"text": "请立即处理,您好"}] * 3_000}  # half a second of work, or more


def replylint(folder: Path, *args: str, **environ: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": SOURCES, "LANG": "C.UTF-8", **environ}
    command = [sys.executable, "-m", "replylint", *args]
    return subprocess.run(
        command,
        check=False,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


def house(folder: Path, word: str) -> Path:
    """A pack with one rule, that finds ``word``; and the settings that name it."""
    pack = folder / "house"
    if not pack.exists():
        shutil.copytree(PACK, pack)
        (folder / "replylint.toml").write_text('packs = ["./house"]\nglossary = []\n')
    text = (PACK / "zh" / "words.yaml").read_text("utf-8")
    (pack / "zh" / "words.yaml").write_text(text.replace("立即", word), "utf-8")
    return pack


def finds(served: Served, text: str) -> bool:
    return bool(served.post("/v1/check", {"text": text}).json["findings"])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has all of 127.0.0.0/8")
def test_it_listens_to_this_machine_only(served: Served) -> None:
    assert "http://127.0.0.1:" in served.log
    with pytest.raises(OSError, match="refused"):  # another address of the same machine
        socket.create_connection(("127.0.0.2", served.port), timeout=5).close()


def test_without_keys_on_an_open_address_it_warns(tmp_path: Path) -> None:
    settings(tmp_path)
    with serving(tmp_path, "--host", "0.0.0.0") as served:
        assert "set serve.keys" in served.log
        assert served.get("/healthz").status == 200


def test_a_port_that_is_taken_is_said(served: Served, tmp_path: Path) -> None:
    settings(tmp_path)
    ran = replylint(tmp_path, "serve", "--port", str(served.port))
    assert ran.returncode == 2
    assert f"cannot listen on 127.0.0.1:{served.port}" in ran.stderr


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ('[serve]\nkeys = ["geheim"]', "env:NAME or sha256:HEX"),
        ('[serve]\nkeys = ["env:NOT_SET_ANYWHERE"]', "NOT_SET_ANYWHERE is not set"),
        ("[serve]\nprot = 1", 'did you mean "port"'),
        ('[serve]\norigins = ["desk.example.com"]', "https://desk.example.com"),
    ],
)
def test_settings_that_cannot_be_are_said_at_once(tmp_path: Path, more: str, words: str) -> None:
    settings(tmp_path, more)
    ran = replylint(tmp_path, "serve", "--port", "0")
    assert ran.returncode == 2
    assert words in ran.stderr
    assert "geheim" not in ran.stderr


def test_a_missing_extra_is_named(tmp_path: Path) -> None:
    (tmp_path / "starlette").mkdir()
    (tmp_path / "starlette" / "__init__.py").write_text(
        "raise ModuleNotFoundError(name='starlette')"
    )
    ran = replylint(tmp_path, "serve", PYTHONPATH=f"{tmp_path}{os.pathsep}{SOURCES}")
    assert ran.returncode == 2
    assert "needs starlette; pip install 'replylint[serve]'" in ran.stderr


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_what_was_asked_is_answered_before_it_stops(tmp_path: Path, how: int) -> None:
    settings(tmp_path, "[serve]\ntimeout = 300\ndrain = 300\n")
    with serving(tmp_path) as served:
        connection = served.connection()
        body = json.dumps(SLOW)
        connection.request("POST", "/v1/batch", body, {"content-type": "application/json"})
        time.sleep(0.3)
        served.process.send_signal(how)
        answer = connection.getresponse()
        assert answer.status == 200
        assert len(json.loads(answer.read())["results"]) == 3_000
        assert served.process.wait(60) == 0
        with pytest.raises(OSError, match="refused"):
            served.get("/healthz")


def test_work_that_never_ends_does_not_hold_it_up(tmp_path: Path) -> None:
    settings(tmp_path, "[serve]\ndrain = 1\n")
    with serving(tmp_path) as served:
        connection = socket.create_connection(("127.0.0.1", served.port))
        connection.sendall(b"POST /v1/check HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n"
                           b"content-type: application/json\r\n\r\n{")  # fmt: skip
        time.sleep(0.3)
        assert served.stop() == 0
        connection.close()


def test_nor_does_a_thread_at_work(tmp_path: Path) -> None:
    settings(tmp_path, "[serve]\ndrain = 1\n")
    with serving(tmp_path) as served:
        connection = served.connection()
        body = json.dumps({"text": "立即处理," * 100_000})
        connection.request("POST", "/v1/rewrite", body, {"content-type": "application/json"})
        time.sleep(1)
        begun = time.monotonic()
        assert served.stop() == 0
        assert time.monotonic() - begun < 30
        assert "立即" not in served.log
        connection.close()


def test_rules_are_loaded_anew_when_it_is_told(tmp_path: Path) -> None:
    house(tmp_path, "立即")
    with serving(tmp_path, REPLYLINT_CACHE=str(tmp_path / "cache")) as served:
        assert finds(served, "请立即处理")
        house(tmp_path, "赶紧")
        assert finds(served, "请立即处理")
        served.process.send_signal(signal.SIGHUP)
        served.wait_for("reloaded: 5 rules")
        assert not finds(served, "请立即处理")
        assert finds(served, "请赶紧处理")
        assert 'replylint_reloads_total{outcome="done"} 1.0' in served.get("/metrics").text


def test_it_stops_although_it_is_loading(tmp_path: Path) -> None:
    with serving(tmp_path) as served:  # the bundled packs, which take a while
        served.process.send_signal(signal.SIGHUP)
        time.sleep(0.3)
        assert served.stop() == 0
        assert "fault" not in served.log


def test_wrong_rules_change_nothing_and_are_said(tmp_path: Path) -> None:
    pack = house(tmp_path, "立即")
    with serving(tmp_path, REPLYLINT_CACHE=str(tmp_path / "cache")) as served:
        (pack / "zh" / "words.yaml").write_text("rules:\n  - {id: nothing", "utf-8")
        served.process.send_signal(signal.SIGHUP)
        served.wait_for("not reloaded, the rules from before stay")
        assert "words.yaml:" in served.log
        assert finds(served, "请立即处理")
        assert served.get("/healthz").json["status"] == "stale"
        house(tmp_path, "赶紧")
        served.process.send_signal(signal.SIGHUP)
        served.wait_for("reloaded: 5 rules")
        assert served.get("/healthz").json["status"] == "ok"


def test_it_watches_where_it_is_told_to(tmp_path: Path) -> None:
    house(tmp_path, "立即")
    with serving(tmp_path, "--watch", REPLYLINT_CACHE=str(tmp_path / "cache")) as served:
        time.sleep(0.5)
        house(tmp_path, "赶紧")
        served.wait_for("reloaded")
        assert finds(served, "请赶紧处理")


def test_reloads_one_over_the_other_fail_no_request(tmp_path: Path) -> None:
    house(tmp_path, "立即")
    wrong: list[object] = []
    done = threading.Event()

    def ask() -> None:
        connection = served.connection()
        while not done.is_set():
            body = json.dumps({"text": "请立即处理"})
            connection.request("POST", "/v1/check", body, {"content-type": "application/json"})
            answer = connection.getresponse()
            row = json.loads(answer.read())
            # either set of rules, but one of them wholly
            if answer.status != 200 or row["proposal"] != (
                "请及时处理" if row["findings"] else None
            ):
                wrong.append((answer.status, row))
        connection.close()

    with serving(tmp_path, REPLYLINT_CACHE=str(tmp_path / "cache")) as served:
        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for turn in range(6):
            house(tmp_path, "赶紧" if turn % 2 == 0 else "立即")
            for _ in range(3):
                served.process.send_signal(signal.SIGHUP)
                time.sleep(0.05)
        served.wait_for("reloaded", 2)
        time.sleep(1)
        done.set()
        for thread in threads:
            thread.join(60)
        assert wrong == []
        served.process.send_signal(signal.SIGHUP)
        served.wait_for("reloaded", served.log.count("reloaded") + 1)
        assert finds(served, "请立即处理")  # the last word counts
        assert "fault" not in served.log
