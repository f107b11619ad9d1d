"""Finds the English conjunctions that open a clause with a subject of its own.

Conservative: "terms and conditions", "now and then", "let me check if", "valid until Friday" and
"because of" open none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_SUBJECT = "(?:i|you|he|she|it|we|they)"
_OPENER = (
    rf" (?=(?:(?P<and>and|but|so|or) (?:{_SUBJECT}[ ']|please )"
    rf"|(?P<until>until) (?:{_SUBJECT}|your|our|payment)[ ']"
    r"|(?P<word>if|unless|because|when|while|otherwise),? (?P<next>[a-z]+)))"
)
# Words in front of a conjunction after which it opens nothing new.
_AFTER = {
    "and": " i you he she we they it me him her us them ",
    "until": " not only up ",
    "if": " as even only what and or but see ask asks asking know wonder wondering sure tell "
    "check confirm verify determine whether ",
    "unless": " and or but ",
    "because": " just only simply and or but ",
    "when": " as even only know tell me since exactly just about and or but on of say ask ",
    "while": " a little short long the mean good quite worth once for and or but ",
    "otherwise": " unless or and than not ",
}
# Words behind one that make it a phrase.
_BEFORE = {
    "if": " possible any applicable necessary needed required not so available ",
    "unless": " otherwise stated agreed noted ",
    "because": " of ",
    "when": " possible necessary needed applicable available due required ",
    "otherwise": " stated agreed noted specified indicated required instructed ",
}


def openers(text: str) -> Iterator[int]:
    """Offsets, ascending, of the spaces in front of such conjunctions in folded text.

    >>> list(openers("we called and you said no"))
    [9]
    """
    for m in _pattern().finditer(text):
        word = m["word"] or m["until"] or "and"
        before = text[max(0, m.start() - 12) : m.start()].rsplit(" ", 1)[-1]
        if f" {before} " not in _AFTER[word] and f" {m['next']} " not in _BEFORE.get(word, ""):
            yield m.start()


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_OPENER)
