from __future__ import annotations

import io
import json

import pytest

from replylint.errors import UsageError
from replylint.model import Incomplete, Message, Rewrite
from replylint.report.options import Options
from replylint.report.rewrites import Proposal, write_rewrites

from .cases import finding


def shown(format: str, *proposals: Proposal, options: Options | None = None) -> str:
    stream = io.StringIO()
    write_rewrites(format, proposals, stream, options or Options(lang="zh", width=60))
    return stream.getvalue()


BETTER = Rewrite("请您方便时处理", ("command.urgent",), (finding(0, 2, rule="vague.soon"),))


def test_jsonl_is_as_promised() -> None:
    line = shown("jsonl", Proposal(Message("请立即处理", id="m-88"), BETTER))
    assert list(json.loads(line)) == ["message", "text", "applied", "remaining"]
    assert json.loads(line) == {
        "message": "m-88",
        "text": "请您方便时处理",
        "applied": ["command.urgent"],
        "remaining": [{"rule": "vague.soon", "start": 0, "end": 2}],
    }


def test_jsonl_says_where_in_a_file() -> None:
    row = json.loads(shown("jsonl", Proposal(Message("x"), Rewrite("x"), path="a.md", line=3)))
    assert (row["message"], row["path"], row["line"]) == (None, "a.md", 3)


def test_text_compares_word_by_word() -> None:
    left = Proposal(Message("请立即处理", id="m-88"), BETTER, path="a.md", line=3)
    assert shown("text", left).splitlines() == [
        "a.md:3 m-88",
        "  请[-立即-]{+您方便时+}处理",
        "  已改 command.urgent",
        "  仍有 vague.soon",
        "",
    ]


def test_lines_stay_lines() -> None:
    before, after = "您好，\r\n\r\n请立即处理\n谢谢", "您好，\n\n请处理\n谢谢\n再见"
    lines = shown("text", Proposal(Message(before), Rewrite(after))).splitlines()
    assert lines[0] == "<stdin>"
    assert lines[-4:] == ["  请[-立即-]处理", "  谢谢", "  {+再见+}", ""]
    assert shown("text", Proposal(Message("a\n\nb"), Rewrite("a\n\nb"))) == (
        "<stdin>\n  a\n\n  b\n\n"
    )


def test_colour_and_wrapping() -> None:
    proposal = Proposal(Message("立即" + "您" * 30), Rewrite("您" * 30))
    lines = shown("text", proposal, options=Options(color=True, width=40)).splitlines()
    assert lines[1] == "  \x1b[31m\x1b[9m立即\x1b[0m" + "您" * 17
    assert lines[2] == "  " + "您" * 13


def test_what_was_not_checked_is_said() -> None:
    missed = Rewrite("x", incomplete=(Incomplete("the pattern took too long", "a.b"),))
    assert "  not checked the pattern took too long\n" in shown(
        "text", Proposal(Message("x"), missed), options=Options()
    )


def test_an_unknown_format() -> None:
    with pytest.raises(UsageError, match='unknown format "xml"; one of: text, jsonl'):
        shown("xml")
