"""The full name beside a masked identity number of Hong Kong, which needs no digits to be found."""

from __future__ import annotations

from collections.abc import Iterator

from . import DETECTORS, hits
from .combination import MASKED_HKID
from .hit import Hit, Public
from .lazy import compiled
from .person_name import mask as _name_mask
from .person_name import validate as _is_name

NAME = "masked-hkid-name"


def find(text: str, public: Public) -> Iterator[Hit]:
    """Names in a message that holds such a number."""
    if compiled(MASKED_HKID).search(text) and DETECTORS["person-name"].gate.admits(text):
        for hit in hits("person-name", text, public):
            yield hit._replace(tier="checked")


def validate(value: str) -> bool:
    """Whether ``value`` is a name.

    >>> validate("李小明"), validate("王先生")
    (True, False)
    """
    return _is_name(value)


def mask(value: str) -> str:
    """The surname.

    >>> mask("李小明")
    '李**'
    """
    return _name_mask(value)
