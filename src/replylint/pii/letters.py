"""Looks for identifiers that hold letters, one regular expression each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from re import Match

from .digits import plain, stretches
from .hit import Hit
from .lazy import compiled

# How far an identifier may begin before its digits (letters, brackets) and go on (an extension).
_AHEAD, _BEHIND = 4, 20
# A match that was recognised and is no leak.
NOBODYS = Hit(0, 0, "", "")
# No letter, digit or joint of a longer code may touch an identifier.
B0 = r"(?<![0-9a-z_])(?<![0-9a-z][\-./])"
B1 = r"(?![0-9a-z_*])(?![\-./][0-9a-z])"


def search(
    text: str,
    pattern: str,
    judge: Callable[[str, Match[str]], Hit | None],
    run: int = 0,
    unparted: str = "",
) -> Iterator[Hit]:
    """The hits ``judge`` makes of the matches in `plain` text.

    Where it makes None of one, another may begin a character on; behind a match that is `NOBODYS`
    the search goes on at its end. With ``run`` only what stands about so many digits is searched,
    and of stretches of bare digits only those that match ``unparted``.
    """
    figures = plain(text)
    if run:
        windows = [
            (max(0, start - _AHEAD), end, end + _BEHIND)
            for start, end, digits in stretches(text)
            if digits >= run
            and not (
                unparted
                and digits == end - start
                and not compiled(unparted).fullmatch(figures, start, end)
            )
        ]
    else:
        windows = [(0, len(figures), len(figures))]
    if not windows:
        return
    at, regex = 0, compiled(pattern)
    for low, high, limit in windows:
        at = max(at, low)
        while at < high and (match := regex.search(figures, at, limit)) is not None:
            if match.start() >= high:  # cut off perhaps by the window's end; the next one sees it
                break
            hit = judge(figures, match)
            if hit is None:
                at = match.start() + 1
            elif hit is NOBODYS:
                at = match.end()
            else:
                at = max(hit.end, at + 1)
                yield hit


def bare(value: str) -> str:
    """The letters and digits of ``value``, folded.

    >>> bare("A-123 456(3)")
    'a1234563'
    """
    return "".join(ch for ch in plain(value.lower()) if ch.isascii() and ch.isalnum())


def tier(checked: bool, evidence: str) -> str:
    """What check and cue together amount to.

    >>> tier(True, "own"), tier(True, ""), tier(False, "own"), tier(False, "")
    ('strong', 'checked', 'cued', 'shape')
    """
    if checked:
        return "strong" if evidence else "checked"
    return "cued" if evidence else "shape"
