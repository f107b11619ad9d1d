"""Counts what a rewrite may not change: numbers, dates, links, holes, names, refusals, promises.

The patterns are coarse on purpose, and independent of what the text room calls protected: whatever
looks like a fact counts as one, because a fact too many only makes an edit more careful. A family
of patterns is compiled, and run, only for text that holds one of its cues.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from re import Match, Pattern

from .quantities import DIGITS, NUMERALS, quantities

Facts = Counter[tuple[str, str]]
"""How often each (kind, value) occurs. Values hold message text: never print them."""

_LINKS = (
    "(?P<email>[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)"
    "|(?P<url>(?:https?://|www\\.)[A-Za-z0-9._~:/?#@!$&'*+,;=%()\\[\\]-]*[A-Za-z0-9/_=#&-]"
    "|(?:[A-Za-z0-9-]+\\.)+(?:com|cn|net|org|gov|edu|hk|tw|io)(?![A-Za-z0-9])"
    "(?:/[A-Za-z0-9._~/?#&=%-]*)?)"
)
_HOLES = (
    "(?P<hole>\\{\\{[^{}\n]{1,80}\\}\\}|\\{%[^%\n]{1,80}%\\}|<%[^%\n]{1,80}%>"
    "|[$#]?\\{[^{}\n]{1,80}\\}|%\\([A-Za-z0-9_]+\\)[sd]|%[sd](?![A-Za-z])"
    "|\\[[^\\[\\]\n]{1,20}\\]|【[^【】\n]{1,20}】)"
)
_MASKED = "(?P<masked>[0-9A-Za-z]*[*＊•●]{2,}[0-9A-Za-z]*)"
_CALENDAR = (
    "(?P<time>(?:上午|下午|早上|晚上|中午|凌晨|傍晚|今晚|今早|今晨)(?!好))"
    "|(?P<date>[今明后後昨前当當次翌][天日]|(?:[本这這]|[上下]+)[个個]?"
    "(?:(?:周|週|星期|礼拜|禮拜)[一二三四五六日天末]?|月[底初末]?|季度?|年[底初]?)"
    "|(?:周|週|星期|礼拜|禮拜)[一二三四五六日天末]|[月年][底初末])"
)
_SURNAMES = (
    "(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭"
    "梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭萧田董袁潘蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪"
    "范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴武戴莫孔汤湯])"
)
_NAMES = (
    f"(?P<name>{_SURNAMES}(?:[^\\W您你的给給帮幫请請]{{0,2}}?)"
    "(?:先生|女士|小姐|太太|经理|經理|主任|专员|專員|顾问|顧問|老师|老師|[总總](?![是体體共计計行会會])|行长|行長)"
    f"|(?:专员|專員|客服|经理|經理|同事)小?{_SURNAMES})"
)
_TITLED = frozenset("生士姐太理任员員问問师師总總长長服事")
_ENGLISH = (
    "(?P<name>(?<![A-Za-z])(?:Mr|Mrs|Ms|Miss|Dr|Prof)\\.? [A-Z][A-Za-z'’-]+(?: [A-Z][a-z]+)?)"
    "|(?P<duration>(?<![A-Za-z])(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    "|fifteen|twenty|thirty|forty|sixty|ninety|half an?)[ -]"
    "(?:(?:business|working|calendar|banking)[ -])?"
    "(?:second|minute|hour|day|week|month|year)s?(?![A-Za-z]))"
    "|(?P<date>(?<![A-Za-z])(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May(?=,? ?[0-9])"
    "|(?<=[0-9] )May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    "|Dec(?:ember)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
    "|(?i:today|tomorrow|yesterday|tonight))(?![A-Za-z]))"
    "|(?P<time>(?<![A-Za-z])(?i:noon|midnight)(?![A-Za-z]))"
)
_ENGLISH_CUE = (
    "mr mrs ms miss dr prof second seconds minute minutes hour hours day days week weeks month"
    " months year years jan january feb february mar march apr april may jun june jul july aug"
    " august sep sept september oct october nov november dec december monday mondays tuesday"
    " tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday"
    " sundays today tomorrow yesterday tonight noon midnight"
)
_ENGLISH_NOT = "'t ’t not never no none nobody nothing neither nor without cannot"
_ENGLISH_VOWS = (
    "guarantee guarantees guaranteed promise promises promised ensure ensures ensured definitely"
    " certainly"
)

_Families = tuple[tuple[frozenset[str], str], ...]
"""Cues, one of which every match holds, and the pattern. A cue is a character or a Latin word."""
_FAMILIES: _Families = (
    (frozenset("@./"), _LINKS),
    (frozenset("{<%[【"), _HOLES),
    (frozenset("*＊•●"), _MASKED),
    (frozenset("午早晚晨周週星礼禮天日月年季"), _CALENDAR),
    (_TITLED, _NAMES),
    (frozenset(_ENGLISH_CUE.split()), _ENGLISH),
)
"""In order: what an earlier family found is not looked at again."""
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_COUNTED = frozenset(DIGITS + NUMERALS + "半")

_NOT: _Families = (
    (
        frozenset("不没沒勿别別未非无無甭莫禁"),
        (
            "不好意思|不客[气氣]|不用[谢謝]|不[过過仅僅但只光断斷少久论論妨便]|不同(?!意)|不[动動][产產]"
            "|不[适適](?![合用])|不足之[处處]|[对對]不起|差不多|了不起|([^还還再\\W])[不没沒]\\1"
            "|[特分区區类類级級性个個识識鉴鑑辨告判派差][别別]|[别別][人的处處墅名称稱]|未[来來](?!得)"
            "|除非|是非|莫非|非[常洲法凡但]|[无無][论論线線限比数數疑锡錫]|[淹出][没沒]"
            "|[没沒](?:[关關][系係]|[问問][题題]|事|收(?!到))"
            "|(?P<word>[不没沒勿别別未非无無甭]|切莫|禁止|[严嚴]禁)"
        ),
    ),
    (
        frozenset(_ENGLISH_NOT.split()),
        (
            "(?<![A-Za-z])(?i:not only|no problem|no worries|no\\.? ?(?=[0-9]))"
            "|(?P<word>(?i:n['’]t)(?![A-Za-z])|(?<![A-Za-z])(?i:not|never|no|none|nobody|nothing"
            "|neither|nor|without|cannot)(?![A-Za-z]))"
        ),
    ),
)
_VOWED = (
    "百分百|百分之百|(?<![0-9.])100 ?[%％]"
    "|保[证證]|承[诺諾]|一定|必定|必然|[确確]保|肯定|[绝絕][对對]"
)
_VOWED_EN = "(?i:guarantee|promise|ensure|certain|definite)"
_PROMISE: _Families = (
    (
        frozenset("保承定必肯绝絕包百1"),
        (
            "保[证證][金人]|一定[的程]|(?:[不未没沒无無]|[不无無没沒未][能会會法有曾作做出]{1,2})"
            f"(?:{_VOWED})|(?P<word>{_VOWED}|包[过過赚賺])"
        ),
    ),
    (
        frozenset(_ENGLISH_VOWS.split()),
        (
            f"(?:(?<![A-Za-z])(?i:not|never|no|cannot)|(?i:n['’]t))(?: be)? {_VOWED_EN}"
            "|(?P<word>(?<![A-Za-z])(?i:guarantee[sd]?|promise[sd]?|ensure[sd]?|definitely|certainly)"
            "(?![A-Za-z]))"
        ),
    ),
)


@cache
def _pattern(source: str) -> Pattern[str]:
    import re

    return re.compile(source)


def facts(text: str) -> Facts:
    """What ``text`` states, kind by kind; negations and commitments are counted, without a value.

    Kinds: email, url, hole, masked, code, percent, amount, duration, date, time, number, name,
    negation, commitment. Values are kept as written, so １００ and 100 are different facts, and
    a date of several parts is several facts.

    >>> sorted(facts("三个工作日内退回100元，不另收费"))
    [('amount', '100元'), ('duration', '三个工作日'), ('negation', '')]
    """
    found: Facts = Counter()
    present = _present(text)

    def note(match: Match[str]) -> str:
        found[str(match.lastgroup), match[0]] += 1
        return "\0" * len(match[0])

    rest = text
    for cue, source in _FAMILIES:
        if not cue.isdisjoint(present):
            rest = _pattern(source).sub(note, rest)
    if not _COUNTED.isdisjoint(present):
        for kind, start, end in quantities(rest):
            found[kind, rest[start:end]] += 1
    for kind, families in (("negation", _NOT), ("commitment", _PROMISE)):
        if words := _words(text, families, present):
            found[kind, ""] = len(words)
    return found


def negations(text: str) -> list[tuple[int, int]]:
    """Where ``text`` says no: spans of the words, without set phrases such as 不好意思."""
    return _words(text, _NOT, _present(text))


def promises(text: str) -> list[tuple[int, int]]:
    """Where ``text`` commits itself: spans of the words, without negated ones and set phrases."""
    return _words(text, _PROMISE, _present(text))


def _present(text: str) -> frozenset[str]:
    """Every character of the text, and every Latin word in small letters (of don't, don and 't)."""
    characters = frozenset(text)
    if _LETTERS.isdisjoint(characters):
        return characters
    return characters.union(_pattern("['’]?[a-z]+").findall(text.lower()))


def _words(text: str, families: _Families, present: frozenset[str]) -> list[tuple[int, int]]:
    return [
        match.span()
        for cue, source in families
        if not cue.isdisjoint(present)
        for match in _pattern(source).finditer(text)
        if match["word"]
    ]
