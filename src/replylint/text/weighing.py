"""Clauses as evidence is looked for in them: ends marked, figures as 0, dialect as standard.

What learns weights and what weighs must read a text alike, so both read it through this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from .clauses import Clause
from .han import is_han

# Cantonese function words by the characters that Mandarin writes: same length, so offsets stay.
# Weights are learned from few Cantonese sentences; read so, they share what all Chinese taught.
_CANTONESE = "嘅㗎唔咗喺冇佢哋嗰啲咁睇俾畀啱嘢嚟攞揾啰乜仲嗌倾噉嘥谂喇嘞咩啫噃吖呀哦喔啦哩咧揸瞓"
_MANDARIN = "的的不了在没他们那些这看给给对事来拿找了啥还叫谈这费想了了吗啊啊啊啊啊啊啊啊啊开睡"
_FIGURES = dict.fromkeys(map(ord, "0123456789"), "0")
_WORDS = r"[a-z]+(?:'[a-z]+)?|0+|[^a-z0\s]"


class Plain(NamedTuple):
    """Clauses one behind the other: ``^…$``, or ``^…?`` and ``^…!`` by what closes them; English
    as words between single spaces. ``starts``: where each begins in ``text``."""

    text: str
    starts: tuple[int, ...]


def plain(text: str, clauses: Sequence[Clause], latin: bool) -> Plain:
    """The ``clauses`` of folded ``text``, to be searched for evidence."""
    starts: list[int] = []
    parts: list[str] = []
    reached = 0
    for clause in clauses:
        starts.append(reached)
        said = standard(text[clause.start : clause.end], latin)
        close = clause.close
        mark = "?" if "?" in close else "!" if "!" in close else "$"
        if latin:
            words = ["0" if word[0] == "0" else word for word in _words().findall(said)]
            said = f" ^ {' '.join(words)} {mark}"
        else:
            said = f"^{said}{mark}"
        parts.append(said)
        reached += len(said)
    return Plain("".join(parts) + " " if latin else "".join(parts), tuple(starts))


def standard(text: str, latin: bool) -> str:
    """Folded ``text`` with its figures and its dialect as they are weighed."""
    return text.translate(_table(latin))


def places(text: str, clause: Clause, latin: bool) -> list[tuple[int, int]]:
    """For each character of a clause's plain form the stretch of folded ``text`` it stands for;
    empty for what was put in."""
    start, end = clause.start, clause.end
    if not latin:
        middle = [(at, at + 1) for at in range(start, end)]
        return [(start, start), *middle, (end, end)]
    found: list[tuple[int, int]] = [(start, start)] * 3
    said = text[start:end].translate(_table(latin))
    for word in _words().finditer(said):
        if word[0][0] == "0":
            found.append((start + word.start(), start + word.end()))
        else:
            found += [(start + at, start + at + 1) for at in range(*word.span())]
        found.append((start + word.end(), start + word.end()))
    return [*found, (end, end)]


def spellings(phrase: str, latin: bool) -> tuple[str, ...]:
    """How a phrase of plain text may be written in a folded one; none where it holds a figure, a
    mark of an end or another script.

    >>> spellings("不用", latin=False)
    ('不用', '唔用')
    """
    core = phrase.strip(" ")
    if not core or "0" in core or any(_foreign(char, latin) for char in core):
        return ()
    written = [""]
    for char in core:
        also = [c for c, m in zip(_CANTONESE, _MANDARIN, strict=True) if m == char]
        written = [w + c for w in written for c in ((char,) if latin else (char, *also))]
    return tuple(written)


def _foreign(char: str, latin: bool) -> bool:
    return not (char in " '" or "a" <= char <= "z") if latin else not is_han(char)


def phrases(piece: str, latin: bool) -> Iterator[tuple[str, int]]:
    """Every phrase of one clause's plain form that may carry weight, with its length: one to three
    characters, or one to three words between spaces."""
    if latin:
        words = piece.split()
        for size in (1, 2, 3):
            for at in range(len(words) - size + 1):
                yield f" {' '.join(words[at : at + size])} ", size
        return
    for size in (1, 2, 3):
        for at in range(len(piece) - size + 1):
            yield piece[at : at + size], size


@cache
def _table(latin: bool) -> dict[int, str]:
    dialect = {} if latin else dict(zip(map(ord, _CANTONESE), _MANDARIN, strict=True))
    return {**_FIGURES, **dialect}


@cache
def _words() -> re.Pattern[str]:
    return re.compile(_WORDS)
