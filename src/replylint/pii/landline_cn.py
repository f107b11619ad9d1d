"""Landlines of mainland China: an area code from 010 to 0999, seven or eight digits, an "
"extension."""

from __future__ import annotations

from collections.abc import Iterator

from .hit import Hit, Public
from .lazy import compiled
from .letters import B0
from .telephones import EXTENSION, mask_number, search_numbers

NAME = "landline-cn"
_SEP = r"[ \-]?"
_AREA = rf"(?:10|2[0-9])\)?{_SEP}[2-9][0-9]{{3}}{_SEP}[0-9]{{4}}"
_SMALL = rf"[3-9][0-9]{{2}}\)?{_SEP}[2-9](?:[0-9]{{2}}|[0-9]{{3}}){_SEP}[0-9]{{4}}"
_SHAPE = (
    rf"(?:{B0}(?:(?P<code>(?:\+|00)86){_SEP}\(?0?|\(?0))(?:{_AREA}|{_SMALL})"
    rf"(?![0-9a-wyz*])(?![./][0-9])(?!,[0-9]{{3}}(?![0-9\-])){EXTENSION}(?:-[0-9]{{1,5}})?(?![0-9a-z*\-])"
)


def find(text: str, public: Public) -> Iterator[Hit]:
    """Numbers with their area code."""
    yield from search_numbers(text, _SHAPE, public, "(?:0|86|0086)[0-9]{9,14}")


def validate(value: str) -> bool:
    """Whether ``value`` is such a number and nothing else.

    >>> [validate(v) for v in ("021-61234567", "(0551)6123456", "0912345678", "+86 21 6123 4567")]
    [True, True, False, True]
    """
    return compiled(_SHAPE).fullmatch(value.lower()) is not None


def mask(value: str) -> str:
    """The area code and the last three digits.

    >>> mask("021-61234567")
    '021-6****567'
    """
    return mask_number(value)
