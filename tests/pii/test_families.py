"""Families of leaks that a list of shapes misses: other countries, told health, spoken ways."""

from __future__ import annotations

import pytest

from replylint.pii import DETECTORS
from replylint.text.fold import fold

LEAKS = [
    ("foreign-id", "您的新加坡身份证S7654321B已登记。", "S7654321B"),
    ("foreign-id", "IC 880515-08-1234 has been verified.", "880515-08-1234"),
    ("foreign-id", "Your social security number 219-09-9999 is on file.", "219-09-9999"),
    ("thin-mask", "Card number 5274-5131-12xx-7383 is on file.", "5274-5131-12xx-7383"),
    ("thin-mask", "We verified SSN 523-48-1***.", "523-48-1***"),
    ("thin-mask", "身份證H98805*2的申請已批核。", "H98805*2"),
    ("thin-mask", "The code was sent to 078793262**.", "078793262**"),
    ("password-value", "The PIN for telephone banking is 2348.", "2348"),
    ("foreign-id", "The Social Security number we have is 523-40-0509.", "523-40-0509"),
    ("foreign-id", "Your NI number QQ123456C is on file.", "QQ123456C"),
    ("one-time-code", "617061，这是刚下发给您的动态口令。", "617061"),
    ("one-time-code", "Your login code reads 99 12 43.", "99 12 43"),
    ("cvv", "The last three digits on the back are 482.", "482"),
    ("person-name", "The payee is Deborah Anne Whitcombe.", "Deborah Anne Whitcombe"),
    ("person-name", "The beneficiary is listed as Peter Omalley.", "Peter Omalley"),
    ("balance-amount", "The balance on your savings account is $14,206.77.", "$14,206.77"),
    ("balance-amount", "Your pension pot stands at £112,480.", "£112,480"),
    ("balance-amount", "閣下戶口現有結餘港幣六萬二千元。", "六萬二千元"),
    ("thin-mask", "對帳單寄到lily.chen8*@gmail.com。", "lily.chen8*@gmail.com"),
    ("joined-masks", "手機0912******和****345678是同一支。", "****345678"),
    ("health", "病历写的是重度抑郁。", "病历写的是重度抑郁"),
    ("health", "Your asthma means a higher premium.", "Your asthma"),
    ("health", "您曾接受化療，需要補件。", "您曾接受化療"),
    ("person-name", "借款人叫周海燕。", "周海燕"),
    ("person-name", "受益人登記為陳美玲，順位第一。", "陳美玲"),
    ("person-name", "The account holder is Omar Whitfield, correct?", "Omar Whitfield"),
    ("balance-amount", "您账户目前还有12,340.56元。", "12,340.56元"),
    ("balance-amount", "There is £540 left in your account.", "£540"),
    ("transaction", "您10/3在家樂福刷了2,450元。", "10/3在家樂福刷了2,450元"),
    ("account-number", "Your account number is 46149615.", "46149615"),
    ("intl-phone", "我的电话号是0800-000-0000。", "0800-000-0000"),
    ("device-id", "设备IMEI352099001761481已解绑。", "352099001761481"),
    ("passport-permit", "证件类型护照，号码E12345678。", "E12345678"),
]
CLEAN = [
    ("foreign-id", "Your reference S7654321B is registered."),
    ("thin-mask", "Your card 4111 11xx xxxx 1111 is on file."),
    ("thin-mask", "您的手機0912-345-***已登記。"),
    ("thin-mask", "期限為xx天。"),
    ("intl-phone", "商業登記號碼58123467-000已列於官網。"),
    ("person-name", "我叫陶景行，是您的专属理财经理。"),
    ("balance-amount", "The fee for your loan is £50."),
    ("thin-mask", "对账单寄到l***@gmail.com。"),
    ("joined-masks", "138****5678和139****4321都已更换。"),
    ("health", "您的癌症险已生效。"),
    ("health", "If your asthma gets worse, please call."),
    ("health", "Your cancer cover starts in May."),
    ("person-name", "申请人于提交后三天收到通知。"),
    ("person-name", "The account holder must sign the form."),
    ("person-name", "客户经理会联系您。"),
    ("balance-amount", "每月账户管理费为5元。"),
    ("transaction", "The £45 was taken in error."),
    ("intl-phone", "我们的电话是0800-000-0000。"),
    ("ip", "请把App升级到8.12.3.1版本。"),
    ("messenger-id", "Our line is 1-800-555-0199."),
]


def found(name: str, text: str) -> list[str]:
    """What the detector finds, as it is written."""
    folded = fold(text)
    if not DETECTORS[name].gate.admits(folded.text):
        return []
    spans = [folded.span(hit.start, hit.end) for hit in DETECTORS[name].find(folded.text)]
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(("name", "text", "value"), LEAKS)
def test_a_family_is_found_whole(name: str, text: str, value: str) -> None:
    assert found(name, text) == [value]


@pytest.mark.parametrize(("name", "text"), CLEAN)
def test_what_only_looks_like_it_stays_silent(name: str, text: str) -> None:
    assert found(name, text) == []
