"""International bank account numbers: a country, its length, and the remainder of 97."""

from __future__ import annotations

from collections.abc import Iterator

from .cues import label
from .digits import plain
from .hit import Hit, Public
from .lazy import compiled
from .letters import bare
from .masks import last_four

NAME = "iban"
CUES = "收款 账号 账户 汇款 iban account transfer bank"
_BEGINS = r"[a-z](?<![0-9a-z_].)(?<![0-9a-z][\-./].)[a-z] ?[0-9][ \-]?[0-9](?=[ \-]?[0-9a-z])"
_LENGTHS = dict(
    pair
    for length, countries in {
        15: "no",
        16: "be",
        18: "dk fi fo gl nl sd",
        19: "mk si",
        20: "at ba ee kz lt lu mn xk",
        21: "ch hr li lv",
        22: "bg bh cr de gb ge ie me rs va",
        23: "ae gi il iq om so tl",
        24: "ad cz es md pk ro sa se sk tn vg",
        25: "ly pt st",
        26: "is tr",
        27: "bi dj fr gr it mc mr sm",
        28: "al az by cy do gt hu lb ni pl sv",
        29: "br eg ps qa ua",
        30: "jo kw mu ye",
        31: "mt sc",
        32: "lc",
        33: "ru",
    }.items()
    for pair in ((country, length) for country in countries.split())
)
# An account without a figure but its check digits exists on paper only; the gate counts on it.
_LEAST_DIGITS = 8


def find(text: str, public: Public) -> Iterator[Hit]:
    """Numbers of their country's length; a wrong remainder only where a word names an account."""
    figures, last = plain(text), 0
    for match in compiled(_BEGINS).finditer(figures):
        start = match.start()
        length = _LENGTHS.get(match[0][:2], 0)
        end = _end(figures, start, length) if length and start >= last else 0
        if not end:
            continue
        value = bare(figures[start:end])
        if sum(map(str.isdigit, value)) < _LEAST_DIGITS:
            continue
        evidence = label(figures, start, end, CUES)
        checked = validate(value)
        if checked or (evidence == "own" and figures[start + 2 : start + 4].isdigit()):
            tier = ("strong" if evidence == "own" else "checked") if checked else "cued"
            last = end
            yield Hit(start, end, tier, mask(value))


def _end(text: str, start: int, length: int) -> int:
    """Where ``length`` letters and digits end that only single separators part, or 0."""
    at, left = start, length
    while left and at < len(text):
        ch = text[at]
        if ch in " -":
            if text[at - 1] in " -":
                return 0
        elif ch.isascii() and ch.isalnum():
            left -= 1
        else:
            return 0
        at += 1
    follows = text[at : at + 1]
    return 0 if left or (follows.isascii() and follows.isalnum()) or follows == "*" else at


def validate(value: str) -> bool:
    """Whether ``value`` has its country's length and the remainder 1.

    >>> validate("GB05 TEST 0000 0000 0000 00"), validate("GB00 TEST 0000 0000 0000 00")
    (True, False)
    """
    value = bare(value)
    if len(value) != _LENGTHS.get(value[:2], 0) or not value[2:4].isdigit():
        return False
    return int("".join(str(int(ch, 36)) for ch in value[4:] + value[:4])) % 97 == 1


def mask(value: str) -> str:
    """The last four places.

    >>> mask("GB00 TEST 0000 0000 0012 34")
    '****1234'
    """
    return last_four(value)
