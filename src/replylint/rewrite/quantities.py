"""Finds numbers, written in digits or in Han numerals, with the unit that says what they count."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from re import Match, Pattern

DIGITS = "0123456789０１２３４５６７８９"
NUMERALS = "零〇一二两兩三四五六七八九十百千万萬亿億"

_PLAIN = f"[{DIGITS}]+(?:[-/.:：,．][{DIGITS}]+)*"  # 1,000 3.5 15:30 2026-03-02 012-345678
_TOKEN = (
    f"(?P<before>[A-Za-z]+[-+]?)?(?P<plain>{_PLAIN})(?P<after>[A-Za-z][A-Za-z0-9-]*)?"
    f"(?: ?[百千万萬亿億]+)?|[{NUMERALS}]+|半"
)

_NAMES = (
    "人民币 人民幣 新台币 新臺幣 新台幣 台币 台幣 港币 港幣 港元 美元 美金 欧元 歐元 日元 日圓 英镑"
    " 英鎊"
)
_CODES = "RMB CNY USD HKD TWD EUR GBP JPY"
_SIGNS = ("NT$", "HK$", "US$", "¥", "￥", "$", "＄", "€", "£")
_CURRENCIES = (*_NAMES.split(), *_CODES.split(), *_SIGNS)

_LISTS = {
    "percent": "% ％ ‰ 百分点 百分點 基点 基點 percent bp bps",
    "amount": "元 角 円 块 塊 块钱 塊錢 分钱 分錢 yuan dollar dollars euro euros pound pounds",
    "duration": "工作日 工作天 交易日 自然日 小时 小時 钟头 鐘頭 分钟 分鐘 秒 秒钟 秒鐘 天 周 週"
    " 星期 季度 期 年 second seconds minute minutes hour hours day days week weeks month months"
    " year years business working calendar banking",
    "date": "月 日 号 號 月底 月初 月末 年底 年初 年末",
    "time": "点 點 时 時 分 点钟 點鐘 点半 點半 点整 點整 am pm",
    "number": "次 笔 筆 张 張 份 位 名 个 個 件 项 項 条 條 家 级 級 步 轮 輪 遍 户 戶 折",
}
_UNITS = {unit: kind for kind, units in _LISTS.items() for unit in units.split()}
_UNITS |= dict.fromkeys((_NAMES + " " + _CODES.lower()).split(), "amount")
_LONGEST = 3  # Han units; Latin ones are read as a word
_EMPTY = frozenset(["一点", "一點", "十分", "一时", "一時", "百分"])  # a bit, very, for now, wholly
_WHOLE = frozenset(["100%", "100％", "１００％", "百分之百"])  # a vow, not a figure
_FILLERS = frozenset("个個多余餘半")
_WORD = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.")


@cache
def _token() -> Pattern[str]:
    import re

    return re.compile(_TOKEN)


def quantities(text: str) -> Iterator[tuple[str, int, int]]:
    """(kind, start, end) of each, in order: code, percent, amount, duration, date, time, number.

    A Han numeral counts only with a unit, and 一 not with a mere measure word (一个, 一点).

    >>> [(kind, "退您3.5万元，2026年三月十五日前".__getitem__(slice(start, end)))
    ...  for kind, start, end in quantities("退您3.5万元，2026年三月十五日前")]
    [('amount', '3.5万元'), ('date', '2026年'), ('date', '三月'), ('date', '十五日')]
    """
    at = 0
    while match := _token().search(text, at):
        kind, start, end = _quantity(text, match, at)
        if kind and text[start:end].replace(" ", "") not in _WHOLE:
            yield kind, start, end
        at = end


def _quantity(text: str, token: Match[str], low: int) -> tuple[str, int, int]:
    start, end = token.span()
    plain = bool(token["plain"])
    if token["before"]:
        return "code", start, end
    if token["after"]:
        return _UNITS.get(token["after"].lower(), "code"), start, end
    if text.startswith("分之", end):
        rest = _token().match(text, end + 2)
        return "percent", start, rest.end() if rest else end
    kind, end = _unit(text, end)
    start, money = _currency(text, low, start)
    if money:
        return "amount", start, end
    if kind == "duration" and text[token.end() : end] == "年" and token.end() - start == 4:
        kind = "date"  # 2026年
    if not plain and (not kind or _means_nothing(text, start, end, kind)):
        return "", start, token.end()
    return kind or "number", start, end


def _means_nothing(text: str, start: int, end: int, kind: str) -> bool:
    """Whether a Han numeral is only a manner of speaking; not so right after a fact ("\\0")."""
    words = text[start:end]
    if kind == "number":
        return words[0] == "一" and len(words) == 2
    before = text[start - 1 : start]
    if words in ("两天", "兩天", "两日", "兩日"):
        return before in tuple("过過隔")  # some time, not two days
    return words in _EMPTY and before != "\0"


def _unit(text: str, at: int) -> tuple[str, int]:
    """The kind of the unit at ``at`` and where it ends; ("", at) when there is none."""
    begin = at + (text[at : at + 1] in (" ", "-"))
    filled = begin
    while text[filled : filled + 1] in _FILLERS:
        filled += 1
    if filled > begin and text.startswith("月", filled):
        return "duration", filled + 1
    for place in (filled, begin):
        for length in range(_LONGEST, 0, -1):
            unit = text[place : place + length]
            if unit in _UNITS:
                return _UNITS[unit], place + len(unit)
    word = _latin(text, begin)
    kind = _UNITS.get(word.lower().replace(".", ""), "")
    return (kind, begin + len(word)) if kind else ("", at)


def _latin(text: str, at: int) -> str:
    """The Latin word at ``at``, with the full stops of a.m. and p.m."""
    end = at
    while text[end : end + 1] in _WORD:
        end += 1
    return text[at:end]


def _currency(text: str, low: int, start: int) -> tuple[int, bool]:
    """Where a quantity starts when the currency before it counts as part of it."""
    before = text[max(low, start - 6) : start]
    gap = before.endswith(" ")
    bare = before[:-1] if gap else before
    if not bare.endswith(_CURRENCIES):
        return start, False
    name = next(name for name in _CURRENCIES if bare.endswith(name))
    return start - gap - len(name), True
