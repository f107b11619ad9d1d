"""The words around a value that say what it is, before and after it, in its own clause."""

from __future__ import annotations

from .lazy import compiled

_ENDS = "。!?;\n,、"
# Space for an English label is longer than for a Chinese one.
_WIDE, _NARROW = 28, 13

# Labels of things that belong to no person: a number they name is no leak.
OTHER = (
    r"订单|定单|工单|流水|单号|编号|批次|回执|受理号|案件|凭证|参考号|快递|运单|物流|取件|"
    r"代码|序列号|版本|型号|发票|税号|信用代码|产品|基金|股票|合同|客服|热线|页码|"
    r"(?<![a-z])(?:order|ticket|case|reference|ref|tracking|invoice|sku|version|serial|"
    r"transaction|request|product|build|hotline|isbn|po)(?![a-z])"
)
# After a value these make the word that follows it the label of the next value.
_LABELS_NEXT = tuple(":=是为")


def before(text: str, at: int) -> str:
    """The words of the clause in front of ``at``, at most some 13 Han or 28 Latin characters."""
    window = text[max(0, at - _WIDE) : at].rstrip(" ,:=\"'“「『(【[<、")
    for n in range(len(window) - 1, -1, -1):
        if window[n] in _ENDS:
            window = window[n + 1 :]
            break
    return window if window.isascii() else window[-_NARROW:]


def after(text: str, at: int) -> str:
    """The words of the clause behind ``at``."""
    window = text[at : at + _WIDE]
    for n, ch in enumerate(window):
        if ch in _ENDS:
            window = window[:n]
            break
    return window if window.isascii() else window[:_NARROW]


def label(text: str, start: int, end: int, own: str, other: str = OTHER) -> str:
    """What the words around ``[start, end)`` call it: ``own``, ``other`` or nothing.

    ``own`` and ``other`` are patterns over folded text. In front of the value the nearest word
    counts; behind it one that is not itself the label of another value.

    >>> text = "订单号20240101的手机13812345678,卡号:6222"
    >>> [label(text, *span, "手机|电话") for span in ((14, 25), (3, 11))]
    ['own', 'other']
    """
    words = before(text, start)
    if words:
        mine = theirs = -1
        for match in compiled(own).finditer(words):
            mine = match.end()
        for match in compiled(other).finditer(words):
            theirs = match.end()
        if mine >= theirs and mine >= 0:
            return "own"
        if theirs >= 0:
            return "other"
    words = after(text, end)
    behind = compiled(own).search(words)
    if behind is not None:
        rest = text[end + behind.end() : end + behind.end() + 2].lstrip()
        if not rest.startswith(_LABELS_NEXT):
            return "own"
    return ""
