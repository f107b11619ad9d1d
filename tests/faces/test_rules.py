"""`replylint rules` and `explain`: what the packs hold, and how a message is read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from .conftest import PACK, Shell


def test_rules_are_listed(shell: Shell) -> None:
    ran = shell("rules", "list")
    assert ran.code == 0
    assert [line.split()[0] for line in ran.out.splitlines()] == [
        "command.urgent",
        "courtesy.you",
        "privacy.code",
        "rude.idle",
        "shirk.others",
    ]
    (row,) = json.loads(shell("rules", "list", "command", "--format", "json", "--lang", "zh").out)
    assert (row["rule"], row["severity"], row["pack"]) == ("command.urgent", "warning", "toys")
    assert row["text"] == "“…”像是在下命令"


def test_a_rule_is_explained(shell: Shell) -> None:
    ran = shell("rules", "explain", "command.urgent")
    assert ran.code == 0
    for words in ("# command.urgent", "A customer takes no orders.", "请[[立即]]处理。", "§3.1"):
        assert words in ran.out
    assert "客户不是下属。" in shell("rules", "explain", "command.urgent", "--lang", "zh").out


def test_a_message_is_explained(shell: Shell) -> None:
    ran = shell("explain", "立即贷要你立即来，暗号abcd12")
    assert ran.code == 0
    assert "✗ except" in ran.out
    assert ran.out.count("✓ found") == 3
    assert "abcd12" not in ran.out
    assert shell("explain", "--text", "您好").out.count("no rule woke") == 1
    assert "立即" in shell("explain", "-", stdin="立即".encode()).out


def test_one_rule_is_explained_on_a_message(shell: Shell) -> None:
    ran = shell("rules", "explain", "command.urgent", "--text", "你立即来")
    assert "command.urgent" in ran.out
    assert "courtesy.you" not in ran.out


def test_examples_are_run(shell: Shell) -> None:
    ran = shell("rules", "test")
    assert (ran.code, ran.out) == (0, "5 rules, 20 examples, 0 do not hold\n")
    ran = shell("rules", "test", "command", "rude.idle")
    assert ran.out == "2 rules, 8 examples, 0 do not hold\n"


def test_an_example_that_does_not_hold_is_told_with_its_place(shell: Shell) -> None:
    text = (PACK / "zh" / "words.yaml").read_text("utf-8")
    shell.write("house/pack.yaml", (PACK / "pack.yaml").read_bytes())
    shell.write("house/zh/words.yaml", text.replace("- 请及时处理。", "- 请立即处理。"))
    ran = shell("rules", "test", "--pack", "./house")
    assert ran.code == 1
    line = text.splitlines().index("        - 请及时处理。") + 1
    assert ran.out.startswith(f"house/zh/words.yaml:{line}:11: command.urgent: alone:")


def test_the_schema_fits_the_pack(shell: Shell) -> None:
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(json.loads(shell("rules", "schema").out))
    for name in ("pack.yaml", "zh/words.yaml"):
        validator.validate(yaml.safe_load((PACK / name).read_text("utf-8")))
    settings = json.loads(shell("rules", "schema", "--settings").out)
    assert settings["title"] == "replylint.toml"


def test_the_schema_is_written_and_checked(shell: Shell) -> None:
    assert shell("rules", "schema", "--check", "schema.json").code == 1
    assert shell("rules", "schema", "schema.json").code == 0
    assert shell("rules", "schema", "--check", "schema.json").code == 0
    assert shell("rules", "schema", "--settings", "--check", "schema.json").code == 1
    assert shell("rules", "schema", "--check").code == 2


@pytest.mark.parametrize("kind", ["phrase", "pattern", "sequence", "require", "metric"])
def test_a_new_rule_loads_as_it_is(shell: Shell, kind: str) -> None:
    ran = shell("rules", "new", "vague.house-date", "--kind", kind, "--into", "house")
    assert ran.code == 0, ran.err
    assert (shell.folder / "house/pack.yaml").exists()
    ran = shell("rules", "list", "vague.house-date", "--pack", "./house")
    assert ran.code == 0, ran.err
    ran = shell("rules", "new", "vague.house-date", "--into", "house")
    assert (ran.code, "is there already" in ran.err) == (2, True)


def test_a_new_rule_is_printed_where_it_is_not_told_to_go(shell: Shell) -> None:
    ran = shell("rules", "new", "vague.house-date")
    assert "id: vague.house-date" in ran.out
    ran = shell("rules", "new", "Vague")
    assert (ran.code, "is no rule id" in ran.err) == (2, True)


def test_pages_are_written_and_checked(shell: Shell) -> None:
    assert shell("rules", "docs", "pages", "--check").code == 1
    assert shell("rules", "docs", "pages").code == 0
    folder = shell.folder / "pages"
    assert (folder / "README.md").exists()
    assert "客户不是下属。" in (folder / "command.urgent.md").read_text("utf-8")
    assert shell("rules", "docs", "pages", "--check").code == 0
    (folder / "command.urgent.md").write_text("x", "utf-8")
    (folder / "vague.gone.md").write_text("x", "utf-8")
    ran = shell("rules", "docs", "pages", "--check")
    assert ran.code == 1
    assert {Path(line.split(": ")[1]).name for line in ran.err.splitlines()} == {
        "command.urgent.md",
        "vague.gone.md",
    }
    shell("rules", "docs", "pages")
    assert shell("rules", "docs", "pages", "--check").code == 0


def test_rules_are_scored_on_labelled_rows(shell: Shell) -> None:
    rows = [
        {"id": "r1", "text": "请立即处理", "topics": ["command"], "kind": "short"},
        {"id": "r2", "text": "马上去办", "topics": ["command"], "kind": "short"},
        {"text": "找别人去", "category": "shirking", "strength": "strong"},
        {"text": "爱办不办", "category": "other", "strength": "weak"},
        {"text": "请立即挂失", "topics": []},
        {"text": "您好"},
    ]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    shell.write("rows.jsonl", lines)
    ran = shell("rules", "score", "rows.jsonl", "--rows")
    assert ran.code == 0
    assert "caught, by any rule: 3/4 (75.0%)" in ran.out
    assert "false alarms in clean rows: 1/2 (50.0%)" in ran.out
    assert ran.out.endswith("missed: r2\n\nfalse alarms: rows.jsonl:5\n")
    assert "立即" not in ran.out
    told = json.loads(shell("rules", "score", "rows.jsonl", "--format", "json").out)
    assert told["topics"]["shirk"] == {"hits": 1, "of": 1}
    assert told["rules"]["command.urgent"] == {"right": 1, "beside": 0, "false": 1}
    assert shell("rules", "score", "-", stdin=lines.encode()).out.startswith("findings from")


def test_rows_that_cannot_be_read(shell: Shell) -> None:
    shell.write("rows.jsonl", '{"text": "您好"}\n{"topics": []}\n')
    ran = shell("rules", "score", "rows.jsonl")
    assert (ran.code, ran.err.startswith("rows.jsonl:2:1: a row is an object")) == (2, True)
    ran = shell("rules", "score", "none.jsonl")
    assert (ran.code, ran.err.startswith("none.jsonl: cannot be read")) == (2, True)


def test_settings_to_start_from(shell: Shell) -> None:
    ran = shell("init")
    assert (ran.code, "is there already" in ran.err) == (2, True)
    assert shell("init", "--force").code == 0
    text = (shell.folder / "replylint.toml").read_text("utf-8")
    assert "#select" in text
    assert shell("init", "new").code == 0
    assert shell("rules", "list", "--config", "new/replylint.toml").code == 0
