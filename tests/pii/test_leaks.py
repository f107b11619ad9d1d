"""What each detector must find, in both scripts, in English and in disguise, and its edges."""

from __future__ import annotations

import pytest

from .finding import found, spans

LEAKS = [
    # resident identity numbers
    ("cn-resident-id", "您的身份证号33019919020228101X已登记", "33019919020228101X"),
    (
        "cn-resident-id",
        "身分證字號３３０１９９１９０２０２２８１０１Ｘ對嗎",
        "３３０１９９１９０２０２２８１０１Ｘ",
    ),
    ("cn-resident-id", "居住证810000199907150026有效", "810000199907150026"),
    ("cn-resident-id", "证件号 440199 19010305 0078 请核对", "440199 19010305 0078"),
    ("cn-resident-id", "440199190103050078是您的身份证号吧", "440199190103050078"),
    ("cn-resident-id", "身份证440199-19010305-0078", "440199-19010305-0078"),
    ("cn-resident-id", "身份证4401\u200b99190103050078", "4401\u200b99190103050078"),
    ("cn-resident-id", "旧身份证号码是440199010305007", "440199010305007"),
    (
        "cn-resident-id",
        "身份证四四零一九九一九零一零三零五零零七八",
        "四四零一九九一九零一零三零五零零七八",
    ),
    ("cn-resident-id", "Your ID is 440199190103050078.", "440199190103050078"),
    # Taiwan, Hong Kong, Macau
    ("tw-id", "您的身分證字號是A100000001嗎", "A100000001"),
    ("tw-id", "居留證AC00000003", "AC00000003"),
    ("tw-id", "身份证a１0000000１", "a１0000000１"),
    ("tw-id", "ID number A 100 000 001 on file", "A 100 000 001"),
    ("hkid", "香港身份證號碼B000000(6)", "B000000(6)"),
    ("hkid", "HKID: B000000（6）", "B000000（6）"),
    ("hkid", "持B0000006办理", "B0000006"),
    ("hkid", "身份證AB123456(7)的客戶", "AB123456(7)"),
    ("macau-id", "澳門身份證5123456(7)", "5123456(7)"),
    ("macau-id", "澳门身份证号51234567", "51234567"),
    ("passport-permit", "护照号E12345678已过期", "E12345678"),
    ("passport-permit", "護照號碼：EA1234567", "EA1234567"),
    ("passport-permit", "回乡证H1234567890", "H1234567890"),
    ("passport-permit", "台胞证12345678", "12345678"),
    ("passport-permit", "Passport no. K1234567 received", "K1234567"),
    # cards and accounts
    ("payment-card", "您的银行卡号6200000000000005已绑定", "6200000000000005"),
    ("payment-card", "信用卡4000 0000 0000 0002被拒", "4000 0000 0000 0002"),
    (
        "payment-card",
        "卡號６２００-００００-００００-０００５",
        "６２００-００００-００００-０００５",
    ),
    ("payment-card", "6222000000000000000是您的卡号", "6222000000000000000"),
    ("payment-card", "请查4000000000000002这笔", "4000000000000002"),
    ("payment-card", "card number: 4000-0000-0000-0002 is on file", "4000-0000-0000-0002"),
    ("account-number", "您的账号是1234500067890", "1234500067890"),
    ("account-number", "帳號012-345678-00123請核對", "012-345678-00123"),
    ("account-number", "户口号码：123-456789-001", "123-456789-001"),
    ("account-number", "account number 0012 3456 7890", "0012 3456 7890"),
    ("iban", "请汇至GB05 TEST 0000 0000 0000 00谢谢", "GB05 TEST 0000 0000 0000 00"),
    ("iban", "IBAN: GB05TEST00000000000000.", "GB05TEST00000000000000"),
    # what authenticates
    ("cvv", "CVV是123", "123"),
    ("cvv", "卡背面三位：456", "456"),
    ("cvv", "安全碼 789", "789"),
    ("cvv", "your security code is 321", "321"),
    ("one-time-code", "您的验证码是123456", "123456"),
    ("one-time-code", "驗證碼：４８２９，請輸入", "４８２９"),
    ("one-time-code", "654321是您的驗證碼", "654321"),
    ("one-time-code", "动态密码 8a7f2c", "8a7f2c"),
    ("one-time-code", "验证码一二三四五六", "一二三四五六"),
    ("one-time-code", "Your OTP is 123 456.", "123 456"),
    ("one-time-code", "482913 is your verification code", "482913"),
    ("password-value", "密码是abc123", "abc123"),
    ("password-value", "查詢密碼：８８８８８８", "８８８８８８"),
    ("password-value", "初始密码为Ab@12345。", "Ab@12345"),
    ("password-value", "已将密码重置为a1b2c3d4", "a1b2c3d4"),
    ("password-value", "your password is hunter22, ok?", "hunter22"),
    ("password-value", "PIN: 4821", "4821"),
    ("password-value", "888888是您的登录密码", "888888"),
    # telephones
    ("cn-mobile", "请确认手机号13812345678", "13812345678"),
    ("cn-mobile", "手機１３８１２３４５６７８", "１３８１２３４５６７８"),
    ("cn-mobile", "138 1234 5678是您的电话", "138 1234 5678"),
    ("cn-mobile", "138-1234-5678", "138-1234-5678"),
    ("cn-mobile", "1 3 8 1 2 3 4 5 6 7 8", "1 3 8 1 2 3 4 5 6 7 8"),
    ("cn-mobile", "电话一三八一二三四五六七八", "一三八一二三四五六七八"),
    ("cn-mobile", "电话幺三八幺两三四五六七八", "幺三八幺两三四五六七八"),
    ("cn-mobile", "打+86 138 1234 5678", "+86 138 1234 5678"),
    ("cn-mobile", "008613812345678", "008613812345678"),
    ("cn-mobile", "加vx13812345678", "13812345678"),
    ("cn-mobile", "138\u200b1234\u200b5678", "138\u200b1234\u200b5678"),
    ("cn-mobile", "138·1234·5678", "138·1234·5678"),
    ("landline-cn", "您家座机021-61234567对吗", "021-61234567"),
    ("landline-cn", "电话(0551)6123456转801", "(0551)6123456转801"),
    ("landline-cn", "电话+86 21 6123 4567", "+86 21 6123 4567"),
    ("hk-phone", "您的電話9123 4567", "9123 4567"),
    ("hk-phone", "+852 9123 4567", "+852 9123 4567"),
    ("cn-mobile", "您的号码一三八，一二三四，五六七八", "一三八，一二三四，五六七八"),
    ("cn-mobile", "手机138、1234、5678", "138、1234、5678"),
    ("cn-mobile", "手機１３８－１２３４－５６７８", "１３８－１２３４－５６７８"),
    ("device-id", "MAC地址AA:BB:CC:DD:EE:FF", "AA:BB:CC:DD:EE:FF"),
    ("person-name", "李建国的贷款已放款", "李建国"),
    ("person-name", "主治医生李建国开具", "李建国"),
    ("hk-phone", "your mobile 9123-4567", "9123-4567"),
    ("tw-phone", "手機0912-345-678", "0912-345-678"),
    ("tw-phone", "您登記的0912345678", "0912345678"),
    ("tw-phone", "家裡電話(02)2345-6789", "(02)2345-6789"),
    ("tw-phone", "+886 912 345 678", "+886 912 345 678"),
    ("macau-phone", "+853 6612 3456", "+853 6612 3456"),
    ("macau-phone", "澳門手機66123456", "66123456"),
    ("intl-phone", "+1 (212) 555-0123", "+1 (212) 555-0123"),
    ("intl-phone", "您的电话是+44 20 7946 0123", "+44 20 7946 0123"),
    ("intl-phone", "your phone 212-555-0123 x89", "212-555-0123 x89"),
    # addresses of all kinds
    ("email", "我的邮箱是li.hua@example.com请联系", "li.hua@example.com"),
    ("email", "電郵：ｌｉ@ｅｘａｍｐｌｅ.ｃｏｍ。", "ｌｉ@ｅｘａｍｐｌｅ.ｃｏｍ"),
    ("email", "Write to Li.Hua+a@mail.example.com.", "Li.Hua+a@mail.example.com"),
    ("ip", "您的登录IP是203.0.113.7", "203.0.113.7"),
    ("ip", "IP:2001:db8::17", "2001:db8::17"),
    ("device-id", "设备MAC地址00-00-5E-00-53-01", "00-00-5E-00-53-01"),
    ("device-id", "IMEI:123456789012345", "123456789012345"),
    ("messenger-id", "加我微信lihua_88", "lihua_88"),
    ("messenger-id", "微信号：lihuahua", "lihuahua"),
    ("messenger-id", "我的QQ是123456789", "123456789"),
    ("messenger-id", "LINE ID: lihua.tw", "lihua.tw"),
    (
        "postal-address",
        "住址：浙江省某某市某某区某某路12号3单元502室",
        "浙江省某某市某某区某某路12号3单元502室",
    ),
    ("postal-address", "寄到台北市某某區某某路三段12號4樓", "台北市某某區某某路三段12號4樓"),
    ("postal-address", "地址係九龍某某道88號5樓B室", "九龍某某道88號5樓B室"),
    ("postal-address", "your address 12 Long Meadow Road", "12 Long Meadow Road"),
    ("postal-address", "住在朝阳区幸福小区3号楼2单元601", "朝阳区幸福小区3号楼2单元601"),
    ("one-time-code", "We sent code 123456 to your phone", "123456"),
    ("one-time-code", "Please use 991122 to log in", "991122"),
    ("tw-phone", "您留的電話是04 2345 6789嗎", "04 2345 6789"),
    ("passport-permit", "护照 E 1234 5678", "E 1234 5678"),
    # what only words give away
    ("person-name", "您太太王美丽女士", "王美丽"),
    ("person-name", "李小明的手机号", "李小明"),
    ("balance-amount", "卡里余额三千元", "三千元"),
    ("balance-amount", "本月應繳NT$3,280", "NT$3,280"),
    ("health", "您提到您有糖尿病", "有糖尿病"),
    ("person-name", "客户姓名：李小明，已核实", "李小明"),
    ("person-name", "尊敬的張小芳女士", "張小芳"),
    ("person-name", "持卡人欧阳小海的卡已寄出", "欧阳小海"),
    ("person-name", "李小明，身份证已收到", "李小明"),
    ("person-name", "Name: Mary Poe, confirmed", "Mary Poe"),
    ("balance-amount", "您的账户余额为1,234.50元", "1,234.50元"),
    ("balance-amount", "欠款5000元请处理", "5000元"),
    ("balance-amount", "您尚有3,000元逾期", "3,000元"),
    ("balance-amount", "帳戶餘額NT$12,000", "NT$12,000"),
    ("balance-amount", "your outstanding balance is HK$500", "HK$500"),
    ("balance-amount", "you owe $1,200", "$1,200"),
    ("balance-amount", "逾期金额共计2万元", "2万元"),
    ("balance-amount", "您在我行的存款有12万", "12万"),
    ("transaction", "您3月5日在某某商城消费300元", "3月5日在某某商城消费300元"),
    ("transaction", "昨天向王二转账5000元", "昨天向王二转账5000元"),
    ("policy-number", "您的保单号PA2026001234567", "PA2026001234567"),
    ("policy-number", "保單編號：P-20260012345", "P-20260012345"),
    ("policy-number", "policy number 880012345678", "880012345678"),
    ("health", "您先生被诊断为肝癌", "被诊断为肝癌"),
    ("health", "客戶罹患糖尿病，已理賠", "罹患糖尿病"),
    ("health", "she was diagnosed with breast cancer", "diagnosed with breast cancer"),
]


