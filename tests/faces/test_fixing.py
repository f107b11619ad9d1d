"""--fix, --unsafe-fixes and --diff: what changes, what does not, and what is left to find."""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import Shell


def test_safe_fixes_are_applied_and_the_rest_is_reported(shell: Shell) -> None:
    path = shell.write("a.txt", "你好，请立即处理。找别人去。\n")
    ran = shell("check", "a.txt", "--fix")
    assert path.read_text("utf-8") == "您好，请及时处理。找别人去。\n"
    assert ran.code == 1
    assert "shirk.others" in ran.out
    assert "command.urgent" not in ran.out
    assert "2 fixed" in ran.out
    ran = shell("check", "a.txt", "--unsafe-fixes")
    assert path.read_text("utf-8") == "您好，请及时处理。我帮您转接。\n"
    assert ran.code == 0


def test_nothing_to_fix_leaves_the_file_alone(shell: Shell) -> None:
    path = shell.write("a.txt", "爱办不办\r\n")
    before = path.stat()
    assert shell("check", "a.txt", "--fix").code == 1
    assert path.read_bytes() == "爱办不办\r\n".encode()
    assert path.stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("gb18030", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
    ],
)
def test_encoding_line_ends_and_mode_stay(shell: Shell, encoding: str, mark: bytes) -> None:
    text = "您好，感谢您的耐心等待。\r\n请立即处理。\r\n客服中心\r\n"
    path = shell.write("a.txt", mark + text.encode(encoding))
    path.chmod(0o640)
    assert shell("check", "a.txt", "--fix").code == 0
    assert path.read_bytes() == mark + text.replace("立即", "及时").encode(encoding)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_what_is_suppressed_or_accepted_is_not_fixed(shell: Shell) -> None:
    text = "<!-- replylint: ignore[command.*] 法定用语 -->\n请立即处理。\n\n立即办，你好。\n"
    path = shell.write("a.md", text)
    assert shell("check", "a.md", "--fix").code == 0
    assert path.read_text("utf-8") == text.replace("立即办，你好", "及时办，您好")
    path.write_text("请立即处理。\n\n你好，立即办。\n", "utf-8")
    shell.settings('baseline = "known.jsonl"\n')
    assert shell("baseline", "--select", "courtesy").code == 0
    assert shell("check", "a.md", "--fix").code == 0
    assert path.read_text("utf-8") == "请及时处理。\n\n你好，及时办。\n"


def test_standard_input_is_mended_to_standard_output(shell: Shell) -> None:
    ran = shell("check", "-", "--fix", stdin="请立即处理，找别人去\r\n".encode())
    assert ran.raw == "请及时处理，找别人去\r\n".encode()
    assert "shirk.others" in ran.err
    assert ran.code == 1
    ran = shell("check", "-", "--fix", stdin="您好\n".encode("gb18030"))
    assert ran.raw == "您好\n".encode("gb18030")


def test_a_diff_shows_the_change_and_changes_nothing(shell: Shell) -> None:
    path = shell.write("r/a.txt", "您好。\n请立即处理。\n找别人去。\n")
    before = path.read_bytes()
    ran = shell("check", "r", "--diff")
    assert ran.code == 1
    assert ran.out == (
        "--- a/r/a.txt\n+++ b/r/a.txt\n@@ -1,3 +1,3 @@\n"
        " 您好。\n-请立即处理。\n+请及时处理。\n 找别人去。\n"
    )
    assert "+我帮您转接。" in shell("check", "r", "--diff", "--unsafe-fixes").out
    assert path.read_bytes() == before


def test_a_diff_masks_what_is_sensitive(shell: Shell) -> None:
    shell.write("a.txt", "暗号abcd12，请立即处理")
    ran = shell("check", "a.txt", "--diff")
    assert "abcd12" not in ran.out + ran.err
    assert "+暗号******，请及时处理\n\\ No newline at end of file\n" in ran.out


def test_a_read_only_file_is_an_error_and_stays(shell: Shell) -> None:
    path = shell.write("a.txt", "请立即处理")
    path.chmod(0o444)
    ran = shell("check", "a.txt", "--fix")
    assert ran.code == 2
    assert "the file is read-only, it was not changed" in ran.out
    assert path.read_text("utf-8") == "请立即处理"
    assert [each.name for each in shell.folder.iterdir() if each.suffix != ".toml"] == ["a.txt"]


def test_fixes_of_a_stream_are_written_in_its_file(shell: Shell) -> None:
    path = shell.write("a.jsonl", '{"id": "m-1", "text": "请立即处理"}\n{"text": "您好"}\n')
    assert shell("check", "a.jsonl", "--input-format", "jsonl", "--fix").code == 0
    assert path.read_text("utf-8") == '{"id": "m-1", "text": "请及时处理"}\n{"text": "您好"}\n'


def test_many_files_are_fixed_by_many_processes(shell: Shell) -> None:
    paths = [shell.write(f"r/{number}.txt", f"请立即处理{number}") for number in range(4)]
    assert shell("check", "r", "--fix", "--jobs", "2").code == 0
    assert [path.read_text("utf-8") for path in paths] == [f"请及时处理{n}" for n in range(4)]


def test_a_link_is_written_through(shell: Shell) -> None:
    target = shell.write("real/a.txt", "请立即处理")
    os.symlink(target, shell.folder / "link.txt")
    assert shell("check", "link.txt", "--fix").code == 0
    assert (shell.folder / "link.txt").is_symlink()
    assert target.read_text("utf-8") == "请及时处理"


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    st.lists(st.sampled_from(["你", "立即", "找别人去", "您好", "😊", "，", "。", "\n", "\r\n"]))
)
def test_fixing_twice_changes_nothing_more(shell: Shell, parts: list[str]) -> None:
    path = shell.write("a.txt", "".join(["您", *parts]))
    shell("check", "a.txt", "--unsafe-fixes")
    once = path.read_bytes()
    ran = shell("check", "a.txt", "--unsafe-fixes", "--diff")
    assert ran.out == ""
    assert Path("a.txt").read_bytes() == once
    for word in ("你", "立即", "找别人去"):
        assert word not in once.decode()
