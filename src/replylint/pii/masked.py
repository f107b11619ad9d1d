"""Values that somebody has hidden in part, read: what they show, what they hide, what they are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from . import cn_mobile, cn_resident_id, passport_permit, payment_card
from .cues import label
from .digits import plain
from .lazy import compiled

FILLS = "*•●○█■×"
HIDDEN = "*"
_FILL = f"[{FILLS}]"
# x hides where three stand together; a single one closes an identity number.
_CELL = rf"(?:[0-9]|{_FILL}|x{{3,}})"
_SHAPE = (
    rf"(?<![0-9a-z{FILLS}])(?:[a-z]{{1,2}}-?(?=[0-9{FILLS}]))?(?:{_CELL}[ \-]?){{5,40}}"
    rf"(?:x(?![a-z0-9])|\([0-9a*]\))?(?![0-9a-z])"
)
_SOME = rf"{_FILL}{{2,}}|x{{3,}}|{_FILL} ?\(|{_FILL}(?:(?=[0-9]{{6}})|(?<=[0-9]{{6}}.))"
_LEAST = 4  # visible places of a value that tells something
# What a word calls it: the first whose word is nearest. Each names the others.
_CALLED = {
    "card": payment_card.CUES,
    "account": "账号 账户 户口 存折 存簿 account acct a/c",
    "hkid": "香港身份证 hkid hkic",
    "passport": passport_permit.CUES,
    "id": cn_resident_id.CUES,
    "mobile": cn_mobile.CUES,
}
_EVERY = " ".join(_CALLED.values())
_RESIDENT, _CARDS, _TAIWAN = 18, range(15, 20), 10


class Masked(NamedTuple):
    """A value hidden in part. ``cells``: its letters and digits, * where one is hidden."""

    start: int
    end: int
    cells: str
    kind: str  # card, account, id, tw-id, hkid, passport, mobile, tw-mobile; "" where nothing tells
    cued: bool

    def within(self, forms: str) -> bool:
        """Whether it shows no more than one of ``forms`` does ("3+4 0+4": places at both ends)."""
        size = len(self.cells)
        shown = [n for n, ch in enumerate(self.cells) if ch != HIDDEN]
        return any(
            head + tail < size - 1 and all(n < head or n >= size - tail for n in shown)
            for head, tail in parsed(forms)
        )


def parsed(forms: str) -> tuple[tuple[int, int], ...]:
    """The places shown at the beginning and the end of each form.

    >>> parsed("0+4 3+4")
    ((0, 4), (3, 4))

    Raises ValueError for what is no form.
    """
    found = []
    for form in forms.split():
        head, plus, tail = form.partition("+")
        if not (plus and head.isdigit() and tail.isdigit()):
            raise ValueError(f'"{form}" is no form; write the places shown at both ends: 3+4')
        found.append((int(head), int(tail)))
    if not found:
        raise ValueError("no form is given; write the places shown at both ends: 3+4")
    return tuple(found)


@lru_cache(maxsize=1)
def masked(text: str) -> tuple[Masked, ...]:
    """The values in folded ``text`` that are hidden in part, and show four places or more.

    >>> [(m.cells, m.kind) for m in masked("手机138****5678,身份证3****")]
    [('138****5678', 'mobile')]
    """
    return tuple(_read(plain(text)))


def _read(text: str) -> Iterator[Masked]:
    for match in compiled(_SHAPE).finditer(text):
        written = match[0].rstrip(" -")
        if compiled(_SOME).search(written) is None:
            continue
        cells = _cells(written)
        if HIDDEN not in cells or sum(map(str.isdigit, cells)) < _LEAST:
            continue
        start, end = match.start(), match.start() + len(written)
        if label(text, start, end, _EVERY) == "other":
            continue
        kind = _called(text, start, end)
        yield Masked(start, end, cells, _kind(cells, kind), bool(kind))


def _cells(written: str) -> str:
    figures = compiled("x{3,}").sub(lambda match: HIDDEN * len(match[0]), written)
    return "".join(HIDDEN if ch in FILLS else ch for ch in figures if ch in FILLS or ch.isalnum())


def _called(text: str, start: int, end: int) -> str:
    """What the words around it call it."""
    for kind, words in _CALLED.items():
        others = " ".join(word for word in _EVERY.split() if word not in words.split())
        if label(text, start, end, words, others) == "own":
            return kind
    return ""


def _kind(cells: str, called: str) -> str:
    """What it is: by its letters and length, else by what it is called."""
    size = len(cells)
    letters = size - len(cells.lstrip("abcdefghijklmnopqrstuvwxyz"))
    if letters and called in ("", "id", "hkid"):
        return {10: "tw-id", 8: "hkid", 9: "hkid"}.get(size, "") if letters < 3 else ""
    if called and called != "mobile":
        return called
    if size == _TAIWAN and cells[:2] == "09" and called in ("", "mobile"):
        return "tw-mobile"
    if size == 11 and cells[0] in "1*" and cells[1] in "3456789*":
        return "mobile"
    if size == _RESIDENT and cells[6:8] in ("19", "20", "**") and cells[0] not in "09":
        return "id"
    if size in _CARDS and cells[0] in "3456*" and not called:
        return "card"
    return ""


def shown_as(cells: str, form: str) -> str:
    """``cells`` in a form; where nothing is shown in front, four stars stand for the rest.

    >>> shown_as("622202****1234", "0+4"), shown_as("3201021985****3076", "1+1")
    ('****1234', '3****************6')
    """
    head, tail = parsed(form)[0]
    shown = cells[len(cells) - tail :] if tail else ""
    if not head:
        return HIDDEN * 4 + shown.lstrip(HIDDEN)
    return cells[:head] + HIDDEN * max(1, len(cells) - head - tail) + shown
