"""`rules train`: sentences in, a table out, and what it reached said beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("sklearn")

from .conftest import Shell


def _rows(path: Path, salt: str) -> None:
    rows = []
    for who in ("客户", "家属", "房东", "贵司", "同事", "店长"):
        for what in ("贷款", "账单", "保单", "额度"):
            rows += [
                {"text": f"{who}{salt}{what}再拖就等着瞧", "topics": ["threat"], "kind": "short"},
                {"text": f"{who}{salt}{what}等着审批", "topics": [], "kind": "near"},
                {"text": f"{who}{salt}{what}再等两天", "topics": [], "kind": "near"},
            ]
    both = [{**row, "lang": tag} for row in rows for tag in ("zh-Hans", "zh-Hant")]
    path.write_text("".join(json.dumps(row) + "\n" for row in both), encoding="utf-8")


def test_a_table_is_learned_and_written(shell: Shell) -> None:
    for name, salt in (("one", "的"), ("two", "那笔"), ("three", "这边")):
        _rows(shell.folder / f"{name}.jsonl", salt)
    ran = shell("rules", "train", "one.jsonl", "two.jsonl", "three.jsonl", "-o", "evidence.yaml")
    assert ran.code == 0
    assert "held-out offences raised: hans " in ran.err
    text = (shell.folder / "evidence.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema.json\n")
    assert "\nevidence:\n  conduct:\n" in text


def test_one_file_is_not_enough(shell: Shell) -> None:
    _rows(shell.folder / "one.jsonl", "的")
    ran = shell("rules", "train", "one.jsonl")
    assert ran.code == 2
    assert "can be held out" in ran.err
    assert ran.out == ""


def test_a_wrong_line_is_named(shell: Shell) -> None:
    (shell.folder / "one.jsonl").write_text("{}\n", encoding="utf-8")
    ran = shell("rules", "train", "one.jsonl")
    assert ran.code == 2
    assert "one.jsonl:1:1" in ran.err
