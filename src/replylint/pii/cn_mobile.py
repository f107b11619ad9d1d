"""Mobile numbers of mainland China: 11 digits from 13 to 19, with or without 86."""

from __future__ import annotations

from collections.abc import Iterator

from . import hotlines
from .cues import label
from .digits import Run, claim, plain, regular
from .hit import Hit, Public
from .masks import hide

NAME = "cn-mobile"
CUES = (
    r"手机|电话|联系方式|联络|联系|致电|拨打|来电|回电|号码|短信|微信|预留|"
    r"(?<![a-z])(?:phone|mobile|cell|tel|call|contact|sms|whatsapp|wechat|number|vx|wx)(?![a-z])"
)


def find(text: str, public: Public) -> Iterator[Hit]:
    """Mobile numbers with the country code in front of them, ``cued`` or ``shape``."""

    def judge(figures: str, run: Run) -> Hit | None:
        sizes = run.sizes
        for code in ("0086", "86"):
            if run.digits.startswith(code) and validate(run.digits[len(code) :]):
                sizes = sizes[1:] if sizes[0] == len(code) else sizes
                break
        else:
            if not validate(run.digits):
                return None
        own = run.digits[-11:]
        if not regular(sizes) or hotlines.public(own, public):
            return None
        start = run.start
        if len(run.digits) > 11:
            start -= figures[start - 1 : start] == "+"
        evidence = label(figures, start, run.end, CUES)
        if evidence == "other":
            return None
        tier = "cued" if evidence else "shape"
        return Hit(start, run.end, tier, mask(figures[start : run.end]))

    yield from claim(text, 11, 15, judge)


def validate(value: str) -> bool:
    """Whether ``value``, eleven bare digits, is in the numbering plan.

    >>> validate("13812345678"), validate("12012345678")
    (True, False)
    """
    return (
        len(value) == 11
        and value.isascii()
        and value.isdigit()
        and value[0] == "1"
        and value[1] in "3456789"
    )


def mask(value: str) -> str:
    """Three digits, four hidden, four shown.

    >>> mask("13812345678"), mask("+86 138-1234-5678")
    ('138****5678', '+86 138-****-5678')
    """
    figures = plain(value)
    code = len([ch for ch in figures if ch.isdigit()]) - 11
    return hide(figures, 3 + max(0, code), 4)
