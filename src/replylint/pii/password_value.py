"""Passwords and PINs with their value: no form of them may be shown."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from .hit import Hit, Public
from .letters import search

NAME = "password-value"
_NAMED = (
    r"(?:(?<!动态)(?<!一次性)(?<!短信)(?<!简讯)密码|(?<!动态)口令|"
    r"(?<![a-z])(?<!one-time )(?<!one time )(?:password|passwd|pwd|pin(?: ?(?:code|number|"
    r"no\.?))?码?)(?![a-z]))"
)
_VALUE = (
    r"(?=[!-~]{0,20}?[0-9])[!#$%&*+./0-9:=?@\^_a-z~\-]{4,32}(?<![.,:?!])"
    r"(?! ?(?:位|个|字符|至|到|次|元|分|秒|小时|天|年|月|digit|char|letter|time|min|day))"
)
_SHAPE = (
    rf"{_NAMED}(?P<between>[^,。;!?\n0-9:=]{{0,6}}?)"
    rf"(?:(?:是|为|成|:|=|(?<![a-z])is(?![a-z])|(?<![a-z])to(?![a-z])) ?[\"'“「(]?|(?<=[码令dn]) ?)"
    rf"(?P<value>{_VALUE})"
    rf"|(?<![a-z])(?:password|passcode|pin)(?! code)(?: (?:for|to|on|we|you)(?: "
    rf"[a-z']{{1,12}}){{1,4}}?)?"
    rf" (?:is|was|has been|now is)(?: (?:now|set|reset|changed))?(?: to| as)?:? (?P<far>{_VALUE})"
    rf"|(?<![0-9a-z*\-.:/])(?P<first>(?=[a-z]{{0,15}}[0-9])[0-9a-z]{{4,16}}) ?(?:是|为|is |as )"
    rf"(?:您|你|my |your |the |new |初始|新|登录|查询|交易|默认|的)*{_NAMED}"
)


def find(text: str, public: Public) -> Iterator[Hit]:
    """What stands where the value of a password stands and holds a digit."""
    yield from search(text, _SHAPE, _judge)


def _judge(figures: str, match: Match[str]) -> Hit | None:
    group = next(name for name in ("value", "far", "first") if match[name])
    if not validate(match[group]):
        return None
    return Hit(*match.span(group), "cued", mask(match[group]))


def validate(value: str) -> bool:
    """Whether ``value`` can be a password: no mask, no length (8-16), no link.

    >>> [validate(v) for v in ("abc123", "888888", "12****", "8-16", "https://a.cn/1")]
    [True, True, False, False, False]
    """
    if "**" in value or "://" in value or len(value) < 4:
        return False
    low, dash, high = value.partition("-")
    return not (dash and len(low) < 3 and low.isdigit() and high.isdigit())


def mask(value: str) -> str:
    """Nothing: it is deleted.

    >>> mask("abc123")
    ''
    """
    return ""
