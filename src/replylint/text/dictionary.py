"""jieba's dictionary, read without jieba: its words, their counts, and what a user word weighs.

Both tokenizers carry this dictionary: jieba as the file read here, rjieba the same words and counts
built in. With the hidden Markov model off, a token holding a Han character is a word of it, a user
word, or a single character; everything in ``edges`` rests on that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.machinery import PathFinder
from math import exp, log
from typing import TYPE_CHECKING

from ..errors import Origin, UsageError

if TYPE_CHECKING:
    from pathlib import Path

_ASCII = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+#&._%-")


def path() -> Path:
    """Where the dictionary lies; jieba is not imported. Raises UsageError when it is missing."""
    from pathlib import Path

    spec = PathFinder.find_spec("jieba")
    for folder in (spec and spec.submodule_search_locations) or ():
        file = Path(folder, "dict.txt")
        if file.is_file():
            return file
    raise UsageError("the dictionary of jieba was not found", hint="pip install jieba")


def frequencies() -> dict[str, int]:
    """Every word and its count. Raises UsageError when the file is missing or damaged."""
    file = path()
    try:
        fields = file.read_bytes().decode().split()
        counts = dict(zip(fields[0::3], map(int, fields[1::3]), strict=True))
        if not fields or len(fields) % 3:  # word, count, part of speech
            raise ValueError
    except (OSError, ValueError) as error:
        raise UsageError(
            "jieba's dictionary cannot be read", origin=Origin(str(file)), hint="reinstall jieba"
        ) from error
    return counts


def is_wordy(char: str) -> bool:
    """Whether a word may hold ``char``.

    jieba looks words up among these characters only and cuts all others one by one. rjieba knows
    rarer Han as well; so that the two agree, a word with any other character is no word here. (A
    regular expression for them would take 4 ms to compile.)
    """
    return "\u4e00" <= char <= "\u9fd5" or char in _ASCII


def is_word(text: str) -> bool:
    """Whether both tokenizers can hold ``text`` as a word of two or more characters."""
    return len(text) > 1 and all(map(is_wordy, text))


def weights(words: Iterable[str], counts: Mapping[str, int]) -> dict[str, int]:
    """The count each of ``words`` must have to come out as one token where it stands alone.

    Both libraries can choose it themselves, but they round differently and look at the words added
    before; this depends on the dictionary alone. Words that already come out whole, and those no
    tokenizer can hold, are left out.
    """
    total = sum(counts.values())
    needed: dict[str, int] = {}
    for word in sorted({word for word in words if is_word(word)}):
        # one more than jieba's own suggestion: it then also wins over parts that are user words
        weight = int(exp(_likeliest_parts(word, counts, log(total))) * total) + 2
        if weight > counts.get(word, 0):
            needed[word] = weight
    return needed


def _likeliest_parts(word: str, counts: Mapping[str, int], log_total: float) -> float:
    """Log-probability of the best way to cut ``word`` into two or more parts."""
    best = [0.0]
    for end in range(1, len(word) + 1):
        best.append(
            max(
                best[start] + log(counts.get(word[start:end]) or 1) - log_total
                for start in range(end)
                if end - start < len(word) and (end - start == 1 or word[start:end] in counts)
            )
        )
    return best[-1]
