"""`replylint check`: what is printed, and the four exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Shell, environment


def test_a_clean_message_exits_0(shell: Shell) -> None:
    ran = shell("check", "--text", "您好，已为您处理。")
    assert ran.code == 0
    assert ran.out == "Nothing found in 1 file, 1 message.\n"
    assert ran.err == ""


@pytest.mark.parametrize("text", ["请立即处理", "請立即處理"])
def test_a_finding_exits_1(shell: Shell, text: str) -> None:
    ran = shell("check", "--text", text)
    assert ran.code == 1
    assert "-:1:2 warning command.urgent" in ran.out


def test_findings_below_the_failing_level_exit_0(shell: Shell) -> None:
    assert shell("check", "--text", "你好").code == 0
    assert shell("check", "--text", "你好", "--fail-level", "info").code == 1
    assert shell("check", "--text", "爱办不办", "--fail-level", "never").code == 0


def test_the_failing_level_is_that_of_the_files_settings(shell: Shell) -> None:
    shell.settings('[[overrides]]\npaths = ["lax/**"]\nfail_level = "never"\n')
    shell.write("lax/a.txt", "请立即处理")
    shell.write("strict/a.txt", "您好")
    assert shell("check", ".").code == 0
    shell.write("strict/a.txt", "请立即处理")
    assert shell("check", ".").code == 1


def test_what_could_not_be_checked_exits_3(shell: Shell) -> None:
    shell.settings("max_chars = 5\n")
    ran = shell("check", "--text", "请立即处理一下")
    assert ran.code == 3
    assert "not checked" in ran.out
    assert "max_chars" in ran.out


def test_an_unreadable_input_exits_2_even_beside_findings(shell: Shell) -> None:
    shell.write("a.txt", "请立即处理")
    shell.write("b.txt", b"\x89PNG\0\0\0")
    ran = shell("check", "a.txt", "b.txt")
    assert ran.code == 2
    assert "a.txt:1:2 warning command.urgent" in ran.out
    assert "b.txt:1:" in ran.out
    assert "binary" in ran.out


def test_folders_are_walked_and_findings_have_their_place(shell: Shell) -> None:
    shell.write("replies/a.txt", "您好😊，\n请立即处理。\n")
    shell.write("replies/deep/b.md", "暂无问题。\n")
    ran = shell("check", "--format", "jsonl")
    assert ran.code == 1
    (row,) = ran.rows
    assert row["path"] == "replies/a.txt"
    assert (row["line"], row["column"], row["end_line"], row["end_column"]) == (2, 2, 2, 4)
    assert (row["start"], row["end"]) == (6, 8)


def test_standard_input_is_read_from_a_dash(shell: Shell) -> None:
    ran = shell("check", "-", "--format", "jsonl", stdin="请立即处理".encode())
    assert [(row["path"], row["rule"]) for row in ran.rows] == [("-", "command.urgent")]


def test_standard_input_goes_by_the_name_it_is_given(shell: Shell) -> None:
    shell.settings('[[overrides]]\npaths = ["sms/**"]\nignore = ["command.*"]\n')
    line = '{"id": "m-1", "text": "请立即处理，找别人去"}\n'.encode()
    ran = shell("check", "-", "--stdin-filename", "sms/a.jsonl", "--format", "jsonl", stdin=line)
    assert ran.rules == ["shirk.others"]
    assert ran.rows[0]["path"] == "sms/a.jsonl"
    assert ran.rows[0]["message"] == "m-1"


def test_messages_of_a_stream_count_offsets_in_themselves(shell: Shell) -> None:
    lines = '{"text": "您好"}\n{"id": "m-88", "text": "请立即处理"}\n{"text": "立即！"}\n'
    shell.write("replies.jsonl", lines)
    ran = shell("check", "replies.jsonl", "--input-format", "jsonl", "--format", "jsonl")
    assert ran.code == 1
    assert [(row["message"], row["start"], row["end"]) for row in ran.rows] == [
        ("m-88", 1, 3),
        ("3", 0, 2),
    ]
    assert "line" not in ran.rows[0]


def test_a_row_that_cannot_be_read_is_an_error_beside_the_others(shell: Shell) -> None:
    shell.write("a.jsonl", '{"text": "请立即处理"}\n{"text": }\n')
    ran = shell("check", "a.jsonl", "--input-format", "jsonl", "--format", "jsonl")
    assert ran.code == 2
    assert ran.rules == ["command.urgent"]
    assert ran.err.startswith("a.jsonl:2:")


def test_every_format_is_written(shell: Shell) -> None:
    shell.write("a.txt", "请立即处理，暗号abcd12")
    for name in ("json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjsonl", "html", "text"):
        ran = shell("check", "a.txt", "--format", name)
        assert ran.code == 1
        assert "command.urgent" in ran.out
        assert "abcd12" not in ran.out + ran.err


def test_json_says_the_exit_code(shell: Shell) -> None:
    summary = json.loads(shell("check", "--text", "你好", "--format", "json").out)["summary"]
    assert summary["exit_code"] == 0
    assert summary["findings"]["info"] == 1


def test_output_goes_to_a_file_whole_or_not_at_all(shell: Shell) -> None:
    shell.write("a.txt", "请立即处理")
    ran = shell("check", "a.txt", "--format", "jsonl", "--output", "report.jsonl")
    assert (ran.code, ran.out) == (1, "")
    assert "command.urgent" in (shell.folder / "report.jsonl").read_text("utf-8")
    assert sorted(each.name for each in shell.folder.iterdir()) == [
        "a.txt",
        "replylint.toml",
        "report.jsonl",
    ]
    ran = shell("check", "a.txt", "--output", "none/report.txt")
    assert ran.code == 2
    assert ran.err.startswith("none/report.txt: the report cannot be written")
    assert shell("check", "a.txt", "--output", os.devnull).code == 1


@pytest.mark.parametrize(
    ("env", "option", "word"),
    [
        ("zh_TW.UTF-8", (), "警告"),
        ("de_DE.UTF-8", (), "warning"),
        ("de_DE.UTF-8", ("--lang", "zh"), "警告"),
        ("zh_CN.UTF-8", ("--lang", "en"), "warning"),
    ],
)
def test_it_speaks_the_language_of_the_locale_unless_told(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, env: str, option: tuple[str, ...], word: str
) -> None:
    monkeypatch.setenv("LC_ALL", env)
    assert word in shell("check", "--text", "请立即处理", *option).out


def test_rules_are_chosen_and_weighed_by_options(shell: Shell) -> None:
    words = ("check", "--format", "jsonl", "--text", "你立即办，找别人去")
    assert shell(*words).rules == ["courtesy.you", "command.urgent", "shirk.others"]
    assert shell(*words, "--select", "courtesy,shirk.*").rules == ["courtesy.you", "shirk.others"]
    assert shell(*words, "--ignore", "command.*").rules == ["courtesy.you", "shirk.others"]
    ran = shell(*words, "--severity", "courtesy.*=error", "--severity", "command.urgent=off")
    assert [row["severity"] for row in ran.rows] == ["error", "warning"]


def test_statistics_count_the_rules(shell: Shell) -> None:
    ran = shell("check", "--text", "立即立即你", "--statistics")
    assert "2  command.urgent" in ran.out


def test_quiet_leaves_only_findings(shell: Shell) -> None:
    assert shell("check", "--text", "您好", "--quiet").out == ""
    ran = shell("check", "--text", "请立即处理", "--quiet")
    assert "command.urgent" in ran.out
    assert "in 1 file" not in ran.out


def test_colour_is_for_terminals_unless_asked_for(shell: Shell) -> None:
    assert "\x1b[" not in shell("check", "--text", "请立即处理").out
    assert "\x1b[" in shell("check", "--text", "请立即处理", "--color", "always").out


def test_jobs_find_the_same(shell: Shell) -> None:
    for number in range(12):
        shell.write(f"r/{number:02}.txt", f"您好。请立即处理{number}。\n找别人去，你。\n")
    alone = shell("check", "r", "--format", "jsonl", "--jobs", "1")
    many = shell("check", "r", "--format", "jsonl", "--jobs", "2")
    assert len(alone.rows) == 36
    assert many == alone


def test_suppressions_silence_and_are_counted(shell: Shell) -> None:
    shell.write("a.md", "<!-- replylint: ignore[command.*] 法定用语 -->\n请立即处理。\n")
    ran = shell("check", "a.md")
    assert ran.code == 0
    assert "1 suppressed" in ran.out
    shell.write("a.md", "<!-- replylint: ignore[command.*] -->\n请处理。\n")
    ran = shell("check", "a.md", "--format", "jsonl")
    assert ran.rules == ["suppression.unused"]
    assert shell("check", "a.md", "--ignore", "suppression.unused").code == 0
    ran = shell("check", "a.md", "--format", "jsonl", "--severity", "suppression.*=info")
    assert (ran.code, ran.rows[0]["severity"]) == (0, "info")


def test_the_decision_is_not_the_exit_code(shell: Shell) -> None:
    shell.settings('policy = { block = "never", revise = "never" }\n')
    assert shell("check", "--text", "爱办不办").code == 1


def test_no_file_to_check_is_said(shell: Shell) -> None:
    shell.write("a.bin", "x")
    (shell.folder / "empty").mkdir()
    ran = shell("check", "empty")
    assert (ran.code, ran.err) == (0, "replylint: no file to check\n")
    shell.write("empty/picture.xyz", "x")
    ran = shell("check", "empty")
    assert ran.err == "replylint: no file to check (passed over: 1 of no known format)\n"


def test_excluded_files_are_checked_when_named_unless_forced(shell: Shell) -> None:
    shell.settings('exclude = ["drafts/"]\n')
    shell.write("drafts/a.txt", "请立即处理")
    assert shell("check", ".").code == 0
    assert shell("check", "drafts/a.txt").code == 1
    assert shell("check", "drafts/a.txt", "--force-exclude").code == 0


def test_the_nearest_settings_hold_for_a_file(shell: Shell) -> None:
    shell.write("a.txt", "请立即处理，你")
    pack = (Path(__file__).parent / "pack").as_posix()
    own = f'packs = ["{pack}"]\nglossary = []\nselect = ["courtesy"]\n'
    shell.write("below/replylint.toml", own)
    shell.write("below/a.txt", "请立即处理，你")
    ran = shell("check", ".", "--format", "jsonl")
    assert [(row["path"], row["rule"]) for row in ran.rows] == [
        ("a.txt", "command.urgent"),
        ("a.txt", "courtesy.you"),
        ("below/a.txt", "courtesy.you"),
    ]
    shell.write("other.toml", own)
    ran = shell("check", "a.txt", "--config", "other.toml", "--format", "jsonl")
    assert ran.rules == ["courtesy.you"]


def test_a_pack_can_be_named_on_the_command_line(shell: Shell) -> None:
    (shell.folder / "replylint.toml").unlink()
    pack = str(Path(__file__).parent / "pack")
    assert shell("check", "--text", "请立即处理", "--pack", pack).code == 1


def test_a_module_can_be_run(shell: Shell) -> None:
    words = [sys.executable, "-m", "replylint", "check", "--text", "请立即处理", "--quiet"]
    ran = subprocess.run(words, capture_output=True, check=False, env=environment())
    assert ran.returncode == 1
    assert b"command.urgent" in ran.stdout
