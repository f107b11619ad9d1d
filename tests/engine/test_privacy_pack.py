"""Every detector rule of the bundled pack masks what it finds, and no finding tells it."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from replylint.engine.lint import lint
from replylint.engine.propose import propose
from replylint.engine.ruleset import Ruleset
from replylint.engine.settings import Settings
from replylint.model import Finding, Message, Recipient, Result, Role, Severity
from replylint.pii import DETECTORS
from replylint.pii.hit import Public
from replylint.rules.cache import compiled
from replylint.rules.rule import Detector, Kind

from .shared_pack import RULES

# Rule, what is told in clear, and the words around it. All made up.
LEAKS = (
    ("cn-resident-id", "320102198506143076", "您的身份证号{}已核验，受理编号A77。"),
    ("cn-resident-id", "44030519921103612X", "證件號碼{}請核對，共3份。"),
    ("cn-resident-id-shape", "320102198506143075", "资料里写的是{}，共3份。"),
    ("tw-id", "A123456707", "您的身分證字號{}已更新，共3份。"),
    ("tw-id-shape", "A123456708", "欄位填的是{}，請修正第2欄。"),
    ("foreign-id", "S7654321B", "您的新加坡身份证{}已登记，共3份。"),
    ("hkid", "A700123(4)", "您的香港身份證{}已登記，共3份。"),
    ("hkid-shape", "A700123(5)", "表格上寫{}，請看第2欄。"),
    ("macau-id", "5123456(7)", "澳门身份证{}已登记，共3份。"),
    ("macau-id-shape", "5123456(7)", "资料上是{}，请看第2栏。"),
    ("passport-permit", "E12345678", "Your passport number {} is on page 2."),
    ("payment-card", "6222021234567890123", "卡号{}已于11月3日解绑。"),
    ("payment-card", "4111 1122 2233 3347", "Your card {} was blocked on 3 May."),
    ("account-number", "40310022009988776", "账户{}已于11月3日开通。"),
    ("iban", "DE98500105170112233445", "收款账号{}已登记，共3笔。"),
    ("cvv", "482", "卡背面的三位数{}已录入，有效期看第2页。"),
    ("one-time-code", "482913", "验证码{}我这边已经填好，请看第2步。"),
    ("password-value", "Abc12345", "您的登录密码是{}，第2步再改。"),
    ("balance-amount", "82,310.55元", "您的存款余额为{}，3天内到账。"),
    ("transaction", "3月5日在锦江商城消费300元", "您{}，受理编号7。"),
    ("policy-number", "P2026001234567", "保单号{}已生效，共3份。"),
    ("cn-mobile", "138-1234-5678", "您的手机号{}已更换，5分钟后生效。"),
    ("cn-mobile-shape", "13812345678", "{}这边处理好了，共3笔。"),
    ("hk-phone", "6123 4567", "您登記的電話{}已更新，共3筆。"),
    ("tw-phone", "0912-345-678", "您的手機{}已完成驗證，共3筆。"),
    ("phone-shape-tw", "0912-345-678", "{}這邊處理好了，共3筆。"),
    ("macau-phone", "6612 3456", "澳門手機{}已更新，共3筆。"),
    ("intl-phone", "+1 212 555 0187", "您的电话{}已登记，共3笔。"),
    ("landline", "021-61234567", "您的家庭电话{}已更新，共3笔。"),
    ("email", "zhang.san@qq.com", "账单已发至您的邮箱{}，共3页。"),
    ("email-shape", "li.ming@company.example", "{}那边收到了，共3页。"),
    ("person-name", "陳美玲", "受益人姓名{}已登記，共3份。"),
    ("person-name-shape", "张小明", "{}先生，您好！共3笔。"),
    ("postal-address", "杭州市西湖区文三路12号3单元502室", "您的住址是{}吗？共3处。"),
    ("postal-address-shape", "台北市信義區松仁路88號5樓", "{}那邊處理好了，共3筆。"),
    ("messenger-id", "xiaoming_88", "您绑定的微信号{}已解除，共3个。"),
    ("ip", "203.0.113.7", "您昨晚的登录IP是{}，共3次。"),
    ("ip-shape", "203.0.113.7", "记录里是{}，共3次。"),
    ("device-id", "352099001761481", "您的设备IMEI：{}已绑定，共3台。"),
    ("health", "患有抑郁症", "被保险人{}，需补充3份材料。"),
    ("weak-mask", "320102********3076", "身份证号{}已核对，共3份。"),
    ("thin-mask", "lily.chen88*@gmail.com", "账单发到{}，共3份。"),
    ("joined-masks", "1381234****", "登记138****5678，短信发到{}，共3条。"),
)
# Presets that a profile switches on.
PRESETS = {"privacy.weak-mask-strict", "privacy.weak-mask-pci"}


@cache
def ruleset(public: Public = Public()) -> Ruleset:  # noqa: B008 - frozen
    settings = Settings(select=("privacy.*",), lang="en", public=public)
    return Ruleset(compiled([RULES], [], None), settings)


def check(text: str, public: Public = Public(), **fields: Any) -> Result:  # noqa: B008
    return lint(Message(text, **fields), ruleset(public))


def levels(text: str, **fields: Any) -> dict[str, Severity]:
    return {finding.rule: finding.severity for finding in check(text, **fields).findings}


def test_every_detector_has_rules_and_every_rule_a_leak_here() -> None:
    rules = [rule for rule in ruleset().numbered if rule.kind is Kind.DETECTOR]
    asked = {rule.match.name for rule in rules if isinstance(rule.match, Detector)}
    assert asked == set(DETECTORS)
    assert all(rule.sensitive for rule in rules)
    assert {rule.id for rule in rules} - PRESETS == {f"privacy.{name}" for name, *_ in LEAKS}


@pytest.mark.parametrize(("name", "value", "around"), LEAKS)
def test_leak_is_found_and_nothing_said_of_it_shows_it(name: str, value: str, around: str) -> None:
    text = around.format(value)
    found = [f for f in check(text).findings if f.rule == f"privacy.{name}"]
    assert [text[f.start : f.end] for f in found] == [value]
    for finding in found:
        assert finding.sensitive
        assert not shows(finding, value)


def shows(finding: Finding, value: str) -> bool:
    said = [finding.text, *(fix.title for fix in finding.fixes)]
    said += [edit.text for fix in finding.fixes for edit in fix.edits]
    return any(value in words for words in said)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("客户姓名：李小明，身份证440199190103050078。", "privacy.person-name"),
        ("陳美玲小姐您好，您的卡號4111112222333347已解鎖。", "privacy.person-name-shape"),
        ("戶名：陳美玲，身份證A123***(*)。", "privacy.person-name"),
        ("联系人李小明，手机13812345678，邮箱li.hua@qq.com。", "privacy.email"),
        ("联系人李小明，手机13812345678，邮箱li.hua@qq.com。", "privacy.cn-mobile"),
    ],
)
def test_several_identifiers_of_one_person_are_worse(text: str, rule: str) -> None:
    assert levels(text)[rule] is Severity.ERROR
    assert levels(text, recipient=Recipient.OWNER).get(rule) is not Severity.ERROR


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("客户姓名：李小明，已核对。", "privacy.person-name"),
        ("联系人李小明，手机13812345678。", "privacy.cn-mobile"),
        ("李先生，身份证440199190103050078，手机13812345678。", "privacy.cn-mobile"),
    ],
)
def test_one_identifier_stays_what_it_is(text: str, rule: str) -> None:
    assert levels(text)[rule] is Severity.WARNING


@pytest.mark.parametrize(("name", "value", "around"), LEAKS)
def test_leak_is_masked_once_and_for_all(name: str, value: str, around: str) -> None:
    before, after = around.split("{}")
    proposal = propose(Message(around.format(value)), check_message)
    assert value not in proposal.text
    assert proposal.text.startswith(before)
    assert proposal.text.endswith(after)
    assert not [f for f in check(proposal.text).findings if f.rule.startswith("privacy.")]
    assert propose(Message(proposal.text), check_message).text == proposal.text


def check_message(message: Message) -> Result:
    return lint(message, ruleset())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("受益人姓名陳美玲已登記。", "受益人姓名陳**已登記。"),
        ("帳單寄到台北市信義區松仁路88號5樓。", "帳單寄到台北市信義區****。"),
        ("Sent to Jane.Doe@hotmail.com today.", "Sent to J***@hotmail.com today."),
        ("請核對身分證字號A123456707。", "請核對身分證字號A12****707。"),
    ],
)
def test_mask_keeps_the_script_and_capitals_of_the_writer(text: str, shown: str) -> None:
    assert propose(Message(text), check_message).text == shown


@pytest.mark.parametrize(
    "text",
    [
        "官方客服热线95588。",
        "您尾号1234的卡已解绑。",
        "您预留的手机号138****5678已更换。",
        "工单编号202611230088177312。",
        "验证码5分钟内有效。",
        "【云桥银行】验证码772015，用于登录，5分钟内有效，切勿转发。",
        "请勿向任何人透露验证码。",
        "请您本人在App页面输入验证码。",
        "{手机号}已更换。",
    ],
)
def test_public_masked_and_protected_is_silent(text: str) -> None:
    assert not check(text).findings


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("您的存款余额为82,310元。", "privacy.balance-amount"),
        ("您3月5日在锦江商城消费300元。", "privacy.transaction"),
    ],
)
def test_money_may_be_told_to_the_verified_owner_alone(text: str, rule: str) -> None:
    assert levels(text, recipient=Recipient.OWNER) == {}
    assert levels(text)[rule] is Severity.WARNING
    assert levels(text, recipient=Recipient.THIRD_PARTY)[rule] is Severity.ERROR


def test_a_card_number_is_an_error_even_to_its_owner() -> None:
    found = levels("您的卡号6222021234567890123已解绑。", recipient=Recipient.OWNER)
    assert found == {"privacy.payment-card": Severity.ERROR}


def test_what_customers_write_of_themselves_is_no_leak() -> None:
    assert not check("我的手机号13812345678", role=Role.CUSTOMER).findings


def test_house_data_reaches_the_detectors() -> None:
    text = "服务手机13912345678，邮箱service.hz@cloud.example。"
    own = Public(hotlines=("139-1234-5678",), domains=("cloud.example",))
    assert check(text).findings
    assert not check(text, own).findings
