"""Which stretches of a message are quoted, so that their words are somebody else's.

Works on folded text, where ‘ and ’ have become ' and look like apostrophes. A mark without its
partner quotes nothing: no quote runs over a line break or beyond 200 code points.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_LONGEST = 200
_OPENERS = {"”": "“", "」": "「", "』": "『", "》": "《", "〉": "〈"}
_MARKS = "".join(_OPENERS) + "".join(_OPENERS.values()) + "\"'"
# Apostrophes that look like opening marks: 'tis, 'cause, '08, the '90s
_CLIPPED = r"(?:tis|twas|cause|till?|em|bout|round|n|[0-9]{2}s?)(?![a-z0-9%])"


class Quote(NamedTuple):
    """What stands inside a pair of marks, ``[start, end)`` in code points of the folded text.

    ``kind`` is ``quote`` for “…” 「…」 『…』 "…" '…' and ``title`` for 《…》 〈…〉.
    """

    start: int
    end: int
    kind: str


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def quotes(text: str) -> tuple[Quote, ...]:
    """The quoted stretches of ``text``, sorted by where they begin; one may lie inside another.

    Time is linear in the length of the text.
    """
    if not _any_mark(text):
        return ()
    found: list[Quote] = []
    waiting: list[tuple[str, int]] = []  # opening marks and where what they quote begins
    for match in _regex(rf"[{_MARKS}\n]").finditer(text):
        mark, at = match.group(), match.start()
        if mark == "\n":
            waiting.clear()
        elif (opener := _closed_by(mark, text, at)) and _close(waiting, opener, at, found):
            continue
        elif mark not in _OPENERS and _opens(mark, text, at):
            waiting.append((mark, at + 1))
    return tuple(sorted(found, key=lambda quote: (quote.start, -quote.end)))


def _any_mark(text: str) -> bool:
    """Far cheaper than a search, and enough for most messages."""
    return (
        "“" in text
        or "「" in text
        or '"' in text
        or "'" in text
        or "《" in text
        or "『" in text
        or "〈" in text
    )


def _closed_by(mark: str, text: str, at: int) -> str | None:
    """The opening mark whose partner ``mark`` may be, or None when it cannot close anything."""
    if mark in _OPENERS:
        return _OPENERS[mark]
    if mark not in "\"'" or not at or text[at - 1].isspace():
        return None
    return mark if mark == '"' or not _alnum(text, at + 1) else None


def _close(waiting: list[tuple[str, int]], opener: str, at: int, found: list[Quote]) -> bool:
    """Ends the innermost quote that ``opener`` began, and forgets marks left open inside it."""
    for index in range(len(waiting) - 1, -1, -1):
        mark, start = waiting[index]
        if at - start > _LONGEST:
            break
        if mark == opener:
            del waiting[index:]
            if start < at:
                found.append(Quote(start, at, "title" if mark in "《〈" else "quote"))
            return True
    return False


def _opens(mark: str, text: str, at: int) -> bool:
    """Whether ``mark``, which is no closing one, may begin a quote here."""
    if mark not in "\"'":
        return True
    if at + 1 == len(text) or text[at + 1].isspace():
        return False
    if mark == '"':
        return not (at and text[at - 1] in "0123456789")  # inches
    return not _alnum(text, at - 1) and not _regex(_CLIPPED).match(text, at + 1)


def _alnum(text: str, at: int) -> bool:
    """Whether a Latin letter or digit stands at ``at``."""
    return 0 <= at < len(text) and text[at] < "\u2e80" and text[at].isalnum()
