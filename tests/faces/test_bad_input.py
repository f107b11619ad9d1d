"""Whatever is wrong: a line that says where and what to do, the right code, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from replylint.faces import inputs

from .conftest import Ran, Shell, environment


def told(ran: Ran, code: int, *words: str) -> None:
    """It exits with ``code`` and says ``words``."""
    said = ran.out + ran.err
    assert ran.code == code, said
    assert "Traceback" not in said
    for word in words:
        assert word in said


def test_empty_input_is_fine(shell: Shell) -> None:
    told(shell("check", "-", stdin=b""), 0)
    shell.write("a.txt", "")
    told(shell("check", "a.txt"), 0, "empty")
    told(shell("check", "--text", ""), 0)


def test_a_file_that_is_not_there(shell: Shell) -> None:
    told(shell("check", "none.txt"), 2, "none.txt", "cannot be found")
    told(shell("rewrite", "none.txt"), 2, "none.txt", "cannot be found")
    told(shell("check", "--format", "jsonl", "none.txt"), 2, "none.txt", "cannot be found")


def test_a_file_that_vanishes(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    path = shell.write("a.txt", "请立即处理")
    reading = inputs.Inputs.readings

    def gone(self: inputs.Inputs, files: object) -> object:
        told = reading(self, files)  # type: ignore[arg-type]
        path.unlink()
        return told

    monkeypatch.setattr(inputs.Inputs, "readings", gone)
    told(shell("check", "a.txt"), 3, "a.txt", "it is gone")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read(shell: Shell) -> None:
    shell.write("a.txt", "您好").chmod(0)
    told(shell("check", "a.txt"), 3, "a.txt", "cannot be read")


def test_a_binary_file(shell: Shell) -> None:
    shell.write("a.txt", b"GIF89a\0\1\2\xff\xfe")
    told(shell("check", "a.txt"), 2, "a.txt:1:", "binary")


def test_nul_bytes(shell: Shell) -> None:
    told(shell("check", "-", stdin="您好\0".encode()), 2, "-:1:3", "NUL")


def test_invalid_utf_8(shell: Shell) -> None:
    shell.write("a.txt", b"abc\n \xff\n")
    told(shell("check", "a.txt"), 2, "a.txt:2:2", "0xFF")


def test_a_lone_surrogate(shell: Shell) -> None:
    told(shell("check", "-", stdin=b"\xed\xa0\x80"), 2, "-:1:1", "surrogate")
    told(shell("check", "--text", "立即\ud83d"), 2, "surrogate")
    line = b'{"text": "\\ud83d\xe8\xaf\xb7\xe7\xab\x8b\xe5\x8d\xb3"}\n'
    for format in ("text", "jsonl", "json"):
        ran = shell("check", "-", "--input-format", "jsonl", "--format", format, stdin=line)
        told(ran, 1, "command.urgent")


def test_bytes_of_the_command_line_in_another_encoding(shell: Shell) -> None:
    words = os.fsdecode("请立即处理，谢谢您的理解".encode("gb18030"))
    told(shell("check", "--text", words), 1, "command.urgent")


def test_a_folder_that_leads_back_to_itself(shell: Shell) -> None:
    shell.write("r/a.txt", "您好")
    os.symlink(shell.folder / "r", shell.folder / "r" / "again")
    told(shell("check", "r"), 3, "r/again", "a link back")


def test_a_long_line(shell: Shell) -> None:
    shell.write("a.txt", "您好，感谢您。" * 20_000 + "请立即处理")
    told(shell("check", "a.txt"), 1, "a.txt:1:140002", "command.urgent")
    shell.settings("max_chars = 1000\n")
    told(shell("check", "a.txt"), 3, "a.txt:1:1", "max_chars")
    told(shell("rewrite", "a.txt"), 3, "max_chars")


def test_settings_that_are_wrong(shell: Shell) -> None:
    shell.settings('serverity = { "command.*" = "error" }\n')
    told(shell("check", "--text", "您好"), 2, "replylint.toml:3:1", 'did you mean "severity"?')
    shell.settings("select = [\n")
    told(shell("check", "--text", "您好"), 2, "replylint.toml:", "not valid TOML")
    shell.settings('ignore = ["command.urgnet"]\n')
    told(
        shell("check", "--text", "您好"), 2, "replylint.toml:3:11", 'did you mean "command.urgent"?'
    )
    told(
        shell("check", "--text", "您好", "--config", "none.toml"),
        2,
        "none.toml",
        "no such settings",
    )


def test_a_pack_that_is_wrong(shell: Shell) -> None:
    shell.write("house/pack.yaml", 'pack: house\nversion: "1"\n')
    shell.write("house/a.yaml", "lang: zh\nrules:\n  - id: command.x\n    knid: phrase\n")
    ran = shell("check", "--text", "您好", "--pack", "./house")
    told(ran, 2, "house/a.yaml:4:5", 'did you mean "kind"?')
    told(shell("check", "--text", "您好", "--pack", "./none"), 2, "--pack", "there is no folder")
    told(shell("check", "--text", "您好", "--pack", "nobody-has-it"), 2, "nobody-has-it")
    shell.write("house/a.yaml", "lang: zh\nrules: &a [*a, *a]\n")
    told(shell("check", "--text", "您好", "--pack", "./house"), 2, "house/a.yaml:2")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "--formt", "json"), "--format"),
        (("check", "--format", "jsno"), 'did you mean "json'),
        (("check", "--color", "sometimes"), "always"),
        (("check", "--jobs", "many"), "--jobs"),
        (("check", "--jobs=-1"), "--jobs"),
        (("check", "--fail-level", "warn"), 'did you mean "warning"?'),
        (("check", "--select", "comand.urgent"), 'did you mean "command.urgent"?'),
        (("check", "--select", "Command!"), "no rule id or pattern"),
        (("check", "--severity", "command"), "RULE=LEVEL"),
        (("check", "--input-format", "jsnl"), 'did you mean "jsonl"?'),
        (("check", "--text", "您好", "a.txt"), "--text stands in for files"),
        (("check", "--text"), "--text"),
        (("chekc",), 'did you mean "check"?'),
        (("rules", "lsit"), 'did you mean "list"?'),
        (("rules", "explain", "command.urgnet"), 'did you mean "command.urgent"?'),
        (("rewrite", "--safety", "show"), "--safety"),
        (("explain",), "one message"),
        (("rules", "score"), "FILES"),
    ],
)
def test_a_command_line_that_is_wrong(shell: Shell, words: tuple[str, ...], said: str) -> None:
    told(shell(*words), 2, said)


@pytest.mark.parametrize("name", ["audit", "serve", "lsp"])
def test_commands_that_come_later_are_not_there_yet(shell: Shell, name: str) -> None:
    told(shell(name), 2, f'there is no command "{name}"')


def test_words_given_as_a_path_are_told_about_text(shell: Shell) -> None:
    told(shell("check", "请立即处理"), 2, "--text")


def test_nothing_at_all_shows_the_help(shell: Shell) -> None:
    ran = shell()
    assert ran.code == 2
    assert "Usage: replylint" in ran.out + ran.err
    ran = shell("--help")
    assert (ran.code, "Exit codes: 0" in ran.out) == (0, True)
    assert shell("--version").out.startswith("replylint 0.")


def test_an_interrupted_run_is_incomplete(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(inputs.FileLint, "__call__", interrupted)
    told(shell("check", "--text", "请立即处理"), 3, "interrupted")


def test_a_reader_that_leaves_early(shell: Shell) -> None:
    shell.write("a.txt", "请立即处理\n" * 2_000)
    words = [sys.executable, "-m", "replylint", "check", "a.txt", "--format", "jsonl"]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as ran:
        assert ran.stdout
        assert ran.stderr
        ran.stdout.readline()
        ran.stdout.close()
        assert ran.stderr.read() == b""
        assert ran.wait() == 3


def test_a_full_disk_is_told(shell: Shell) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device that is always full")
    words = [sys.executable, "-m", "replylint", "check", "--text", "请立即处理"]
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            words, stdout=full, stderr=subprocess.PIPE, check=False, env=environment()
        )
    assert ran.returncode == 3
    assert b"Traceback" not in ran.stderr
    assert b"No space left" in ran.stderr
