"""The detectors of personal data by name, each type in a file that is imported when needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import MappingProxyType

from .hit import NOTHING_PUBLIC, TIERS, Detector, Gate, Hit, Public

__all__ = ["DETECTORS", "NOTHING_PUBLIC", "TIERS", "Detector", "Gate", "Hit", "Public"]


@dataclass(frozen=True, slots=True)
class _Lazy:
    """A detector whose module is imported by its first search."""

    name: str
    gate: Gate

    def find(self, text: str, public: Public = NOTHING_PUBLIC, **params: str) -> Iterator[Hit]:
        """Hits in folded ``text``, in order and apart from each other.

        ``tier``: only hits of these tiers, parted by spaces. Raises ValueError for an unknown tier.
        """
        if not params:
            return _finder(self.name)(text, public)
        wanted = params.pop("tier", "").split()
        if any(tier not in TIERS for tier in wanted):
            raise ValueError(f"no such tier: {' '.join(wanted)}")
        hits = _finder(self.name)(text, public, **params)
        return (hit for hit in hits if hit.tier in wanted) if wanted else hits


@cache
def _finder(name: str) -> Callable[..., Iterator[Hit]]:
    find: Callable[..., Iterator[Hit]] = import_module("." + name.replace("-", "_"), __name__).find
    return find


_GATES = {
    "cn-resident-id": Gate(run=15),
    "tw-id": Gate(run=8),
    "hkid": Gate(run=6),
    "macau-id": Gate(run=8),
    "passport-permit": Gate(
        run=6,
        literals=("护照", "通行证", "回乡", "台胞", "台湾居民", "签证", "旅行证")
        + ("passport", "permit", "travel document", "visa n"),
    ),
    "payment-card": Gate(run=12),
    "account-number": Gate(
        run=9,
        literals=("账", "户口", "存折", "存簿", "汇款至", "汇入", "account", "acct", "a/c", "acc"),
    ),
    "iban": Gate(run=8),
    "cvv": Gate(
        digits=3,
        literals=("cvv", "cvn", "cvc", "csc", "cid", "安全码", "背面", "后三", "末三")
        + ("card verification code", "security code"),
    ),
    "one-time-code": Gate(
        digits=1, literals=("码", "口令", "otp", "tac", "passcode", "one-time", "one time", "code")
    ),
    "password-value": Gate(digits=1, literals=("密码", "口令", "passw", "pwd", "pin")),
    "cn-mobile": Gate(run=11),
    "landline-cn": Gate(run=10),
    "hk-phone": Gate(run=8),
    "tw-phone": Gate(run=9),
    "macau-phone": Gate(run=8),
    "intl-phone": Gate(run=7),
    "email": Gate(literals=("@",)),
    "person-name": Gate(
        literals=(
            "先生",
            "女士",
            "小姐",
            "太太",
            "医生",
            "医师",
            "姓名",
            "户",
            "人",
            "患者",
            "会员",
        )
        + ("机主", "名字", "名叫", "叫", "署名", "证", "手机", "电话", "号", "护照", "住址", "生日")
        + (
            "出生",
            "岁",
            "是一",
            "持有",
            "男",
            "女",
            "name",
            "holder",
            "beneficiary",
            "payee",
            "payer",
        )
        + ("insured", "applicant", "recipient", "customer", "patient", "mr", "ms", "dr")
    ),
    "postal-address": Gate(
        digits=1,
        literals=(
            "路",
            "街",
            "巷",
            "弄",
            "道",
            "里",
            "村",
            "胡同",
            "段",
            "园",
            "苑",
            "小区",
            "屯",
            "坊",
        )
        + ("湾", " street", " st", " road", " rd", " ave", " lane", " ln", " dr", " b", " terrace")
        + (" court", " crescent"),
    ),
    "balance-amount": Gate(
        digits=1,
        literals=(
            "余额",
            "结余",
            "额度",
            "欠",
            "逾期",
            "还",
            "未缴",
            "应缴",
            "本金",
            "息",
            "滞纳金",
        )
        + ("违约金", "账单", "资产", "存款", "薪", "收入", "工资", "可提现", "可用")
        + ("balance", "outstanding", "overdue", "owe", "owing", "arrears", "debt", "credit")
        + ("due", "salary", "income"),
    ),
    "transaction": Gate(
        digits=2,
        literals=(
            "消费",
            "转",
            "付",
            "汇",
            "刷卡",
            "扣款",
            "买",
            "交易",
            "取款",
            "取现",
            "入账",
            "支",
        )
        + (
            "商户",
            "收款",
            "对方",
            "purchase",
            "payment",
            "transfer",
            "transaction",
            "paid",
            "spent",
        )
        + ("charge", "sent", "withdrawal", "received"),
    ),
    "policy-number": Gate(
        digits=6, literals=("保单", "保险", "投保单", "批单", "policy", "certificate of")
    ),
    "ip": Gate(digits=1, literals=(".", ":")),
    "device-id": Gate(
        digits=1,
        literals=(
            "设备",
            "串号",
            "机身码",
            "网卡",
            "物理地址",
            "imei",
            "imsi",
            "meid",
            "iccid",
            "idfa",
        )
        + ("oaid", "mac", "udid", "device", "hardware", "physical"),
    ),
    "messenger-id": Gate(
        literals=(
            "微信",
            "企微",
            "wechat",
            "weixin",
            "vx",
            "wx",
            "v信",
            "qq",
            "企鹅",
            "line",
            "telegram",
        )
        + ("tg", "whatsapp", "skype", "飞机", "钉钉", "抖音", "小红书")
    ),
    "health": Gate(
        literals=("诊", "患", "得了", "查出", "检出", "感染", "不幸得")
        + ("diagnosed", "suffer", "treated for", "has ", "have ", "had ")
    ),
}

DETECTORS: Mapping[str, Detector] = MappingProxyType(
    {name: _Lazy(name, gate) for name, gate in _GATES.items()}
)
