"""Where somebody lives: a chain of places that narrows down to a house, Chinese or English."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from ..text.han import is_han
from .cues import words
from .digits import plain
from .hit import Hit, Public
from .lazy import compiled

NAME = "postal-address"
CUES = (
    r"地址|住址|住所|居住|现居|家住|住在|户籍|籍贯|寄送|邮寄|寄到|寄至|寄往|送至|送到|收件|收货|"
    r"配送|通讯处|(?<![a-z])(?:address|live|lives|living|ship|shipped|deliver|delivered|mail|"
    r"mailed|post|posted|sent|send|moved|going to|goes? to|the address|on file|heading to|on "
    r"its way to|have you at|you(?:'re| are) at|your home|home (?:is|as|at)|reside|"
    r"resides)(?![a-z])"
)
# Houses that anybody may come to.
_BRANCH = (
    r"网点|支行|分行|营业部|营业厅|营业所|分理处|柜台|门店|总部|总行|大厅|服务中心|客服中心|"
    r"受理中心|法院|派出所|我行|我司|本行|公司地址|atm|(?<![a-z])(?:branch|office|"
    r"headquarters)(?![a-z])"
)
# The house, then the door.
_STREET = (
    r"(?:路|街|巷|弄|大道|道|里|村|胡同|段|园|苑|花园|新区|开发区|工业区|小区|新村|公路|屯|坊|湾)"
)
_NUMBER = r"[0-9]{1,5}(?:[\-之][0-9]{1,4})?[a-z]?"
_HOUSE = (
    rf"{_STREET}(?:[东西南北中]|[一二三四五六七八九十]段)?(?: ?{_NUMBER}[巷弄]){{0,2}} "
    rf"?{_NUMBER}(?:号楼|号院|号|弄|栋|幢|座|室)(?:[0-9]{{2,5}}(?![0-9元号栋幢座单层楼室户房门]))?"
)
_DOOR = (
    rf"(?:[ ,]?(?:{_NUMBER}|[a-z]|[一二三四五六七八九十]{{1,3}})(?:号楼|号院|号|栋|幢|座|单元|"
    rf"层|楼|室|户|房|门|f)(?:之[0-9一二三四五]|"
    rf"[0-9]{{2,5}}(?![0-9元号栋幢座单层楼室户房门年月]))?"
    rf"|[ ,]?[^\s,。;!?0-9]{{1,8}}?"
    rf"(?:大厦|中心|广场|大楼|阁|苑|花园|小区|公寓|楼)|之[0-9]|[\-][0-9]{{1,4}}室?)"
)
_SHAPE = rf"{_HOUSE}{_DOOR}{{0,6}}"
_PLACES = words(
    "北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 "
    "湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 "
    "香港 澳门 九龙 新界 广州 深圳 杭州 南京 成都 武汉 西安 苏州 厦门 青岛 大连 宁波 长沙 "
    "郑州 台北 新北 桃园 台中 台南 高雄 基隆 新竹 嘉义 苗栗 彰化 南投 云林 屏东 宜兰 花莲 "
    "台东 澎湖 金门"
)
_LEVELS = r"省|自治区|特别行政区|市|区|县|旗|州|盟|镇|乡|街道|香港|九龙|新界|澳门"
_LEADS = (
    r"(?:地址|住址|住所|居住地|居住|户籍|现居|家住|现住|寄送|邮寄|寄|送|收件|收货|是|为|在|于|"
    r"至|到|往|址|:|住)"
)
_FARTHEST = 32
_ENGLISH = (
    r"(?<![0-9a-z])(?:(?:flat|room|unit|apt|suite) ?[0-9a-z]{1,5}, ?)?(?:block ?[0-9a-z]{1,3}, "
    r"?)?(?:[0-9]{1,3}/f, "
    r"?)?[0-9]{1,5}[a-z]?,? (?:[a-z'.]+ ){1,4}?"
    r"(?:street|st|parkway|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|terrace|court|"
    r"close|way|place|grove|gardens|mews|square|hill|view|walk|rise|crescent)(?![a-z])\.?"
    r"(?:,? (?:apt|apartment|suite|unit|flat|#) ?[0-9a-z]{1,5})?"
)


# Leeds LS8 4QT; Austin, TX 78701.
_POSTCODE = (
    r",? [a-z .]{2,24},? (?:[a-z]{1,2}[0-9][0-9a-z]? [0-9][a-z]{2}|[a-z]{2},? [0-9]{5})(?![0-9a-z])"
)


def find(text: str, public: Public) -> Iterator[Hit]:
    """Three levels and a house number, or two and a door; in English beside a cue."""
    figures, last = plain(text), 0
    if not text.isascii():
        for match in compiled(_SHAPE).finditer(figures):
            start = _start(figures, match, last)
            if start is None or not _deep_enough(figures[start : match.end()]):
                continue
            hit = _hit(figures, start, match.end(), cue_only=False)
            if hit is not None:
                last = hit.end
                yield hit
    for match in compiled(_ENGLISH).finditer(figures):
        hit = _hit(figures, *match.span(), cue_only=True)
        if hit is not None:
            yield hit


def _hit(text: str, start: int, end: int, cue_only: bool) -> Hit | None:
    around = (
        text[max(0, start - (40 if text.isascii() else 24)) : start] + "\n" + text[end : end + 20]
    )
    if compiled(_BRANCH).search(around):
        return None
    cued = (
        compiled(CUES).search(around) is not None
        or compiled(_POSTCODE).match(text, end) is not None
    )
    if cue_only and not cued:
        return None
    return Hit(start, end, "cued" if cued else "shape", mask(text[start:end]))


def _start(text: str, match: Match[str], least: int) -> int | None:
    """Where the chain begins: a known place, what follows a word like 住在, or the clause."""
    low = match.start()
    while low > least and low > match.start() - _FARTHEST and is_han(text[low - 1]):
        low -= 1
    before = text[low : match.start()]
    known = [at for place in _PLACES if (at := before.find(place)) >= 0]
    if known:
        return low + min(known)
    begins = 0
    for lead in compiled(_LEADS).finditer(before):
        rest = before[lead.end() :]
        if compiled(_LEVELS).search(rest):
            begins = lead.end()
    return low + begins if len(before) - begins else None


def _deep_enough(address: str) -> bool:
    levels = len(compiled(_LEVELS).findall(address))
    doors = len(compiled(r"栋|幢|单元|室|层|楼|户|房").findall(address))
    return levels >= 2 or (levels >= 1 and doors >= 1)


def validate(value: str) -> bool:
    """Whether ``value`` narrows down to a house.

    >>> validate("某省某市某区某某路12号3单元502室"), validate("某某路12号")
    (True, False)
    """
    return compiled(_SHAPE).search(value.lower()) is not None and _deep_enough(value)


def mask(value: str) -> str:
    """Province, city and district.

    >>> mask("某省某市某区某某路12号3单元502室"), mask("12 Long Road")
    ('某省某市某区****', '****')
    """
    kept = 0
    street = compiled(_STREET).search(value)
    for match in compiled(_LEVELS).finditer(value, 0, street.end() if street else len(value)):
        if match[0] not in ("镇", "乡", "街道"):
            kept = match.end()
    return value[:kept] + "****"
