"""Which values of a structured file are replies, and what stands beside them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from replylint.errors import InputError
from replylint.model import Recipient, Role
from replylint.text.markup import Document
from replylint.text.markup.names import Patterns, kind

from .edited import read, texts


def of(value: Any, *fields: str) -> Document:
    return read(json.dumps(value, ensure_ascii=False), "json", fields=fields)


def found(value: Any, *fields: str) -> dict[str | None, str]:
    return {each.field: each.text for each in of(value, *fields).segments}


def test_usual_names() -> None:
    value = {
        "id": "x1",
        "title": "通知",
        "replies": ["好", {"body": "请稍候", "note": "内部说明"}],
        "smsText": "您好",
        "话术": "请您放心",
        "question": "为什么扣款",
        "description": "给同事看的说明",
        "template": "mail/welcome.html",
        "reply": "95588",
        "answer": "https://a.example/b",
        "count": 3,
        "customer_message": "我要投诉",
    }
    assert found(value) == {
        "title": "通知",
        "replies[0]": "好",
        "replies[1].body": "请稍候",
        "smsText": "您好",
        "话术": "请您放心",
        "reply": "95588",
        "answer": "https://a.example/b",
    }


def test_versions_of_a_reply_belong_to_it() -> None:
    value = {"text": {"zh-CN": "您好", "zh_TW": "您好", "en": "Good day", "formal": "尊敬的客户"}}
    document = of(value)
    assert [(each.field, each.message.get("lang")) for each in document.segments] == [
        ("text.zh-CN", "zh-Hans"),
        ("text.zh_TW", "zh-Hant"),
        ("text.en", "en"),
        ("text.formal", None),
    ]
    assert texts(of({"text": {"x": "a_b", "y": "请"}})) == ["请"]


def test_keys_of_their_own_hold_whatever_reads_like_speech() -> None:
    value = {
        "zh-CN": {"overdue.title": "逾期", "overdue": "请尽快还款", "url": "请/看"},
        "v": "1.0",
    }
    value["@overdue"] = {"x": "给译者的话", "description": "说明"}
    value["en"] = {"hello": "Thank you for waiting.", "code": "A B C D", "short": "en US"}
    document = of(value)
    assert [each.text for each in document.segments] == [
        "逾期",
        "请尽快还款",
        "Thank you for waiting.",
    ]
    assert document.segments[0].message == {"lang": "zh-Hans"}
    assert document.note is None


def test_a_title_alone_is_not_what_a_file_is_known_by() -> None:
    assert texts(of({"title": "话术库", "a1": "请立即还款"})) == ["话术库", "请立即还款"]


def test_nothing_at_all_is_said() -> None:
    document = of({"a": "x", "question": "为什么"})
    assert document.segments == ()
    assert document.note
    assert "fields" in document.note


def test_patterns() -> None:
    value = {
        "a": {"body": "甲", "x": {"body": "乙", "list": ["丙", {"t": "丁"}]}},
        "replies": [{"text": "戊", "title": "己"}, {"text": {"en": "G", "zh": "庚"}}],
        "body": "辛",
    }
    assert set(found(value, "body").values()) == {"甲", "乙", "辛"}
    assert set(found(value, "*.body").values()) == {"甲", "乙", "辛"}
    assert set(found(value, "a.body").values()) == {"甲"}
    assert set(found(value, "a.*.body").values()) == {"乙"}
    assert set(found(value, "a.x.list").values()) == {"丙"}
    assert set(found(value, "a.x.list[1].t").values()) == {"丁"}
    assert set(found(value, "replies[*].text").values()) == {"戊", "G", "庚"}
    assert set(found(value, "replies[].title").values()) == {"己"}
    assert set(found(value, "replies.*.ti*").values()) == {"己"}
    assert set(found(value, "$.replies[0].text").values()) == {"戊"}
    assert set(found(value, "a.**.t").values()) == {"丁"}
    assert set(found([{"text": "壬"}], "[0].text").values()) == {"壬"}
    assert of(value, "nope").note
    assert not Patterns(())


def test_what_stands_beside() -> None:
    value = {
        "channel": "sms",
        "lang": "zh-TW",
        "id": "outer",
        "replies": [
            {
                "id": 7,
                "role": "客服",
                "recipient": "third_party",
                "audience": "senior",
                "text": "好",
            },
            {"role": "user", "text": "我要投诉", "lang": "zh"},
            {"role": "manager", "channel": None, "recipient": "x", "text": "行"},
            {"sender": "bot", "id": "b", "text": {"zh-CN": "稍候"}},
        ],
    }
    inherited = {"channel": "sms", "lang": "zh-Hant"}
    assert [dict(each.message) for each in of(value).segments] == [
        {
            **inherited,
            "id": "7",
            "role": Role.AGENT,
            "recipient": Recipient.THIRD_PARTY,
            "audience": "senior",
        },
        {**inherited, "role": Role.CUSTOMER},
        inherited,
        {"channel": "sms", "lang": "zh-Hans", "id": "b", "role": Role.BOT},
    ]


def test_the_customers_words() -> None:
    value = {"cases": [{"customer": {"text": "我要投诉", "greeting": "您好"}, "text": "好的"}]}
    assert texts(of(value)) == ["您好", "好的"]


def test_doubled_keys_are_both_read() -> None:
    assert texts(read('{"text": "一", "text": "二"}', "json")) == ["一", "二"]


def test_a_suppression_is_no_reply() -> None:
    source = '{"text": "好", "replylint": "replylint: ignore[a.b]", "x": {"replylint": 5}}'
    document = read(source, "json")
    (comment,) = document.comments
    assert comment.text == "replylint: ignore[a.b]"
    assert comment.scope == (0, len(source))
    assert read('{"text": "好", "replylint": ""}', "json").comments == ()


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("text", "reply"),
        ("body_html", "reply"),
        ("replyText2", "reply"),
        ("TEXT", "reply"),
        ("html", None),
        ("email-subject", "heading"),
        ("user_text", "customer"),
        ("customer_reply", "reply"),
        ("messageId", "about"),
        ("$schema", "about"),
        ("12", None),
        ("", None),
        ("overdue", None),
    ],
)
def test_kinds_of_keys(key: str, said: str | None) -> None:
    assert kind(key) == said


def test_a_long_file_is_edited_where_nothing_can_go_wrong() -> None:
    text = '{"text": "' + "请立即处理。" * 20000 + '\\n好"}'
    (segment,) = read(text, "json").segments
    assert segment.encode(1, 3, "尽快") == "尽快"
    assert segment.encode(1, 3, '"') is None
    assert segment.encode(1, 3, "") is None
    assert segment.encode(len(segment.text) - 1, len(segment.text), "a") is None


def test_too_deep() -> None:
    with pytest.raises(InputError, match="too deep"):
        read("[" * 300 + "]" * 300, "json")


def test_parts_and_wholes() -> None:
    value = {"subject": "一", "greeting": "二", "body": "三", "replies": ["四"]}
    assert [each.whole for each in of(value).segments] == [False, False, True, True]
    assert [each.whole for each in of({"x": "请"}).segments] == [False]


def test_what_speaks_is_a_reply_beside_replies() -> None:
    source = """{"reply": "您好", "extra": "请立即处理。", "menu": "立即处理", "note": "请勿外传。",
    "question": "你们在吗？"}"""
    assert texts(read(source, "json")) == ["您好", "请立即处理。"]


def test_a_note_of_properties_is_a_text_by_its_name() -> None:
    source = "claim.note=您好，请稍候。\nnote=请勿外传。\nclaim.done=您好，已完成。\n"
    assert texts(read(source, "properties")) == ["您好，请稍候。", "您好，已完成。"]
