"""What a clause is about, so that a rewrite that replaces the clause can name it.

理财产品绝对不会亏 is about 理财产品, "the late fee isn't our problem" about the late fee: of the
words around a hit, those that can only be a noun.
"""

from __future__ import annotations

import re
from functools import cache

from ..text.han import UNLATIN
from .hit import Hit, Span
from .scene import Scene

_YOURS = ("您的", "你的", "您那", "你那", "阁下之", "阁下的")
# Behind a subject they begin what is said of it.
_TRAILING = "是的就也都又可还才只会能要嘛啊吧呢 "
_WHEN = ("后", "前", "时", "时候", "里", "中", "上", "下")
_INSIDE = ("的", "之")
# Words of a sentence, not of a name: who, what happens, how.
_SAYS = (
    "我你您他她它们谁吗呢吧了就才也都还又再不没无别要会能可是说讲问叫让给被把请快很太真在有到着过去来"
    "什怎哪几么打若如果因为所以但而且或错漏忘"
)
_LEAST, _MOST = 3, 14  # code points


def about(hit: Hit, scene: Scene) -> Span | None:
    """The folded span of what the hit's clause is about; None where no words are sure to say it.

    The words before the hit, or in English before its capture ``said``, else those behind it. In
    Chinese three to fourteen characters that are nobody, do nothing and ask nothing; in English
    two to nine words that begin as a noun with its article does, or a word with a number, behind
    the hit after "about", "with" and the like.
    """
    if hit.place is not None or scene.lang not in ("zh", "en"):
        return None
    if scene.lang == "en":
        return _english(hit, scene)
    start, end = scene.clause(hit.start)
    if scene.text[start - 1 : start] == ")":
        return None  # the clause goes on from before the brackets
    for first, last in ((start, hit.start), (hit.end, end)):
        name = _name(scene.text, first, last)
        if name is not None and scene.vocabulary.edges.clean(scene.text, *name):
            return name
    return None


def _name(text: str, start: int, end: int) -> Span | None:
    if end - start < _LEAST:
        return None
    piece = text[start:end]
    for yours in _YOURS:
        if piece.startswith(yours):
            start += len(yours)
    piece = text[start:end].rstrip(_TRAILING)
    end = start + len(piece)
    start = end - len(piece.lstrip(" "))
    if piece[:1] in _INSIDE or piece.endswith(_WHEN):
        return None
    return (start, end) if _noun().fullmatch(text, start, end) else None


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"(?:(?![{_SAYS}])(?:{UNLATIN}|[a-z0-9])){{{_LEAST},{_MOST}}}")


# --- English

_WORD = r"[a-z0-9£$€#][a-z0-9£$€.,'’/%#-]*"
_OWNED = "the|your|our|this|that|these|those"
# Words of a sentence, not of a name, or of a name that another part of the sentence ends.
_STOP = (
    "i|we|you|he|she|it|they|me|us|him|them|who|which|what|why|how|if|when|because|since|so|but|or"
    "|as|than|then|is|are|was|were|be|been|am|has|have|had|do|does|did|will|would|shall|should|can"
    "|could|may|might|must|not|no|never|say|says|said|told|tells|means|knows|thinks|know|think"
    "|want|wants|kept|came|went|got|gets|get|really|just|only|simply|also|still|already|there|here"
    "|truly|actually|way|moment|thing|one|time|rest|first|most|best"
)
_LINKS = "of|at|in|on|from|to|for|with|over|under|about|by|and"


def _english(hit: Hit, scene: Scene) -> Span | None:
    start = scene.clause(hit.start)[0]
    said = hit.captures.get("said")  # where the hit begins to say something of its subject
    at = said[0] if isinstance(said, tuple) else hit.start
    found = _before().fullmatch(scene.text, start, at)
    if found is None or not (found["linked"] or _compiled(_SAID).match(scene.text, at)):
        end = scene.clause(max(hit.start, hit.end - 1))[1]
        found = _behind().fullmatch(scene.text, hit.end, end)
    if found is None:
        return None
    return found.span("name" if found["name"] else "doing")


@cache
def _english_name() -> str:
    plain = rf"(?!(?:{_STOP})(?![a-z]))(?![a-z]+(?:n['’]t|['’](?:ll|re|ve|d|m))(?![a-z])){_WORD}"
    last = rf"(?!(?:{_LINKS}|{_OWNED})(?![a-z])){plain}"
    named = rf"(?:{_OWNED})(?: {plain}){{0,7}}? {last}"
    numbered = r"[a-z]+ (?:no\.? ?)?[a-z]{0,4}-?[0-9][a-z0-9-]*"
    return rf"(?P<name>{named}|{numbered})"


@cache
def _before() -> re.Pattern[str]:
    linked = "(?P<linked> (?:is|are|was|were|has been)|['’]s)?"
    return re.compile(rf"(?:and |but |so )?{_english_name()}{linked} ")


# What may follow a subject: a hit that begins with another word begins within the name.
_SAID = (
    r"(?:is|are|was|were|isn['’]t|aren['’]t|wasn['’]t|ain['’]t|will|won['’]t|can|can['’]t|cannot"
    r"|could|would|must|has|have|hasn['’]t|never|not|always|definitely|certainly|surely|gets|goes"
    r"|does|doesn['’]t|nothing|none|no|risk|zero|a|safe|guaranteed|down|above|beyond|outside)"
    r"(?![a-z])"
)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


@cache
def _behind() -> re.Pattern[str]:
    doing = rf"(?!nothing|something|anything|everything)[a-z]{{2,}}ing(?: (?!and ){_WORD}){{1,7}}"
    return re.compile(
        rf" (?:about|with|regarding|concerning|over|for) (?:{_english_name()}|"
        rf"(?P<doing>{doing}))[ ,:]*"
    )


def around(hit: Hit, scene: Scene) -> dict[str, Span]:
    """``ahead`` and ``behind``: the other words of the hit's clauses, where there are any.

    Of an order only what is to be done stands ahead: "you must", "so" and "then" do not.
    """
    if hit.place is not None:
        return {}
    start = scene.clause(hit.start)[0]
    end = scene.clause(max(hit.start, hit.end - 1))[1]
    frame = scene.frame(hit.start)
    if frame is not None and frame.mood == "order" and frame.rest is not None:
        start = max(start, min(frame.rest[0], hit.start))
    spans = {"ahead": (start, hit.start), "behind": (hit.end, end)}
    return {name: span for name, span in spans.items() if scene.text[slice(*span)].strip(" ,:")}


_DATED = r" (?:on|from|since|until|before|after) (?:[a-z]+ ){0,2}[0-9][^,;:()]*"


def dated(hit: Hit, scene: Scene) -> Span | None:
    """What stands behind the hit in its clause, when that is a date or number: " on 3 May"."""
    if scene.lang != "en" or hit.place is not None:
        return None
    end = scene.clause(max(hit.start, hit.end - 1))[1]
    found = _compiled(_DATED).fullmatch(scene.text, hit.end, end)
    return None if found is None else found.span()
