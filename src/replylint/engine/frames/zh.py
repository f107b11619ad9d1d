"""Reads the frame of a Chinese clause: who acts, in what mood, and which words to copy."""

from __future__ import annotations

from collections.abc import Sequence

from ...text.clauses import Clause
from .frame import Found, Frame, Mark, Span
from .judge import certainty, pressures, reported, scopes, span, tail
from .zh_force import FORCES, LEADS, ORDERS, SUBJECTS, VERBS, alone, commands_for_me, force_of

_ASKS = FORCES | {"courtesy", "softener"}
_REPORTS = frozenset(("reporting", "reporting.always"))
_REPORTERS = ("third", "customer")
_HOLDS = ("的话", "嘅话")
_CONDITIONS = frozenset(("condition", "condition.end"))
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
        if "demand" in first or commands_for_me(found):
            pressure = ("obligation",)
        elif alone(found):
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
        if kind in SUBJECTS:
            noun = kind == "third" or kind == "agent.noun"
            if not acted and not (noun and subject):
                subject = kind
            elif subject is None and not found.any(FORCES):
                subject = kind  # 转账手续费我们承担
                break
        elif kind in VERBS or kind == "negation.ban":
            acted = True
        elif kind == "until" and subject == "third":
            subject = None
        elif subject and (kind in FORCES or (kind in _REPORTS and subject in _REPORTERS)):
            break
    if "causative" in first and subject != "third":
        return "customer"
    if subject is None and "softener" in first and _of_customer(found):
        return "customer"
    if subject is not None:
        return subject.partition(".")[0]
    if "serves" in first:
        return "agent"
    if previous is None or "courtesy" in first:
        return "nobody"
    if previous.actor == "agent" and (found.any(ORDERS) or "to-agent" in first):
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
    force = force_of(found, actor)
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
    if previous is not None and _follows(found, previous):
        return "question" if asked else "consequence"
    if asked or "question" in first:
        return "request" if "softener" in first and actor in ("customer", "nobody") else "question"
    return force


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
    if force != "statement" and ("courtesy" in behind or not FORCES.isdisjoint(behind)):
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
    return previous is not None and _follows(found, previous)


def _follows(found: Found, previous: Frame) -> bool:
    """Behind a condition; further on only with a 就 or 则, for sentences ramble."""
    if "contrast" in found.first:
        return False
    return previous.mood == "condition" or (previous.hypothetical and "then" in found.first)


def _follows_softener(previous: Frame | None) -> bool:
    """若您方便,… and 麻烦您,… soften what follows."""
    return previous is not None and previous.softened and previous.mood != "statement"


def _parts(found: Found) -> tuple[Span | None, Span | None, Span | None]:
    """The verb, its object, and the clause behind its courtesy and pressure words."""
    text = found.text
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
        if kind in _ASKS or (kind in LEADS and start == at):
            lead = at = stop
    return lead
