"""Masks that hide next to nothing: of e-mail names, and of numbers all but two places long."""

from __future__ import annotations

from collections.abc import Iterator

from . import cn_resident_id, foreign_id, passport_permit, payment_card, policy_number, telephones
from .cues import label
from .digits import plain
from .hit import Hit, Public
from .lazy import compiled
from .masked import FILLS, masked

NAME = "thin-mask"
_FILL = f"[{FILLS}]"
_EMAIL = (
    rf"(?<![a-z0-9._+\-{FILLS}])(?P<name>[a-z0-9._+\-]{{0,40}}{_FILL}{{1,8}}[a-z0-9._+\-]{{0,40}})"
    r"(?P<at>@[a-z0-9\-]{1,40}(?:\.[a-z0-9\-]{1,20}){1,4})(?![a-z0-9])"
)
_NRIC = rf"(?<![0-9a-z])[stfgm](?:[0-9]|{_FILL}){{7}}[a-z](?![0-9a-z])"
# Any number: 078793262**, 523-48-1***, a12345*7.
_NUMBER = (
    rf"(?<![0-9a-z{FILLS}.])(?:[a-z]{{1,3}})?(?:\(?(?:[0-9]|{_FILL}|x{{2,}})\)?[ \-]?){{7,24}}"
    rf"(?:[a-z](?![a-z0-9]))?(?![0-9a-z@{FILLS}])"
)
_NUMBERS = " ".join(
    (
        *(payment_card.CUES, cn_resident_id.CUES, passport_permit.CUES, foreign_id.CUES),
        *(policy_number.CUES, "账号 账户 户口 存折 account acct a/c number 号码 保单 policy"),
    )
)
_LEAST, _HIDDEN = 6, 2  # places shown and hidden of a number
_MOST = 6  # letters of a mailbox that may be shown
_SHOWN = 5  # places of an identity number: the first letter and the last four


def find(text: str, public: Public) -> Iterator[Hit]:
    """E-mail names with one or two places hidden, numbers with more than the end shown."""
    figures = plain(text)
    for match in compiled(_EMAIL).finditer(figures):
        name = match["name"]
        shown = sum(ch not in FILLS for ch in name)
        hidden = len(name) - shown
        if shown > _MOST or (hidden < 3 and shown > 3):
            yield Hit(*match.span(), "cued", mask(match[0]))
    for match in compiled(_NRIC).finditer(figures):
        hidden = sum(ch in FILLS for ch in match[0])
        if hidden and len(match[0]) - hidden > _SHOWN:
            yield Hit(*match.span(), "cued", mask(match[0]))

    judged = {value.start for value in masked(text) if value.kind}
    for match in compiled(_NUMBER).finditer(figures):
        written = match[0].rstrip(" -(")
        shown = sum(map(str.isdigit, written))
        hidden = sum(ch in FILLS for ch in written) + len(
            "".join(compiled("x{2,}").findall(written))
        )
        start, end = match.start(), match.start() + len(written)
        if not hidden or shown < _LEAST or start in judged:
            continue
        telephone = label(figures, start, end, telephones.CUES + " sent_to texted rang") == "own"
        if (telephone and hidden <= _HIDDEN) or (
            hidden <= _HIDDEN + 1
            and not telephone
            and label(figures, start, end, _NUMBERS) == "own"
        ):
            yield Hit(start, end, "cued", mask(written))


def validate(value: str) -> bool:
    """Whether ``value`` is masked like that.

    >>> validate("lihuaming*@example.com"), validate("l***@example.com"), validate("S123456*D")
    (True, False, True)
    """
    return any(True for _ in find(value.lower(), Public()))


def mask(value: str) -> str:
    """The first letter and the domain, or the last four places.

    >>> mask("lihuaming*@example.com"), mask("s123456*d")
    ('l***@example.com', '*****56*d')
    """
    name, at, domain = value.partition("@")
    if at:
        return f"{name[:1]}***@{domain}"
    return "*" * (len(value) - 4) + value[-4:]
