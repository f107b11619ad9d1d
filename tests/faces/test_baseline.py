"""`replylint baseline`: today's findings are accepted, tomorrow's are not."""

from __future__ import annotations

import json

from .conftest import Shell


def rows(shell: Shell, name: str = "replylint-baseline.jsonl") -> list[tuple[str, str]]:
    _, *lines = (shell.folder / name).read_text("utf-8").splitlines()
    return [(row["path"], row["rule"]) for row in map(json.loads, lines)]


def test_accepted_findings_are_not_reported_again(shell: Shell) -> None:
    path = shell.write("a.txt", "请立即处理。\n你好。\n")
    ran = shell("baseline")
    assert (ran.code, ran.out) == (0, "")
    assert "2 findings accepted in replylint-baseline.jsonl" in ran.err
    shell.settings('baseline = "replylint-baseline.jsonl"\n')
    ran = shell("check")
    assert ran.code == 0
    assert "2 in the baseline" in ran.out
    path.write_text("早上好！\n\n请立即处理。\n你好。\n请立即来。\n", "utf-8")
    ran = shell("check", "--format", "jsonl")
    assert [(row["rule"], row["line"]) for row in ran.rows] == [("command.urgent", 5)]
    assert ran.code == 1


def test_the_file_says_nothing_of_the_text(shell: Shell) -> None:
    shell.write("a.txt", "您的暗号abcd12。")
    shell("baseline")
    text = (shell.folder / "replylint-baseline.jsonl").read_text("utf-8")
    assert "abcd" not in text
    assert "暗号" not in text


def test_stale_entries_are_told_and_taken_out(shell: Shell) -> None:
    path = shell.write("a.txt", "请立即处理。\n你好。\n")
    shell.settings('baseline = "known.jsonl"\n')
    shell("baseline")
    path.write_text("你好。\n", "utf-8")
    ran = shell("check")
    assert ran.code == 0
    assert "1 entries of the baseline are stale" in ran.err
    assert shell("baseline", "--prune").code == 0
    assert rows(shell, "known.jsonl") == [("a.txt", "courtesy.you")]
    assert shell("check").err == ""


def test_pruning_accepts_nothing_new(shell: Shell) -> None:
    shell.write("a.txt", "你好。\n")
    shell("baseline")
    shell.write("a.txt", "你好。\n请立即处理。\n")
    shell("baseline", "--prune")
    assert rows(shell) == [("a.txt", "courtesy.you")]


def test_entries_of_files_that_were_not_looked_at_stay(shell: Shell) -> None:
    shell.write("a.txt", "你好。")
    shell.write("b.txt", "立即。")
    shell.write("c.txt", "立即。")
    shell("baseline")
    shell.write("a.txt", "立即。")
    (shell.folder / "c.txt").unlink()
    shell("baseline", "a.txt")
    assert rows(shell) == [("a.txt", "command.urgent"), ("b.txt", "command.urgent")]


def test_the_same_findings_give_the_same_bytes(shell: Shell) -> None:
    shell.write("a.txt", "你好。立即。")
    shell("baseline")
    before = (shell.folder / "replylint-baseline.jsonl").read_bytes()
    shell("baseline")
    assert (shell.folder / "replylint-baseline.jsonl").read_bytes() == before


def test_nothing_is_written_when_a_file_could_not_be_read(shell: Shell) -> None:
    shell.write("a.txt", "你好。")
    shell.write("b.txt", b"\0\1")
    ran = shell("baseline")
    assert ran.code == 2
    assert "b.txt" in ran.err
    assert not (shell.folder / "replylint-baseline.jsonl").exists()


def test_a_baseline_that_is_wrong_or_missing(shell: Shell) -> None:
    ran = shell("check", "--text", "您好", "--baseline", "none.jsonl")
    assert ran.code == 2
    assert ran.err.startswith("none.jsonl: there is no such baseline")
    shell.write("bad.jsonl", '{"replylint-baseline": 1}\n<<<<<<< ours\n')
    ran = shell("check", "--text", "您好", "--baseline", "bad.jsonl")
    assert (ran.code, ran.err.startswith("bad.jsonl:2:1: a merge conflict")) == (2, True)
