"""Masks: which forms are enough, which show too much, which join to the whole number."""

from __future__ import annotations

import pytest

from replylint.pii import DETECTORS, Public
from replylint.pii.combination import combined
from replylint.pii.masked import Masked, masked
from replylint.text.fold import fold

from .finding import found, spans

BANK = {
    "card": "0+4 6+4 4+4",
    "account": "0+4",
    "id": "1+1 4+4",
    "tw_id": "3+3",
    "hkid": "5+0 1+4",
    "passport": "1+2",
    "mobile": "3+4",
}


@pytest.mark.parametrize(
    ("text", "cells", "kind"),
    [
        ("手机138****5678", "138****5678", "mobile"),
        ("手機138-****-5678", "138****5678", "mobile"),
        ("卡号6222 02** **** 1234", "622202******1234", "card"),
        ("卡号622202●●●●●●1234", "622202******1234", "card"),
        ("身份证3201**********3076", "3201**********3076", "id"),
        ("320102xxxxxxxx3076", "320102********3076", "id"),
        ("身分證A12****789", "a12****789", "tw-id"),
        ("香港身份證A1234**(*)", "a1234***", "hkid"),
        ("护照E12****78", "e12****78", "passport"),
        ("账号4031****8776", "4031****8776", "account"),
    ],
)
def test_a_mask_is_read_whatever_hides_it(text: str, cells: str, kind: str) -> None:
    assert [(m.cells, m.kind) for m in masked(fold(text).text)] == [(cells, kind)]


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("身份证320102********3076", "320102********3076", "3****************6"),
        ("卡号622202345678****1234", "622202345678****1234", "****1234"),
        ("您的手机1381234567*", "1381234567*", "138****567*"),
        ("手機13812***678", "13812***678", "138****5678".replace("5678", "*678")),
        ("香港身份證A12345*(3)", "A12345*(3)", "a1234***"),
    ],
)
def test_a_mask_that_shows_too_much_is_found(text: str, value: str, shown: str) -> None:
    assert [(v, m) for v, _, m in found("weak-mask", text, **BANK)] == [(value, shown)]


@pytest.mark.parametrize(
    "text",
    [
        "手机138****5678",
        "卡号6222 **** **** 1234",
        "卡号622202******1234",
        "卡尾号****1234",
        "身份证3****************6",
        "身份证3201**********3076",
        "身分證A12****789",
        "订单号622202345678****1234",
        "**95588** 是客服热线",
        "输入***后按#号键",
        "3**2=9",
    ],
)
def test_a_mask_that_is_enough_is_left_alone(text: str) -> None:
    assert spans("weak-mask", text, **BANK) == []


def test_a_type_without_forms_is_not_judged() -> None:
    assert spans("weak-mask", "身份证320102********3076", card="0+4") == []


@pytest.mark.parametrize(
    ("cells", "forms", "enough"),
    [
        ("622202******1234", "0+4 6+4", True),
        ("622202******1234", "0+4", False),
        ("6222******12**34", "4+4", False),
        ("****1234", "0+4", True),
        ("138****567*", "3+4", True),
    ],
)
def test_a_form_says_which_places_may_be_shown(cells: str, forms: str, enough: bool) -> None:
    assert Masked(0, 0, cells, "", False).within(forms) is enough


def test_two_masks_that_join_are_found_at_the_second() -> None:
    text = "登记138****5678，短信发到1381234****"
    assert found("joined-masks", text) == [("1381234****", "checked", "138********")]


@pytest.mark.parametrize(
    "text",
    [
        "138****5678就是138****5678",
        "138****5678和139****4321",
        "138****5678和尾号5678",
        "3201**********3076与138****5678",
    ],
)
def test_masks_that_do_not_join_are_left_alone(text: str) -> None:
    assert spans("joined-masks", text) == []


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("户名：李小明，身份证440199190103050078", True),
        ("李先生，身份证440199190103050078", False),
        ("户名：李小明，已核对", False),
        ("联系人李小明，手机13812345678", False),
        ("联系人李小明，手机13812345678，邮箱li.hua@qq.com", True),
        ("戶名：陳美玲，身份證A123***(*)", True),
        ("陳小姐，身份證A123***(*)", False),
    ],
)
def test_identifiers_of_one_person_combine(text: str, several: bool) -> None:
    assert combined(fold(text).text, Public()) is several


@pytest.mark.parametrize(
    ("name", "params", "says"),
    [
        ("cn-mobile", {"form": "3+"}, "is no form"),
        ("cn-mobile", {"form": ""}, "no form is given"),
        ("cvv", {"form": "0+1"}, "no form of this kind"),
        ("cn-mobile", {"tier": "sure"}, "no such tier"),
        ("weak-mask", {"card": "all"}, "is no form"),
    ],
)
def test_a_setting_that_is_wrong_is_refused(name: str, params: dict[str, str], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        DETECTORS[name].check(params)


@pytest.mark.parametrize(
    ("name", "params"), [("cvv", {"colour": "red"}), ("weak-mask", {"iban": "0+4"})]
)
def test_a_setting_there_is_not_is_refused(name: str, params: dict[str, str]) -> None:
    with pytest.raises(TypeError, match="no s"):
        DETECTORS[name].check(params)


def test_a_rule_may_give_another_form() -> None:
    text = "身份证440199190103050078"
    assert found("cn-resident-id", text, form="3+4")[0][2] == "440***********0078"
    assert found("payment-card", "卡号4000000000000002", form="6+4")[0][2] == "400000******0002"
