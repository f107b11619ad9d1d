"""Numbers of insurance policies, where a word names them."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from .cues import label
from .hit import Hit, Public
from .lazy import compiled
from .letters import B0, B1, search
from .masks import last_four

NAME = "policy-number"
CUES = "保单 保险单 保险合同 投保单 批单 policy certificate_of_insurance"
_OTHER = "金额 余额 订单 工单 产品 电话 手机 热线 账号 卡号 身份证 日期 order phone card"
_SHAPE = (
    rf"{B0}(?=(?:[ "
    rf"\-/]?[a-z])*(?:[a-z\-/]*[0-9]){{6}})[a-z0-9](?:[\-/]?[a-z0-9]){{7,27}}{B1}(?![元万亿%])"
)


def find(text: str, public: Public) -> Iterator[Hit]:
    """Eight and more letters and digits, six digits among them, beside the word policy."""
    yield from search(text, _SHAPE, _judge)


def _judge(figures: str, match: Match[str]) -> Hit | None:
    if label(figures, *match.span(), CUES, _OTHER) != "own" or not validate(match[0]):
        return None
    return Hit(*match.span(), "cued", mask(match[0]))


def validate(value: str) -> bool:
    """Whether ``value`` is shaped like a policy number, and not like a day.

    >>> validate("PA2026-0012345"), validate("2026-01-31"), validate("ABC")
    (True, False, False)
    """
    if compiled(r"[0-9]{4}[\-/][0-9]{1,2}[\-/][0-9]{1,2}").fullmatch(value):
        return False
    return len(value) >= 8 and sum(ch.isdigit() for ch in value) >= 6


def mask(value: str) -> str:
    """The last four places.

    >>> mask("PA2026-0012345")
    '****2345'
    """
    return last_four(value)
