"""Numbers anybody may call: hotlines, emergency and service numbers, and the house's own."""

from __future__ import annotations

from .hit import Public
from .lazy import compiled

_SERVICE = (
    r"95[0-9]{3,6}|96[0-9]{3,6}|1[0-9]{2}|1[0-9]{4}|10[0-9]{4,8}|1998|1999|1922|1925|1955|1966|"
    r"1980|1823|"
    r"(?:86)?[48]00[0-9]{7}|0800[0-9]{5,7}|0809[0-9]{6}|1?8(?:00|33|44|55|66|77|88)[0-9]{7}"
)


def public(digits: str, known: Public) -> bool:
    """Whether ``digits``, without separators, is a number nobody keeps to himself.

    >>> public("95588", Public()), public("4008001234", Public()), public("13812345678", Public())
    (True, True, False)
    >>> public("0216888", Public(hotlines=("021-6888",)))
    True
    """
    if compiled(_SERVICE).fullmatch(digits):
        return True
    return ours(digits, known)


def ours(digits: str, known: Public) -> bool:
    """Whether ``digits`` is one of the house's own lines, as the settings tell them.

    >>> ours("0800123456", Public()), ours("0800123456", Public(hotlines=("0800-123-456",)))
    (False, True)
    """
    return any(_same(digits, _figures(line)) for line in known.hotlines)


def _figures(line: str) -> str:
    """The digits of a number as settings may write it, in full width too."""
    return "".join(str(int(ch)) for ch in line if ch.isdecimal())


def _same(digits: str, line: str) -> bool:
    """Whether one number is the other with its country or area code."""
    if not line or not digits:
        return False
    longer, shorter = (digits, line) if len(digits) >= len(line) else (line, digits)
    return longer == shorter or (len(shorter) >= 7 and longer.endswith(shorter))
