"""What a clause is about is named when its words are replaced."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.engine.about import about, around, dated, wanted
from replylint.engine.hit import Hit
from replylint.engine.scene import Scene

from .shared_pack import scene


@pytest.mark.parametrize(
    ("text", "hit", "said"),
    [
        ("养老组合绝对不会亏，每月扣500元。", "绝对不会亏", "养老组合"),
        ("您的定投计划稳赚。", "稳赚", "定投计划"),
        ("发票抬头的事你去问财务。", "你去问财务", "发票抬头的事"),
        ("密码锁定是您太粗心。", "您太粗心", "密码锁定"),
        ("不归我管，理赔款。", "不归我管", None),
        ("这事不归我管。", "不归我管", None),
        ("我说过了不归我管。", "不归我管", None),
        ("是您自己填错了收款账号。", "是您自己填错了", "收款账号"),
        ("您的提额申请肯定能批。", "提额申请肯定能批", "提额申请"),
        ("商户提现到账延迟跟我们无关。", "跟我们无关", "商户提现到账延迟"),
        ("这笔5,000元转账是您自己弄错的。", "是您自己弄错的", "这笔5,000元转账"),
        ("退税款没入账跟我们无关。", "跟我们无关", "退税款没入账"),
        ("您自己把开户行写错了。", "您自己", "开户行"),
        ("相关部门会处理积分兑换的问题。", "相关部门会处理", "积分兑换的问题"),
        ("您要是早点来，社保卡激活就不会耽误。", "您要是早点来,社保卡激活就不会", "社保卡激活"),
        ("保费300元您直接转给我。", "转给我", "保费300元"),
        ("基金绝对不会赔。", "不会赔", "基金"),
        ("这个问题不归我管。", "不归我管", None),
        ("Late repayment is not my department.", "is not my department", "late repayment"),
        (
            "The dispute 77 will be settled 100%.",
            "dispute 77 will be settled 100%",
            "the dispute 77",
        ),
        ("Nothing here is my department.", "is my department", None),
        ("Your fund cannot lose.", "cannot lose", "your fund"),
        (
            "The late fee at Elm Road isn't our problem.",
            "isn't our problem",
            "the late fee at elm road",
        ),
        ("And the payslip is not our job.", "not our job", "the payslip"),
        ("Claim 7719 isn't my department.", "isn't my department", "claim 7719"),
        ("You can't lose with our Delta fund.", "You can't lose", "our delta fund"),
        ("Go and ask the shop about the parcel.", "Go and ask the shop", "the parcel"),
        ("They said it isn't our problem.", "isn't our problem", None),
        ("That isn't our problem.", "isn't our problem", None),
        ("The shop told you it isn't our problem.", "isn't our problem", None),
        ("Not our problem, the shop decides.", "Not our problem", None),
        ("燃气险（保漏气）的理赔一定会过。", "一定会过", None),
    ],
)
def test_what_a_clause_is_about(text: str, hit: str, said: str | None) -> None:
    here = scene(text)
    at = here.text.index(hit.lower())
    span = about(Hit(at, at + len(hit)), here)
    assert (None if span is None else here.text[slice(*span)]) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("把验证码念给我，我帮您办限额调整。", "限额调整"),
        ("加我微信，我把对账单样张传给您。", "对账单样张"),
        ("加我微信，我发还款计划表给您。", "还款计划表"),
        ("把验证码念给我，我等着。", None),
        ("Text me and I will send the payment plan.", "the payment plan"),
        ("Text me so we can talk.", None),
    ],
)
def test_what_the_sentence_offers_in_return(text: str, said: str | None) -> None:
    here = scene(text)
    span = wanted(Hit(0, 3), here)
    assert (None if span is None else here.text[slice(*span)]) == said


def test_what_is_nobodys_business_is_not_named_from_within() -> None:
    hit, here = hit_of("Your nephew is behind on his loan.", "nephew is behind")
    assert about(hit, here) is not None
    assert about(hit, here, inside=False) is None


def test_what_is_missing_is_about_nothing() -> None:
    assert about(Hit(0, 0, place="start"), scene("养老组合稳赚")) is None


def hit_of(text: str, words: str) -> tuple[Hit, Scene]:
    here = scene(text)
    at = here.text.index(words)
    return Hit(at, at + len(words)), here


def test_a_capture_says_where_the_hit_begins_to_speak_of_its_subject() -> None:
    hit, here = hit_of("Our income plan never falls.", "income plan never falls")
    assert about(hit, here, inside=False) is None
    at = here.text.index("never")
    span = about(Hit(hit.start, hit.end, {"said": (at, at + 5)}), here)
    assert span is not None
    assert here.text[slice(*span)] == "our income plan"


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        (
            "Upload at once the letter.",
            "at once",
            {"ahead": "upload", "behind": "the letter"},
        ),
        ("So sign right now, and we go on.", "right now", {"ahead": "sign"}),
        ("Right now.", "right now", {}),
        ("Reply at once.", "at once", {"ahead": "reply"}),
    ],
)
def test_the_other_words_of_the_clause(text: str, words: str, said: dict[str, str]) -> None:
    parts = around(*hit_of(text, words))
    assert {name: parts_text.strip() for name, parts_text in _read(text, parts).items()} == said


def _read(text: str, parts: dict[str, tuple[int, int]]) -> dict[str, str]:
    return {name: text.lower()[slice(*span)] for name, span in parts.items()}


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("The order stopped through your fault on 3 May.", "through your fault", " on 3 may"),
        ("It is sure to pay 4% a year.", "sure to pay", None),
        ("It is sure to pay.", "sure to pay", None),
        ("理财产品3号稳赚", "稳赚", None),
    ],
)
def test_the_date_behind_a_hit(text: str, words: str, said: str | None) -> None:
    hit, here = hit_of(text, words)
    span = dated(hit, here)
    assert (None if span is None else here.text[slice(*span)]) == said


_PIECES = st.sampled_from(
    [*"，。？ 、的.", "您的定投计划", "稳赚", "不归我管", "我帮您办限额调整", "密码"]
)


@settings(deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=9).map("".join), st.data())
def test_every_hit_has_an_answer(text: str, data: st.DataObject) -> None:
    """A hit may begin and end anywhere, on marks between clauses too."""
    here = scene(text)
    start = data.draw(st.integers(0, len(here.text)))
    hit = Hit(start, data.draw(st.integers(start, len(here.text))))
    for found in (about(hit, here), wanted(hit, here)):
        assert found is None or 0 <= found[0] < found[1] <= len(here.text)
