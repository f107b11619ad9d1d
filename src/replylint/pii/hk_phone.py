"""Telephone numbers of Hong Kong: eight digits, with 852 in front or a word that names them."""

from __future__ import annotations

from collections.abc import Iterator

from .digits import plain
from .hit import Hit, Public
from .lazy import compiled
from .letters import B0, B1
from .telephones import mask_number, search_numbers

NAME = "hk-phone"
_NUMBER = r"[2-9][0-9]{3}[ \-]?[0-9]{4}"
_SHAPE = (
    rf"(?:(?P<code>\(?(?<![0-9a-z])(?:\+|00)?852\)?)[ \-]?{_NUMBER}|"
    rf"(?P<bare>(?<!\+)(?<!\))(?<!\) )(?<![0-9]-)(?<!0[2-9] )(?<!0[2-9][0-9] ){B0}{_NUMBER})){B1}"
    r"(?![元万亿%@])(?! (?!\()[0-9]{3})"
)
_MACAU = "澳门"


def find(text: str, public: Public) -> Iterator[Hit]:
    """With the country code anywhere; eight bare digits where a word calls them a number."""
    for hit in search_numbers(text, _SHAPE, public, "(?:(?:00)?852)?[2-9][0-9]{7}", bare="bare"):
        if hit.tier != "cued" or _MACAU not in plain(text)[max(0, hit.start - 10) : hit.start]:
            yield hit


def validate(value: str) -> bool:
    """Whether ``value`` is such a number and nothing else.

    >>> [validate(v) for v in ("+852 9123 4567", "9123-4567", "1123 4567")]
    [True, True, False]
    """
    return compiled(_SHAPE).fullmatch(value) is not None


def mask(value: str) -> str:
    """The first two digits and the last two.

    >>> mask("9123 4567")
    '91** **67'
    """
    return mask_number(value)
