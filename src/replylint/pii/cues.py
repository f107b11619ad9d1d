"""The words around a value that say what it is, before and after it, in its own clause."""

from __future__ import annotations

import re
from functools import cache

_CLAUSE = re.compile(r"[^。!?;\n,、]*")
_PUNCTUATION = " ,:=\"'“「『(【[<、"
# Space for an English label is longer than for a Chinese one.
_WIDE, _NARROW = 36, 13

# 证件类型护照,号码E1234: such a clause, read backwards, names the value no further.
_NOTHING_SAID = frozenset(
    word[::-1]
    for word in ("号码", "号码是", "号码为", "号", "编号是", "number", "number is", "no.")
)

# Labels of things that belong to no person: a number they name is no leak.
OTHER = (
    "订单 定单 工单 流水 单号 编号 批次 回执 受理号 案件 凭证 参考号 快递 运单 物流 取件 代码 "
    "序列号 版本 商业登记 登记号 牌照 执照 中央编号 "
    "型号 发票 税号 信用代码 产品 基金 股票 合同 客服 热线 页码 order ticket case reference ref "
    "tracking "
    "invoice sku version serial transaction request product build hotline isbn po code part "
    "order_number ticket_number case_number reference_number tracking_number serial_number "
    "part_number "
    "request_number invoice_number transaction_number 订单号码 工单号码 快递号码 运单号码 "
    "流水号码 受理号码 "
)
# After a value these make the word that follows it the label of the next value.
_LABELS_NEXT = tuple(":=是为")


def _before(text: str, at: int) -> str:
    """The clause in front of ``at`` read backwards, at most some 13 Han or 28 Latin characters."""
    window = text[max(0, at - _WIDE) : at][::-1].lstrip(_PUNCTUATION)
    clause = _CLAUSE.match(window)
    if clause and clause[0] not in _NOTHING_SAID:
        window = clause[0]
    return window if window.isascii() else window[:_NARROW]


def _after(text: str, at: int) -> str:
    """The clause behind ``at``."""
    clause = _CLAUSE.match(text, at, at + _WIDE)
    window = clause[0] if clause else ""
    return window if window.isascii() else window[:_NARROW]


def label(text: str, start: int, end: int, own: str, other: str = OTHER) -> str:
    """What the words around ``[start, end)`` call it: ``own``, ``other`` or nothing.

    ``own`` and ``other`` are folded words parted by spaces (_ is a space within one). In front of
    the value the nearest word counts; behind it one that is not itself the label of another value.

    >>> text = "订单号20240101的手机13812345678,卡号:6222"
    >>> [label(text, *span, "手机 电话") for span in ((14, 25), (3, 11))]
    ['own', 'other']
    """
    backwards, forwards = _patterns(own, other)
    window = _before(text, start)
    if window:
        nearest = backwards.search(window)
        if nearest is not None:
            return "own" if nearest.lastgroup == "own" else "other"
    window = _after(text, end)
    if window:
        behind = forwards.search(window)
        if behind is not None:
            rest = text[end + behind.end() : end + behind.end() + 2].lstrip()
            if not rest.startswith(_LABELS_NEXT):
                return "own"
    return ""


def words(cues: str) -> tuple[str, ...]:
    """The words of a list of cues.

    >>> words("手机 travel_document")
    ('手机', 'travel document')
    """
    return tuple(word.replace("_", " ") for word in cues.split())


@cache
def _patterns(own: str, other: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Of the text read backwards from a value, and of what follows it."""
    mine, theirs = words(own), words(other)
    mine = tuple(word for word in mine if word not in theirs)
    # An order number is no number: what ends in a word of ours and is longer comes first.
    longer = tuple(word for word in theirs if word.endswith(mine))
    backwards = f"(?P<own>{_any(mine, -1)})"
    if longer:
        backwards = f"(?P<longer>{_any(longer, -1)})|{backwards}"
    if theirs:
        backwards += f"|(?P<other>{_any(theirs, -1)})"
    return re.compile(backwards), re.compile(_any(mine, 1))


def _any(those: tuple[str, ...], step: int) -> str:
    """One of the words, Latin ones only as whole words; long ones first."""
    patterns = []
    for word in sorted(those, key=len, reverse=True):
        first, rest = re.escape(word[::step][0]), re.escape(word[::step][1:])
        if word[0].isascii() and word[-1].isascii():
            # What begins with a character is searched faster than what begins by looking back.
            patterns.append(rf"{first}(?<![a-z].){rest}(?![a-z])")
        else:
            patterns.append(first + rest)
    return "|".join(patterns)
