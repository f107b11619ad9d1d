"""Whether a turn says again what was said before: its own side's sentences, or the customer's."""

from __future__ import annotations

import re
from functools import cache

_HAN = "\u4e00"
_PROBE = 5  # characters of a stretch that is looked for before clauses are compared
_PROBES = 2
_LEAST = 4  # characters of a clause that is compared


def clauses(text: str) -> list[str]:
    """The clauses of a folded turn without figures, for comparing; short ones are left out."""
    plain = _figures().sub("", text)
    return [c for c in map(str.strip, _breaks().split(plain)) if len(c) >= _LEAST]


def shared(one: list[str], other: set[str]) -> float:
    """The share of a turn's characters in clauses the other has too."""
    total = sum(map(len, one))
    return sum(len(clause) for clause in one if clause in other) / total if total else 0.0


def echoed(text: str, before: str, least: int) -> bool:
    """Whether ``text`` repeats a run of ``least`` Han characters of ``before``, or half as many
    English content words that stand together or apart."""
    if not text or not before:
        return False
    if text.isascii() or before.isascii():
        return len(_content(text) & _content(before)) * 2 >= least
    for i in range(len(text) - least + 1):
        run = text[i : i + least]
        if run in before and _all_han(run):
            return True
    return False


def _all_han(run: str) -> bool:
    return all(char >= _HAN or char.isdigit() for char in run)


def _content(text: str) -> set[str]:
    return {word for word in _word().findall(text) if word not in _COMMON}


def may_repeat(text: str, before: str) -> bool:
    """Whether ``text`` can have a large share of its clauses in ``before``: several stretches of
    it stand there."""
    size = len(text)
    starts = (size // 4, size // 2, size * 3 // 4, max(0, size - _PROBE))
    return sum(text[at : at + _PROBE] in before for at in starts) >= _PROBES


@cache
def _figures() -> re.Pattern[str]:
    return re.compile("[0-9]+")


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(r"[,.;:!?。、…~\n#*]+")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[a-z0-9$]{4,}")


_PLAIN = """
this that with have been your you're from they them will would could should please thank thanks
help what when where which there here just about can't don't know like need want hello sorry still
very some then than more also into over after before again because account bank card customer
service sure today were does doing done make made good well really only much back call get give
going
"""
_COMMON = frozenset(_PLAIN.split())
