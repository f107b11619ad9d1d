"""Reads the frame of a Chinese clause: subject, force and mood from closed words and their order."""

from __future__ import annotations

from collections.abc import Sequence

from ...text.clauses import Clause
from .frame import (
    Found,
    Frame,
    Mark,
    Span,
    certainty,
    pressures,
    reported,
    scopes,
    span,
    tail,
)

_SUBJECTS = frozenset(("agent", "customer", "third"))
_URGES = frozenset(("pressure.time.urge", "pressure.obligation", "pressure.exclusive"))
_FORCES = _URGES | {
    "pressure.time",
    "pressure.limit",
    "pressure.limit.strict",
    "negation.ban",
    "dative",
    "demand",
}
_ORDERS = _URGES | {"pressure.limit.strict", "demand"}
_HURRIES = _URGES | {"pressure.time", "pressure.limit", "pressure.limit.strict"}
_ASKS = _FORCES | {"courtesy", "softener"}
_ENTREATIES = ("麻烦", "烦", "劳", "有劳", "能否", "可否", "能不能", "可不可以", "恳请", "拜托")
_HOLDS = ("的话", "嘅话")
_VERBS = frozenset(("verb", "verb.service", "verb.event", "ba"))
_CONDITIONS = frozenset(("condition", "condition.end"))
_LEADS = frozenset(("courtesy", "customer", "adverb", "softener", "then", "need", "contrast"))
_NOUNS = tuple("后中的时前")
_FINAL = "了吧啊呀哦喔哈啦喽咯囉哟呢嘛咗先"


def read(text: str, clause: Clause, marks: Sequence[Mark], previous: Frame | None) -> Frame:
    """See `replylint.engine.frames.read`."""
    found = Found(text, clause, marks)
    first = found.first
    actor = _actor(found, previous)
    mood = _mood(found, actor, previous)
    if mood == "service":
        actor, mood = "agent", "statement"
    pressure = pressures(found)
    if mood == "order" and not pressure:
        if "demand" in first or _commands_for_me(found):
            pressure = ("obligation",)
        elif "alone" in first:
            pressure = ("time",)
    softened = "softener" in first or _follows_softener(previous)
    verb, thing, rest = _parts(found)
    return Frame(
        clause.start,
        clause.end,
        actor,
        mood,
        pressure,
        certainty(found),
        softened,
        reported(found, actor, previous),
        _hypothetical(found, mood, previous),
        verb,
        thing,
        rest,
        scopes(found, mood == "rhetorical"),
    )


def _actor(found: Found, previous: Frame | None) -> str:
    """Whose subject stands last before the first word of force or action; else it carries over."""
    first = found.first
    subject = None
    acted = False
    for _, _, kind in found.all:
        if kind in _SUBJECTS:
            if not acted:
                subject = kind
            elif subject is None and not found.any(_FORCES):
                subject = kind  # 转账手续费我们承担
                break
        elif kind in _VERBS or kind == "negation.ban":
            acted = True
        elif kind == "until" and subject == "third":
            subject = None
        elif kind in _FORCES and subject:
            break
    if "causative" in first and subject != "third":
        return "customer"
    if subject is None and "softener" in first and _of_customer(found):
        return "customer"
    if subject is not None:
        return subject
    if "serves" in first:
        return "agent"
    if previous is None or "courtesy" in first:
        return "nobody"
    if previous.actor == "agent" and (found.any(_ORDERS) or "to-agent" in first):
        return "nobody"  # 我要交班,赶紧发过来
    return previous.actor


def _of_customer(found: Found) -> bool:
    """您能…, 您可以…: the softener holds the subject."""
    start, end, _ = found.first["softener"]
    return found.text[start] in "您你" or found.text[end - 1] in "您你"


