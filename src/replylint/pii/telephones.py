"""What all telephone numbers share: their cues, extensions and how a hit is made of a match."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from . import hotlines
from .cn_mobile import tier
from .cues import OTHER, label
from .digits import plain
from .hit import Hit, Public
from .lazy import compiled
from .letters import NOBODYS, search
from .masks import hide

CUES = (
    "phone_number mobile_number cell_number contact_number my_number your_number his_number "
    "her_number "
    "work_number home_number office_number daytime_number evening_number number_on_file "
    "number_on_record number_we_hold number_we_have number_registered registered_number "
    "hold_for_you have_for_you on_file on_record "
    "new_number this_number the_number "
    "手机 电话 座机 固话 家电 宅电 宅号 单位电 市话 联系方式 联系 联络 致电 拨打 来电 回电 传真 "
    "号码 预留 短信 "
    "简讯 phone phones "
    "mobile cell tel telephone call contact sms whatsapp fax reach reached text ring line desk"
)
EXTENSION = r"(?: ?(?:转|分机|内线|ext\.?|extension|#|x) ?[0-9]{1,6})?"
# Who is asked to call is given a number of the house; a mobile number is somebody's all the same.
SERVICE = "致电 拨打 改拨 请拨 拨 洽询 欢迎来电 call_us contact_us reach_us us_at us_on dial "
_PERSONAL = r"(?:(?:00)?886)?0?9[0-9]{8}|(?:(?:00)?85[23])?[4-9][0-9]{7}"
# Other numbers, and houses whose number everybody may call.
NO_TELEPHONE = (
    OTHER + "商业登记 登记号 登记号码 牌照 执照 中央编号 qq 微信 wechat ip 卡号 账号 账户 户口 "
    "身份证 验证码 日期 时间 余额 金额 账户号码 户口号码 "
    "卡号码 qq号码 微信号码 "
    "证件号码 身份证号码 护照号码 保单号码 account_number card_number policy_number id_number "
    "passport_number 网点 支行 分行 营业部 营业厅 总部 总机 "
)


def search_numbers(
    text: str, pattern: str, public: Public, unparted: str, bare: str = ""
) -> Iterator[Hit]:
    """Hits of ``pattern``; where the group ``bare`` matched, only beside a cue.

    A group named ``code`` is the country code. ``unparted`` is the pattern without separators, of
    the digits alone.
    """

    def judge(figures: str, match: Match[str]) -> Hit | None:
        start, end = match.span()
        digits = compiled("[^0-9]+").sub("", match[0])
        if hotlines.public(digits, public) or is_date(digits):
            return NOBODYS
        other = NO_TELEPHONE
        if not compiled(_PERSONAL).fullmatch(digits):
            other = SERVICE + other
        evidence = label(figures, start, end, CUES, other)
        if evidence == "other":
            return NOBODYS
        if bare and match[bare] and not evidence:
            return None
        number = compiled(EXTENSION + r"\Z").sub("", match[0])
        return Hit(start, end, tier(match["code"] is not None, evidence), mask_number(number))

    yield from search(text, pattern, judge, run=8, unparted=unparted)


def is_date(digits: str) -> bool:
    """Whether eight digits are a day of our time.

    >>> is_date("20260131"), is_date("20261331"), is_date("28881234")
    (True, False, False)
    """
    return (
        len(digits) == 8
        and digits[:2] in ("19", "20")
        and "01" <= digits[4:6] <= "12"
        and "01" <= digits[6:] <= "31"
    )


def mask_number(value: str) -> str:
    """The country or area code and the last two to four digits, the rest hidden.

    >>> mask_number("+852 9123 4567"), mask_number("0912-345-678"), mask_number("9123 4567")
    ('+852 **** *567', '0912-***-678', '91** **67')
    """
    figures = plain(value)
    digits = len(compiled("[0-9]").findall(figures))
    if digits <= 8:
        return hide(figures, 2, 2)
    return hide(figures, min(4, digits - 6) if figures[0] != "+" else min(4, digits - 8), 3)
