from __future__ import annotations

import json

from replylint.model import FileResult, Source, Trouble

from .cases import ERROR, SAFE, finding, fix, in_file, in_message, report

TEXT = "您好\n请立即处理"
FOUND = finding(4, 6, "像是在下命令", fixes=(fix(4, 6, "尽早", SAFE, "缓一缓"),))
MESSAGE_ROW = {
    "path": None,
    "conversation": "c-9",
    "message": "m-1",
    "rule": "command.urgent",
    "topic": "command",
    "severity": "warning",
    "confidence": "high",
    "start": 4,
    "end": 6,
    "text": "像是在下命令",
    "sensitive": False,
    "fixes": [
        {"title": "缓一缓", "safety": "safe", "edits": [{"start": 4, "end": 6, "text": "尽早"}]}
    ],
}
FILE_ROW = {
    **MESSAGE_ROW,
    "path": "a.md",
    "conversation": None,
    "message": None,
    "line": 2,
    "column": 2,
    "end_line": 2,
    "end_column": 4,
}


def test_jsonl_is_one_finding_a_line_as_promised() -> None:
    results = [in_message(TEXT, FOUND, conversation="c-9"), in_file(TEXT, FOUND)]
    shown = report("jsonl", results).splitlines()
    assert [json.loads(line) for line in shown] == [MESSAGE_ROW, FILE_ROW]
    assert list(json.loads(shown[0])) == list(MESSAGE_ROW)
    assert "请" not in shown[0]
    assert "像是在下命令" in shown[0]  # readable, not escaped


def test_json_is_one_object() -> None:
    lost = FileResult(Source("b.md", ""), errors=(Trouble("not a text file", "b.md"),))
    late = FileResult(
        Source("c.md", ""), incomplete=(Trouble("too slow", "c.md", 3, 1, "m", "c", "x.y"),)
    )
    whole = json.loads(report("json", [in_file(TEXT, FOUND), lost, late]))
    assert list(whole) == ["version", "tool", "findings", "summary"]
    assert whole["version"] == 1
    assert whole["tool"] == {"name": "replylint", "version": "0.1.0"}
    assert whole["findings"] == [FILE_ROW]
    assert whole["summary"] == {
        "files": 2,
        "messages": 1,
        "findings": {"error": 0, "warning": 1, "info": 0},
        "rules": {"command.urgent": 1},
        "suppressed": 0,
        "known": 0,
        "untouched": 0,
        "fixable": {"safe": 1, "review": 0},
        "fixed": 0,
        "incomplete": [
            {
                "path": "c.md",
                "line": 3,
                "column": 1,
                "conversation": "c",
                "message": "m",
                "rule": "x.y",
                "text": "too slow",
            }
        ],
        "errors": [
            {
                "path": "b.md",
                "line": None,
                "column": None,
                "conversation": None,
                "message": None,
                "rule": None,
                "text": "not a text file",
            }
        ],
        "elapsed": None,
        "exit_code": 1,
    }


def test_json_of_nothing_and_of_several() -> None:
    assert json.loads(report("json", []))["findings"] == []
    several = json.loads(report("json", [in_file(TEXT, FOUND, finding(0, 1, severity=ERROR))] * 2))
    assert [row["severity"] for row in several["findings"]] == ["warning", "error"] * 2


def test_jsonl_of_nothing() -> None:
    assert report("jsonl", []) == ""


def test_a_lone_surrogate_can_be_written() -> None:
    for format in ("json", "jsonl"):
        shown = report(format, [in_message("\ud800", finding(0, 1, "“\ud800”"))])
        shown.encode()
        assert "\\ud800" in shown
