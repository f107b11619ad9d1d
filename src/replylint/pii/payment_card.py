"""Payment card numbers of 12 to 19 digits; Luhn's check is evidence, since real cards fail it."""

from __future__ import annotations

from collections.abc import Iterator

from . import cn_resident_id
from .cues import label
from .digits import Run, claim
from .hit import Hit, Public
from .masks import last_four

NAME = "payment-card"
CUES = (
    "卡号 银行卡 信用卡 储蓄卡 借记卡 贷记卡 提款卡 金融卡 扣账卡 现金卡 卡片 副卡 主卡 的卡 银联 "
    "card visa mastercard amex unionpay pan debit credit"
)
_GROUPED = {(4, 6, 5), (4, 6, 4), (6, 13), (6, 10), (8, 8), (8, 11), (4, 4, 11), (4, 12), (4, 15)}


def find(text: str, public: Public) -> Iterator[Hit]:
    """Cards: a known issuer range or a cue, and the groups of a card."""

    def judge(figures: str, run: Run) -> Hit | None:
        if not _grouped(run.sizes):
            return None
        if cn_resident_id.validate(run.digits):
            return None
        evidence = label(figures, run.start, run.end, CUES)
        if evidence == "other":
            return None
        checked = validate(run.digits)
        if not evidence:
            if not checked or not issued(run.digits):
                return None
            tier = "checked"
        else:
            tier = "strong" if checked else "cued"
        return Hit(run.start, run.end, tier, mask(run.digits))

    yield from claim(text, 12, 19, judge)


def _grouped(sizes: tuple[int, ...]) -> bool:
    if len(sizes) == 1 or max(sizes) == 1 or sizes in _GROUPED:
        return True
    return all(size == 4 for size in sizes[:-1]) and sizes[-1] <= 4


def issued(digits: str) -> bool:
    """Whether an issuer has numbers that begin and are as long as this.

    >>> issued("6222021234567890123"), issued("1748503543012")
    (True, False)
    """
    length, two, four = len(digits), int(digits[:2]), int(digits[:4])
    if digits[0] == "4":
        return length in (13, 16, 19)
    if 51 <= two <= 55 or 2221 <= four <= 2720:
        return length == 16
    if two in (34, 37):
        return length == 15
    if two in (36, 38, 39, 30):
        return 14 <= length <= 19
    if four in (2014, 2149) or digits.startswith("1220"):
        return length == 15
    if two == 35 or two in (60, 62, 64, 65, 81, 82, 92, 94, 95, 98, 99, 63, 90, 22):
        return 16 <= length <= 19
    if two in (50, 56, 57, 58, 61, 66, 67, 68, 69):
        return 12 <= length <= 19
    return False


def validate(value: str) -> bool:
    """Whether the digits of ``value`` pass Luhn's check.

    >>> validate("4000 0000 0000 0002"), validate("4000000000000003"), validate("0000")
    (True, False, False)
    """
    digits = [int(ch) for ch in value if "0" <= ch <= "9"]
    if len(digits) < 12 or not any(digits):
        return False
    doubled = sum(sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return (sum(digits[-1::-2]) + doubled) % 10 == 0


def mask(value: str) -> str:
    """The last four digits.

    >>> mask("4000000000000002")
    '****0002'
    """
    return last_four(value)
