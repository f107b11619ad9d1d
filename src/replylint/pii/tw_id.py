"""Identity numbers of Taiwan: of nationals, and the old and new ones of foreign residents."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from .cues import label
from .hit import Hit, Public
from .letters import B0, B1, bare, search, tier
from .masks import hide

NAME = "tw-id"
CUES = (
    "身分证 身份证 证号 字号 统一编号 统一证号 居留证 身分 证件 id identity identification arc uid"
)
_OTHER = "订单 工单 单号 流水 产品 批号 代码 序号 order sku ref ticket serial"
_SHAPE = rf"{B0}[a-z][ \-]?[a-d1289](?:[ \-]?[0-9]){{8}}{B1}"
_LETTERS = "abcdefghjklmnpqrstuvxywzio"  # in the order of their values, from 10
_WEIGHTS = (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1)


def find(text: str, public: Public) -> Iterator[Hit]:
    """A letter, then 1, 2, 8, 9 or A to D, then eight digits."""
    yield from search(text, _SHAPE, _judge, run=8, unparted="[0-9]{8,9}")


def _judge(figures: str, match: Match[str]) -> Hit | None:
    evidence = label(figures, *match.span(), CUES, _OTHER)
    if evidence == "other":
        return None
    return Hit(*match.span(), tier(validate(match[0]), evidence), mask(match[0]))


def validate(value: str) -> bool:
    """Whether ``value`` has the shape and the right check digit.

    >>> validate("A100000001"), validate("A100000002"), validate("AC00000003")
    (True, False, True)
    """
    value = bare(value)
    if len(value) != 10 or value[0] not in _LETTERS or not value[2:].isdigit():
        return False
    first = 10 + _LETTERS.index(value[0])
    if value[1] in "abcd":
        second = (10 + _LETTERS.index(value[1])) % 10
    elif value[1] in "1289":
        second = int(value[1])
    else:
        return False
    digits = (*divmod(first, 10), second, *map(int, value[2:]))
    return sum(d * w for d, w in zip(digits, _WEIGHTS, strict=True)) % 10 == 0


def mask(value: str) -> str:
    """The first three places and the last three.

    >>> mask("A123456789")
    'A12****789'
    """
    return hide(value, 3, 3)
