"""Bank accounts and passbooks: 9 to 21 digits that a word calls an account."""

from __future__ import annotations

from collections.abc import Iterator

from . import cn_mobile, cn_resident_id, payment_card
from .cues import OTHER, label
from .digits import Run, claim
from .hit import Hit, Public
from .masks import last_four

NAME = "account-number"
CUES = (
    "账号 账户号码 账户号 账户 户口号码 户口 存折 存簿 收款账 付款账 对公账 汇款至 汇入 "
    "account acct a/c acc account_no account_no. account_number"
)
# What else a number near an account can be.
_OTHER = (
    OTHER
    + "qq 微信 余额 金额 额度 限额 尾号 末四 后四 手机 电话 身份证 身分证 证件 护照 日期 时间 "
    "phone mobile tel balance "
    "amount ending passport date " + payment_card.CUES
)


def find(text: str, public: Public) -> Iterator[Hit]:
    """Numbers that are called an account and are no card, identity or mobile number."""

    def judge(figures: str, run: Run) -> Hit | None:
        if len(run.sizes) > 6 and max(run.sizes) > 1:
            return None
        if cn_mobile.validate(run.digits) or cn_resident_id.validate(run.digits):
            return None
        if label(figures, run.start, run.end, CUES, _OTHER) != "own":
            return None
        if payment_card.validate(run.digits) and payment_card.issued(run.digits):
            return None
        return Hit(run.start, run.end, "cued", mask(run.digits))

    yield from claim(text, 9, 21, judge)


def validate(value: str) -> bool:
    """Whether ``value`` is as long as an account number.

    >>> validate("012-345678-001"), validate("12345678")
    (True, False)
    """
    digits = "".join(ch for ch in value if ch not in " -")
    return digits.isascii() and digits.isdigit() and 9 <= len(digits) <= 21


def mask(value: str) -> str:
    """The last four digits.

    >>> mask("012-345678-001")
    '****8001'
    """
    return last_four(value)
