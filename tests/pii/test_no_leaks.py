"""What no detector may take for a leak: public numbers, masks, order numbers, mere talk."""

from __future__ import annotations

import pytest

from replylint.pii import DETECTORS, Public

from .finding import found, spans

SILENT = [
    "请拨打95588或400-800-1234",
    "客服熱線0800-123-456，24小時服務",
    "反诈请拨96110，报警110，投诉12378",
    "消保熱線1998、165反詐騙專線",
    "登录10086查询",
    "您的订单号2026010512345678已受理",
    "工单号：20260105-0001，请保留",
    "交易流水号4000000000000002可供查询",
    "訂單編號13812345678",
    "基金代码000001，产品代码PA20260012",
    "order number 123456789012",
    "手机号138****5678已绑定",
    "尾号1234的卡",
    "信用卡末四碼1234",
    "your card ending in 1234",
    "卡号6222 **** **** 1234",
    "card *1234",
    "身份证4****************8",
    "验证码有效期5分钟",
    "验证码为6位数字，请勿告诉他人",
    "請勿將驗證碼告訴任何人",
    "如未收到验证码，请致电95588",
    "验证码60秒内有效",
    "The code expires in 1000 seconds",
    "密码是什么格式？",
    "密码为8-16位字母和数字",
    "请设置6位数字密码",
    "密码连续输错3次将被锁定",
    "password is required",
    "Your password must be 8-20 characters",
    "CVV是卡背面的3位数字，请勿告知他人",
    "王先生您好",
    "感谢李女士的来电",
    "向王先生致歉",
    "尊敬的客户您好",
    "客户方便的话请回复",
    "客户高度重视",
    "请联系客户经理",
    "姓名和身份证号请在APP填写",
    "余额不足10元时会提醒您",
    "如余额低于100元，将收取1元",
    "最低余额1000元以上",
    "您可在APP查看余额",
    "年费300元，刷满6次可免",
    "手续费2.5元，1-3个工作日到账",
    "每笔转账限额50000元",
    "转账手续费为每笔2元",
    "退款3-5个工作日内到账，金额100元",
    "版本1.2.3.4已发布",
    "请升级到v10.0.12.1",
    "时间12:30:15",
    "营业时间9:00-17:30",
    "2026-01-31 12:00:00",
    "1748503543012",
    "金额13812345678元",
    "¥4000000000000002",
    "550e8400-e29b-41d4-a716-446655440000",
    "某某支行地址：某某市某某区某某路12号1楼",
    "您的地址可在APP修改",
    "第3章第12号公告",
    "微信公众号可查询",
    "微信支付更方便",
    "关注官方微信service",
    "如您患有高血压，请如实告知",
    "您是否患有糖尿病？",
    "本产品不保障癌症等疾病",
    "保单号在保单首页",
    "policy documents are ready",
    "IP地址异常时会锁定",
    "账号和密码请妥善保管",
    "余额宝收益",
    "护照办理需要3个工作日",
    "共3次，每次2000元，合计6000元",
    "利率3.85%，期限12个月，本金与利息另计",
    "-77.034040723966",
    "3.14159265358979",
    "请于2026年1月31日前办理",
    "第20260131期",
    "The meeting ID is 812 3456 7890",
    "Your confirmation number is 9876543210",
    "手機末三碼 678",
    "開戶最低存款1,000元",
    "请勿使用123456等简单密码",
    "默认密码为身份证后6位",
    "验证码输入错误3次",
    "The error code 123456 means a timeout",
    "您于3月5日扣款200元",
    "用户名和登录名请在APP查看",
    "您的客户经理将与您联系",
    "单笔限额5万元，每日20万元",
    "高额的贷款请到网点办理",
    "任何单位的账户",
    "于本月的账单中查看",
    "支付宝的账单",
    "金额138,1234,5678元",
    "您的车牌已登记，末三位345",
    "统一编号末三码 345",
    "医生开具的证明",
]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_found_where_nothing_is_told(text: str) -> None:
    assert {name: spans(name, text) for name in DETECTORS if spans(name, text)} == {}


@pytest.mark.parametrize(
    ("name", "text", "public"),
    [
        ("email", "请写信至service@mail.mybank.example", Public(domains=("mybank.example",))),
        ("landline-cn", "您的电话021-61234567", Public(hotlines=("021-61234567",))),
        ("tw-phone", "電話(02)2345-6789", Public(hotlines=("0223456789",))),
        ("cn-mobile", "电话13812345678", Public(hotlines=("138-1234-5678",))),
        ("messenger-id", "微信号：mybank_01", Public(channels=("mybank_01",))),
        ("person-name", "联系人：李小明", Public(names=("李小明",))),
    ],
)
def test_what_is_the_houses_own_is_no_leak(name: str, text: str, public: Public) -> None:
    assert found(name, text) != []
    assert found(name, text, public) == []


def test_a_domain_that_only_ends_alike_is_not_the_houses() -> None:
    public = Public(domains=("bank.example",))
    assert spans("email", "a@mybank.example", public) == ["a@mybank.example"]


@pytest.mark.parametrize(
    "text",
    [
        "电话021-61234567",
        "手机13812345678",
        "+852 9123 4567",
        "0912-345-678",
        "澳门电话+853 6612 3456",
    ],
)
def test_a_telephone_number_is_the_hit_of_one_detector(text: str) -> None:
    names = [name for name in DETECTORS if name.endswith(("phone", "mobile", "landline-cn"))]
    assert len([name for name in names if spans(name, text)]) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("银行卡账号6200000000000005", "payment-card"),
        ("账号13812345678", "cn-mobile"),
        ("身份证440199190103050078", "cn-resident-id"),
    ],
)
def test_an_account_number_is_what_nothing_else_is(text: str, name: str) -> None:
    assert spans("account-number", text) == []
    assert len(spans(name, text)) == 1
