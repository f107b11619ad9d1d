"""Two masks of one number that together show what each of them hides."""

from __future__ import annotations

from collections.abc import Iterator

from .hit import Hit, Public
from .masked import HIDDEN, Masked, masked

NAME = "joined-masks"
_SAME = 3  # places both show, so that they can be one number
_HALVED = 8
_LEFT = 2  # places that stay hidden in both: too few


def find(text: str, public: Public) -> Iterator[Hit]:
    """The later of the two; its mask shows no more than both of them did before."""
    seen: list[Masked] = []
    for value in masked(text):
        earlier = next((each for each in seen if _reveal(each.cells, value.cells)), None)
        if earlier is None:
            seen.append(value)
        else:
            both = zip(earlier.cells, value.cells, strict=True)
            shown = "".join(a if a == b else HIDDEN for a, b in both)
            yield Hit(value.start, value.end, "checked", shown)


def _reveal(one: str, other: str) -> bool:
    """Whether two masks can be of one number and leave next to nothing of it hidden.

    >>> _reveal("138****5678", "1381234****"), _reveal("138****5678", "138****5678")
    (True, False)
    """
    if len(one) != len(other):
        return False
    pairs = list(zip(one, other, strict=True))
    if any(a != b and HIDDEN not in (a, b) for a, b in pairs):
        return False
    same = sum(a == b != HIDDEN for a, b in pairs)
    left = sum(a == b == HIDDEN for a, b in pairs)
    if not same:  # 0912******, ****345678: one shows the beginning only, the other the end
        halves = sorted((one, other))
        return left <= _LEFT and len(one) >= _HALVED and _apart(*halves)
    return same >= _SAME and left <= _LEFT and left < min(one.count(HIDDEN), other.count(HIDDEN))


def _apart(end: str, beginning: str) -> bool:
    """Whether one mask shows nothing but an end and the other nothing but a beginning.

    >>> _apart("****345678", "0912******"), _apart("**34****", "12**5678")
    (True, False)
    """
    return end.lstrip(HIDDEN).isalnum() and beginning.rstrip(HIDDEN).isalnum()


def validate(value: str) -> bool:
    """Whether ``value`` is hidden in part.

    >>> validate("138****5678"), validate("13812345678")
    (True, False)
    """
    return len(masked(value.lower())) == 1


def mask(value: str) -> str:
    """The last four places.

    >>> mask("1381234****")
    '****'
    """
    return "****" + value.lower()[-4:].replace(HIDDEN, "")
