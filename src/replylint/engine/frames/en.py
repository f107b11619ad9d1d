"""Reads the frame of an English clause: an order stands first, and everything else has a subject."""

from __future__ import annotations

from collections.abc import Sequence

from ...text.clauses import Clause
from .frame import Found, Frame, Mark, Span, certainty, pressures, reported, scopes, span, tail

_SUBJECTS = frozenset(("agent", "customer", "third"))
_URGES = frozenset(("pressure.time.urge", "pressure.obligation", "pressure.exclusive"))
_LEADS = _URGES | {
    "courtesy",
    "adverb",
    "softener",
    "pressure.time",
    "pressure.limit",
    "contrast",
    "negation.ban",
}
_YOURS = frozenset(("pressure.obligation", "softener", "need"))
_AHEAD = ("pressure.obligation", "softener", "need", "customer", "agent", "third")
_OPENS = frozenset(("wh", "condition", *_SUBJECTS))


def read(text: str, clause: Clause, marks: Sequence[Mark], previous: Frame | None) -> Frame:
    """See `replylint.engine.frames.read`."""
    found = Found(text, clause, marks)
    verb = _imperative(found)
    actor = _actor(found, verb, previous)
    mood, pressure = _mood(found, actor, verb, previous), _pressure(found)
    softened = "softener" in found.first or (
        previous is not None and previous.softened and previous.mood != "statement"
    )
    parts = _parts(found, verb)
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
        *parts,
        scopes(found, mood == "rhetorical"),
    )


def _imperative(found: Found) -> Mark | None:
    """The verb that begins the clause, behind at most courtesy, pressure and small words."""
    clause, text = found.clause, found.text
    at = clause.start
    verb: Mark | None = None
    for mark in found.all:
        start, end, kind = mark
        if verb is not None:
            if kind in _OPENS:
                break
            if kind == "statement" and start > verb[0]:
                return None  # a noun after all: transfers are…
            continue
        while at < clause.end and text[at] == " ":
            at += 1
        if start > at:
            return _behind_so(found)
        if kind == "verb" or kind == "verb.service":
            verb = mark
        elif kind in _LEADS:
            at = max(at, end)
    return verb


def _behind_so(found: Found) -> Mark | None:
    """…so log on and pay it: an order at the end of a statement."""
    ahead: Mark | None = None
    for mark in found.all:
        if ahead is not None and mark[0] == ahead[1] + 1 and mark[2] == "verb":
            return mark
        is_so = mark[2] == "adverb" and found.text[mark[0] : mark[1]] == "so"
        ahead = mark if is_so else None
    return None


def _actor(found: Found, verb: Mark | None, previous: Frame | None) -> str:
    first = found.first
    if verb is not None and not found.any(_YOURS) and not _asks(found):
        return "nobody"
    if _demands(found):
        return "customer"
    obliged = first.get("pressure.obligation") or first.get("need")
    subject = min((first[kind] for kind in _SUBJECTS if kind in first), default=None)
    if obliged is not None and "you" in found.text[obliged[0] : obliged[1]].replace("your", ""):
        if subject is None or obliged[0] <= subject[0]:
            return "customer"
    elif obliged is not None and subject is not None and obliged[0] < subject[0]:
        return "nobody"  # it must be approved by you
    need = first.get("negation.need")
    if need is not None and "you" in found.text[need[0] : need[1]]:
        return "customer"
    softener = first.get("softener")
    if softener is not None and (subject is None or softener[0] <= subject[0]):
        if "you" in found.text[softener[0] : softener[1]]:
            return "customer"
    if subject is not None:
        return subject[2]
    if "serves" in first:
        return "agent"
    if previous is None or "courtesy" in first or "own" in first:
        return "nobody"
    return previous.actor


def _asks(found: Found) -> bool:
    """Do you…, is it…, must I…: an auxiliary first and a subject right behind it."""
    ask = found.first.get("question")
    if ask is None or ask[0] != found.clause.start:
        return False
    return any(kind in _SUBJECTS and start == ask[1] + 1 for start, _, kind in found.all)


def _mood(found: Found, actor: str, verb: Mark | None, previous: Frame | None) -> str:
    first, start = found.first, found.clause.start
    if "rhetorical" in first:
        return "rhetorical"
    condition = first.get("condition")
    if condition is not None and condition[0] <= start + 5:
        return "condition"
    force = _force(found, actor, verb)
    if _alone(found):
        return "order"
    asked = "?" in found.clause.close
    softener = first.get("softener")
    if asked and (verb is None or _asks(found)):
        if softener is not None and softener[0] <= start + 8 and actor == "customer":
            return "request" if _can_you(found) or verb is not None else "question"
        return "order" if force == "order" and not _asks(found) else "question"
    if softener is not None and found.text.startswith("if ", start) and softener[0] == start:
        return "condition" if verb is None else "request"
    if "consequence" in first and first["consequence"][0] == start:
        return "consequence"
    if force != "statement":
        return force
    if previous is not None and previous.mood in ("condition", "consequence"):
        return "consequence"
    return "statement"


