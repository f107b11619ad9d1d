"""JSON Lines: the contract's messages and conversations, and records with other names."""

from __future__ import annotations

from pathlib import Path

from replylint import chat
from replylint.model import Recipient, Role
from tests.chat.reading import both, lines, one, read, refused, times, told, written


def test_messages_of_the_contract(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.jsonl",
        lines(
            {
                "id": "m-88",
                "text": "请立即处理",
                "channel": "chat",
                "lang": "zh-Hans",
                "audience": "senior",
                "recipient": "owner",
                "author": "A01",
                "time": "2026-03-02T09:15:00+08:00",
                "conversation": "c-9",
                "history": [{"role": "customer", "text": "…"}],
                "meta": {"vip": True},
                "score": 3,
            },
            {"text": "好的", "role": "customer", "conversation": "c-9", "score": 0},
        ),
    )
    found = one(path)
    first, second = found.messages
    assert (first.role, first.recipient, first.audience) == (Role.AGENT, Recipient.OWNER, "senior")
    assert (first.id, first.author, first.lang) == ("m-88", "A01", "zh-Hans")
    assert first.meta == {"vip": True, "score": 3}
    assert first.history is None
    assert (second.role, second.id, second.time, second.meta) == (
        "customer",
        "L2",
        None,
        {"score": 0},
    )
    assert second.conversation == found.id == "c-9"


def test_conversations_of_the_contract(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.jsonl",
        lines(
            {
                "id": "c-9",
                "channel": "chat",
                "queue": "complaint",
                "lang": "zh-Hans",
                "rating": 2,
                "messages": [
                    {"id": "m1", "role": "customer", "text": "你好", "time": "2026-03-02T09:00:00"},
                    {"text": "您好", "channel": "phone", "time": "2026-03-02T09:01:00Z"},
                ],
            },
            {"id": "c-10", "messages": [{"role": "bot", "text": "<b>hi</b>\nyou"}]},
        ),
    )
    first, second = read(path, tz="+08:00")
    assert (first.id, first.channel, first.queue, first.lang) == (
        "c-9",
        "chat",
        "complaint",
        "zh-Hans",
    )
    assert first.meta == {"rating": 2}
    assert told(first) == ["customer: 你好", "agent: 您好"]
    assert times(first) == ["2026-03-02T09:00:00+08:00", "2026-03-02T09:01:00+00:00"]
    assert [m.channel for m in first.messages] == ["chat", "phone"]
    assert [m.id for m in first.messages] == ["m1", "L1.2"]
    assert told(second) == ["bot: <b>hi</b>\nyou"]  # the contract's text is checked as it is


def test_a_conversation_on_two_lines_is_one(tmp_path: Path) -> None:
    def line(name: str, text: str) -> dict[str, object]:
        return {"id": name, "messages": [{"role": "agent", "text": text}]}

    path = written(tmp_path / "a.jsonl", lines(line("a", "1"), line("b", "2"), line("a", "3")))
    first, second = read(path)
    assert told(first) == ["agent: 1", "agent: 3"]
    assert told(second) == ["agent: 2"]


def test_other_names_and_objects_within(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.ndjson",
        lines(
            {
                "session_id": 5,
                "body": "Hello",
                "created_at": 1_700_000_000_000,
                "sender": {"type": "visitor", "name": "Lee"},
            },
            {
                "session_id": 5,
                "body": "Hi",
                "created_at": 1_700_000_060_000,
                "sender": {"type": "operator", "name": "Kim"},
            },
        ),
    )
    found = one(path)
    assert told(found) == ["customer Lee: Hello", "agent Kim: Hi"]
    assert times(found)[0] == "2023-11-14T22:13:20+00:00"


def test_lines_that_are_no_record_are_listed(tmp_path: Path) -> None:
    good = lines({"conversation": "1", "text": "hello", "role": "agent"})
    path = written(
        tmp_path / "a.jsonl",
        f'\ufeff{good}\n{{"conversation": "1", "text": \n[1]\n{good[:-1]} x\n'
        '{"conversation": "1", "text": ["a"], "role": "agent"}\n'
        '{"text": "lost", "role": "agent"}\n'
        '{"conversation": "1", "text": "x", "recipient": "friend"}\n',
    )
    (found,), unread = both(path)
    assert told(found) == ["agent: hello"]
    assert [each.line for each in unread] == [3, 4, 5, 6, 7, 8]
    assert unread[0].column == 31
    assert [each.reason.split(":")[0] for each in unread] == [
        "it is no JSON",
        "it is no object",
        "it is no JSON",
        'column "text"',
        'column "conversation"',
        'column "recipient"',
    ]


def test_a_conversation_without_messages_is_listed(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.jsonl",
        lines(
            {"id": "a", "messages": [{"role": "agent", "text": "x"}]}, {"id": "b", "messages": []}
        ),
    )
    _, unread = both(path)
    assert [(each.line, each.reason) for each in unread] == [(2, "a conversation without messages")]


def test_nothing_but_rubbish(tmp_path: Path) -> None:
    conversations, unread = both(written(tmp_path / "a.jsonl", "{oops\n"), format="jsonl")
    assert (conversations, len(unread)) == ([], 1)
    assert "there are no records in it" in refused(
        written(tmp_path / "b.jsonl", "\n\n"), format="jsonl"
    )


def test_the_format_is_known(tmp_path: Path) -> None:
    assert chat.sniff(written(tmp_path / "a.jsonl", lines({"conversation": "1", "text": "x"}))) == (
        "jsonl"
    )
