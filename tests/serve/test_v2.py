"""/v2 as LanguageTool's clients speak it: forms in, matches in UTF-16 units out."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from tests.serve.serving import Served


def check(served: Served, text: str | None = None, **more: str) -> Any:
    given = {"language": "zh-CN", **more} | ({} if text is None else {"text": text})
    got = served.form("/v2/check", urlencode(given))
    assert got.status == 200, got.text
    return got.json


def annotated(*parts: dict[str, str]) -> dict[str, str]:
    return {"data": json.dumps({"annotation": parts})}


def test_a_match_has_all_that_clients_read(served: Served) -> None:
    answer = check(served, "请立即处理")
    (match,) = answer["matches"]
    assert (match["offset"], match["length"]) == (1, 2)
    assert match["replacements"] == [{"value": "及时"}]
    assert match["context"] == {"text": "请立即处理", "offset": 1, "length": 2}
    assert match["rule"]["id"] == "command.urgent"
    assert match["rule"]["category"]["id"] == "COMMAND"
    assert match["rule"]["issueType"] == "register"
    assert match["message"] == "“立即” sounds like an order"
    assert answer["language"]["code"] == "zh-CN"
    assert answer["warnings"] == {"incompleteResults": False}


def test_offsets_are_utf_16(served: Served) -> None:
    (match,) = check(served, "🙂" * 50 + "立即")["matches"]
    assert (match["offset"], match["length"]) == (100, 2)
    context = match["context"]
    units = context["text"].encode("utf-16-le")
    assert units[2 * context["offset"] :][: 2 * context["length"]].decode("utf-16-le") == "立即"


def test_what_is_asked_in_the_address_is_answered_alike(served: Served) -> None:
    got = served.get(f"/v2/check?language=zh-CN&text={quote('请立即处理')}")
    assert got.json == check(served, "请立即处理")


def test_a_form_may_hold_characters_as_they_are(served: Served) -> None:
    assert served.form("/v2/check", "language=zh-CN&text=请立即处理").json["matches"]


def test_markup_is_not_read_and_keeps_its_place(served: Served) -> None:
    parts = [{"markup": "<b>🙂"}, {"text": "请"}, {"markup": "</b>"}, {"text": "立即处理"}]
    (match,) = check(served, **annotated(*parts))["matches"]
    assert (match["offset"], match["length"]) == (5 + 1 + 4, 2)
    assert match["replacements"] == [{"value": "及时"}]


def test_a_replacement_that_would_lose_markup_is_not_offered(served: Served) -> None:
    parts = [{"text": "请立"}, {"markup": "<i>"}, {"text": "即处理"}]
    (match,) = check(served, **annotated(*parts))["matches"]
    assert (match["offset"], match["length"]) == (1, 1 + 3 + 1)
    assert match["replacements"] == []


def test_markup_that_stands_for_something_is_read(served: Served) -> None:
    assert check(served, **annotated({"text": "立"}, {"markup": "<br>", "interpretAs": "\n"},
                                     {"text": "即"}))["matches"] == []  # fmt: skip
    assert check(served, data=json.dumps({"text": "立即"}))["matches"]


def test_a_sensitive_value_stands_in_no_context(served: Served) -> None:
    got = check(served, "您的暗号9876zz,请立即处理")
    assert len(got["matches"]) == 2
    assert "9876zz" not in json.dumps(got)


@pytest.mark.parametrize(
    ("given", "rules"),
    [
        ({}, {"command.urgent", "rude.idle"}),
        ({"disabledRules": "COMMAND.URGENT"}, {"rude.idle"}),
        ({"disabledCategories": "RUDE"}, {"command.urgent"}),
        ({"enabledRules": "rude.idle", "enabledOnly": "true"}, {"rude.idle"}),
        ({"enabledCategories": "COMMAND", "enabledOnly": "true"}, {"command.urgent"}),
    ],
)
def test_clients_choose_rules(served: Served, given: dict[str, str], rules: set[str]) -> None:
    answer = check(served, "立即办,爱办不办", **given)
    assert {match["rule"]["id"] for match in answer["matches"]} == rules


def test_the_language_is_found_out(served: Served) -> None:
    for text, code in (("請立即處理這件事", "zh-TW"), ("请立即处理", "zh-CN"), ("Please", "en-US")):
        assert check(served, text, language="auto")["language"]["detectedLanguage"]["code"] == code


def test_sentences_are_told_apart(served: Served) -> None:
    assert check(served, "您好。🙂请稍等!好")["sentenceRanges"] == [[0, 3], [3, 9], [9, 10]]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("text=x", "Missing 'language'"),
        ("language=zh-CN", "Missing 'text' or 'data'"),
        ("language=xx&text=x", "not a language code"),
        ("language=zh&text=x&data={}", "only 'text' or 'data'"),
        ("language=zh&data={", "not JSON"),
        ("language=zh&data=[]", "neither 'text' nor"),
        ('language=zh&data={"annotation":[{"a":1}]}', "annotation 0"),
        ("language=zh&text=%ff", "not UTF-8"),
        ("language=zh&text=x&enabledOnly=true", "no rule"),
        ("language=zh&text=x&enabledOnly=perhaps", "true or false"),
        ("language=zh&" + "a=1&" * 500, "more than 200"),
    ],
)
def test_what_is_wrong_is_told_in_plain_words(served: Served, body: str, words: str) -> None:
    got = served.form("/v2/check", body)
    assert got.status == 400
    assert got.text.startswith("Error: ")
    assert words in got.text


def test_languages_and_the_rest(served: Served) -> None:
    assert {"name": "Chinese", "code": "zh", "longCode": "zh-CN"} in served.get(
        "/v2/languages"
    ).json
    assert served.get("/v2/healthcheck").text == "OK"
    assert int(served.get("/v2/maxtextlength").text) > 10_000
    assert served.post("/v2/check", {"text": "x"}).status == 415
    assert served.get("/v2/nothing").text.startswith("Error: ")
