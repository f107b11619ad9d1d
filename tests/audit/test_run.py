"""What an audit counts, that nothing is lost or counted twice, and what it tells of faults."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from replylint.api.linter import Linter
from replylint.model import Conversation

from .conftest import Audit
from .exports import bad, good, write

pytest.importorskip("duckdb", reason="the extra audit is not installed")


def _lines(count: int) -> list[dict[str, Any]]:
    """Enough for several chunks; every third is bad."""
    return [bad(f"c-{n}") if n % 3 == 0 else good(f"c-{n}") for n in range(count)]


def _summary(out: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(out)["summary"]
    return found


def test_counts_have_their_denominators(tmp_path: Path, audit: Audit) -> None:
    write(tmp_path / "chat.jsonl", [good("c-1", channel="chat"), bad("c-2", channel="phone")])
    ran = audit("chat.jsonl", "--format", "json", "--show-agents")
    told = _summary(ran.out)
    assert ran.code == 1
    assert (told["conversations"], told["messages"], told["replies"]) == (2, 6, 3)
    assert told["score"]["of"] == 3
    assert told["score"]["hits"] == 2
    agents = {row["agent"]: row["score"] for row in told["by_agent"]}
    assert agents["A01"]["hits"] == agents["A01"]["of"] == 2
    assert agents["A02"]["hits"] == 0
    assert agents["A02"]["small"]
    assert {row["channel"] for row in told["by_channel"]} == {"chat", "phone"}
    assert [row["month"] for row in told["by_month"]] == ["2026-03"]
    threat = next(row for row in told["rules"] if row["topic"] == "threat")
    assert threat["share"]["of"] == 3


def test_a_clean_export_exits_0_and_says_so(tmp_path: Path, audit: Audit) -> None:
    write(tmp_path / "chat.jsonl", [good("c-1")])
    ran = audit("chat.jsonl", "--select", "threat.*")
    assert ran.code == 0
    assert "Nothing found" in ran.out


def test_findings_are_printed_as_the_contract_says(tmp_path: Path, audit: Audit) -> None:
    write(tmp_path / "chat.jsonl", [bad("c-2")])
    rows = [json.loads(line) for line in audit("chat.jsonl", "--format", "jsonl").out.splitlines()]
    order = next(row for row in rows if row["rule"] == "command.urgent-imperative")
    assert order["conversation"] == "c-2"
    assert order["message"] == "c-2-1"
    assert (order["start"], order["end"], order["severity"]) == (1, 3, "warning")
    assert order["path"] == "chat.jsonl"
    assert order["fixes"][0]["edits"][0]["text"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_several_processes_find_the_same(tmp_path: Path, audit: Audit, jobs: int) -> None:
    write(tmp_path / "chat.jsonl", _lines(400))
    told = _summary(audit("chat.jsonl", "--format", "json", "--jobs", jobs).out)
    assert told["conversations"] == 400
    assert told["by_agent"][0]["score"]["of"] == 134


def test_rows_that_cannot_be_read_are_listed_and_exit_2(tmp_path: Path, audit: Audit) -> None:
    path = write(tmp_path / "chat.jsonl", [bad("c-1"), good("c-2")])
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([lines[0], "{broken", lines[1]]), encoding="utf-8")
    ran = audit("chat.jsonl", "--store", "a.duckdb", "--format", "json")
    assert ran.code == 2
    assert "chat.jsonl:2: " in ran.err
    told = _summary(ran.out)
    assert told["conversations"] == 2
    assert told["unread"]["count"] == 1
    assert told["unread"]["rows"][0]["line"] == 2


def test_an_export_that_cannot_be_read_at_all_does_not_stop_the_others(
    tmp_path: Path, audit: Audit
) -> None:
    (tmp_path / "a.bin").write_bytes(bytes(range(256)) * 20)
    write(tmp_path / "b.jsonl", [bad("c-1")])
    ran = audit("a.bin", "b.jsonl", "--format", "json")
    assert ran.code == 2
    assert "a.bin" in ran.err
    assert _summary(ran.out)["conversations"] == 1


def test_nothing_to_check_is_not_called_clean(tmp_path: Path, audit: Audit) -> None:
    (tmp_path / "a.bin").write_bytes(bytes(range(256)) * 20)
    ran = audit("a.bin")
    assert ran.code == 2
    assert "There are no replies to check" in ran.out
    assert "Nothing found" not in ran.out


def test_a_missing_export_is_an_error(audit: Audit) -> None:
    ran_code = audit("none.jsonl")
    assert ran_code.code == 2
    assert "none.jsonl: it cannot be read" in ran_code.err


def _breaking(monkeypatch: pytest.MonkeyPatch, id: str, act: Any) -> None:
    check = Linter.check_conversation

    def breaks(self: Linter, conversation: Conversation) -> Any:
        if conversation.id == id:
            act()
        return check(self, conversation)

    monkeypatch.setattr(Linter, "check_conversation", breaks)


def _raise() -> None:
    raise ValueError("13800138527")


def test_a_crash_costs_one_conversation_and_says_no_word_of_it(
    tmp_path: Path, audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    _breaking(monkeypatch, "c-3", _raise)
    write(tmp_path / "chat.jsonl", _lines(6))
    ran = audit("chat.jsonl", "--format", "json", "--store", "a.duckdb")
    assert ran.code == 3
    assert "c-3: a fault of replylint: ValueError" in ran.err
    assert "13800138527" not in ran.err + ran.out
    told = _summary(ran.out)
    assert told["conversations"] == 6
    assert told["incomplete"]["count"] == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="workers are forked, the fault with them")
def test_a_worker_that_dies_costs_one_conversation(
    tmp_path: Path, audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    _breaking(monkeypatch, "c-30", lambda: os._exit(9))
    write(tmp_path / "chat.jsonl", _lines(40))
    ran = audit("chat.jsonl", "--format", "json", "--jobs", 2)
    assert ran.code == 3
    assert "c-30: the process that checked it ended" in ran.err
    told = _summary(ran.out)
    assert told["conversations"] == 40
    assert told["incomplete"]["count"] == 1
    assert told["findings"]["error"] == 13


_KILLED = """
import os, sys
from replylint.__main__ import main
from replylint.api.linter import Linter
check = Linter.check_conversation
def dies(self, conversation):
    if conversation.id == "c-700":
        os._exit(9)
    return check(self, conversation)
