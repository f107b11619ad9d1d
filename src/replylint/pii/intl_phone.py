"""Telephone numbers of the rest of the world: by their +, their brackets, or a word beside them."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from . import cn_mobile, hk_phone, hotlines, landline_cn, macau_phone, tw_phone
from .cues import OTHER, label
from .hit import Hit, Public
from .lazy import compiled
from .letters import search, tier
from .telephones import CUES, EXTENSION, is_date, mask_number

NAME = "intl-phone"
_SIBLINGS = (landline_cn, tw_phone, hk_phone, macau_phone)
_SHAPE = (
    r"(?<![0-9a-z+*/])(?<![0-9a-z][.\-_=(])(?<![¥$#€£])"
    r"(?:\(?\+ ?|\()?[0-9](?:[ ]?[()\-./][ ]?[(]?|[ ]|)"
    r"(?:[0-9]+(?:\) ?[\-.]? ?|[ \-./]{1,2}|[ \-.]?\(| - )?){1,7}(?<=[0-9])"
    rf"(?![0-9a-wyz*@%])(?![.,:/_=+][0-9a-z])(?![元万亿块]){EXTENSION}(?![0-9a-z*])"
)
_AMERICAN = r"(?:1[ \-.]?)?\(?[2-9][0-9]{2}\)?[ \-.]?[2-9][0-9]{2}[ \-.][0-9]{4}"


def find(text: str, public: Public) -> Iterator[Hit]:
    """Seven to fifteen digits that no other telephone detector knows."""

    def judge(figures: str, match: Match[str]) -> Hit | None:
        start, end = match.span()
        own = compiled(EXTENSION + r"\Z").sub("", match[0])
        digits = "".join(ch for ch in own if ch.isdigit())
        if not _possible(own, digits) or hotlines.public(digits, public):
            return None
        evidence = label(
            figures, start, end, CUES, OTHER + r"|ip|身份证|卡号|账号|验证码|日期|时间|余额|金额"
        )
        plus = own.startswith(("+", "(+"))
        if evidence == "other" or not (
            plus or evidence or compiled(_AMERICAN).fullmatch(own) is not None
        ):
            return None
        if _known(own, digits):
            return None
        return Hit(start, end, tier(plus, evidence), mask_number(match[0]))

    yield from search(text, _SHAPE, judge)


def _possible(value: str, digits: str) -> bool:
    if not 7 <= len(digits) <= 15 or is_date(digits) or value.count("(") != value.count(")"):
        return False
    return compiled(r"[0-9]{1,4}([\-./])[0-9]{1,2}\1[0-9]{1,4}").fullmatch(value) is None


def _known(value: str, digits: str) -> bool:
    """Whether another detector of this room takes the number."""
    return (
        cn_mobile.validate(digits[-11:])
        and digits[:-11] in ("", "86", "0086")
        or any(sibling.validate(value) for sibling in _SIBLINGS)
    )


def validate(value: str) -> bool:
    """Whether ``value`` is written like a telephone number and as long as one.

    >>> [validate(v) for v in ("+1 (212) 555-0123", "555-0123", "2026-01-31", "12-34")]
    [True, True, False, False]
    """
    digits = "".join(ch for ch in value if ch.isdigit())
    return compiled(_SHAPE).fullmatch(value.lower()) is not None and _possible(value, digits)


def mask(value: str) -> str:
    """The country code and the last three digits.

    >>> mask("+1 (212) 555-0123")
    '+1 (21*) ***-*123'
    """
    return mask_number(value)
