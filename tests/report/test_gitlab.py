from __future__ import annotations

import json

from .cases import ERROR, INFO, finding, in_file, in_message, report


def test_issues() -> None:
    text = "一二\n三四"
    result = in_file(text, finding(1, 4, "x", severity=ERROR), finding(4, 5, severity=INFO))
    first, second, third = json.loads(report("gitlab", [result, in_message(text, finding(4, 5))]))
    assert len(first.pop("fingerprint")) == 32
    assert first == {
        "description": "x",
        "check_name": "command.urgent",
        "severity": "critical",
        "location": {"path": "a.md", "lines": {"begin": 1, "end": 2}},
    }
    assert second["location"] == {"path": "a.md", "lines": {"begin": 2}}
    assert second["severity"] == "info"
    # The line of a message in its stream is not known.
    assert third["location"] == {"path": "<stdin>", "lines": {"begin": 1}}
    assert third["severity"] == "major"


def test_nothing_is_an_empty_report() -> None:
    assert json.loads(report("gitlab", [])) == []


def test_fingerprints_do_not_move_with_the_line() -> None:
    def prints(text: str) -> list[str]:
        start = text.index("立即")
        rows = json.loads(report("gitlab", [in_file(text, finding(start, start + 2))]))
        return [row["fingerprint"] for row in rows]

    middle = "甲" * 60 + "请立即处理" + "乙" * 60
    assert prints(middle) == prints("新的一行\n" + middle + "\n末尾")
