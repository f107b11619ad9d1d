from __future__ import annotations

import json
from dataclasses import replace

from replylint.model import Edit, Fix
from replylint.report.options import Options

from .cases import ERROR, PHONE, REVIEW, SAFE, SHOW, finding, fix, in_file, in_message, report

TEXT = "您好\r\n𐐀请立即处理"


def rows(*results: object, options: Options | None = None) -> list[dict[str, object]]:
    shown = report("rdjsonl", results, options)  # type: ignore[arg-type]
    return [json.loads(line) for line in shown.splitlines()]


def spot(line: int, start: int, end: int) -> dict[str, object]:
    return {"start": {"line": line, "column": start}, "end": {"line": line, "column": end}}


def test_columns_are_bytes() -> None:
    found = finding(6, 8, "像是在下命令", severity=ERROR, fixes=(fix(6, 8, "尽早"),))
    options = Options(docs="https://example.com/rules/")
    assert rows(in_file(TEXT, found), options=options) == [
        {
            "message": "像是在下命令",
            "location": {"path": "a.md", "range": spot(2, 8, 14)},
            "severity": "ERROR",
            "source": {"name": "replylint"},
            "code": {
                "value": "command.urgent",
                "url": "https://example.com/rules/command.urgent.md",
            },
            "suggestions": [{"range": spot(2, 8, 14), "text": "尽早"}],
        }
    ]


def test_a_message_of_a_stream_has_no_range_in_the_file() -> None:
    found = finding(0, 1, fixes=(fix(0, 1, "x"),))
    stream, stdin = rows(in_message(TEXT, found, path="s.jsonl"), in_message(TEXT, found))
    assert stream["location"] == {"path": "s.jsonl"}
    assert stdin["location"] == {"path": "<stdin>"}
    assert stream["code"] == {"value": "command.urgent"}
    assert "suggestions" not in stream


def test_edits_of_one_fix_become_one_suggestion() -> None:
    both = Fix("", SAFE, (Edit(6, 8, ""), Edit(5, 5, "方便时")))
    (row,) = rows(in_file(TEXT, finding(6, 8, fixes=(both, fix(0, 1, "想法", SHOW)))))
    assert row["suggestions"] == [{"range": spot(2, 5, 14), "text": "方便时请"}]


def test_what_is_masked_is_not_copied_into_a_suggestion() -> None:
    text = f"你的号码{PHONE}你的"
    both = Fix("", REVIEW, (Edit(0, 1, "您"), Edit(15, 16, "您")))
    private = finding(4, 15, sensitive=True)
    (row, _) = rows(in_file(text, finding(0, 1, fixes=(both,)), private))
    assert "suggestions" not in row
    (row,) = rows(in_file(text, replace(private, sensitive=False, fixes=(both,))))
    assert row["suggestions"] == [{"range": spot(1, 1, 27), "text": f"您的号码{PHONE}您"}]
