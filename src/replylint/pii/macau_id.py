"""Identity numbers of Macau: seven digits from 1, 5 or 7 and a check digit nobody has published."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from .cues import label
from .hit import Hit, Public
from .letters import B0, B1, bare, search
from .masks import hide

NAME = "macau-id"
CUES = "澳门 身份证 身分证 证件 bir id identity macau macao"
_MACAU = "澳门 bir macau macao"
_SHAPE = rf"{B0}(?:[157][0-9]{{6}} ?\([0-9]\)|[157]/[0-9]{{6}}/[0-9]{B1}|[157][0-9]{{7}}{B1})"


def find(text: str, public: Public) -> Iterator[Hit]:
    """With brackets or strokes on their shape; eight bare digits only where Macau is named."""
    yield from search(text, _SHAPE, _judge, run=8, unparted="[157][0-9]{6,7}")


def _judge(figures: str, match: Match[str]) -> Hit | None:
    if not match[0].isdigit():
        evidence = label(figures, *match.span(), CUES)
        tier = "cued" if evidence else "shape"
        return Hit(*match.span(), tier, mask(match[0])) if evidence != "other" else None
    # Eight bare digits are a telephone number unless an identity is spoken of.
    named = label(figures, *match.span(), _MACAU) == "own"
    if not named or not any(word in figures for word in ("证", "id", "bir")):
        return None
    return Hit(*match.span(), "cued", mask(match[0]))


def validate(value: str) -> bool:
    """Whether ``value`` has the shape.

    >>> validate("5123456(7)"), validate("2123456(7)")
    (True, False)
    """
    digits = bare(value)
    return len(digits) == 8 and digits.isdigit() and digits[0] in "157"


def mask(value: str) -> str:
    """The last four digits.

    >>> mask("5123456(7)")
    '****456(7)'
    """
    return hide(value, 0, 4)
