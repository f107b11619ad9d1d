"""Which characters are Han: the one definition every room uses."""

from __future__ import annotations

# For the inside of a character class of `re` or `regex`: f"[{HAN}]". No radicals: folding turns
# them into ideographs. `re` takes about 3 ms to compile each use, so a pattern that has it belongs
# into the function that needs it, not at the top of a file.
HAN = "〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"

# A character class of its own that costs nothing to compile and is the same for Chinese and English
# text: a letter of any script but Latin (kana, Hangul and Cyrillic too).
UNLATIN = r"[^\W\x00-\u024f]"


def is_han(ch: str) -> bool:
    """Whether ``ch``, one character, is a Han ideograph.

    >>> [is_han(c) for c in "保〇𠮷aあ。"]
    [True, True, True, False, False, False]
    """
    return (
        "\u4e00" <= ch <= "\u9fff"
        or "\u3400" <= ch <= "\u4dbf"
        or "\uf900" <= ch <= "\ufaff"
        or "\U00020000" <= ch <= "\U000323af"
        or ch == "〇"
    )
