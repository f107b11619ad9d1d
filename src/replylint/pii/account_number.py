"""Bank accounts and passbooks: 9 to 21 digits that a word calls an account."""

from __future__ import annotations

from collections.abc import Iterator

from . import cn_mobile, cn_resident_id, payment_card
from .cn_mobile import merged
from .cues import OTHER, label
from .digits import Run, claim, plain
from .hit import Hit, Public
from .lazy import compiled
from .masks import last_four

NAME = "account-number"
CUES = (
    "账号 账户号码 账户号 账户 户口号码 户口 存折 存簿 收款账 付款账 对公账 汇款至 汇入 "
    "account acct a/c acc account_no account_no. account_number"
)
# A short number must follow the very word.
_NAMED = (
    r"(?:(?<![a-z])account(?: (?:number|no\.?))?|(?<![a-z])(?:a/c|acct)(?: (?:number|no\.?))?|账户号码|"
    r"户口号码|(?<!登录)(?<!微信)(?<!用户)(?<!游戏)账号)(?: is| ending in|[ :#是为]){0,3}\Z"
)
_LETTERED = (
    r"(?:账户?号码?|户口号码|(?<![a-z])account (?:number|no\.?))(?: is|[ :#是为]){0,3}"
    r"(?P<value>[0-9a-z]{2,8}-[0-9a-z]{4,12}(?:-[0-9a-z]{1,6})?)(?![0-9a-z*\-])"
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
        if len(run.digits) < 9 and not compiled(_NAMED).search(figures, 0, run.start):
            return None
        if len(run.sizes) > 6 and max(run.sizes) > 1:
            return None
        if cn_mobile.validate(run.digits) or cn_resident_id.validate(run.digits):
            return None
        if label(figures, run.start, run.end, CUES, _OTHER) != "own":
            return None
        if payment_card.validate(run.digits) and payment_card.issued(run.digits):
            return None
        return Hit(run.start, run.end, "cued", mask(run.digits))

    found = merged(claim(text, 7, 21, judge), _lettered(text))
    yield from found


def _lettered(text: str) -> list[Hit]:
    """Account numbers with a letter in them, right behind the word."""
    if text.isascii() and "account" not in text:
        return []
    hits = []
    for match in compiled(_LETTERED).finditer(plain(text)):
        value = match["value"]
        if sum(map(str.isdigit, value)) >= 7 and any(map(str.isalpha, value)):
            hits.append(Hit(*match.span("value"), "cued", mask(value)))
    return hits


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
