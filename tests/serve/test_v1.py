"""/v1 as a program meets it: what the contract says, and the right status for what is wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest

from replylint import Linter
from tests.serve.serving import PACK, Served


def test_an_answer_is_what_the_contract_says(served: Served) -> None:
    got = served.post("/v1/check", {"id": "m-88", "conversation": "c-9", "text": "请立即处理"})
    assert got.status == 200
    assert got.headers["content-type"] == "application/json"
    row = got.json
    assert isinstance(row.pop("elapsed_us"), int)
    assert row == {
        "message": "m-88",
        "decision": "revise",
        "findings": [
            {
                "path": None,
                "conversation": "c-9",
                "message": "m-88",
                "rule": "command.urgent",
                "topic": "command",
                "severity": "warning",
                "confidence": "high",
                "start": 1,
                "end": 3,
                "text": "“立即” sounds like an order",
                "sensitive": False,
                "fixes": [
                    {
                        "title": row["findings"][0]["fixes"][0]["title"],
                        "safety": "safe",
                        "edits": [{"start": 1, "end": 3, "text": "及时"}],
                    }
                ],
            }
        ],
        "proposal": "请及时处理",
    }


@pytest.mark.parametrize(
    ("text", "decision"),
    [("您好", "allow"), ("请立即处理", "revise"), ("爱办不办", "block"), ("", "allow")],
)
def test_the_decision_is_the_linters(served: Served, text: str, decision: str) -> None:
    row = served.post("/v1/check", {"text": text}).json
    assert row["decision"] == decision
    assert row["decision"] == Linter(packs=[str(PACK)], glossary=[]).check(text).decision
    assert (row["proposal"] is None) == (text != "请立即处理")


def test_offsets_count_code_points(served: Served) -> None:
    (finding,) = served.post("/v1/check", {"text": "🙂🙂立即"}).json["findings"]
    assert (finding["start"], finding["end"]) == (2, 4)


def test_options_say_what_the_answer_holds(served: Served) -> None:
    def ask(text: str, **options: Any) -> Any:
        return served.post("/v1/check", {"text": text, "options": options}).json

    assert ask("立即", lang="zh")["findings"][0]["text"] == "“立即”像是在下命令"
    assert ask("立即", proposal=False)["proposal"] is None
    assert ask("找别人去", safety="safe")["proposal"] is None
    assert ask("找别人去")["proposal"] == "我帮您转接"
    assert ask("请立即回", changes=True)["changes"] == [
        {"op": "same", "text": "请"},
        {"op": "removed", "text": "立即"},
        {"op": "added", "text": "及时"},
        {"op": "same", "text": "回"},
    ]
    assert ask("立即", terms=True)["terms"] == []


def test_a_sensitive_value_is_not_said(served: Served) -> None:
    got = served.post("/v1/check", {"text": "您的暗号9876zz", "options": {"terms": True}})
    assert got.json["findings"][0]["sensitive"] is True
    assert "9876zz" not in got.text


def test_a_batch_answers_each_in_order(served: Served) -> None:
    texts = ["您好", "立即", "爱办不办"] * 20
    asked = {"messages": [{"id": n, "text": text} for n, text in enumerate(texts)]}
    rows = served.post("/v1/batch", asked).json["results"]
    assert [row["message"] for row in rows] == [str(n) for n in range(60)]
    assert [row["decision"] for row in rows] == ["allow", "revise", "block"] * 20
    assert served.post("/v1/batch", {"messages": []}).json["results"] == []


def test_ten_thousand_messages_are_ten_thousand_answers(served: Served) -> None:
    asked = {"messages": [{"text": f"请立即处理第{n}件"} for n in range(10_000)]}
    rows = served.post("/v1/batch", asked).json["results"]
    assert [row["proposal"] for row in rows] == [f"请及时处理第{n}件" for n in range(10_000)]
    one_more = {"messages": [{"text": ""}] * 10_001}
    assert served.post("/v1/batch", one_more).status == 422


def test_a_rewrite_is_what_the_contract_says(served: Served) -> None:
    row = served.post("/v1/rewrite", {"id": "m-1", "text": "立即处理,爱办不办"}).json
    assert isinstance(row.pop("elapsed_us"), int)
    assert row == {
        "message": "m-1",
        "text": "及时处理,爱办不办",
        "applied": ["command.urgent"],
        "remaining": [{"rule": "rude.idle", "start": 5, "end": 9}],
    }


def test_a_rule_says_why(served: Served) -> None:
    row = served.get("/v1/rules/command.urgent?lang=zh").json
    assert row["why"] == "客户不是下属。"
    assert row["source"] == "手册 §3.1"
    assert served.get("/v1/rules/command.none").status == 404
    assert served.get("/v1/rules/command.urgent?lang=fr").status == 422


def test_all_of_a_message_is_read(served: Served) -> None:
    message = {
        "text": "您好", "id": 7, "role": "bot", "channel": "chat", "lang": "zh-CN",
        "audience": "senior", "recipient": "third_party", "author": "A01",
        "time": "2026-03-02T09:15:00+08:00", "conversation": "c", "meta": {"a": 1}, "more": [],
        "history": [{"role": "customer", "text": "在吗", "time": "2026-03-02T01:15:00Z"}],
    }  # fmt: skip
    got = served.post("/v1/check", message)
    assert (got.status, got.json["message"]) == (200, "7")
    nothing = dict.fromkeys((*message, "options")) | {"text": "立即"}
    assert served.post("/v1/check", nothing).json["decision"] == "revise"


def test_a_customers_words_are_not_judged(served: Served) -> None:
    row = served.post("/v1/check", {"text": "你们立即处理", "role": "customer"}).json
    assert row["findings"] == []


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        ('{"text": "a",\n "id": }', 400, {"code": "malformed_json", "line": 2, "column": 8}),
        ("", 400, {"code": "malformed_json", "line": 1, "column": 1}),
        ('{"text": "您\n"}', 400, {"code": "malformed_json", "line": 1, "column": 12}),
        ('{"text": NaN}', 400, {"code": "malformed_json"}),
        ("[" * 100_000, 400, {"code": "malformed_json"}),
        (b'{"text":\n "\xe6\x82"}', 400, {"code": "not_utf8", "line": 2, "column": 3}),
        ("[]", 422, {"code": "wrong_value", "pointer": ""}),
        ("{}", 422, {"code": "wrong_value", "pointer": ""}),
        ('{"text": null}', 422, {"code": "wrong_value"}),
        ('{"text": 3}', 422, {"code": "wrong_value", "pointer": "/text"}),
        ('{"text": "", "role": "agnet"}', 422, {"hint": 'did you mean "agent"?'}),
        ('{"text": "", "recipient": "me"}', 422, {"pointer": "/recipient"}),
        ('{"text": "", "lang": "klingon"}', 422, {"pointer": "/lang"}),
        ('{"text": "", "time": "2026-03-02"}', 422, {"pointer": "/time"}),
        ('{"text": "", "time": "2026-02-30T00:00:00Z"}', 422, {"pointer": "/time"}),
        ('{"text": "", "history": [{"role": "customer"}]}', 422, {"pointer": "/history/0"}),
        ('{"text": "", "options": {"saftey": "safe"}}', 422, {"hint": 'did you mean "safety"?'}),
        ('{"text": "", "options": {"safety": "show"}}', 422, {"pointer": "/options/safety"}),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    served: Served, body: str | bytes, status: int, error: dict[str, Any]
) -> None:
    got = served.post("/v1/check", body)
    assert got.status == status, got.text
    said = got.json["error"]
    assert said["what"]
    assert {name: said.get(name) for name in error} == error


def test_one_wrong_message_of_a_batch_is_named(served: Served) -> None:
    got = served.post("/v1/batch", {"messages": [{"text": "您好"}, {"text": 1}]})
    assert (got.status, got.json["error"]["pointer"]) == (422, "/messages/1/text")


def test_half_an_emoji_is_a_message_like_another(served: Served) -> None:
    got = served.post("/v1/rewrite", '{"text": "立即\\ud83d"}')
    assert got.status == 200
    assert json.loads(got.raw)["text"] == "及时\ud83d"


def test_other_paths_methods_and_types(served: Served) -> None:
    assert served.get("/v1/nothing").json["error"]["code"] == "not_found"
    refused = served.get("/v1/check")
    assert (refused.status, refused.headers["allow"]) == (405, "POST")
    assert refused.json["error"]["code"] == "wrong_method"
    assert served.form("/v1/check", "text=x").status == 415
    assert served.get("/healthz").json["status"] == "ok"
