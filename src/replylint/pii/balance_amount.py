"""What somebody has, owes or earns: a word for it and an amount beside it."""

from __future__ import annotations

from collections.abc import Iterator

from .digits import plain
from .hit import Hit, Public
from .lazy import compiled
from .money import amounts

NAME = "balance-amount"
_HELD = (
    r"(?<!最低)(?<!平均)(?<!日均)(?<!月均)余额|结余|可用额度|信用额度|剩余额度|授信额度|"
    r"临时额度|固定额度|欠款|欠费|欠息|"
    r"欠缴|积欠|尚欠|拖欠|欠(?!费|款|息|缴)|逾期|应还|(?<!最低)应缴|待还|未还|未缴|需还|还需|本金|"
    r"(?:欠|未缴|未付|拖欠)(?:罚息|滞纳金|违约金)|"
    r"最低还款|账单|总资产|净资产|(?<!最低)存款|年薪|月薪|年收入|月收入|收入|工资|薪资|薪水|"
    r"可提现|可用|现金价值|持仓|月入|年入|(?:贷款|房贷|车贷|信贷)(?=还剩|还有|还欠|尚欠|剩)|"
    r"(?:定存|定期|公积金账户|公积金|基金|理财|股票)(?=还有|有(?!效|机|限)|共有|余|共计|总共)|(?:账户|户口|卡|卡片|存折|钱包)(?:(?:里|内|中|上)(?:面|头)?|(?=目前|"
    r"现在|当前|还|尚|仅))|(?:总|当前)?市值|"
    r"(?<![a-z])(?<!minimum )(?:balance|outstanding|overdue|owe|owed|owing|arrears|debt|in your "
    r"[a-z ]{0,24}account|"
    r"credit (?:card )?limit|available credit|"
    r"amount due|past due|salary|income|wages|(?:your|his|her|monthly|weekly|take-home) pay|"
    r"your savings|you(?:'ve| have) got|you have|you (?:still )?(?:earn|make|owe))(?![a-z])|"
    r"(?<![a-z])(?:balance|(?:your|his|her|their|the) (?:[a-z]+ ){0,2}(?:salary|income|pension|"
    r"pension pot|portfolio|savings|investments?|mortgage|loan|overdraft|funds|isa|overdraft limit|"
    r"credit limit|net worth|policy value|cash value))(?: (?:on|in|of|for|we|that|you|with|left)"
    r"(?: [a-z']+){1,6}?)? (?:is|was|are|were|stands? at|stood at|comes to|totals?|worth)(?![a-z])"
)
_JOINT = (
    r"(?:了|为|是|由|从|至|到|提升至|提升为|调整为|调至|升至|降至|:|=|共计|总计|合计|总共|共有|"
    r"共|约|达|已达|发放|入账|到账|还有|还剩|剩余|尚有|尚余|仅剩|仅|还款|还款额|账款|款项|应还|"
    r"金额|总额|数额|额|的|人民币|目前|现在|当前|本期|本金|有|还|卡数|卡费|卡债|卡款|登记|"
    r"系统|显示|港币|港元|新台币|台币|美金|澳门币|我行|我司|本行|我们|银行|贵行|[ ,]|"
    r"(?<![a-z])(?:balance|is|of|was|are|at|now|currently|amount|about|us|the|bank|stands?|total|"
    r"a|an|in|amounting|worth|to|by|down|as|recorded|listed|stated|showing|shows)(?![a-z]))"
)
_BEFORE = rf"(?:{_HELD}){_JOINT}{{0,6}}\Z"
_AFTER = rf" ?(?:的|左右|未|left |remaining |available |尚未|仍|已经|已|in |of )?(?:{_HELD})"
_FIGURE = r"(?:[0-9][0-9,.]*|[一二两三四五六七八九十百千零〇]+)(?: ?[万亿千]+)?"
_FARTHEST = 56
# Conditions of a product, not what somebody has.
_TERMS = (
    r"如果|如|若|当|凡|每(?!月工资|月收入|月应|月需)|不足|低于|高于|超过|满|以上|以下|未达|达到|"
    r"起存|门槛|收取|(?<![a-z])(?:if|below|under|minimum|at least|per|fees?|charges?|example|"
    r"suppose|maximum|up to|price|cost)(?![a-z])"
)


def find(text: str, public: Public) -> Iterator[Hit]:
    """Amounts with a currency beside a word for balance, debt, limit or income."""
    figures = plain(text)
    for start, end in amounts(text):
        begins = max(figures.rfind(mark, 0, start) for mark in "。!?;\n,") + 1
        window = max(begins, start - _FARTHEST)
        held = compiled(_BEFORE).search(figures, window, start)
        if held is None:
            held = compiled(_AFTER).match(figures, end)
            if held is None:
                continue
        if compiled(_TERMS).search(figures, begins, max(end, held.end())):
            continue
        if compiled(r"(?:以上|以下|以内|起|的?最低|的?门槛|/)").match(figures, end):
            continue
        yield Hit(start, end, "cued", mask(figures[start:end]))


def validate(value: str) -> bool:
    """Whether ``value`` is an amount with its currency.

    >>> validate("1,234.50元"), validate("HK$500"), validate("1234")
    (True, True, False)
    """
    return amounts(value.lower()) == ((0, len(value)),)


def mask(value: str) -> str:
    """The currency alone.

    >>> mask("1,234.50元"), mask("HK$500"), mask("8万元"), mask("三千元")
    ('****元', 'HK$****', '****元', '****元')
    """
    return compiled(_FIGURE).sub("****", value)
