"""Several identifiers of one person in one message: together they tell what each alone does not."""

from __future__ import annotations

from functools import lru_cache

from . import DETECTORS, hits
from .hit import Hit, Public
from .lazy import compiled

_DOCUMENTS = (
    "cn-resident-id",
    "tw-id",
    "hkid",
    "macau-id",
    "passport-permit",
    "payment-card",
    "account-number",
    "iban",
)
_CONTACTS = ("cn-mobile", "hk-phone", "tw-phone", "intl-phone", "email", "postal-address")
_SURE = ("strong", "checked", "cued")
_SEVERAL = 2
# A number of Hong Kong's in its masked form must not stand beside the full name either.
_MASKED_HKID = r"(?<![0-9a-z])[a-z]{1,2}[0-9]{3,6}\*{1,4} ?\([0-9a*]\)"


@lru_cache(maxsize=4)  # every finding of a message asks
def combined(text: str, public: Public) -> bool:
    """Whether folded ``text`` names somebody beside a document, a card, or two ways to reach him.

    >>> [combined(t, Public()) for t in ("户名:李小明,身份证440199190103050078", "户名:李小明")]
    [True, False]
    """
    if not _all("person-name", text, public):
        return False
    if "*" in text and compiled(_MASKED_HKID).search(text):
        return True
    if any(_of(name, text, public) for name in _DOCUMENTS):
        return True
    return sum(bool(_of(name, text, public)) for name in _CONTACTS) >= _SEVERAL


def _of(name: str, text: str, public: Public) -> list[Hit]:
    return [hit for hit in _all(name, text, public) if hit.tier in _SURE]


def _all(name: str, text: str, public: Public) -> tuple[Hit, ...]:
    return hits(name, text, public) if DETECTORS[name].gate.admits(text) else ()
