"""The three or four digits on the back of a card: no form of them may be shown."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from .hit import Hit, Public
from .lazy import compiled
from .letters import search

NAME = "cvv"
_ABOUT = 14
_NAMED = (
    r"(?:(?<![a-z])(?:cvv|cvn|cvc|csc|cid)2?(?![0-9a-z])码?|安全码|背面(?:后|末|的)?三[位码]|"
    r"(?<![机号话码证])[后末]三[位码]|"  # 手机末三码 are those of a telephone
    r"(?<![a-z])card (?:security|verification) code|(?<![a-z])(?:last )?(?:three|3) "
    r"(?:digits|numbers) on the (?:back|reverse)|(?<![a-z])security code)"
)
_COUNTED = r"(?! ?(?:秒|分|小时|天|日|年|月|位|个|元|次|码|digit|min|sec|hour|day|char))"
_VALUE = rf"(?<![0-9a-z*])(?P<value>[0-9]{{3,4}})(?![0-9a-z*])(?!\.[0-9]){_COUNTED}"
_SHAPE = (
    rf"{_NAMED}(?:[^0-9,。;!?\n*]{{0,10}}?|[a-z :]{{0,32}} (?:is|was|are|were|:) ?){_VALUE}"
    rf"|{_VALUE.replace('value', 'first')} ?(?:是|为|\(|is |as )?(?:您|你|the |your |card "
    rf")*的?(?:卡)?{_NAMED}"
)


def find(text: str, public: Public) -> Iterator[Hit]:
    """Three or four digits beside the name of the code."""
    yield from search(text, _SHAPE, _judge)


def _judge(figures: str, match: Match[str]) -> Hit | None:
    group = "value" if match["value"] else "first"
    # The last three of what? Of a card only where one is spoken of (车牌末三位345).
    if match[0][:1] in "后末" and not compiled("背|卡|签名").search(
        figures, max(0, match.start() - _ABOUT), match.start()
    ):
        return None
    return Hit(*match.span(group), "cued", mask(match[group]))


def validate(value: str) -> bool:
    """Whether ``value`` is as long as the code.

    >>> validate("123"), validate("12345")
    (True, False)
    """
    return value.isascii() and value.isdigit() and len(value) in (3, 4)


def mask(value: str) -> str:
    """Nothing: it is deleted.

    >>> mask("123")
    ''
    """
    return ""
