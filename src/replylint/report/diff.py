"""What a fix changes, word by word: stretches kept, taken out and put in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from ..model import Edit

Op = Literal["=", "-", "+"]
Change = tuple[Op, str]

# A mask is one word, or it would be compared star by star with what replaces it.
_WORD = re.compile(r"[A-Za-z0-9]+(?:[.,:'’-][A-Za-z0-9]+)*|[^\S\n]+|\*+|.", re.DOTALL)
_MOST_WORDS = 2000  # comparing is quadratic; a longer stretch is shown as replaced whole
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


def compare(old: str, new: str) -> list[Change]:
    """How ``old`` becomes ``new``, Latin words and numbers whole, Han character by character.

    >>> compare("请立即处理", "请您处理")
    [('=', '请'), ('-', '立即'), ('+', '您'), ('=', '处理')]
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    if not before or not after or max(len(before), len(after)) > _MOST_WORDS:
        return _joined([("-", old), ("+", new)])
    return _joined(_readable(list(_matched(before, after))))


def _matched(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs (old, new) in order; both sides the same text where nothing changes."""
    from difflib import SequenceMatcher

    for _, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield "".join(before[a:b]), "".join(after[c:d])


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
