"""`replylint rewrite`: the proposed reply for every message."""

from __future__ import annotations

import pytest

from .conftest import Shell


def test_every_message_gets_a_line(shell: Shell) -> None:
    lines = '{"id": "m-88", "text": "请立即处理，找别人去。"}\n{"text": "您好"}\n'
    ran = shell(
        "rewrite", "-", "--input-format", "jsonl", "--format", "jsonl", stdin=lines.encode()
    )
    assert ran.code == 0
    assert ran.rows == [
        {
            "message": "m-88",
            "text": "请及时处理，我帮您转接。",
            "applied": ["command.urgent", "shirk.others"],
            "remaining": [],
            "path": "-",
            "line": 1,
        },
        {"message": "2", "text": "您好", "applied": [], "remaining": [], "path": "-", "line": 2},
    ]


def test_safety_bounds_what_is_applied(shell: Shell) -> None:
    words = ("rewrite", "--text", "立即办，找别人去", "--format", "jsonl")
    (row,) = shell(*words, "--safety", "safe").rows
    assert row["text"] == "及时办，找别人去"
    assert row["remaining"] == [{"rule": "shirk.others", "start": 4, "end": 8}]
    assert shell(*words, "--safety", "safe").code == 1
    assert shell(*words).code == 0


def test_people_see_what_changes_with_what_is_sensitive_masked(shell: Shell) -> None:
    ran = shell("rewrite", "--text", "请立即处理，暗号abcd12")
    assert "请[-立即-]{+及时+}处理，暗号******" in ran.out
    assert "applied command.urgent" in ran.out
    assert "remaining privacy.code" in ran.out
    assert ran.code == 1


def test_what_is_suppressed_is_not_rewritten(shell: Shell) -> None:
    shell.write("a.md", "<!-- replylint: ignore[command.*] -->\n请立即处理，你好。\n")
    (row,) = shell("rewrite", "a.md", "--format", "jsonl").rows
    assert str(row["text"]).strip() == "请立即处理，您好。"


@pytest.mark.parametrize("text", ["请立即处理，你好", "請立即處理，你好", "立即\n\n立即"])
def test_rewriting_again_changes_nothing(shell: Shell, text: str) -> None:
    (row,) = shell("rewrite", "--text", text, "--format", "jsonl").rows
    (again,) = shell("rewrite", "--text", str(row["text"]), "--format", "jsonl").rows
    assert row["text"] != text
    assert (again["text"], again["applied"]) == (row["text"], [])


def test_the_output_can_be_a_file(shell: Shell) -> None:
    ran = shell("rewrite", "--text", "立即", "--format", "jsonl", "--output", "out.jsonl")
    assert ran.out == ""
    assert "及时" in (shell.folder / "out.jsonl").read_text("utf-8")
