"""Where words, clauses and sentences end, as far as an edit needs to know.

This is not the text room's clause splitting: it reads a handful of characters around one place, and
when in doubt it sees an edge too many, which only makes an edit more careful.
"""

from __future__ import annotations

from .template import Span

TERMINALS = frozenset("。！？!?…．")
"""Marks that end a sentence; a full stop in Latin text is judged by its neighbours."""
PAUSES = frozenset("，,、；;：:")
"""Marks within a sentence."""
ENDS = TERMINALS | {"."}
MARKS = ENDS | PAUSES
SPACES = " \t\u3000"
BREAKS = "\r\n"
OPENERS = "（(【[「『“‘《〈"
CLOSERS = "）)】]」』”’》〉"

_HARD = frozenset("，；：。！？…!?;\r\n")  # always ends a clause
_SOFT = frozenset(",.:．")  # a mark or part of 1,000 3.5 12:30 a.com
_LAST_MARKS = 2000  # code points looked at on one side; a clause without a mark is cut there


def is_han(char: str) -> bool:
    """Whether a character is a Han ideograph (or the 〇 of written numbers)."""
    return (
        "\u4e00" <= char <= "\u9fff"
        or "\u3400" <= char <= "\u4dbf"
        or char == "〇"
        or "\U00020000" <= char <= "\U0003ffff"
    )


def has_han(text: str) -> bool:
    return any(map(is_han, text))


def is_latin(char: str) -> bool:
    """Whether a character is written in words with spaces between: letters and digits but Han."""
    return char.isalnum() and not is_han(char)


def ends_clause(text: str, at: int) -> bool:
    """Whether the character at ``at`` is a mark between clauses."""
    char = text[at]
    if char in _HARD:
        return True
    if char not in _SOFT:
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if char == ",":
        return not (before.isdigit() and after.isdigit())
    return not (is_latin(before or " ") and is_latin(after or " "))


def clause(text: str, start: int, end: int) -> Span:
    """The clauses that ``[start, end)`` touches, without the marks around them."""
    first, last = max(0, start - _LAST_MARKS), min(len(text), end + _LAST_MARKS)
    while start > first and not ends_clause(text, start - 1):
        start -= 1
    while end < last and not ends_clause(text, end):
        end += 1
    return (start, end)


def leading(text: str, chars: str | frozenset[str]) -> int:
    """How many characters at the start are among ``chars``."""
    return next((at for at, char in enumerate(text) if char not in chars), len(text))


def trailing(text: str, chars: str | frozenset[str]) -> int:
    """How many characters at the end are among ``chars``."""
    return leading(text[::-1], chars)


def starts_sentence(before: str) -> bool:
    """Whether a sentence starts after ``before``: at the beginning, or after a mark ending one."""
    rest = before.rstrip(SPACES + OPENERS + "\"'")
    if not rest or rest[-1] in "\r\n" or rest[-1] in TERMINALS:
        return True
    return rest[-1] == "." and rest != before


def splits_word(before: str, after: str) -> bool:
    """Whether a word, a number or a visible character goes on from ``before`` to ``after``.

    Each is the text on that side (only its nearest character is looked at), "" at the end of the
    message.
    """
    if not before or not after:
        return False
    left, right = before[-1], after[0]
    if left == "\u200d" or right in "\u200d\ufe0e\ufe0f" or _is_mark(right):
        return True
    return _in_word(left) and _in_word(right)


def _in_word(char: str) -> bool:
    return is_latin(char) or char in "'’_"


def _is_mark(char: str) -> bool:
    """Combining marks, emoji skin tones: what modifies the character before it."""
    if "\U0001f3fb" <= char <= "\U0001f3ff":
        return True
    if char < "\u0300":
        return False
    from unicodedata import category

    return category(char).startswith("M")
