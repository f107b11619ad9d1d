"""Tells the language and the script of a message.

Chinese when it runs in Han characters, English words among them or not (您的KYC资料); English when
Latin letters run and Han only stands between (Dear Mr. 王, …). The script is the one with more
characters of its own; where there are none (好的) the hint decides, then 「, then it is Hans.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from .fold import Folded
from .han import is_han


class Language(NamedTuple):
    """``lang``: zh, en or other; ``script``: Hans, Hant or None; ``tag``: BCP 47, und for other."""

    lang: str
    script: str | None
    tag: str


HANS = Language("zh", "Hans", "zh-Hans")
HANT = Language("zh", "Hant", "zh-Hant")
EN = Language("en", None, "en")
OTHER = Language("other", None, "und")

# So much of a message decides.
_LIMIT = 2000
# A Han character says as much as four Latin letters; what the sender said leans the scale.
_LETTERS_PER_HAN = {"zh-Hans": 12, "zh-Hant": 12, "zh": 12, "en": 2}
# Latin letters that are nobody's words: links, addresses, holes, tags.
_NOT_WORDS = r"https?://[!-~]+|www\.[!-~]+|[\w.+-]{1,64}@[\w.-]+|\{[^{}]*\}|<[^<>]*>|%\(\w+\)s"


def detect(folded: Folded, hint: str | None = None) -> Language:
    """The language of a message; ``hint`` is the language tag its sender gave (``zh-TW``).

    The hint settles what the text leaves open and never outweighs it; a hint of a language other
    than Chinese and English makes Latin letters that language's.

    >>> from .fold import fold
    >>> [detect(fold(text)).tag for text in ("請稍等", "请稍等", "One moment, please", "👌")]
    ['zh-Hant', 'zh-Hans', 'en', 'und']
    """
    said = _known(hint) if hint else ""
    text = folded.original
    if text.isascii():
        return _latin(said) if folded.text.islower() else _unsaid(said)
    kinds = text[:_LIMIT].translate(_kinds())
    traditional, simplified = kinds.count("T"), kinds.count("S")
    han = traditional + simplified + kinds.count("H")
    latin, foreign = kinds.count("L"), kinds.count("X")
    if 2 * foreign > han + latin:
        return OTHER
    scale = han * _LETTERS_PER_HAN.get(said, 4)
    if scale < latin and scale < _letters_of_words(text[:_LIMIT]):
        return _latin(said)
    if traditional != simplified:
        return HANT if traditional > simplified else HANS
    if not han and not any(map(is_han, text[:_LIMIT])):
        # Mathematical and circled letters are Latin only when folded.
        return _latin(said) if folded.text.islower() else _unsaid(said)
    return HANT if said == "zh-Hant" or (said != "zh-Hans" and "「" in text) else HANS


def _latin(said: str) -> Language:
    return OTHER if said == "other" else EN


def _unsaid(said: str) -> Language:
    """What a message without words is, by what its sender said."""
    return {"zh-Hant": HANT, "zh-Hans": HANS, "zh": HANS, "en": EN}.get(said, OTHER)


@lru_cache(maxsize=64)
def _known(hint: str) -> str:
    """A language tag as zh, zh-Hans, zh-Hant, en or other."""
    parts = set(hint.lower().replace("_", "-").split("-"))
    if "en" in parts:
        return "en"
    if not parts & {"zh", "cmn", "yue"}:
        return "other"
    if "hant" in parts or ("hans" not in parts and parts & {"tw", "hk", "mo"}):
        return "zh-Hant"
    return "zh-Hans" if parts & {"hans", "cn", "sg", "my"} else "zh"


def _letters_of_words(text: str) -> int:
    return re.sub(_NOT_WORDS, "", text).translate(_kinds()).count("L")


@cache
def _kinds() -> list[int]:
    """Each code point below U+10000: Traditional, Simplified, Han, Latin, X for other scripts."""
    from .fold_table import SIMPLIFIED, TRADITIONAL

    kinds = [ord(".")] * 0x10000
    for kind, first, last in (
        ("X", 0x370, 0x1FFF),
        ("X", 0x3041, 0x3096),  # kana
        ("X", 0x30A1, 0x30FA),
        ("X", 0xA000, 0xD7A3),  # Yi to Hangul
        ("L", 0x1E00, 0x1EFF),
        ("L", 0xC0, 0x24F),
        ("L", 0x41, 0x5A),
        ("L", 0x61, 0x7A),
        ("L", 0xFF21, 0xFF3A),
        ("L", 0xFF41, 0xFF5A),
        ("H", 0x3400, 0x4DBF),
        ("H", 0x4E00, 0x9FFF),
        ("H", 0xF900, 0xFAFF),
    ):
        kinds[first : last + 1] = [ord(kind)] * (last + 1 - first)
    for kind, characters in (("T", TRADITIONAL), ("S", SIMPLIFIED)):
        for ch in characters:
            kinds[ord(ch)] = ord(kind)
    return kinds