def _force(found: Found, actor: str, verb: Mark | None) -> str:
    """``order``, ``request`` or ``statement``."""
    first = found.first
    if actor in ("agent", "third"):
        return "statement"
    if "negation.need" in first:
        return "statement"
    urged = found.any(_URGES)
    if verb is not None or ("courtesy" in first and (urged or "verb" in first)):
        if "softener" in first:
            return "statement" if _permits(found) else "request"
        if "courtesy" in first or _begs_not(found):
            return "order" if urged or "time" in _pressing(found) else "request"
        return "order"
    if actor == "customer":
        if "need" in first or _demands(found) or _told(found):
            return "request" if "softener" in first else "order"
        obliged = first.get("pressure.obligation")
        if obliged is not None:
            return "request" if "softener" in first else "order"
        return "request" if _can_you(found) else "statement"
    if found.leads("courtesy") or found.leads("negation.ban"):
        return "request" if "courtesy" in first or _begs_not(found) else "order"
    return _fragment(found)


def _permits(found: Found) -> bool:
    """You can…, you may…: allowed, not asked."""
    start = found.first["softener"][0]
    return found.text.startswith(("you ", "u "), start)


def _begs_not(found: Found) -> bool:
    """Please don't…: one word of courtesy and prohibition."""
    ban = found.first.get("negation.ban")
    return ban is not None and found.text.startswith("please", ban[0])


def _can_you(found: Found) -> bool:
    """Can you…, would you mind…; but not the permission of you can."""
    softener = found.first.get("softener")
    if softener is None or softener[0] > found.clause.start + 4:
        return False
    return not found.text.startswith(("you ", "u ", "if "), softener[0])


def _fragment(found: Found) -> str:
    """Don't even think of…; a thing that must be done now; no more delays."""
    first = found.first
    obliged = first.get("pressure.obligation")
    if obliged is not None and obliged[0] == found.clause.start:
        return "order"
    pressing = _pressing(found)
    if "obligation" in pressing and "statement" not in first:
        if "time" in pressing or "exclusive" in pressing or "pressure.limit.strict" in first:
            return "order"
    return "order" if "pressure.time.urge" in first and "statement" not in first else "statement"


def _demands(found: Found) -> bool:
    """I want that report by noon; but not: I want that onesie."""
    return "demand" in found.first and bool(pressures(found))


def _alone(found: Found) -> bool:
    """Now. Immediately. No exceptions: pressure and nothing else."""
    clause = found.clause
    return (found.pressed or "alone" in found.first) and any(
        start == clause.start
        and end == clause.end
        and (kind == "alone" or (kind.startswith("pressure.") and "limit" not in kind))
        for start, end, kind in found.all
    )


def _told(found: Found) -> bool:
    """You will / you'll in front of something only ordered; you go back right away."""
    if "pressure.time" in found.first and "statement" not in found.first:
        subject, verb = found.first.get("customer"), found.first.get("verb")
        if subject is not None and verb is not None and verb[0] == subject[1] + 1:
            return True
    told = found.first.get("verb.told")
    if told is None:
        return False
    ahead = found.text[found.clause.start : told[0]]
    return ahead.endswith(("you will ", "you'll ", "u will ", "you shall "))


def _pressing(found: Found) -> tuple[str, ...]:
    """The kinds of pressure, without a Now that only begins the clause."""
    kinds = pressures(found)
    if "time" in kinds and "pressure.time.urge" not in found.first:
        start, end, _ = found.last["pressure.time"]
        if start == found.clause.start and end < found.clause.end and end - start == 3:
            return tuple(kind for kind in kinds if kind != "time")
    return kinds


def _pressure(found: Found) -> tuple[str, ...]:
    kinds = _pressing(found)
    if "alone" in found.first and not kinds and _alone(found):
        return ("exclusive",)
    if "obligation" not in kinds and (_demands(found) or _wills(found)):
        ranks = ("time", "obligation", "exclusive", "limit")
        return tuple(kind for kind in ranks if kind == "obligation" or kind in kinds)
    return kinds


def _wills(found: Found) -> bool:
    told = found.first.get("verb.told")
    return told is not None and found.text.endswith(
        ("you will ", "u will ", "you shall "), found.clause.start, told[0]
    )


def _hypothetical(found: Found, mood: str, previous: Frame | None) -> bool:
    if mood in ("condition", "consequence"):
        return True
    return previous is not None and previous.hypothetical and "contrast" not in found.first


def _parts(found: Found, verb: Mark | None) -> tuple[Span | None, Span | None, Span | None]:
    """The verb, its object, and the clause behind its courtesy and pressure words."""
    text, clause = found.text, found.clause
    end = tail(found, " ")
    if verb is None:
        ahead = [found.last[kind] for kind in _AHEAD if kind in found.last]
        behind = min((mark[1] for mark in ahead), default=None)
        if behind is not None:
            verb = next((m for m in found.all if m[2] == "verb" and m[0] >= behind), None)
        if verb is None:
            return None, None, span(text, clause.start, end)
    return verb[:2], span(text, verb[1], end), span(text, verb[0], end)