def _mood(found: Found, actor: str, previous: Frame | None) -> str:
    first = found.first
    if "rhetorical" in first:
        return "rhetorical"
    asked = "?" in found.clause.close
    force = _force(found, actor)
    if found.any(_CONDITIONS) and (mood := _conditional(found, force)):
        return mood
    if force == "statement" and "softener" in first and _when_it_suits(found):
        return "condition"
    if force in ("order", "request"):
        if asked and force == "request" and "softener" not in first and "courtesy" not in first:
            return "question"
        return force
    if "consequence" in first or _denied_then(found):
        return "consequence"
    if previous is not None and previous.mood in ("condition", "consequence"):
        return "question" if asked else "consequence"
    if asked or "question" in first:
        return "request" if "softener" in first and actor in ("customer", "nobody") else "question"
    return force


def _force(found: Found, actor: str) -> str:
    """``order``, ``request``, ``service`` (the office's own haste) or ``statement``."""
    first = found.first
    if actor == "agent" or actor == "third":
        return "statement"
    if _label(found):
        return "statement"
    hasty = "pressure.time" in first
    ordered = found.any(_ORDERS) or _commands_for_me(found) or _forbids(found, actor)
    if "courtesy" in first or _begs_not(found):
        return "order" if hasty or found.any(_URGES) else "request"
    if "softener" in first:
        asks = ordered or hasty or "verb" in first or _entreats(found)
        permits = "statement" in first or _permits(found)
        return "request" if asks and not permits else "statement"
    if "alone" in first and first["alone"][:2] == (found.clause.start, found.clause.end):
        return "order"
    if _stated_before(found, actor) or "negation.need" in first:
        return "statement"
    if ordered:
        return "order"
    if "verb.event" in first:
        return "statement"
    if hasty:
        return _haste(found, actor)
    if "pressure.limit" in first and "verb.owed" in first:
        return "order"
    return _bare(found, actor)


def _begs_not(found: Found) -> bool:
    """请勿…: one word of courtesy and prohibition."""
    ban = found.first.get("negation.ban")
    return ban is not None and found.text[ban[0]] == "请"


def _entreats(found: Found) -> bool:
    """麻烦您… and 能否… ask, whatever the verb."""
    start, end, _ = found.first["softener"]
    return found.text[start:end].startswith(_ENTREATIES) and end < found.clause.end


def _permits(found: Found) -> bool:
    """您可以… and 可随时… allow; with a question mark they ask."""
    start, end, _ = found.first["softener"]
    return found.text.startswith(("您可", "随时"), start, end) and "?" not in found.clause.close


def _forbids(found: Found, actor: str) -> bool:
    """别…, and 须 or 不得 where it is no rule of fact (每日不得超过十万元)."""
    first = found.first
    if "pressure.obligation.norm" in first:
        return actor == "customer" or "pressure.time" in first
    return "negation.ban" in first


_FRAMED = "【「“『[>→"
_FRAMES = "】」”』]>→【["


def _label(found: Found) -> bool:
    """【立即登录】 and 立即缴费[点此] are buttons."""
    text, clause = found.text, found.clause
    if clause.end - clause.start > 8 or not found.pressed or found.any(_SUBJECTS | {"courtesy"}):
        return False
    before = text[clause.start - 1 : clause.start]
    after = text[clause.end : clause.end + 2].lstrip()[:1]
    return bool(before and before in _FRAMED) or bool(after and after in _FRAMES)


def _haste(found: Found, actor: str) -> str:
    """What a clause with 马上 or 立即 does that nobody else is the subject of."""
    first = found.first
    stated = first.get("statement")
    if stated is not None and stated[0] == first["pressure.time"][1]:
        return "statement"  # 当场可以拿
    if actor == "customer" or "ba" in first or "to-agent" in first:
        return "order"
    if "verb.service" in first:
        return "service"
    return "order" if "verb" in first else "statement"


def _bare(found: Found, actor: str) -> str:
    """An order without pressure: the verb stands first, behind at most a subject and adverbs."""
    first = found.first
    if "statement" in first or ("verb" not in first and "ba" not in first):
        return "statement"
    clause = found.clause
    at = clause.start
    for start, end, kind in found.all:
        if start > at:
            break
        if kind == "verb" or kind == "ba":
            done = found.text[clause.end - 1] in "了过" or found.text[end : end + 1] in _NOUNS
            done = done and kind == "verb"
            return "statement" if done or (actor == "customer" and at == start) else "order"
        if kind not in _LEADS and not kind.startswith("pressure."):
            break
        at = max(at, end)
    hither = found.last.get("to-agent")
    return "order" if hither is not None and hither[1] == clause.end else "statement"


