"""Numbers as people write them: grouped, spaced, hyphenated, spoken out in Han numerals.

Every number detector reads the same chains of digit groups, so a message is searched once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from .hit import Hit
from .lazy import compiled

_HAN = "〇零一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖"
_ASCII = "0012345678912123456789"
_TO_ASCII = str.maketrans(_HAN, _ASCII)
# Three and more side by side; a single one counts something (尾号1234一张).
_SPOKEN_DIGITS = 3
_NUMERAL = f"[{_HAN}]"
_SPOKEN = rf"[{_HAN}](?:[ \-]?[{_HAN}]){{2,}}"

# What stands between the groups of one number.
_BETWEEN = r"(?: ?[\-.·_—] ?| {1,2})"
_CHAIN = rf"[0-9]+(?:{_BETWEEN}[0-9]+)*"
_GROUP = r"[0-9]+"
_STRETCH = r"[0-9](?:(?:[0-9 ()\[\]+\-./·_—]|[,、\n](?=[0-9]{4}))*[0-9])?"
# Letters that may touch a number without being part of it; any others make it a code.
_WORD = (
    r"(?<![a-z0-9])(?:a/?c|call|card|cell|fax|id|imei|line|mob|mobile|no|num|number|ph|phone|qq|sms"
    r"|tel|vx|wechat|whatsapp|wx)\.?[:\-]?\Z"
)
# Fills of masks; up to two of them around a number are emphasis (**95588**).
_FILLS = "*•●○█■×"
_SET_OFF = 3
_QUANTITY = "元万亿块%‰"


class Run(NamedTuple):
    """Digit groups taken as one number: where they stand, their digits, the sizes of the groups."""

    start: int
    end: int
    digits: str
    sizes: tuple[int, ...]


class _Chain(NamedTuple):
    groups: tuple[tuple[int, int], ...]
    size: int  # digits in all


@lru_cache(maxsize=1)
def plain(text: str) -> str:
    """``text``, character for character, with spoken-out numbers in figures.

    >>> plain("电话一三八一二三四五六七八,只要一下")
    '电话13812345678,只要一下'
    """
    # The pattern takes milliseconds to compile, and three numerals are rare.
    if text.isascii() or len(compiled(_NUMERAL).findall(text)) < _SPOKEN_DIGITS:
        return text
    return compiled(_SPOKEN).sub(lambda match: match[0].translate(_TO_ASCII), text)


@lru_cache(maxsize=1)
def count(text: str) -> int:
    """How many digits stand in ``text``, spoken ones too where three and more stand together."""
    return len(compiled("[0-9]").findall(plain(text)))


@lru_cache(maxsize=1)
def stretches(text: str) -> tuple[tuple[int, int, int], ...]:
    """Start, end and digits of what can be one number, however it is parted; four and more digits.

    >>> stretches("电话(021) 6123-4567,尾号1234"), stretches("1. 2. 3.")
    (((3, 17, 11),), ())
    """
    figures, found = plain(text), []
    for match in compiled(_STRETCH).finditer(figures):
        start, end = match.span()
        if end - start >= 5:
            stretch = match[0]
            digits = end - start if stretch.isdigit() else sum(map(stretch.count, "0123456789"))
            if digits >= 4:
                found.append((start, end, digits))
    return tuple(found)


@lru_cache(maxsize=1)
def longest(text: str) -> int:
    """The most digits of a stretch, or 0."""
    return max((digits for _, _, digits in stretches(text)), default=0)


@lru_cache(maxsize=1)
def _chains(text: str) -> tuple[_Chain, ...]:
    found = []
    for first, last, digits in stretches(text):
        if digits == last - first:
            found.append(_Chain(((first, last),), digits))
            continue
        for match in compiled(_CHAIN).finditer(text, first, last):
            groups = tuple(group.span() for group in compiled(_GROUP).finditer(text, *match.span()))
            found.append(_Chain(groups, sum(end - start for start, end in groups)))
    return tuple(found)


def _opens(text: str, at: int) -> bool:
    """Whether a number may begin at ``at``: it is not the rest of a code, an amount, a decimal."""
    if at == 0:
        return True
    before = text[at - 1]
    if before in _FILLS:
        return not _hides(text, at, -1)
    if before.isascii():
        if before.isalpha():
            return compiled(_WORD).search(text[max(0, at - 12) : at]) is not None
        if before in "$¥€£#":
            return False
        if before in "-_./=&" and at > 1:
            beyond = text[at - 2]
            if beyond.isascii() and beyond.isalnum():
                if before in "=/":
                    return True
                return compiled(_WORD).search(text[max(0, at - 12) : at]) is not None
    return before not in "¥€£"


def _closes(text: str, at: int) -> bool:
    if at >= len(text):
        return True
    after = text[at]
    if after in _FILLS:
        return not _hides(text, at, 1)
    if after.isascii():
        if after == "x":  # the check digit of an identity number
            follows = text[at + 1 : at + 2]
            return not (follows.isascii() and follows.isalnum()) and follows != "*"
        if after.isalnum() or after in "@%":
            return False
        if after == ",":
            return compiled(r",[0-9]{3}(?![0-9])").match(text, at) is None
        if after in "-_." and at + 1 < len(text):
            beyond = text[at + 1]
            return not (beyond.isascii() and beyond.isalnum()) or (
                after != "-" and not beyond.isdigit()
            )
        return True
    return after not in _QUANTITY


def _hides(text: str, at: int, step: int) -> bool:
    """Whether the fills beside ``at`` hide the rest of a number; one or two only set it off."""
    run, beside = 0, at if step > 0 else at - 1
    while 0 <= beside < len(text) and text[beside] in _FILLS:
        run, beside = run + 1, beside + step
    return run >= _SET_OFF or (0 <= beside < len(text) and text[beside].isdigit())


def numbers(text: str, least: int, most: int) -> Iterator[Run]:
    """Stretches of ``least`` to ``most`` digits, longest first from each place; they may overlap.

    ``text`` is `plain` text. A stretch begins and ends where a number can: a group glued to letters
    is left out, and inside a chain only a space parts one number from the next.

    >>> [run.digits for run in numbers("尾号1234 电话138-1234-5678", 7, 11)]
    ['13812345678']
    """
    for chain in _chains(text):
        groups = chain.groups
        if chain.size < least or most < chain.size == len(groups):
            continue  # too few, or single digits that go on and on
        for first, (start, _) in enumerate(groups):
            if not (_opens(text, start) if first == 0 else _parted(text, groups, first)):
                continue
            yield from _from(text, groups, first, least, most)


def _from(
    text: str, groups: tuple[tuple[int, int], ...], first: int, least: int, most: int
) -> Iterator[Run]:
    total, found = 0, []
    last = len(groups) - 1
    for n in range(first, len(groups)):
        total += groups[n][1] - groups[n][0]
        if total > most:
            break
        end = groups[n][1]
        if total >= least and (_closes(text, end) if n == last else _parted(text, groups, n + 1)):
            found.append(n)
    for n in reversed(found):
        taken = groups[first : n + 1]
        yield Run(
            taken[0][0],
            taken[-1][1],
            "".join(text[a:b] for a, b in taken),
            tuple(b - a for a, b in taken),
        )


def _parted(text: str, groups: tuple[tuple[int, int], ...], n: int) -> bool:
    """Whether nothing but space stands in front of group ``n`` of a chain."""
    return text[groups[n - 1][1] : groups[n][0]].isspace()


def claim(
    text: str, least: int, most: int, judge: Callable[[str, Run], Hit | None]
) -> Iterator[Hit]:
    """The hits ``judge`` makes of the numbers of ``text``, none over another.

    ``judge`` is given `plain` text.
    """
    figures, last = plain(text), 0
    for run in numbers(figures, least, most):
        if run.start >= last:
            hit = judge(figures, run)
            if hit is not None:
                last = hit.end
                yield hit


def regular(sizes: tuple[int, ...], smallest: int = 3) -> bool:
    """Whether groups look like one number: all single digits, or none shorter than ``smallest``.

    >>> [regular(s) for s in ((11,), (3, 4, 4), (1,) * 11, (2, 1, 2, 6))]
    [True, True, True, False]
    """
    return len(sizes) == 1 or max(sizes) == 1 or min(sizes) >= smallest
