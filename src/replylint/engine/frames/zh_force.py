"""The force of a Chinese clause: does it order, ask, or only tell? 请 does not soften 立即."""

from __future__ import annotations

from .frame import Found

SUBJECTS = frozenset(("agent", "agent.noun", "customer", "third"))
_URGES = frozenset(("pressure.time.urge", "pressure.obligation", "pressure.exclusive"))
FORCES = _URGES | {
    "pressure.time",
    "pressure.limit",
    "pressure.limit.strict",
    "negation.ban",
    "dative",
    "demand",
}
ORDERS = _URGES | {"pressure.limit.strict", "demand"}
_HURRIES = _URGES | {"pressure.time", "pressure.limit", "pressure.limit.strict"}
VERBS = frozenset(("verb", "verb.service", "verb.event", "ba"))
LEADS = frozenset(("courtesy", "customer", "adverb", "softener", "then", "need", "contrast"))
_ENTREATIES = ("麻烦", "烦", "劳", "有劳", "能否", "可否", "能不能", "可不可以", "恳请", "拜托")
_NOUNS = tuple("后中的时前")


def force_of(found: Found, actor: str) -> str:
    """``order``, ``request``, ``service`` (the office's own haste) or ``statement``."""
    first = found.first
    if actor == "agent" or actor == "third":
        return "statement"
    if _label(found):
        return "statement"
    hasty = "pressure.time" in first
    ordered = found.any(ORDERS) or commands_for_me(found) or _forbids(found, actor)
    if "courtesy" in first or _begs_not(found):
        return "order" if hasty or found.any(_URGES) else "request"
    if "softener" in first:
        asks = ordered or hasty or "verb" in first or _entreats(found)
        permits = "statement" in first or _permits(found)
        return "request" if asks and not permits else "statement"
    if alone(found):
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


def alone(found: Found) -> bool:
    """快, 速度: they hurry when they are the whole clause."""
    mark = found.first.get("alone")
    return mark is not None and mark[:2] == (found.clause.start, found.clause.end)


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
    if clause.end - clause.start > 8 or not found.pressed or found.any(SUBJECTS | {"courtesy"}):
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
        if kind not in LEADS and not kind.startswith("pressure."):
            break
        at = max(at, end)
    hither = found.last.get("to-agent")
    return "order" if hither is not None and hither[1] == clause.end else "statement"


def _stated_before(found: Found, actor: str) -> bool:
    """Whether 已, 会, 可以… in front of the force make it a statement (优惠会立即生效)."""
    stated = found.first.get("statement")
    if stated is None:
        return False
    force = found.earliest(FORCES)
    if force is None:
        force = found.earliest(VERBS)
    return force is None or stated[0] <= force


def commands_for_me(found: Found) -> bool:
    """给我 in front of a verb (你给我重填) commands; 停车票给我 does not."""
    dative, verb = found.last.get("dative"), found.last.get("verb")
    if dative is None:
        return False
    if verb is not None and dative[1] <= verb[0]:
        return True
    return dative[1] + 1 < found.clause.end and found.any(_HURRIES)
