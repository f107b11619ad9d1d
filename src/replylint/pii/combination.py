"""Several identifiers of one person in one message: together they tell what each alone does not.

What is found is what may be left out: the name and the ways to reach somebody. The numbers of
documents and cards are found by their own detectors, whoever stands beside them.
"""

from __future__ import annotations

from collections.abc import Iterator

from . import DETECTORS, hits
from .hit import Hit, Public
from .lazy import compiled

NAME = "combination"
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
MASKED_HKID = r"(?<![0-9a-z])[a-z]{1,2}[0-9]{3,6}\*{1,4} ?\([0-9a*]\)"


def find(text: str, public: Public) -> Iterator[Hit]:
    """Names beside a number of a document or card, names beside two ways to reach somebody."""
    numbers = {name for name in _DOCUMENTS if _of(name, text, public)}
    if "*" in text and compiled(MASKED_HKID).search(text):
        numbers.add("hkid")
    contacts = {name: found for name in _CONTACTS if (found := _of(name, text, public))}
    if not numbers and len(contacts) < _SEVERAL:
        return
    names, last = _all("person-name", text, public), 0
    if not names:
        return
    for hit in sorted(hit for part in (names, *contacts.values()) for hit in part):
        if hit.start >= last:
            last = hit.end
            yield Hit(hit.start, hit.end, "checked", hit.mask)


def _of(name: str, text: str, public: Public) -> list[Hit]:
    return [hit for hit in _all(name, text, public) if hit.tier in _SURE]


def _all(name: str, text: str, public: Public) -> tuple[Hit, ...]:
    return hits(name, text, public) if DETECTORS[name].gate.admits(text) else ()


def validate(value: str) -> bool:
    """Whether ``value`` holds several identifiers of one person.

    >>> validate("户名:李小明,身份证440199190103050078"), validate("户名:李小明")
    (True, False)
    """
    return any(True for _ in find(value, Public()))


def mask(value: str) -> str:
    """Nothing: each part has its own form.

    >>> mask("户名:李小明,身份证440199190103050078")
    ''
    """
    return ""