def _stated_before(found: Found, actor: str) -> bool:
    """Whether 已, 会, 可以… in front of the force make it a statement (优惠会立即生效)."""
    stated = found.first.get("statement")
    if stated is None:
        return False
    force = found.earliest(_FORCES)
    if force is None:
        force = found.earliest(_VERBS)
    return force is None or stated[0] <= force


def _commands_for_me(found: Found) -> bool:
    """给我 in front of a verb (你给我重填) commands; 停车票给我 does not."""
    dative, verb = found.last.get("dative"), found.last.get("verb")
    if dative is None:
        return False
    if verb is not None and dative[1] <= verb[0]:
        return True
    return dative[1] + 1 < found.clause.end and found.any(_HURRIES)


def _when_it_suits(found: Found) -> bool:
    """若您方便 and 方便的话, as a clause of their own."""
    start, end, _ = found.first["softener"]
    clause = found.clause
    alone = start == clause.start and end == clause.end
    return alone and (found.text[start] in "若如" or found.text.endswith("的话", start, end))


def _conditional(found: Found, force: str) -> str | None:
    """``condition``, or what follows one within the clause; None when it is an order after all."""
    first = found.first
    at = first.get("condition") or found.last["condition.end"]
    ends = at[1] == found.clause.end
    if "condition" not in first and not ends and found.text[at[0] : at[1]] not in _HOLDS:
        return None
    behind = [kind for start, _, kind in found.all if start > at[0]]
    if "consequence" in behind or "then" in behind:
        return "consequence"
    if force != "statement" and ("courtesy" in behind or not _FORCES.isdisjoint(behind)):
        return None
    return "condition" if ends or "condition" in first else "consequence"


def _denied_then(found: Found) -> bool:
    """不签就…: a denial and what it brings, in one clause."""
    denial, then = found.first.get("negation"), found.last.get("then")
    return denial is not None and then is not None and denial[0] < then[0]


def _hypothetical(found: Found, mood: str, previous: Frame | None) -> bool:
    if mood in ("condition", "consequence") or "consequence" in found.first:
        return True
    if found.any(_CONDITIONS) and _conditional(found, "statement") is not None:
        return True
    return previous is not None and previous.hypothetical and "contrast" not in found.first


def _follows_softener(previous: Frame | None) -> bool:
    """若您方便,… and 麻烦您,… soften what follows."""
    return previous is not None and previous.softened and previous.mood != "statement"


def _parts(found: Found) -> tuple[Span | None, Span | None, Span | None]:
    """The verb, its object, and the clause behind its courtesy and pressure words."""
    text, clause = found.text, found.clause
    end = tail(found, _FINAL)
    verb = _verb(found)
    ba = found.first.get("ba")
    begin = end if verb is None else verb[0]
    if ba is not None and verb is not None and ba[0] < begin:
        begin = ba[0]
    rest = span(text, _lead(found, begin), end)
    if verb is None:
        return None, None, rest
    if begin < verb[0] and ba is not None:
        return verb, span(text, ba[1], verb[0]), rest
    return verb, span(text, verb[1], end, " 了一下"), rest


def _verb(found: Found) -> Span | None:
    """The first verb behind the words of force, or the first verb where there are none."""
    force = found.earliest(_ASKS)
    for start, stop, kind in found.all:
        if (kind == "verb" or kind == "verb.service") and (force is None or start > force):
            return start, stop
    return None


def _lead(found: Found, begin: int) -> int:
    """Where the rest begins: behind the last word of force, and the words that lead from there."""
    lead = at = found.clause.start
    for start, stop, kind in found.all:
        if stop > begin:
            break
        if kind in _ASKS or (kind in _LEADS and start == at):
            lead = at = stop
    return lead
