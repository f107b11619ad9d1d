"""What somebody has, owes or earns: a word for it and an amount beside it."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from .hit import Hit, Public
from .lazy import compiled
from .letters import search

NAME = "balance-amount"
_HELD = (
    r"(?<!最低)(?<!平均)(?<!日均)(?<!月均)余额|结余|可用额度|信用额度|剩余额度|授信额度|临时额度|固定额度|欠款|欠费|欠息|"
    r"欠缴|积欠|尚欠|拖欠|欠(?!费|款|息|缴)|逾期|应还|待还|未还|未缴|应缴|需还|还需|本金|罚息|滞纳金|违约金|"
    r"最低还款|账单|总资产|净资产|存款|年薪|月薪|年收入|月收入|收入|工资|薪资|可提现|可用|"
    r"(?<![a-z])(?<!minimum )(?:balance|outstanding|overdue|owe|owed|owing|arrears|debt|credit limit|available credit|"
    r"amount due|past due|salary|income)(?![a-z])"
)
_JOINT = (
    r"(?:了|为|是|:|=|共计|总计|合计|总共|共有|共|约|达|已达|还有|还剩|剩余|尚有|尚余|仅剩|仅|还款|还款额|款项|应还|"
    r"金额|总额|数额|额|的|人民币|目前|现在|当前|本期|本金|有|我行|我司|本行|我们|银行|贵行|[ ,]|"
    r"(?<![a-z])(?:balance|is|of|was|are|at|now|currently|amount|about|us|the|bank|stands|total|a|an|in|amounting|to|by)(?![a-z]))"
)
_MONEY = (
    r"(?:(?:人民币|rmb|cny|hkd|twd|usd|mop|¥|nt\$|hk\$|us\$|mop\$|\$|新台币|台币|港币|美元|美金)[ ]?"
    r"[0-9][0-9,]*(?:\.[0-9]+)?[ ]?(?:万|亿|千)?(?:元|块)?"
    r"|[0-9][0-9,]*(?:\.[0-9]+)?[ ]?(?:万|亿|千)?(?:元|块钱|块|美元|美金|港币|港元|台币|人民币|rmb|cny|hkd|usd|yuan|dollars))"
)
_SHAPE = (
    rf"(?:{_HELD}){_JOINT}{{0,5}}(?P<value>(?<![0-9]){_MONEY})"
    rf"|(?<![0-9.,])(?P<first>{_MONEY})[ ]?(?:的|左右|未|尚未|仍|已经|已|in |of )?(?:{_HELD})"
)
# Conditions of a product, not what somebody has.
_TERMS = r"如果|如|若|当|凡|每|不足|低于|高于|超过|满|以上|以下|未达|达到|起存|门槛|收取|(?<![a-z])(?:if|below|under|minimum|at least|per)(?![a-z])"


def find(text: str, public: Public) -> Iterator[Hit]:
    """Amounts with a currency beside a word for balance, debt, limit or income."""
    yield from search(text, _SHAPE, _judge)


def _judge(figures: str, match: Match[str]) -> Hit | None:
    group = "value" if match["value"] else "first"
    begins = max(figures.rfind(mark, 0, match.start()) for mark in "。!?;\n,")
    if compiled(_TERMS).search(figures, begins + 1, match.end()):
        return None
    if compiled(r"(?:以上|以下|以内|起|/)").match(figures, match.end(group)):
        return None
    return Hit(*match.span(group), "cued", mask(match[group]))


def validate(value: str) -> bool:
    """Whether ``value`` is an amount with its currency.

    >>> validate("1,234.50元"), validate("HK$500"), validate("1234")
    (True, True, False)
    """
    return compiled(_MONEY).fullmatch(value.lower()) is not None


def mask(value: str) -> str:
    """The currency alone.

    >>> mask("1,234.50元"), mask("HK$500")
    ('****元', 'HK$****')
    """
    return compiled(r"[0-9][0-9,.]*").sub("****", value)
