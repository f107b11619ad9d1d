"""Expands ``{a,b}`` families into words and folds them.

A family may nest and may hold an empty branch: ``说了{多少,{好,}几}{遍,次}`` is six words.
"""

from __future__ import annotations

from ..errors import PackError
from ..text.fold import fold_word

MOST = 5000
"""So many words at most may one entry stand for."""


def expand(entry: str) -> tuple[str, ...]:
    """The words ``entry`` stands for, in order, each once.

    Raises PackError without a place, which the caller knows, for a brace without its partner and
    for more than ``MOST`` words.

    >>> expand("{赶,抓}紧{,点}")
    ('赶紧', '赶紧点', '抓紧', '抓紧点')
    """
    if "{" not in entry and "}" not in entry:
        return (entry,)
    words, at = _branch(entry, 0, 0)
    if at < len(entry):
        raise PackError('"}" without "{" in a family', hint="write {a,b}")
    return tuple(dict.fromkeys(words))


def _branch(entry: str, at: int, depth: int) -> tuple[list[str], int]:
    """The words of the branch from ``at`` to the comma or brace that ends it, and where that is."""
    if depth > 20:
        raise PackError("a family nests too deeply")
    words = [""]
    while at < len(entry):
        char = entry[at]
        if char == "}" or (char == "," and depth):
            break
        if char == "{":
            choices, at = _family(entry, at + 1, depth + 1)
            if len(words) * len(choices) > MOST:
                raise PackError(
                    f"a family stands for more than {MOST} words", hint="split it into entries"
                )
            words = [word + choice for word in words for choice in choices]
        else:
            words = [word + char for word in words]
            at += 1
    return words, at


def _family(entry: str, at: int, depth: int) -> tuple[list[str], int]:
    """The words of all branches of a family whose "{" was just passed, and where it ends."""
    choices: list[str] = []
    while True:
        words, at = _branch(entry, at, depth)
        choices += words
        if at == len(entry):
            raise PackError('a "{" of a family is not closed', hint="write {a,b}")
        at += 1
        if entry[at - 1] == "}":
            return choices, at


def folded(entry: str) -> tuple[str, ...]:
    """The same, folded. Raises PackError also for a word of which folding leaves nothing.

    >>> folded("{馬上,ＡＳＡＰ}")
    ('马上', 'asap')
    """
    words = tuple(dict.fromkeys(fold_word(word).strip() for word in expand(entry)))
    if any("\n" in word for word in words):
        raise PackError("a word must stand in one line")
    if not all(words):
        raise PackError("an entry stands for an empty word", hint="no branch may leave nothing")
    return words
