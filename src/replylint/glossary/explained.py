"""Says whether a message explains a term where it uses it.

Five signs are looked for: brackets beside the term, words such as 也就是 or "that is" that lead
into an explanation, a definition (净值是…的价格, 净值: …, what is a chargeback?), a term that names
what was just described (…, 也就是净值), and the words of the term's own gloss nearby. Being wrong
here is cheap either way, so each sign is asked to be plain.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..text.fold import fold_word
from ..text.han import HAN, is_han
from .term import Term

# All folded: half-width punctuation, Simplified.
_OPENS, _CLOSES = "([〔【", ")]〕】"
_QUOTES = "\"'“”‘’「」『』《》 "
_AFTER = (
    r"也?就是(?!说明|否)|亦即|即(?![可将时使便刻日期付])|也就是说?|(?:通常|一般|主要|这里)?[是所]?指的?是?(?![数定标纹令引示])"
    r"|(?:的)?意思(?:就)?是|(?:可以|您可以)?(?:简单)?理解[为成]|相当于|等于说|代表的?(?=您|的是|了?每|一)|表示(?![感歉谢同反愿])"
)
_LEADS = (
    r"即(?:下一|第二|次日|明天|当[天日]|您|指|为|是|每|从)|"
    r"简单(?:来)?[说讲](?:就是)?|简言之|换句话[说讲]|换言之|通俗(?:地|的|点|一点|来)?[说讲]|白话(?:来|一点)?[说讲](?:就是)?"
    r"|说白了|打个比方|也就是说"
    r"|意思(?:就)?是|这?意味着|用大白话[说讲]|(?:这里|它|这)(?:的意思)?(?:说的|指的)?(?:就)?是指?(?:说|指)"
)
_ENGLISH = (
    r"i\.e\.|that is\b|that's\b|meaning\b|in other words|in plain (?:words|english)|which means"
    r"|(?:this|it|that) means|(?:just |simply |basically |really )?means\b|which is\b"
    r"|(?:is )?short for\b|(?:i|we) mean\b|stands for|refers to|put simply|simply put|in short"
)
_NAMED = (
    r"(?:也就是|亦即|即|俗称|也叫|又叫|又称|也称|称为|称之为|称作|叫做|叫作|被称为|所谓的?|专业上[叫称]为?|术语[叫是])"
    r"[\"“「『《]*$"
    r"|\b(?:known as|called|(?:that|which) is,?|i\.e\.,?|, or)(?: the| an?)? [\"“]?$"
)
# 净值是每份产品的价格: what a definition ends with; "is when", "is a": what it begins with.
_HEADS = (
    "指标|产品|商品|费用|过程|方式|办法|方法|制度|机构|工具|合[同约]|契约|账户|贷款|借款|保险|比例|比率|利率"
    "|价格|金额|资金|利息|行为|规定|法律|服务|业务|日子|日期|期间|时间|证明|文件|债券|基金|计划|风险|权利|程度|部分|人"
    "|资料|记录|数字|幅度|差价|差额|钱|公司|表格|股票|股份|条件|额度|日数|天数|[0-9一二三四五六七八九十]+天|号码|编号|系统|通道|渠道|安排|约定|保障|状态|手法|流程|总额|价"
)
# A noun with what tells it apart, "days you can pay in", and not "same as last year".
_NOTHING_NEW = (
    "same|lowest|highest|only|next|first|last|latest|reason|problem|best|usual|current|right"
)
_PHRASE = (
    r"(?:[a-z'’-]+ ){1,4}(?:of|you|we|that|which|who|when|where|as|for|between|if|until|at)"
    r"(?: [a-z'’-]+){2}"
)
# 风险等级为R3: what such a grade grades stands in front of it.
_GRADED = r"风险(?:等级|评级|级别)(?:为|是|属于|:)?[\"“「]?$"
_GRADES = ("R1", "R2", "R3", "R4", "R5")
# 是免费的, 是按年收的: said of a thing that is known.
_NO_DEFINITION = "否|免费|多少|什么|需要|您|你|必须|由|按|可以|不|已|没|在|我"
_DEFINED = (
    rf",?(?:是|系)(?:(?:一[种个项类款份笔]|指|禁止|用来|用于|把|将|让|使|借|拿|帮)[^,。!?\n]{{5,}}|[^,。!?\n]{{5,40}}的?(?:{_HEADS})(?=[,。!?\n]|$))"
    rf"|是(?!{_NO_DEFINITION})[^,。!?\n的]{{2,10}}(?:先|暂时|事先|另外)[^,。!?\n]{{4,}}"
    r"|,?[^,。!?\n]{4,30}的意思(?=[,。!?\n]|$)"
    r"|(?:is|are) (?:when|what|how|where|an? (?!bit|little|lot|must|standard|fixed|separate))"
    r"(?: ?[a-z'’-]+[ ,]+){3}"
    rf"|(?:is|are) (?:one|your|our|the|money|part) (?!{_NOTHING_NEW}){_PHRASE}"
    r"|(?:, or [a-z ]{3,40},)? ?(?:is|are) (?:simply|just|basically|really)(?: [a-z'’-]+,?){4}"
    r"|(?:is|are) (?:money|cash|the (?:money|price|amount|cost|share|part|time|fee|day))"
    r" (?:you|we|that|of|which|for|between|when|on)(?: [a-z'’-]+,?){2}"
    rf"|, (?:an?|the|your|our|money|how) (?!{_NOTHING_NEW}){_PHRASE}"
    r"|: (?:you|we|it|this|the|an?|how|what|when|your|money|one|that)(?: [a-z'’-]+,?){4}"
)
_ASKED = r"(?:什么是|什么叫|何谓|何为|所谓的?|\bwhat(?:'s|’s| is| are)(?: an?| the)? )[\"“「『]*$"
_POINTER = (
    r"[ ]*(?:详?见|参[见考照看]|如[有图下]|以下简?称|下[称同]|简称|不?含[^,;]{0,6}$|注|see |e\.g\."
    r"|if any)"
)
_SENTENCE = re.compile(r"[。!?\n;…]|\.(?= |$)")
_WORDS = re.compile("[a-z]{3,}")
# Characters too common to tell one gloss from another.
_EMPTY = frozenset(
    "的了和在是按把被从到给与或也就都还有要能可会不没一个这那您我它他来去上下里多少之前后以为"
)
_STOP = re.compile(
    "all|and|any|are|been|but|can|for|from|has|have|how|into|its|less|may|more|not|one|out|per|than"
    "|that|the|them|they|this|was|were|what|when|which|who|with|you|your"
)


def explained(text: str, start: int, end: int, term: Term) -> bool:
    """Whether ``text[start:end]``, an occurrence of ``term``, is explained nearby.

    ``text`` is folded; offsets are code points of it.

    >>> term = Term("nav", hans="净值", gloss_hans="每一份产品现在值多少钱")
    >>> [explained(text, 0, 2, term) for text in ("净值(每份值多少钱)已更新", "净值(nav)已更新")]
    [True, False]
    """
    first, last, further = _around(text, start, end)
    after, before = text[end:last], text[first:start]
    return (
        _bracketed(after, term)
        or _led_into(after, text[last:further])
        or _defined(before, after, text[last:further])
        or _named(before, after, term)
        or (term.hans in _GRADES and _patterns()["graded"].search(before) is not None)
        or _paraphrased(before + "\n" + text[end:further], term)
    )


def _around(text: str, start: int, end: int) -> tuple[int, int, int]:
    """Where the sentence of the occurrence starts and ends, and where the next one ends."""
    first = 0
    for stop in _SENTENCE.finditer(text, 0, start):
        first = stop.end()
    stops = _SENTENCE.finditer(text, end)
    last = next((stop.end() for stop in stops), len(text))
    for stop in stops:
        if text[last : stop.start()].strip():
            return first, last, stop.end()
    return first, last, len(text)


def _bracketed(after: str, term: Term) -> bool:
    """(…) straight behind the term, with more in it than another name, a figure or a pointer."""
    rest = after.lstrip(_QUOTES)
    dash = _patterns()["dash"].match(rest)
    if dash:
        return _says_something(rest[dash.end() :].partition("—")[0], term)
    if not rest or rest[0] not in _OPENS:
        return False
    close = next((n for n, ch in enumerate(rest) if ch in _CLOSES), len(rest))
    if _says_something(rest[1:close], term):
        return True
    beyond = rest[close + 1 :]  # 净值(NAV)(每份…) and 净值(NAV),也就是…
    return _bracketed(beyond, term) if beyond[:1] in _OPENS and beyond else False


def _says_something(inside: str, term: Term) -> bool:
    patterns = _patterns()
    if patterns["pointer"].match(inside):
        return False
    inside = _without_names(inside, term)
    han = sum(map(is_han, inside))
    return han >= 4 or (han == 0 and len(_WORDS.findall(inside)) >= 3)


def _led_into(after: str, following: str) -> bool:
    """也就是 right behind the term, or 简单说 heading a clause of this or the next sentence."""
    patterns = _patterns()
    rest = patterns["aside"].sub("", after, count=1)
    found = patterns["after"].match(rest)
    if found and patterns["content"].search(rest, found.end()):
        return True
    return bool(patterns["leads"].search(after) or patterns["opening"].match(following.lstrip()))


def _defined(before: str, after: str, following: str) -> bool:
    """净值是…的价格, 净值: … at the head of a line, or an answer to "what is …?"."""
    patterns = _patterns()
    rest = after.lstrip(_QUOTES)
    if patterns["defined"].match(rest):
        return True
    if patterns["asked"].search(before) and rest[:1] == "?":
        return sum(map(is_han, following)) >= 4 or len(_WORDS.findall(following)) >= 3
    heads = len(before.strip(_QUOTES + "-*·※●、.0123456789")) <= 4  # 信用卡循环利息: …
    return heads and rest[:1] == ":" and sum(map(is_han, rest.partition(";")[0])) >= 12


def _named(before: str, after: str, term: Term) -> bool:
    """A description, then the term: …,也就是净值 or 每份值多少钱(净值)."""
    if before[-1:] in _OPENS and before and after[:1] in _CLOSES:
        return _overlap(before, term, pairs=0.25, single=0.5)
    found = _patterns()["named"].search(before)
    if not found:
        return False
    said = _without_names(before[: found.start()], term)
    return sum(map(is_han, said)) >= 4 or len(_WORDS.findall(said)) >= 3


def _paraphrased(around: str, term: Term) -> bool:
    return _overlap(around, term, pairs=0.5, single=0.7)


def _overlap(text: str, term: Term, pairs: float, single: float) -> bool:
    """Whether these shares of a gloss (or of the plain wording) are said in ``text``."""
    for wanted in _content(term):
        found = sum(piece in text for piece in wanted)
        if found >= 3 and found >= pairs * len(wanted):
            return True
        letters = frozenset("".join(wanted))
        if letters and is_han(min(letters)) and _dense(text, letters, single):
            return True
    return False


def _dense(text: str, letters: frozenset[str], share: float) -> bool:
    """Whether some short stretch of ``text`` holds this share of ``letters``, at least four."""
    size = 2 * len(letters) + 8
    for start in range(0, max(1, len(text) - size // 2), size // 2):
        found = len(letters.intersection(text[start : start + size]))
        if found >= 4 and found >= share * len(letters):
            return True
    return False


@lru_cache(maxsize=4096)
def _content(term: Term) -> tuple[frozenset[str], ...]:
    """Per gloss: its pairs of Han characters or its English words, without those of the names."""
    names = tuple(fold_word(name) for name in term.written)
    found = []
    for gloss in (term.gloss_hans, term.gloss_hant, term.plain_hans):
        flat = fold_word(gloss)
        kept = "".join(ch if is_han(ch) else " " for ch in flat if ch not in _EMPTY)
        pairs = {kept[n : n + 2] for n in range(len(kept) - 1)}
        found.append({pair for pair in pairs if " " not in pair})
    for gloss in (term.gloss_en, term.plain_en):
        found.append(
            {_stem(word) for word in _WORDS.findall(gloss.lower()) if not _STOP.fullmatch(word)}
        )
    return tuple(
        frozenset(piece for piece in one if not any(piece in name for name in names))
        for one in found
        if one
    )


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word[: -len(ending)]
    return word


def _without_names(text: str, term: Term) -> str:
    for name in sorted(_names(term), key=len, reverse=True):
        text = text.replace(name, " ")
    return text


@lru_cache(maxsize=4096)
def _names(term: Term) -> tuple[str, ...]:
    return tuple(fold_word(name) for name in term.written)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Made when first needed: a message without terms should not pay for them."""
    clause = r"(?:^|[,、:(—]\s*|\. )"
    return {
        "after": re.compile(rf"[{re.escape(_QUOTES)}]*[,、:—-]*\s*(?:{_AFTER}|{_ENGLISH})"),
        "leads": re.compile(rf"{clause}(?:{_LEADS}|也就是|亦即|{_ENGLISH})"),
        "opening": re.compile(rf"[{re.escape(_QUOTES)}]*(?:{_LEADS}|也就是|{_ENGLISH})"),
        "named": re.compile(rf"{_NAMED}"),
        "defined": re.compile(_DEFINED),
        "graded": re.compile(_GRADED),
        "asked": re.compile(_ASKED),
        "pointer": re.compile(_POINTER),
        "aside": re.compile(r"^[\"'”」』》 ]*[(\[][^()\[\]]{1,40}[)\]]"),
        "dash": re.compile("—+|--+"),
        "content": re.compile(rf"[{HAN}]{{2}}|[a-z]{{2,}}"),
    }
