"""Identity numbers of Hong Kong: one or two letters, six digits, a check digit mostly in "
"brackets."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from .cues import label
from .hit import Hit, Public
from .letters import B0, B1, bare, search, tier
from .masks import hide

NAME = "hkid"
CUES = "身份证 身分证 证件 证号 hkid hkic id identity identification"
_SHAPE = (
    rf"{B0}[a-z]{{1,2}}(?: ?[0-9]{{3}} ?[0-9]{{3}} ?(?:\([0-9a]\)|\[[0-9a]\])|[0-9]{{6}}[0-9a]{B1})"
)


def find(text: str, public: Public) -> Iterator[Hit]:
    """With brackets on their shape; without, only where the check digit is right or a cue "
    "stands."""
    yield from search(text, _SHAPE, _judge, run=6, unparted="[0-9]{6,7}")


def _judge(figures: str, match: Match[str]) -> Hit | None:
    evidence = label(figures, *match.span(), CUES)
    if evidence == "other":
        return None
    found = tier(validate(match[0]), evidence)
    if found == "shape" and match[0][-1] not in ")]":
        return None
    return Hit(*match.span(), found, mask(match[0]))


def validate(value: str) -> bool:
    """Whether ``value`` has the shape and the right check digit.

    >>> validate("B000000(0)"), validate("B000000(6)"), validate("B0000006"), validate("B00")
    (False, True, True, False)
    """
    value = bare(value)
    if len(value) == 8:
        value = " " + value
    if len(value) != 9 or not value[2:8].isdigit() or not value[1].isalpha():
        return False
    total = 0
    for weight, ch in zip(range(9, 0, -1), value, strict=True):
        total += weight * (36 if ch == " " else int(ch, 36))
    return total % 11 == 0


def mask(value: str) -> str:
    """The letters and four digits, never to be shown beside the full name.

    >>> mask("A123456(3)")
    'A1234**(*)'
    """
    letters = sum(ch.isalpha() for ch in value[:2])
    return hide(value, letters + 4, 0)
