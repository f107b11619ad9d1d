"""Identity numbers of mainland China: 18 places, the old 15, residence permits (81 to 83)."""

from __future__ import annotations

import time
from collections.abc import Iterator

from .cues import label
from .digits import Run, claim, plain, regular
from .hit import Hit, Public
from .masks import hide

NAME = "cn-resident-id"
CUES = (
    "身份证明文件编号 证明文件编号 证明文件号码 "
    "身份证 身分证 居民证 居住证 身份号 证件号 证件编号 证号 身份 证件 公民号码 户口 id "
    "identity identification prc"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10x98765432"
_PROVINCES = frozenset(
    (
        *(11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46),
        *(50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83),
    )
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def find(text: str, public: Public) -> Iterator[Hit]:
    """Numbers of 18 places, the check digit right or wrong; 15 only where a word names them."""

    def judge(figures: str, run: Run) -> Hit | None:
        digits, end = run.digits, run.end
        if len(digits) == 17:
            x = _x_behind(figures, end)
            if not x:
                return None
            digits, end = digits + "x", x
        if len(digits) not in (15, 18) or not regular(run.sizes, smallest=2):
            return None
        evidence = label(figures, run.start, end, CUES)
        tier = _tier(digits, evidence)
        return Hit(run.start, end, tier, mask(figures[run.start : end])) if tier else None

    yield from claim(text, 15, 18, judge)


def _x_behind(text: str, at: int) -> int:
    """The end of an x that closes the number ending at ``at``, or 0."""
    at += text[at : at + 1] in (" ", "-")
    follows = text[at + 1 : at + 2]
    return (
        at + 1 if text[at : at + 1] == "x" and not (follows.isascii() and follows.isalnum()) else 0
    )


def _tier(digits: str, evidence: str) -> str:
    if evidence == "other":
        return ""
    if len(digits) == 15:
        return "cued" if evidence and _plausible(digits[:2], "19" + digits[6:12]) else ""
    if validate(digits):
        return "strong" if evidence else "checked"
    if evidence:
        return "cued"
    return "shape" if _plausible(digits[:2], digits[6:14]) else ""


def _plausible(province: str, date: str) -> bool:
    year, month, day = int(date[:4]), int(date[4:6]), int(date[6:])
    return (
        int(province) in _PROVINCES
        and 1880 <= year <= time.localtime().tm_year
        and 1 <= month <= 12
        and 1 <= day <= _DAYS[month - 1]
        and (month != 2 or day < 29 or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)))
    )


def validate(value: str) -> bool:
    """Whether ``value``, 18 places, has a province, a day of birth and the right check digit.

    >>> validate("33019919020228101X"), validate("330199190202281011"), validate("330199")
    (True, False, False)
    """
    value = value.lower()
    if len(value) != 18 or not value.isascii() or not value[:17].isdigit():
        return False
    total = sum(int(digit) * weight for digit, weight in zip(value, _WEIGHTS, strict=False))
    return value[17] == _CHECK[total % 11] and _plausible(value[:2], value[6:14])


def mask(value: str) -> str:
    """The first place and the last.

    >>> mask("33019919020228101x")
    '3****************x'
    """
    return hide(plain(value), 1, 1)
