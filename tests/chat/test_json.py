"""JSON of any other shape: lists of messages, conversations, and their faults at their place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from replylint import chat
from tests.chat.reading import one, read, refused, told, written

SAID = [
    {"session_id": "1", "sender": "customer", "content": "hi"},
    {"session_id": "1", "sender": "agent", "content": "hello"},
]


@pytest.mark.parametrize(
    "found",
    [SAID, {"total": 2, "data": SAID}, {"code": 0, "data": {"rows": SAID}}, {"messages": SAID}],
)
def test_messages_in_a_list(found: Any, tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", found)
    assert chat.sniff(path) == "json"
    assert told(one(path)) == ["customer: hi", "agent: hello"]


def test_conversations_that_hold_their_messages(tmp_path: Path) -> None:
    said = [{"role": "user", "content": "你好"}, {"role": "assistant", "content": "您好"}]
    path = written(
        tmp_path / "a.json",
        {
            "version": 2,
            "sessions": [
                {"sessionId": "x", "queue": "贷款", "对话": said},
                {"sessionId": "y", "对话": said},
            ],
        },
    )
    first, second = read(path)
    assert (first.id, first.queue, second.id) == ("x", "贷款", "y")
    assert told(first) == ["customer: 你好", "bot: 您好"]


def test_one_conversation(tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", {"id": 4, "messages": [{"role": "agent", "text": "hello"}]})
    assert (one(path).id, told(one(path))) == ("4", ["agent: hello"])


def test_faults_have_their_place(tmp_path: Path) -> None:
    cut = written(tmp_path / "a.json", '[{"session_id": "1",\n "text": "hel')
    assert "a.json:2:10: " in refused(cut)
    assert "cut off" in refused(written(tmp_path / "b.json", '[{"session_id": "1"}'))
    assert "there are no records" in refused(written(tmp_path / "c.json", {"a": 1}))
    two = {"inbox": SAID, "outbox": SAID}
    assert 'several lists could be the messages: "inbox", "outbox"' in refused(
        written(tmp_path / "d.json", two)
    )