Linter.check_conversation = dies
main(["audit", *sys.argv[1:]])
"""


@pytest.mark.parametrize("killed", [False, True])
def test_what_was_stopped_goes_on_without_loss_or_repetition(
    tmp_path: Path, audit: Audit, monkeypatch: pytest.MonkeyPatch, killed: bool
) -> None:
    path = write(tmp_path / "chat.jsonl", _lines(800))
    text = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([*text[:500], "{broken", *text[500:]]), encoding="utf-8")
    whole = _summary(audit("chat.jsonl", "--format", "json", "--store", "whole.duckdb").out)
    asked = ("chat.jsonl", "--format", "json", "--store", "a.duckdb", "--out", "f.csv")
    if killed:
        command = [sys.executable, "-c", _KILLED, *asked]
        assert subprocess.run(command, check=False, capture_output=True).returncode == 9
        for left in tmp_path.glob(".f.csv.*"):
            left.unlink()
    else:
        with monkeypatch.context() as patched:
            _breaking(patched, "c-700", lambda: (_ for _ in ()).throw(KeyboardInterrupt))
            ran = audit(*asked)
        assert ran.code == 3
        assert "the same command goes on from there" in ran.err
    assert not (tmp_path / "f.csv").exists(), "nothing is written by halves"
    again = audit(*asked)
    told = _summary(again.out)
    assert "going on with run 1 (" in again.err
    assert "(0 messages" not in again.err
    for part in ("conversations", "messages", "replies", "findings", "rules", "unread"):
        assert told[part] == whole[part], part
    rows = (tmp_path / "f.csv").read_text("utf-8").splitlines()
    assert len(rows) == 1 + sum(whole["findings"].values())
    assert len(set(rows)) == len(rows)


def test_a_stopped_run_is_not_gone_on_with_when_something_else_is_asked(
    tmp_path: Path, audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "chat.jsonl", _lines(300))
    with monkeypatch.context() as patched:
        _breaking(patched, "c-290", lambda: (_ for _ in ()).throw(KeyboardInterrupt))
        audit("chat.jsonl", "--store", "a.duckdb")
    other = audit("chat.jsonl", "--store", "a.duckdb", "--select", "threat.*")
    assert "going on" not in other.err
    assert "as run 2" in other.err
    (tmp_path / "chat.jsonl").write_text(
        (tmp_path / "chat.jsonl").read_text("utf-8").replace("立即", "马上"), encoding="utf-8"
    )
    assert "as run 3" in audit("chat.jsonl", "--store", "a.duckdb").err


def test_a_file_that_is_no_store_is_left_alone(tmp_path: Path, audit: Audit) -> None:
    write(tmp_path / "chat.jsonl", [good("c-1")])
    (tmp_path / "a.duckdb").write_text("something else", encoding="utf-8")
    ran = audit("chat.jsonl", "--store", "a.duckdb")
    assert ran.code == 2
    assert "a.duckdb: this file cannot be used as a store" in ran.err
    assert (tmp_path / "a.duckdb").read_text("utf-8") == "something else"
