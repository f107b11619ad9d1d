"""Amounts with their currency, in figures."""

from __future__ import annotations

from functools import lru_cache

from .digits import plain
from .lazy import compiled

_NUMBER = (
    r"[0-9][0-9,]*(?:\.[0-9]+)?(?: ?[万亿千](?:[0-9][千百])?(?=[^0-9]|\Z))?"
    r"(?P<unit> ?(?:元|块钱|块|美元|美金|新币|令吉|欧元|英镑|日元|港币|港元|台币|新台币|人民币|"
    r"澳门币"
    r"|(?:rmb|cny|hkd|twd|ntd|usd|mop|sgd|myr|eur|gbp|yuan|dollars?|pounds?|quid)(?![a-z]))"
    r"|(?<=[万千])(?=[,。;!?]|\Z|左右|了[,。;!?]))?"  # 存款有12万
)
_SPOKEN = r"[一二两三四五六七八九十百千万亿零〇]{1,14}(?:元|块钱|块)"
_CURRENCY = (
    r"(?:人民币|新台币|台币|港币|美元|美金|(?<![a-z])(?:rmb|cny|hkd|twd|ntd|usd|mop|sgd|myr|nt|"
    r"hk|us|"
    r"s|a|c|aud|cad|mop)?[$¥£€]|(?<![a-z])(?:rmb|cny|hkd|twd|ntd|usd|mop|sgd|myr|rm|gbp|eur)) ?\Z"
)


@lru_cache(maxsize=1)
def amounts(text: str) -> tuple[tuple[int, int], ...]:
    """Where in folded ``text`` amounts stand, currency and unit with them.

    >>> text = "欠款1,280.50元,即hk$1,400,共3笔"
    >>> [text[start:end] for start, end in amounts(text)]
    ['1,280.50元', 'hk$1,400']
    """
    figures, found = plain(text), []
    for match in compiled(_NUMBER).finditer(figures):
        start, end = match.span()
        sign = compiled(_CURRENCY).search(figures, max(0, start - 5), start) if start else None
        if sign is not None:
            start = sign.start()
        elif match["unit"] is None:
            continue
        found.append((start, end if figures[end - 1] != "," else end - 1))
    if "元" in figures or "块" in figures:
        taken = [end for _, end in found]
        for match in compiled(_SPOKEN).finditer(figures):
            if match.end() not in taken:
                found.append(match.span())
        found.sort()
    return tuple(found)
