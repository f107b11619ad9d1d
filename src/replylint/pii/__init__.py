"""The detectors of personal data by name, each type in a file that is imported when needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
        wanted = params.pop("tier", "").split()
        if any(tier not in TIERS for tier in wanted):
            raise ValueError(f"no such tier: {' '.join(wanted)}")
        module = import_module("." + self.name.replace("-", "_"), __name__)
        hits: Iterator[Hit] = module.find(text, public, **params)
        return (hit for hit in hits if hit.tier in wanted) if wanted else hits


_GATES = {
    "cn-resident-id": Gate(digits=15),
    "tw-id": Gate(digits=8),
    "hkid": Gate(digits=6),
    "macau-id": Gate(digits=8),
    "passport-permit": Gate(
        digits=6,
        literals=("护照", "通行证", "回乡", "台胞", "台湾居民", "签证", "旅行证")
        + ("passport", "permit", "travel document", "visa n"),
    ),
    "payment-card": Gate(digits=12),
    "account-number": Gate(
        digits=9,
        literals=("账", "户口", "存折", "存簿", "汇款至", "汇入", "account", "acct", "a/c", "acc"),
    ),
    "iban": Gate(digits=8),
    "cvv": Gate(
        digits=3,
        literals=("cvv", "cvn", "cvc", "csc", "cid", "安全码", "背面", "后三", "末三")
        + ("card verification code", "security code"),
    ),
    "one-time-code": Gate(
        digits=1, literals=("码", "口令", "otp", "tac", "passcode", "one-time", "one time", "code")
    ),
    "password-value": Gate(digits=1, literals=("密码", "口令", "passw", "pwd", "pin")),
    "cn-mobile": Gate(digits=11),
    "landline-cn": Gate(digits=10),
    "hk-phone": Gate(digits=8),
    "tw-phone": Gate(digits=8),
    "macau-phone": Gate(digits=8),
    "intl-phone": Gate(digits=7),
    "email": Gate(literals=("@",)),
    "person-name": Gate(
        literals=(
            "先生",
            "女士",
            "小姐",
            "太太",
            "姓名",
            "户名",
            "持卡人",
            "款人",
            "开户人",
            "账户名",
        )
        + ("户主", "联系人", "申请人", "投保人", "保险人", "受益人", "担保人", "患者", "病人")
        + (
            "当事人",
            "收件人",
            "客户",
            "用户",
            "会员",
            "机主",
            "名字",
            "本名",
            "名叫",
            "叫做",
            "我叫",
        )
        + (
            "他叫",
            "她叫",
            "署名",
            "身份证",
            "身分证",
            "证件",
            "手机",
            "电话",
            "账号",
            "卡号",
            "护照",
        )
        + ("住址", "生日", "出生", "岁", "是一", "持有", "男", "女")
        + ("name", "holder", "beneficiary", "payee", "payer", "insured", "applicant", "recipient")
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
        literals=("元", "块", "币", "美金", "$", "¥")
        + ("rmb", "cny", "hkd", "usd", "twd", "mop", "yuan", "dollars"),
    ),
    "transaction": Gate(
        digits=1,
        literals=("元", "块", "币", "美金", "$", "¥")
        + ("rmb", "cny", "hkd", "usd", "twd", "mop", "yuan", "dollars"),
    ),
    "policy-number": Gate(
        digits=6, literals=("保单", "保险", "投保单", "批单", "policy", "certificate of")
    ),
    "ip": Gate(digits=1, literals=(".", ":")),
    "device-id": Gate(
        digits=1,
        literals=(":", "-", ".", "设备", "串号", "机身码", "imei", "imsi", "meid", "iccid", "idfa")
        + ("oaid", "udid", "device id", "hardware", "mac", "网卡", "物理地址"),
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
