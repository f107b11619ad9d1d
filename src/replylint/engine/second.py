"""Tells whether a message that is mostly in one language also says something in the other."""

from __future__ import annotations

import re
from functools import cache

from ..text.han import UNLATIN


def runs(lang: str, text: str) -> bool:
    """Whether folded ``text`` holds a run of ``lang``: three English words, four Han characters.

    >>> [runs("en", text) for text in ("请稍等。please wait a moment", "您的kyc资料")]
    [True, False]
    >>> runs("zh", "ok 请稍等一下")
    True
    """
    return _run(lang).search(text) is not None


@cache
def _run(lang: str) -> re.Pattern[str]:
    if lang == "en":
        return re.compile(r"[a-z']{2,}(?:[ ,.!?:;-]+[a-z']+){2}")
    return re.compile(f"{UNLATIN}{{4}}")
