"""Masks that show too much: six figures and four of an identity number, all of a card but three."""

from __future__ import annotations

from collections.abc import Iterator

from .hit import Hit, Public
from .masked import masked, parsed, shown_as

NAME = "weak-mask"
# The forms that may be shown of each type, the best first; a pack's rule gives its own (see
# ``params`` of privacy.weak-mask). What a type is not named for is not judged.
KINDS = ("card", "account", "id", "tw-id", "hkid", "passport", "mobile", "tw-mobile")


def find(text: str, public: Public, **forms: str) -> Iterator[Hit]:
    """Values hidden in part that show more than every form of their type.

    ``forms``: by type (- written _), forms like "3+4".
    """
    for value in masked(text):
        allowed = forms.get(value.kind.replace("-", "_"), "")
        if allowed and not value.within(allowed):
            shown = shown_as(value.cells, allowed)
            yield Hit(value.start, value.end, "cued" if value.cued else "shape", shown)


def check(**forms: str) -> None:
    """Raises ValueError for a form that is none, TypeError for a type that is none."""
    for kind, allowed in forms.items():
        if kind.replace("_", "-") not in KINDS:
            raise TypeError(f'no such type: "{kind}"')
        parsed(allowed)


def validate(value: str) -> bool:
    """Whether ``value`` is hidden in part and shows at least four figures.

    >>> validate("138****5678"), validate("13812345678"), validate("****5678")
    (True, False, True)
    """
    found = masked(value.lower())
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(value))


def mask(value: str) -> str:
    """The last four places.

    >>> mask("622202123456****1234")
    '****1234'
    """
    return shown_as("".join(masked(value.lower())[0].cells), "0+4")
