"""Which messages each detector must look at: those with the digits and words it cannot do without.

Kept apart from the detectors so that closed gates cost no import.
"""

from __future__ import annotations

from collections.abc import Mapping

from .hit import Gate


def _gate(words: str = "", *, run: int = 0, digits: int = 0) -> Gate:
    """``words`` are parted by spaces; _ is a space within one."""
    literals = tuple(word.replace("_", " ") for word in words.split())
    return Gate(digits=digits, literals=literals, run=run)


GATES: Mapping[str, Gate] = {
    "cn-resident-id": _gate(run=15),
    "tw-id": _gate(run=8),
    "hkid": _gate(run=6),
    "macau-id": _gate(run=8),
    "passport-permit": _gate(
        "护照 通行证 回乡 台胞 台湾居民 签证 旅行证 passport permit travel_document visa_n",
        run=6,
    ),
    "payment-card": _gate(run=12),
    "account-number": _gate(
        "账 户口 存折 存簿 汇款至 汇入 account acct a/c acc",
        run=9,
    ),
    "iban": _gate(run=8),
    "cvv": _gate(
        "cvv cvn cvc csc cid 安全码 背面 后三 末三 card_verification_code security_code",
        digits=3,
    ),
    "one-time-code": _gate(
        "码 口令 otp tac passcode one-time one_time code use enter",
        digits=1,
    ),
    "password-value": _gate(
        "密码 口令 passw pwd pin",
        digits=1,
    ),
    "cn-mobile": _gate(run=11),
    "landline-cn": _gate(run=10),
    "hk-phone": _gate(run=8),
    "tw-phone": _gate(run=9),
    "macau-phone": _gate(run=8),
    "intl-phone": _gate(run=7),
    "email": _gate(
        "@",
    ),
    "person-name": _gate(
        "先生 女士 小姐 太太 医生 医师 姓名 户 人 患者 会员 机主 名字 名叫 叫 署名 证 手机 "
        "电话 号 护照 住址 生日 出生 岁 是一 持有 男 女 name holder beneficiary payee payer "
        "insured applicant recipient customer patient mr ms dr 本名",
    ),
    "postal-address": _gate(
        "路 街 巷 弄 道 里 村 胡同 段 园 苑 小区 屯 坊 湾 _street _st _road _rd _ave _lane "
        "_ln _dr _b _terrace _court _crescent _parkway",
        digits=1,
    ),
    "balance-amount": _gate(
        "余额 结余 额度 欠 逾期 还 未缴 应缴 本金 息 滞纳金 违约金 账单 资产 存款 薪 收入 "
        "工资 可提现 可用 balance outstanding overdue owe owing arrears debt credit due "
        "salary income",
    ),
    "transaction": _gate(
        "消费 转 付 汇 刷卡 扣款 买 交易 取款 取现 入账 支 商户 收款 对方 purchase payment "
        "transfer transaction paid spent charge sent withdrawal received",
        digits=2,
    ),
    "policy-number": _gate(
        "保单 保险 投保单 批单 policy certificate_of",
        digits=6,
    ),
    "ip": _gate(
        ". :",
        digits=3,
    ),
    "device-id": _gate(
        "设备 串号 机身码 网卡 物理地址 imei imsi meid iccid idfa oaid mac udid device "
        "hardware physical",
        digits=1,
    ),
    "messenger-id": _gate(
        "微信 企微 wechat weixin vx wx v信 qq 企鹅 line telegram tg whatsapp skype 飞机 "
        "钉钉 抖音 小红书",
    ),
    "health": _gate(
        "诊 患 得了 查出 检出 感染 不幸得 您有 你有 他有 她有 diagnosed suffer treated_for has_ "
        "have_ had_",
    ),
}
