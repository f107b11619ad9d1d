"""Identity numbers of Singapore, Malaysia, the United States and Britain that a word names."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from .cues import label
from .hit import Hit, Public
from .letters import B0, B1, bare, search, tier
from .masks import hide

NAME = "foreign-id"
CUES = (
    "身份证 身分证 证件 证号 新加坡 马来 大马 准证 工作证 社会安全 社安 国民保险 nric fin "
    "nric/fin ic ni_number ni_no "
    "mykad uin id identity identification ssn social_security national_insurance nino singpass "
    "work_pass employment_pass driving_licence driver's_licence driver's_license "
    "drivers_license licence_number license_number"
)
_OTHER = "订单 工单 单号 流水 产品 批号 代码 序号 电话 手机 order sku ref ticket serial phone tel"
# NRIC and FIN; MyKad with a day of birth; SSN; a National Insurance number.
_SHAPE = (
    rf"{B0}(?:[stfgm] ?[0-9]{{7}} ?[a-z]"
    r"|[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[ \-]?[0-9]{2}[ \-]?[0-9]{4}"
    r"|(?!000|666)[0-8][0-9]{2}[ \-]?[0-9]{2}[ \-]?[0-9]{4}"
    r"|[a-z9]{5} ?[0-9]{6} ?[a-z9]{2}[0-9][a-z]{2}|[a-z][0-9]{7,8}"
    rf"|[a-z]{{2}} ?[0-9]{{2}} ?[0-9]{{2}} ?[0-9]{{2}} ?[a-d]){B1}"
)
_CITIZENS, _FOREIGNERS, _NEWEST = "jzihgfedcba", "xwutrqpnmlk", "xwutrqpnjlk"


def find(text: str, public: Public) -> Iterator[Hit]:
    """Such numbers beside a word; ``strong`` those of Singapore whose last letter is right."""
    yield from search(text, _SHAPE, _judge, run=6)


def _judge(figures: str, match: Match[str]) -> Hit | None:
    evidence = label(figures, *match.span(), CUES, _OTHER)
    if evidence != "own":
        return None
    return Hit(*match.span(), tier(validate(match[0]), evidence), mask(match[0]))


def validate(value: str) -> bool:
    """Whether ``value`` is a number of Singapore's with the right letter at its end.

    >>> validate("S0000001I"), validate("S0000001A"), validate("G0000001P"), validate("S1")
    (True, False, True, False)
    """
    value = bare(value)
    if len(value) != 9 or value[0] not in "stfgm" or not value[1:8].isdigit():
        return False
    total = sum(w * int(ch) for w, ch in zip((2, 7, 6, 5, 4, 3, 2), value[1:8], strict=True))
    if value[0] in "st":
        return _CITIZENS[(total + 4 * (value[0] == "t")) % 11] == value[8]
    if value[0] == "m":
        return _NEWEST[10 - (total + 3) % 11] == value[8]
    return _FOREIGNERS[(total + 4 * (value[0] == "g")) % 11] == value[8]


def mask(value: str) -> str:
    """The last four places.

    >>> mask("S0000001I"), mask("123-45-6789")
    ('*****001I', '***-**-6789')
    """
    return hide(value, 0, 4)
