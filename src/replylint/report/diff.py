"""What a fix changes, word by word: stretches kept, taken out and put in."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Literal

from ..model import Edit
from ..text.han import is_han

Op = Literal["=", "-", "+"]
Change = tuple[Op, str]
Cut = Callable[[str], Collection[int]]
"""Where the words of a text begin and end, in code points."""

# A mask is one word, or it would be compared star by star with what replaces it.
_WORD = re.compile(r"[A-Za-z0-9]+(?:[.,:'’-][A-Za-z0-9]+)*|[^\S\n]+|\*+|.", re.DOTALL)
_MOST_WORDS = 2000  # comparing is quadratic; a longer stretch is shown as replaced whole
_WORD_SIZE = 2  # characters of nearly every Chinese word
_SHORT = 2  # code points kept between two changes that only make them harder to read


def changes(text: str, edits: Sequence[Edit], start: int, end: int) -> list[Change]:
    """``text[start:end]`` with ``edits`` (inside it, not overlapping) as a list of changes."""
    found: list[Change] = []
    reached = start
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        found.append(("=", text[reached : edit.start]))
        found += compare(text[edit.start : edit.end], edit.text)
        reached = edit.end
    found.append(("=", text[reached:end]))
    return _joined(found)


def compare(old: str, new: str, cut: Cut | None = None) -> list[Change]:
    """How ``old`` becomes ``new``: Latin words and numbers whole, Chinese words as ``cut`` finds
    them; without it Han characters one by one.

    >>> compare("请立即处理", "请您处理")
    [('=', '请'), ('-', '立即'), ('+', '您'), ('=', '处理')]
    """
    before, after = _words(old, cut), _words(new, cut)
    if not before or not after or max(len(before), len(after)) > _MOST_WORDS:
        return _joined([("-", old), ("+", new)])
    return _joined(_readable(list(_matched(before, after))))


def _words(text: str, cut: Cut | None) -> list[str]:
    found: list[str] = _WORD.findall(text)
    if cut is None:
        return found
    edges = cut(text)
    words: list[str] = []
    at = 0
    for each in found:
        if words and at not in edges and is_han(each[0]) and is_han(words[-1][-1]):
            words[-1] += each
        else:
            words.append(each)
        at += len(each)
    return words


def _matched(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs (old, new) in order; both sides the same text where nothing changes."""
    from difflib import SequenceMatcher

    for op, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        old, new = "".join(before[a:b]), "".join(after[c:d])
        if op == "replace":
            yield from _parted(old, new)
        else:
            yield old, new


def _parted(old: str, new: str) -> Iterator[tuple[str, str]]:
    """What is exchanged, less the words both begin or end with: 立即处理 and 及时处理 are words of
    the dictionary, too. What is left on each side, and what is parted from it, is no less than a
    word of two characters."""
    head, old, new = _shared(old, new)
    tail, old, new = (part[::-1] for part in _shared(old[::-1], new[::-1]))
    yield from ((head, head), (old, new), (tail, tail))


def _shared(old: str, new: str) -> tuple[str, str, str]:
    """The Han words both begin with, and what follows them."""
    most = min(len(old), len(new)) - _WORD_SIZE
    size = 0
    while size < most and old[size] == new[size] and is_han(old[size]):
        size += 1
    if size < _WORD_SIZE or not (is_han(old[size]) and is_han(new[size])):
        return "", old, new
    return old[:size], old[size:], new[size:]


def _readable(pairs: list[tuple[str, str]]) -> Iterator[Change]:
    """The pairs as changes; what is kept between two changes by mere chance is changed too."""
    out, into = "", ""
    for index, (old, new) in enumerate(pairs):
        inside = 0 < index < len(pairs) - 1
        if old == new and not (inside and len(old) < _SHORT):
            yield from (("-", out), ("+", into), ("=", old))
            out, into = "", ""
        else:
            out, into = out + old, into + new
    yield from (("-", out), ("+", into))


def _joined(found: Iterable[Change]) -> list[Change]:
    """Without empty changes, neighbours of one kind joined."""
    joined: list[Change] = []
    for op, text in found:
        if not text:
            continue
        if joined and joined[-1][0] == op:
            joined[-1] = (op, joined[-1][1] + text)
        else:
            joined.append((op, text))
    return joined
