"""A small term base for the tests of this room, and the matches a plain search finds."""

from __future__ import annotations

import re

from replylint.glossary.term import Term, TermBase
from replylint.text.fold import Folded

NAV = Term(
    "nav",
    hans="净值",
    hant="淨值",
    hk="資產淨值",
    en="net asset value",
    aliases=("NAV", "单位净值"),
    gloss_hans="每一份产品现在值多少钱",
    gloss_hant="每一份產品現在值多少錢",
    gloss_en="what one unit is worth now",
    difficulty="expert",
)
APR = Term(
    "apr",
    hans="综合年化利率",
    en="annual percentage rate",
    aliases=("APR", "综合融资成本"),
    gloss_hans="把利息和费用合在一起算出的一年借款成本",
    gloss_en="the yearly cost of borrowing, interest and fees together",
    plain_en="yearly cost of borrowing",
    difficulty="expert",
)
FREEZE = Term("freeze", hans="账户冻结", en="account freeze", gloss_hans="钱暂时不能转出")
BAN = Term("ban", hans="封号", status="forbidden", use="freeze")
HOLD = Term("hold", hans="账户止付", status="admitted", use="freeze")
TRANSFER = Term("transfer", hans="转账", en="transfer", difficulty="everyday")
LIMIT = Term("limit", hans="转账限额", gloss_hans="一天最多能转的金额")
BASE = TermBase((NAV, APR, FREEZE, BAN, HOLD, TRANSFER, LIMIT), ("金额", "净值表"))


def hits(folded: Folded, base: TermBase = BASE) -> list[tuple[int, int, int]]:
    """Every place of every form, Latin ones at word edges."""
    return [
        (index, found.start(), found.end())
        for index, form in enumerate(base.forms())
        for found in re.finditer(rf"(?<![a-z]){re.escape(form)}(?![a-z])", folded.text)
    ]
