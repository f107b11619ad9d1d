"""Telephone numbers of the rest of the world: by their +, their plan, or a word beside them.

Whether a number that names its country can be one there is asked of ``phonenumbers``. Its import
takes 30 ms, so only such a number pays for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from . import cn_mobile, hk_phone, hotlines, landline_cn, macau_phone, tw_phone
from .cn_mobile import merged
from .cues import label
from .digits import plain
from .hit import Hit, Public
from .lazy import compiled
from .letters import NOBODYS, search, tier
from .telephones import CUES, EXTENSION, NO_TELEPHONE, SERVICE, is_date, mask_number

NAME = "intl-phone"
_SIBLINGS = (landline_cn, tw_phone, hk_phone, macau_phone)
_SHAPE = (
    r"(?<![0-9a-z+*/])(?<![0-9a-z][.\-_=(])(?<![¥$#€£])(?<!\A-)(?<![\s:]-)"
    r"(?:\(?\+ ?|\( ?)?[0-9]"
    r"(?:[0-9]+|(?: ?\) ?[\-.]? ?\(?|[ \-.]?\(|[ \-.]{1,2}| - )(?=[0-9])){3,16}(?<=[0-9])"
    rf"(?P<ext>{EXTENSION})(?![0-9a-z*@%])(?![.,:/_=+\-][0-9a-z])(?![元万亿块])"
)
# Bare digits are left to the mobile numbers of China where they can be one of them.
_UNPARTED = r"(?!(?<!\+)1[3-9][0-9]{9}\Z)[0-9]{7,15}"
# 我的电话号是0800 123 456; 我们的电话 is everybody's.
_OWNER = r"(?:[您你他她]|我(?![们行司方家]))的?(?:联系|家庭|单位|办公|住宅|本人|登记的?|预留的?|现在的?)?(?:电话|手机)号?"
_OWNED = rf"{_OWNER}码?(?:是|为|:| )*(?P<value>[+(]?[0-9](?:[0-9 ()/.\-]{{4,22}})[0-9])(?![0-9a-z*@%元万亿])"
_AMERICAN = r"(?:1[ \-.]?)?(?:\([2-9][0-9]{2}\)[ \-.]?|[2-9][0-9]{2}[ \-.])[0-9]{3}[ \-.][0-9]{4}"


def find(text: str, public: Public) -> Iterator[Hit]:
    """Seven to fifteen digits that no other telephone detector knows."""

    def judge(figures: str, match: Match[str]) -> Hit | None:
        start, end = match.span()
        own = match[0].removesuffix(match["ext"])
        digits = "".join(ch for ch in own if ch.isdigit())
        if hotlines.public(digits, public):
            return NOBODYS
        if not _possible(own, digits):
            return None
        if _known(own):
            return NOBODYS
        evidence = label(figures, start, end, CUES, SERVICE + NO_TELEPHONE)
        if evidence == "other":
            return NOBODYS
        plus = own.startswith(("+", "(+")) and planned(own)
        if not (plus or evidence or match["ext"] or compiled(_AMERICAN).fullmatch(own)):
            return None
        return Hit(start, end, tier(plus, evidence), mask_number(own))

    yield from merged(search(text, _SHAPE, judge, run=7, unparted=_UNPARTED), _owned(text, public))


def _owned(text: str, public: Public) -> list[Hit]:
    """Numbers that somebody calls his own, however they are written: free ones, short ones."""
    if not compiled(_OWNER).search(text):
        return []
    hits = []
    for match in compiled(_OWNED).finditer(plain(text)):
        value = match["value"]
        digits = "".join(ch for ch in value if ch.isdigit())
        if not 7 <= len(digits) <= 15 or is_date(digits) or _known(value):
            continue
        if not hotlines.ours(digits, public):
            hits.append(Hit(*match.span("value"), "cued", mask_number(value)))
    return hits


def _possible(value: str, digits: str) -> bool:
    if not 7 <= len(digits) <= (15 if value.startswith(("+", "(+", "00", "(00")) else 13):
        return False
    if is_date(digits) or value.count("(") != value.count(")"):
        return False
    # A decimal, a day, an address of the network.
    return (
        compiled(r"[0-9]+\.[0-9]+|[0-9]{1,4}([\-.])[0-9]{1,2}\1[0-9]{1,4}").fullmatch(value) is None
    )


def planned(value: str) -> bool:
    """Whether a country has numbers as long as ``value``, which names the country.

    >>> planned("+44 20 7946 0123"), planned("+999 20 7946 0123")
    (True, False)
    """
    import phonenumbers

    try:
        number = phonenumbers.parse("+" + value.lstrip("+(0 "), None)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_possible_number(number)


def _known(value: str) -> bool:
    """Whether another detector of this room takes the number."""
    return cn_mobile.validate(value) or any(sibling.validate(value) for sibling in _SIBLINGS)


def validate(value: str) -> bool:
    """Whether ``value`` is written like a telephone number and as long as one.

    >>> [validate(v) for v in ("+1 (212) 555-0123", "555-0123", "2026-01-31", "12-34")]
    [True, True, False, False]
    """
    digits = "".join(ch for ch in value if ch.isdigit())
    return compiled(_SHAPE).fullmatch(value.lower()) is not None and _possible(value, digits)


def mask(value: str) -> str:
    """The country code and the last three digits.

    >>> mask("+1 (212) 555-0123")
    '+1 (21*) ***-*123'
    """
    return mask_number(value)
