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


def test_what_changes_is_shown_by_words(shell: Shell) -> None:
    """Not by characters: the two words share one. Traditional and English words are words, too."""
    shell.write("house/pack.yaml", 'pack: house\nversion: "1"\ntitle: House\ntopics: [house]\n')
    shell.write("house/zh/words.yaml", SWAPS)
    shell.settings("")
    for before, after in (
        ("请联系柜台。", "请[-联系-]{+联络+}柜台。"),
        ("請聯系櫃台。", "請[-聯系-]{+聯絡+}櫃台。"),
        ("请按contract办理。", "请按[-contract-]{+contact+}办理。"),
    ):
        plain = shell("rewrite", "--text", before, "--pack", "./house")
        assert after in plain.out
    coloured = shell("rewrite", "--text", "请联系柜台。", "--pack", "./house", "--color", "always")
    assert "[-" not in coloured.out
    assert "\x1b[31m\x1b[9m联系\x1b[0m\x1b[32m联络\x1b[0m" in coloured.out


SWAPS = """\
lang: zh
rules:
  - id: house.words
    kind: phrase
    severity: warning
    confidence: high
    match: [联系, contract]
    except: [联系人]
    message: {zh: 换个说法, en: Say it otherwise}
    reason: {zh: 本行用语。, en: House style.}
    source: 本行规范
    rewrite:
      swap:
        联系: {hans: 联络, hant: 聯絡}
        contract: contact
      safety: review
    examples:
      bad:
        - {text: "请[[联系]]柜台。", fixed: 请联络柜台。}
        - {text: "请按[[contract]]办理。", fixed: 请按contact办理。}
      good: [请联络柜台。, 联系人是谁。]
"""


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
