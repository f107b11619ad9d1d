"""Names on WeChat, QQ, LINE and the like, where the service is named and a value follows."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from . import cn_mobile
from .hit import Hit, Public
from .lazy import compiled
from .letters import search

NAME = "messenger-id"
_LINK = (
    r"(?:[ ]?(?:号码?|账号|id|帐号|群号|群|:|=|是|为|搜索?|加|(?<![a-z])is(?![a-z])|@)[ ]?){0,4}"
)
_AT = r"(?<![0-9a-z])"
_SHAPE = (
    rf"(?:(?:微信|企微|企业微信|{_AT}(?:wechat|weixin|vx|wx|v信))(?P<link>{_LINK})[ ]?"
    r"(?P<wechat>[a-z][a-z0-9_\-]{5,19})"
    rf"|(?:{_AT}qq|企鹅)(?![a-z])(?P<linkq>{_LINK})[ ]?(?P<qq>[1-9][0-9]{{4,11}})"
    rf"|(?:{_AT}(?:line|telegram|tg|whatsapp|skype|飞机|纸飞机)|钉钉|抖音|"
    rf"小红书)(?![a-z.])(?P<linko>{_LINK})[ ]?"
    r"(?P<other>[a-z0-9][a-z0-9._\-]{3,29}))(?![0-9a-z_@*])(?!\.[a-z0-9])"
)


def find(text: str, public: Public) -> Iterator[Hit]:
    """A service, then a name with a digit or joint, or after a word that announces one."""

    def judge(figures: str, match: Match[str]) -> Hit | None:
        group = next(name for name in ("wechat", "qq", "other") if match[name])
        value = match[group].rstrip(".-_")
        link = match["link"] or match["linkq"] or match["linko"] or ""
        if cn_mobile.validate(value) or _known(value, public) or _of_firms(group, value):
            return None
        if compiled("官方|客服|公众号").search(
            figures, max(0, match.start() - 6), match.start(group)
        ):
            return None
        announced = any(word in link for word in ("号", "id", ":", "=", "@"))
        # "Our line is 1-800-...", "call the line 2888 1234"
        if group == "other" and not any(map(str.isalpha, value)) and "id" not in link:
            return None
        if not announced and not validate(value):
            return None
        start = match.start(group)
        return Hit(start, start + len(value), "cued", mask(value))

    yield from search(text, _SHAPE, judge)


def _of_firms(group: str, value: str) -> bool:
    """Whether a QQ number is of those only firms are given."""
    return group == "qq" and value.startswith(("800", "400", "938")) and len(value) in (9, 10)


def _known(value: str, public: Public) -> bool:
    return any(
        value == channel.lstrip("@") or value in channel.split() for channel in public.channels
    )


def validate(value: str) -> bool:
    """Whether ``value`` cannot be a mere word.

    >>> validate("lihua_88"), validate("official")
    (True, False)
    """
    return any(ch.isdigit() or ch in "_-" for ch in value)


def mask(value: str) -> str:
    """The first place.

    >>> mask("lihua_88")
    'l***'
    """
    return value[:1] + "***"
