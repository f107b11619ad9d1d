"""One-time codes with their value, not talk about codes: no form of them may be shown."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from . import hotlines
from .hit import Hit, Public
from .lazy import compiled
from .letters import search

NAME = "one-time-code"
NAMED = (
    r"(?:验证码|验証码|校验码|动态码|动态密码|动态口令|一次性密码|一次性口令|短信码|短信密码|"
    r"简讯码|简讯密码|确认码|认证码|授权码|激活码|检核码|"
    r"(?<![a-z])(?:otp|tac|passcode|one[ \-]time (?:code|pin|"
    r"password|passcode)|"
    r"(?:verification|security|auth|authentication|authorization|confirmation|login|sms) code|"
    r"2fa code)(?![a-z]))"
)
_COUNTED = (
    r"(?! ?(?:秒|分|小时|天|日|年|月|位|个|元|次|条|点|块|号|数字|万|%|digit|min|sec|hour|day|"
    r"char|time))"
)
_CODE = (
    r"(?:(?<![0-9a-z*.\-])(?:g-)?[0-9]{4,8}|(?<![0-9a-z*.\-])[0-9]{3}[ \-][0-9]{3}"
    r"|(?<![0-9a-z*.\-])[0-9]{2} [0-9]{2} [0-9]{2}"
    r"|(?<![0-9a-z*.\-])[0-9](?: [0-9]){3,7}"
    r"|(?<![0-9a-z*.\-])(?=[a-z]{0,5}[0-9])(?=[0-9]{0,5}[a-z])[0-9a-z]{6})"
    rf"(?![0-9a-z*])(?![.,:\-/][0-9]){_COUNTED}"
)
_SHAPE = (
    rf"(?:{NAMED}|"
    rf"(?P<bare>(?<![a-z])code(?![a-z])))(?P<between>[^0-9,。;!?\n*]{{0,12}}?|[a-z' ]{{0,44}} "
    rf"(?:is|was|reads|shows)[: ]{{1,2}}|, )(?P<value>{_CODE})"
    rf"|(?<![a-z])(?:use|enter) (?P<used>[0-9]{{4,8}}) (?:to|for) (?:log|sign|verif|complet|"
    rf"confirm|authori)"
    rf"|(?P<first>{_CODE}) ?(?:, ?(?:这|那|就)+是|是|为|\(|is |as |-)?(?:您|你|这|刚|本次|"
    rf"此次|the |your |my )*的?"
    rf"(?:[^0-9,。;!?\n*:]{{0,8}}?){NAMED}(?! ?[:=是为])"
)
# Codes of other kinds.
_OTHER_CODE = (
    r"(?<![a-z])(?:error|zip|postal|post|area|product|country|promo|discount|branch|sort|swift|"
    r"bank|reference|coupon|qr|dress|fund|"
    r"stock|status|order|tracking|referral|invite|invitation|item|offer|tax|currency|source|"
    r"response|reason|bar) code\Z"
)
# What may stand far behind a mere "code".
_BY_TEXT = r"text|sent|sms|phone|log|verif|sign|one[ -]time"
_NEAR = 12
_ELSEWHERE = (
    r"致电|拨打|拨|客服|热线|电话|手机|尾号|有效|时效|订单|工单|发送至|发至|call|hotline|valid|"
    r"expire|ending|sent to|order"
)


def find(text: str, public: Public) -> Iterator[Hit]:
    """Four to eight digits, or six letters and digits, beside the name of the code."""

    def judge(figures: str, match: Match[str]) -> Hit | None:
        group = next(name for name in ("value", "used", "first") if match[name])
        between = match["between"] or ""
        if compiled(_ELSEWHERE).search(between) or hotlines.public(match[group], public):
            return None
        if match["bare"] and (
            (len(between) > _NEAR and not compiled(_BY_TEXT).search(between))
            or not match[group].isdigit()
            or compiled(_OTHER_CODE).search(figures, max(0, match.start() - 20), match.end("bare"))
        ):
            return None
        return Hit(*match.span(group), "cued", mask(match[group]))

    yield from search(text, _SHAPE, judge)


def validate(value: str) -> bool:
    """Whether ``value`` is shaped like a code.

    >>> validate("482913"), validate("g-482913"), validate("4a8f2c"), validate("48")
    (True, True, True, False)
    """
    return compiled(_CODE).fullmatch(value.lower()) is not None


def mask(value: str) -> str:
    """Nothing: it is deleted.

    >>> mask("482913")
    ''
    """
    return ""
