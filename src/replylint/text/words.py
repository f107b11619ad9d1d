"""Where the words of a text begin and end, in the text as it is written."""

from __future__ import annotations

from .fold import fold
from .tokens import Tokenizer


def edges(text: str, tokenizer: Tokenizer) -> frozenset[int]:
    """Offsets at which a word begins or ends, 0 and ``len(text)`` included.

    Traditional words are found by their Simplified form, and through what folding leaves out.
    """
    folded = fold(text)
    inner = (folded.start(at) for at in tokenizer.edges(folded.text) if at < len(folded.text))
    return frozenset((0, *inner, len(text)))
