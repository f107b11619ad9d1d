"""Every row of a stream is a typed message, or a problem with its place."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.model import Message, Recipient, Role, Turn

from .edited import edit, read, slices, texts
from .test_roundtrip import often


def row(**fields: Any) -> str:
    return json.dumps({"text": "请立即", **fields}, ensure_ascii=False)


def only(source: str) -> Message:
    document = read(source, "jsonl")
    assert document.problems == ()
    (segment,) = document.segments
    assert segment.field == "text"
    return Message(segment.text, **segment.message)  # type: ignore[arg-type]


def test_everything_known_of_a_message() -> None:
    message = only(
        row(
            id="m-88",
            role="bot",
            channel="chat",
            lang="zh-CN",
            audience="senior",
            recipient="owner",
            author="A01",
            time="2026-03-02T09:15:00+08:00",
            conversation="c-9",
            history=[
                {"role": "customer", "text": "喂", "time": "2026-03-02T09:14:00Z", "x": 1},
                {"role": "agent", "text": ""},
            ],
            meta={"a": 1},
            queue=["complaint", {"n": 1.5}],
        )
    )
    zone = timezone(timedelta(hours=8))
    assert message == Message(
        "请立即",
        "m-88",
        Role.BOT,
        "chat",
        "zh-Hans",
        "senior",
        Recipient.OWNER,
        "A01",
        datetime(2026, 3, 2, 9, 15, tzinfo=zone),
        "c-9",
        (
            Turn(Role.CUSTOMER, "喂", datetime(2026, 3, 2, 9, 14, tzinfo=UTC)),
            Turn(Role.AGENT, ""),
        ),
        {"a": 1, "queue": ["complaint", {"n": 1.5}]},
    )


def test_what_is_not_known() -> None:
    nothing = dict.fromkeys(
        ("id", "role", "channel", "lang", "time", "history", "meta", "replylint", "author")
    )
    assert only(row(**nothing)) == Message("请立即")
    assert only(row(id=88, lang="fr", history=[])) == Message("请立即", "88", history=())
    assert only('{"text": ""}') == Message("")


def test_an_empty_message_has_a_place() -> None:
    (segment,) = read(' {"text": ""}', "jsonl").segments
    assert segment.file_span(0, 0) == (11, 11)
    assert segment.encode(0, 0, '好"') == '好\\"'


@pytest.mark.parametrize(
    ("source", "column", "said"),
    [
        ("[1]", 1, "must be an object"),
        ("{}", 1, '"text" is missing'),
        ('{"text": null}', 1, '"text" must be a string'),
        ('{"text": ["a"]}', 1, '"text" must be a string'),
        ('{"text": "a"', 13, "a comma or }"),
        ('{"text": "a"} {}', 15, "more behind"),
        (row(role="manager"), 25, '"role" does not exist'),
        (row(role=1), 25, '"role" must be a string'),
        (row(id=True), 23, '"id" must be a string'),
        (row(channel=["sms"]), 28, '"channel" must be a string'),
        (row(recipient=""), 30, '"recipient" does not exist'),
        (row(time="2026-03-02T09:15:00"), 25, "offset from UTC"),
        (row(time="yesterday"), 25, "offset from UTC"),
        (row(history="x"), 28, '"history" must be a list'),
        (row(history=["x"]), 29, "a role and a text"),
        (row(history=[{"text": "x"}]), 29, "a role and a text"),
        (row(history=[{"role": "x", "text": "x"}]), 38, '"role" does not exist'),
        (row(history=[{"role": None, "text": "x"}]), 38, '"role" does not exist'),
        (row(history=[{"role": "bot", "text": 1}]), 53, '"text" must be a string'),
        (row(meta=[]), 25, '"meta" must be an object'),
        (row(replylint=1), 30, '"replylint" must be a string'),
        ('{"text": "x", "n": ' + "9" * 5000 + "}", 20, "too long"),
        ('{"messages": {}}', 14, '"messages" must be a list'),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_bad_row_is_a_problem_and_the_others_count(
    source: str, column: int, said: str, newline: str
) -> None:
    document = read(newline.join(('{"text": "好"}', "  ", source, row(), "")), "jsonl")
    assert texts(document) == ["好", "请立即"]
    (problem,) = document.problems
    assert problem.origin
    assert (problem.origin.line, problem.origin.column) == (3, column)
    assert said in problem.what
    assert "请立即" not in str(problem)


def test_a_conversation_is_its_messages() -> None:
    source = json.dumps(
        {
            "id": "c-9",
            "channel": "chat",
            "queue": "complaint",
            "messages": [
                {"role": "customer", "text": "我要投诉", "time": "2026-03-02T09:15:00Z"},
                {"id": "m2", "channel": "sms", "text": "请立即"},
            ],
        }
    )
    first, second = read(source, "jsonl").segments
    turn = Turn(Role.CUSTOMER, "我要投诉", datetime(2026, 3, 2, 9, 15, tzinfo=UTC))
    assert (first.message["role"], first.message["history"]) == (Role.CUSTOMER, ())
    assert second.message == {
        "id": "m2",
        "channel": "sms",
        "conversation": "c-9",
        "history": (turn,),
        "meta": {"queue": "complaint"},
    }


def test_rows_of_another_kind() -> None:
    source = '{"q": "为什么", "a": "请立即"}\nnope\n{"a": "好", "role": "bot"}'
    document = read(source, "jsonl", fields=("a",))
    assert texts(document) == ["请立即", "好"]
    assert document.segments[1].message == {"role": Role.BOT}
    assert len(document.problems) == 1


def test_a_suppression_speaks_for_its_row() -> None:
    source = '{"text": "好"}\n{"text": "请", "replylint": "ignore[a.b]"}'
    (comment,) = read(source, "jsonl").comments
    assert source[slice(*(comment.scope or (0, 0)))] == source.split("\n")[1]
    assert (comment.line, source[comment.start : comment.end]) == (2, "ignore[a.b]")


def test_doubled_texts_are_both_messages() -> None:
    assert texts(read('{"text": "一", "text": "二"}', "jsonl")) == ["一", "二"]


@often
@given(st.lists(st.text('请立即"\\\n\r😊\u2028a', max_size=8), max_size=3), st.data())
def test_edits(messages: list[str], data: st.DataObject) -> None:
    source = "\n".join(json.dumps({"text": text}) for text in messages)
    document = read(source, "jsonl")
    assert texts(document) == messages
    edit(data, document)
    assert len(slices(document, "立即")) == sum(text.count("立即") for text in messages)
