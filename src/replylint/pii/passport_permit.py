"""Passports and travel permits: no check digit in the number, so a word must name it."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from .cues import label
from .hit import Hit, Public
from .letters import B0, B1, bare, search
from .masks import hide

NAME = "passport-permit"
CUES = (
    "护照 通行证 回乡证 回乡卡 台胞证 台湾居民 签证 旅行证 passport passports permit "
    "travel_document visa_no "
    "visa_number"
)
# China, its permits for Hong Kong, Macau and Taiwan, and what other countries print.
_SHAPE = (
    rf"{B0}(?:(?:[a-z]{{1,2}}[ \-]?)?[0-9]{{7,10}}|[a-z]{{1,2}} ?[0-9]{{4}} [0-9]{{4}}|"
    rf"[a-z]{{1,2}}[0-9]{{6}}){B1}"
)


def find(text: str, public: Public) -> Iterator[Hit]:
    """Up to two letters and six to ten digits that a word calls a passport or permit."""
    yield from search(text, _SHAPE, _judge, run=6)


def _judge(figures: str, match: Match[str]) -> Hit | None:
    if label(figures, *match.span(), CUES) != "own":
        return None
    return Hit(*match.span(), "cued", mask(match[0]))


def validate(value: str) -> bool:
    """Whether ``value`` has the shape of a Chinese passport or permit.

    >>> [validate(v) for v in ("E12345678", "EA1234567", "H12345678", "12345678", "E1234")]
    [True, True, True, True, False]
    """
    value = bare(value)
    letters = len(value) - len(value.lstrip("abcdefghijklmnopqrstuvwxyz"))
    digits = value[letters:]
    if not digits.isdigit():
        return False
    if not letters:
        return len(digits) in (8, 9, 10)
    if value[0] in "hm":
        return letters == 1 and len(digits) in (8, 10)
    return value[0] in "egdspk" and letters + len(digits) == 9 and letters < 3


def mask(value: str) -> str:
    """The first place and the last two.

    >>> mask("E12345678")
    'E******78'
    """
    return hide(value, 1, 2)
