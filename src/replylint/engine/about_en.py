"""What an English clause is about: the nouns around a hit, and what is offered in return."""

from __future__ import annotations

import re
from functools import cache

from .hit import Hit, Span
from .scene import Scene

_WORD = r"[a-z0-9£$€#][a-z0-9£$€.,'’/%#-]*"
_OWNED = "the|your|our|this|that|these|those"
# Words of a sentence, not of a name, or of a name that another part of the sentence ends.
_STOP = (
    "i|we|you|he|she|it|they|me|us|him|them|who|which|what|why|how|if|when|because|since|so|but|or"
    "|as|than|then|is|are|was|were|be|been|am|has|have|had|do|does|did|will|would|shall|should|can"
    "|could|may|might|must|not|no|never|say|says|said|told|tells|means|knows|thinks|know|think"
    "|want|wants|kept|came|went|got|gets|get|really|just|only|simply|also|still|already|there|here"
    "|truly|actually|way|moment|thing|one|time|rest|first|most|best|second|third|last|other|others"
    "|somebody|somewhere|someone|sometime|anywhere|nowhere"
)
# Who does something is not what it is about.
_WHO = (
    "supervisors?|managers?|agents?|advis[eo]rs?|adjusters?|underwriters?|colleagues?|staff|teams?"
    "|departments?|branch|boss|people|person|desk|bank|insurer|company"
)
_VAGUE = (
    "a|an|one|nothing|something|anything|everything|nobody|everyone|someone|anyone|sorry|sadly|honestly"
    "|frankly|unfortunately|hello|hi|dear|please|yes|well|today|such|every|any|all|both|each|mr|ms"
)
_LINKS = "of|at|in|on|from|to|for|with|over|under|about|by|and"


def english(hit: Hit, scene: Scene, inside: bool) -> Span | None:
    start = scene.clause(hit.start)[0]
    said = hit.captures.get("said")  # where the hit begins to say something of its subject
    at = said[0] if isinstance(said, tuple) else hit.start
    found = _before().fullmatch(scene.text, start, at)
    if found is not None and not inside and found["bare"]:
        found = None
    if found is None or not (found["linked"] or compiled(_SAID).match(scene.text, at)):
        end = scene.clause(max(hit.start, hit.end - 1))[1]
        found = _behind().fullmatch(scene.text, hit.end, end)
    if found is None and inside:
        found = _within(hit, scene, start)
    if found is None:
        return None
    groups = found.groupdict()
    return found.span(next(key for key in ("name", "bare", "doing") if groups.get(key)))


@cache
def _english_name() -> str:
    plain = rf"(?!(?:{_STOP})(?![a-z]))(?![a-z]+(?:n['’]t|['’](?:ll|re|ve|d|m))(?![a-z])){_WORD}"
    last = rf"(?!(?:{_LINKS}|{_OWNED}|{_WHO})(?![a-z])){plain}"
    named = rf"(?:{_OWNED})(?: {plain}){{0,7}}? {last}"
    numbered = r"[a-z]+ (?:no\.? ?)?[a-z]{0,4}-?[0-9][a-z0-9-]*"
    return rf"(?P<name>{named}|{numbered})"


def _within(hit: Hit, scene: Scene, start: int) -> re.Match[str] | None:
    """The subject a hit begins in: "dispute 77 will be settled 100%" is about the dispute."""
    for verb in compiled(_SAID).finditer(scene.text, hit.start, hit.end):
        found = _before().fullmatch(scene.text, start, verb.start())
        if found is not None and scene.text[verb.start() - 1] == " ":
            return found
    return None


@cache
def in_return() -> re.Pattern[str]:
    helped = r"(?:so(?: that)?|and|then|,) (?:i|we)(?: (?:can|will|could|may|shall)|['’]ll)"
    return re.compile(
        rf"{helped} (?:help (?:you )?)?[a-z]+ (?:you )?{_english_name()}(?=[.!?,;]|$)"
    )


@cache
def _before() -> re.Pattern[str]:
    wholly = "(?: (?:completely|totally|absolutely|entirely|virtually|practically))?"
    linked = f"(?P<linked> (?:is|are|was|were|has been)|['’]s)?{wholly}"
    only = rf"(?!(?:{_VAGUE}|{_LINKS}|{_OWNED}|{_STOP})(?![a-z])){_WORD}"
    bare = rf"(?P<bare>{only}(?: {only}){{1,3}})"
    lead = "(?:and |but |so )?"
    return re.compile(rf"{lead}(?:{_english_name()}|{bare}){linked} ")


# What may follow a subject: a hit that begins with another word begins within the name.
_SAID = (
    r"(?:is|are|was|were|isn['’]t|aren['’]t|wasn['’]t|ain['’]t|will|won['’]t|can|can['’]t|cannot"
    r"|could|would|must|has|have|hasn['’]t|never|not|always|definitely|certainly|surely|gets|goes"
    r"|does|doesn['’]t|nothing|none|no|risk|zero|a|safe|guaranteed|down|above|beyond|outside)"
    r"(?![a-z])"
)


@cache
def compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


@cache
def _behind() -> re.Pattern[str]:
    doing = rf"(?!nothing|something|anything|everything)[a-z]{{2,}}ing(?: (?!and ){_WORD}){{1,7}}"
    return re.compile(
        rf" (?:about|with|regarding|concerning|over|for) (?:{_english_name()}|"
        rf"(?P<doing>{doing}))[ ,:]*"
    )
