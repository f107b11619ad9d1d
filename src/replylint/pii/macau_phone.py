"""Telephone numbers of Macau: eight digits from 2, 6 or 8, with 853 or the city's name."""

from __future__ import annotations

from collections.abc import Iterator

from .cues import label
from .digits import plain
from .hit import Hit, Public
from .lazy import compiled
from .letters import B0, B1
from .telephones import mask_number, search_numbers

NAME = "macau-phone"
_NUMBER = r"[268][0-9]{3}[ \-]?[0-9]{4}"
_SHAPE = (
    rf"(?:(?P<code>\(?(?<![0-9a-z])(?:\+|00)?853\)?)[ \-]?{_NUMBER}|"
    rf"(?P<bare>(?<!\+)(?<!\))(?<!\) )(?<![0-9]-)(?<!0[2-9] )(?<!0[2-9][0-9] ){B0}{_NUMBER})){B1}"
    r"(?![元万亿%@])"
)
_CITY = "澳门 macau macao"


def find(text: str, public: Public) -> Iterator[Hit]:
    """With the country code anywhere; bare digits where a word calls them a number of Macau."""
    for hit in search_numbers(text, _SHAPE, public, "(?:(?:00)?853)?[268][0-9]{7}", bare="bare"):
        if hit.tier in ("strong", "checked") or label(plain(text), hit.start, hit.end, _CITY, ""):
            yield hit


def validate(value: str) -> bool:
    """Whether ``value`` is such a number and nothing else.

    >>> [validate(v) for v in ("+853 6612 3456", "6612-3456", "5612 3456")]
    [True, True, False]
    """
    return compiled(_SHAPE).fullmatch(value) is not None


def mask(value: str) -> str:
    """The first two digits and the last two.

    >>> mask("6612 3456")
    '66** **56'
    """
    return mask_number(value)