@pytest.mark.parametrize(("name", "text", "value"), LEAKS)
def test_a_leak_is_found_with_its_exact_edges(name: str, text: str, value: str) -> None:
    assert spans(name, text) == [value]


@pytest.mark.parametrize(
    ("name", "text", "tier"),
    [
        ("cn-resident-id", "身份证440199190103050078", "strong"),
        ("cn-resident-id", "请看440199190103050078", "checked"),
        ("cn-resident-id", "身份证440199190103050077", "cued"),
        ("cn-resident-id", "请看440199190103050077", "shape"),
        ("payment-card", "卡号4000000000000002", "strong"),
        ("payment-card", "请看4000000000000002", "checked"),
        ("payment-card", "卡号4000000000000003", "cued"),
        ("cn-mobile", "手机+8613812345678", "strong"),
        ("cn-mobile", "+8613812345678", "checked"),
        ("cn-mobile", "手机13812345678", "cued"),
        ("cn-mobile", "13812345678", "shape"),
        ("tw-id", "A100000001", "checked"),
        ("hkid", "身份证B000000(1)", "cued"),
        ("email", "邮箱lihua@qq.com", "strong"),
        ("email", "lihua@example.com", "shape"),
        ("person-name", "尊敬的李小明先生", "shape"),
        ("person-name", "户名：李小明", "cued"),
    ],
)
def test_the_tier_says_what_the_evidence_is(name: str, text: str, tier: str) -> None:
    assert [hit[1] for hit in found(name, text)] == [tier]


