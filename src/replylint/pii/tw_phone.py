"""Telephone numbers of Taiwan: mobiles from 09, landlines with area code and extension, 886."""

from __future__ import annotations

from collections.abc import Iterator

from .digits import plain
from .hit import Hit, Public
from .lazy import compiled
from .letters import B0
from .telephones import EXTENSION, mask_number, search_numbers

NAME = "tw-phone"
_S = r"[ \-]?"
_CODE = rf"(?P<code>\(?(?:\+|00|(?<![0-9a-z]))886\)?){_S}(?:\(0\)|0)?"
_MOBILE = rf"9[0-9]{{2}}\)?{_S}[0-9]{{3}}{_S}[0-9]{{3}}"
_PARTED = (
    r"(?:2\)?[ \-]?[2-9][0-9]{3}|[3-8]\)?[ \-]?[2-9][0-9]{2,3}|(?:37|49|82|89|826|836)\)?[ "
    r"\-]?[0-9]{2,3})"
    r"[ \-]?[0-9]{4}"
)
_SHAPE = (
    rf"(?:{_CODE}(?:{_MOBILE}|{_PARTED})"
    rf"|{B0}\(?0{_MOBILE}"
    rf"|(?P<bare>{B0}0{_PARTED.replace(')?[ -]?', '')})"
    rf"|{B0}(?:\(0[2-8][0-9]{{0,2}}\) ?|0[2-8][0-9]{{0,2}}[ \-])[0-9]{{3,4}}[ \-]?[0-9]{{4}})"
    rf"(?![0-9a-wyz*])(?![./\-][0-9])(?!,[0-9]{{3}}(?![0-9\-])){EXTENSION}(?![0-9a-z*])"
)


def find(text: str, public: Public) -> Iterator[Hit]:
    """Mobiles anywhere; landlines whose area code is set off, or where a word names them."""
    figures = plain(text)
    for hit in search_numbers(
        text, _SHAPE, public, "0[2-9][0-9]{7,8}|(?:00)?8860?[2-9][0-9]{7,8}", bare="bare"
    ):
        if validate(figures[hit.start : hit.end]):
            yield hit


def validate(value: str) -> bool:
    """Whether ``value`` is such a number and nothing else: nine or ten digits with its 0.

    >>> [validate(v) for v in ("0912-345-678", "(02)2345-6789#12", "+886 912 345 678", "0212345")]
    [True, True, True, False]
    """
    match = compiled(_SHAPE).fullmatch(value.lower())
    if match is None:
        return False
    number = compiled(EXTENSION + r"\Z").sub("", value.lower())
    return match["code"] is not None or 9 <= sum(map(str.isdigit, number)) <= 10


def mask(value: str) -> str:
    """The first digits and the last three.

    >>> mask("0912-345-678")
    '0912-***-678'
    """
    return mask_number(value)
