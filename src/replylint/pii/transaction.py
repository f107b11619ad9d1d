"""One payment of somebody's: a day, another party and an amount in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from .digits import plain
from .hit import Hit, Public
from .lazy import compiled
from .money import amounts

NAME = "transaction"
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DAY = (
    r"[0-9]{1,2}月[0-9]{1,2}[日号]|20[0-9]{2}[\-/.][0-9]{1,2}[\-/.][0-9]{1,2}|"
    r"[昨前今][天日晚夜早]|(?<![0-9/.])[01]?[0-9]/[0-3]?[0-9](?![0-9/%])|"
    r"[上这]个?(?:周|星期|礼拜)[一二三四五六日天末]|刚刚|刚才|凌晨|今晨"
)
_ENGLISH_DAY = (
    rf"[0-9]{{1,2}} {_MONTHS}(?![a-z])|(?<![a-z]){_MONTHS} [0-9]{{1,2}}(?![0-9])"
    r"|(?<![a-z])(?:mon|tues|wednes|thurs|fri|satur|sun)day(?![a-z])|last night|this (?:morning|"
    r"afternoon)"
    r"|(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?(?![0-9/])|(?<![a-z])yesterday(?![a-z])"
)
_U = r"[^\s,。;!?:0-9]"
_VERB = (
    r"消费|转账|转了|刷了|刷|花了|取了|领了|买了|提款|签账|"
    r"支付|付款|汇款|汇了|刷卡|扣款|转出|转入|购买|交易|取款|取现|入账|支出|付了"
)
_PARTY = (
    rf"(?:在|于|向|给){_U}{{2,12}}?(?:\([^)]{{1,12}}\))?的?(?:{_VERB})|(?:转账|转|汇款|汇|付款|"
    rf"付|支付)(?:了)?(?:给|至|到|予){_U}{{2,4}}"
    rf"|(?:转账|转|汇款|汇|付款|付)(?:了)?[^,。;!?]{{2,14}}?(?:给|予){_U}{{2,4}}|(?:商户|收款方|收款人|对方|付款方)[:为是]?{_U}{{2,12}}"
    r"|(?<![a-z])(?:purchase|payment|transfer|transaction|paid|spent|charged|charge|sent|"
    r"withdrawal|withdrew|withdrawn|taken|debited|billed|received|went|transferred)(?![a-z])"
    r"(?:[^.。;!?]|\.(?=[0-9])){0,40}(?<![a-z])(?:at|to|from)(?![a-z]) (?!(?:you|your|the|us|"
    r"our)(?![a-z]))[a-z]{2,}"
    r"|(?<![a-z])(?:charged|debited|billed|taken)(?![a-z])[^.。;!?]{0,8}(?:\.[0-9]{2})? by "
    r"[a-z]{3,}"
    r"|(?<=[0-9]) (?:at|to|from) (?!(?:you|your|the|us|our|a|an|any|least|most|[a-z]+ (?:or|"
    r"and))(?![a-z]))[a-z]{3,}"
)
_SENTENCE = r"[^。;!?\n]+"
_PARTS = 3
_LONGEST = 90


def find(text: str, public: Public) -> Iterator[Hit]:
    """Sentences with all three, from the first of them to the last."""
    money = amounts(text)
    if not money:
        return
    figures = plain(text)
    day = f"{_DAY}|{_ENGLISH_DAY}" if compiled("[a-z/]").search(figures) else _DAY
    for sentence in compiled(_SENTENCE).finditer(figures):
        low, high = sentence.span()
        found = [span for span in money if low <= span[0] < high][:1]
        for pattern in (day, _PARTY):
            part = compiled(pattern).search(figures, low, high) if found else None
            if part is None:
                break
            found.append(part.span())
        if len(found) == _PARTS:
            start, end = min(a for a, _ in found), max(b for _, b in found)
            if end - start <= _LONGEST:
                yield Hit(start, end, "cued", mask(figures[start:end]))


def validate(value: str) -> bool:
    """Whether ``value`` tells of a payment.

    >>> validate("3月5日在某商城消费300元"), validate("3月5日消费300元")
    (True, False)
    """
    return any(True for _ in find(value.lower(), Public()))


def mask(value: str) -> str:
    """Nothing: it is deleted, or the owner is led to his own records.

    >>> mask("3月5日在某商城消费300元")
    ''
    """
    return ""
