"""Other names for people: stable under one key, and not to be turned back without it."""

from __future__ import annotations

import re
import secrets
from base64 import b32encode
from functools import lru_cache
from hashlib import blake2b

from .words import words

_BYTES = 16
# Ids made by machines: numbers and short or well-known words. Anything else may be a name.
_WORDS = words(
    "account acct agent call case chat conv conversation dialog dialogue email export file index "
    "issue lead mail message order phone query queue request room sample session staff support "
    "thread ticket topic train test user voice web wechat whatsapp line telegram slack"
)
_SHORT = 4  # letters in a row that are no name
_SAFE_DIGITS = 6  # fewer digits identify nobody
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:#/\-]{0,79}")
_SHORT_ID = re.compile(r"[A-Za-z]{0,4}[-_:#/]?[0-9]{1,4}(?:[-/][0-9]{1,2})?")  # most are
_HEX = re.compile(r"[0-9a-fA-F]{8,}(?:-[0-9a-fA-F]{4,})*")


def new_key() -> bytes:
    """A key nobody knows."""
    return secrets.token_bytes(_BYTES)


class Aliases:
    """Names under one key. ``agents``, ``ids``: show them as they are."""

    __slots__ = ("_key", "_known", "agents", "ids")

    def __init__(self, key: bytes, *, agents: bool = False, ids: bool = False) -> None:
        self._key = key
        self._known: dict[tuple[str, str], str] = {}
        self.agents = agents
        self.ids = ids

    def agent(self, author: str | None) -> str | None:
        """What an agent is called in the results; None stays None."""
        if not author or self.agents:
            return author or None
        return self._named("A-", author)

    def id(self, text: str) -> str:
        """An id as it may be shown: as it is when a machine made it, else another name for it."""
        if self.ids or _SHORT_ID.fullmatch(text) or technical(text):
            return text
        return self._named("c-", text)

    def draw(self, *parts: object) -> float:
        """A number in [0, 1) that belongs to ``parts``."""
        data = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
        digest = blake2b(data, digest_size=7, key=self._key).digest()
        return (int.from_bytes(digest) >> 3) / (1 << 53)

    def _named(self, prefix: str, text: str) -> str:
        name = self._known.get((prefix, text))
        if name is None:
            digest = blake2b(
                text.encode("utf-8", "surrogatepass"), digest_size=5, key=self._key
            ).digest()
            name = prefix + b32encode(digest).decode().lower()
            if len(self._known) < 100_000:  # conversations may be millions
                self._known[prefix, text] = name
        return name


@lru_cache(maxsize=4096)
def technical(text: str) -> bool:
    """Whether an id was made by a machine and tells nothing of anybody.

    >>> [technical(t) for t in ("c-9", "jddc-0032cff78a24ccc6", "2026-03/1087", "ticket 4")]
    [True, True, True, False]
    >>> [technical(t) for t in ("陈小明", "lilei@example.com", "li.lei1985", "13812345678", "c")]
    [False, False, False, False, True]
    """
    if _ID.fullmatch(text) is None:
        return False
    bare = _HEX.sub("0", text) if any(map(str.isdigit, text)) else text
    words = re.findall("[A-Za-z]+", bare)
    if any(len(word) > _SHORT and word.lower() not in _WORDS for word in words):
        return False
    if sum(len(word) > 1 and word.lower() not in _WORDS for word in words) > 1:
        return False
    if sum(map(str.isdigit, text)) <= _SAFE_DIGITS:
        return True
    from .veil import Veil

    return not Veil(text, figures=False).spans