@pytest.mark.parametrize(
    ("name", "text", "mask"),
    [
        ("cn-mobile", "手机+86 138-1234-5678", "+86 138-****-5678"),
        ("cn-mobile", "电话一三八一二三四五六七八", "138****5678"),
        ("payment-card", "卡号4000 0000 0000 0002", "****0002"),
        ("cn-resident-id", "身份证440199190103050078", "4****************8"),
        ("person-name", "尊敬的李小明先生", "李"),
        ("person-name", "姓名：李小明", "李**"),
        ("email", "lihua@example.com", "l***@example.com"),
        ("one-time-code", "验证码123456", ""),
        ("cvv", "CVV 123", ""),
        ("password-value", "密码是abc123", ""),
        ("postal-address", "住址：某省某市某区某路12号3单元", "某省某市某区****"),
        ("balance-amount", "余额为1,234元", "****元"),
    ],
)
def test_the_mask_is_the_form_that_may_be_shown(name: str, text: str, mask: str) -> None:
    assert [hit[2] for hit in found(name, text)] == [mask]


def test_two_values_of_a_type_are_two_hits() -> None:
    assert spans("cn-mobile", "13812345678或13912345678") == ["13812345678", "13912345678"]
    assert spans("cn-mobile", "手机13812345678 13912345678") == ["13812345678", "13912345678"]


def test_a_value_after_a_date_is_not_swallowed_by_it() -> None:
    assert spans("cn-mobile", "2026-01-15 13812345678") == ["13812345678"]
    assert spans("cn-resident-id", "15 440199190103050078") == ["440199190103050078"]
