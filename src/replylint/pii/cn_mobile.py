"""Mobile numbers of mainland China: 11 digits from 13 to 19, with or without 86."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from . import hotlines
from .cues import label
from .digits import Run, claim, plain
from .hit import Hit, Public
from .lazy import compiled
from .masks import hide

# How eleven digits are grouped in print.
_GROUPED = {
    (11,),
    (3, 4, 4),
    (3, 8),
    (7, 4),
    (3, 3, 5),
    (4, 3, 4),
    (4, 4, 3),
    (5, 6),
    (3, 4, 2, 2),
    (3, 2, 2, 2, 2),
    (1,) * 11,
}
# Dictated in parts: 138, 1234, 5678.
_LISTED = r"(?<![0-9])1[3-9][0-9]([,、/\n]) ?[0-9]{4}\1 ?[0-9]{4}(?![0-9元万亿块,])"
NAME = "cn-mobile"
CUES = (
    "手机 电话 联系方式 联络 联系 致电 拨打 来电 回电 号码 短信 简讯 微信 预留 phone mobile "
    "cell tel "
    "telephone call contact sms whatsapp wechat my_number your_number his_number her_number "
    "new_number the_number phone_number mobile_number text reach vx wx 宅电 number_on_file "
    "number_we_hold on_file on_record registered_number"
)


def find(text: str, public: Public) -> Iterator[Hit]:
    """Mobile numbers with the country code in front of them."""

    def judge(figures: str, run: Run) -> Hit | None:
        own, code = run.digits[-11:], run.digits[:-11]
        if code not in ("", "86", "0086") or not _planned(own):
            return None
        if _without(code, run.sizes) not in _GROUPED or hotlines.public(own, public):
            return None
        start = run.start
        start -= code == "86" and figures[start - 1 : start] == "+"
        evidence = label(figures, start, run.end, CUES)
        if evidence == "other":
            return None
        international = code == "0086" or start < run.start
        return Hit(start, run.end, tier(international, evidence), mask(figures[start : run.end]))

    listed = compiled(_LISTED).finditer(plain(text))
    parts = [Hit(*m.span(), "shape", mask(m[0])) for m in listed]
    yield from merged(claim(text, 11, 15, judge), parts)


def merged(hits: Iterable[Hit], more: Iterable[Hit]) -> list[Hit]:
    """Hits in order, those of ``more`` where none of ``hits`` stands."""
    found = list(hits)
    if more:
        found += [m for m in more if not any(m.start < h.end and h.start < m.end for h in found)]
        found.sort()
    return found


def _without(code: str, sizes: tuple[int, ...]) -> tuple[int, ...]:
    """The group sizes without those of the country code."""
    if not code or sizes[0] == 1:
        return sizes[len(code) :]
    rest = sizes[0] - len(code)
    return (rest, *sizes[1:]) if rest else sizes[1:]


def tier(international: bool, evidence: str) -> str:
    """A country code is what can be checked of a telephone number.

    >>> tier(True, "own"), tier(False, "")
    ('strong', 'shape')
    """
    if international:
        return "strong" if evidence else "checked"
    return "cued" if evidence else "shape"


def validate(value: str) -> bool:
    """Whether ``value`` is written like such a number, country code and separators and all.

    >>> [validate(v) for v in ("13812345678", "+86 138-1234-5678", "12012345678", "1 381 234 5678")]
    [True, True, False, False]
    """
    groups = compiled("[0-9]+").findall(value)
    digits = "".join(groups)
    code = digits[:-11]
    return (
        _planned(digits[-11:])
        and code in ("", "86", "0086")
        and value.lstrip("+0123456789 -.·_—") == ""
        and (code == "86" or not value.startswith("+"))
        and _without(code, tuple(map(len, groups))) in _GROUPED
    )


def _planned(digits: str) -> bool:
    return len(digits) == 11 and digits[0] == "1" and digits[1] in "3456789"


def mask(value: str) -> str:
    """Three digits, four hidden, four shown.

    >>> mask("13812345678"), mask("+86 138-1234-5678")
    ('138****5678', '+86 138-****-5678')
    """
    figures = plain(value)
    code = len([ch for ch in figures if ch.isdigit()]) - 11
    return hide(figures, 3 + max(0, code), 4)
