"""The force of an English clause: does it order, ask, or only tell?"""

from __future__ import annotations

from .frame import Found, Mark
from .judge import pressures

URGES = frozenset(("pressure.time.urge", "pressure.obligation", "pressure.exclusive"))


def force_of(found: Found, actor: str, verb: Mark | None) -> str:
    """``order``, ``request`` or ``statement``."""
    first = found.first
    if actor in ("agent", "third"):
        return "statement"
    if "negation.need" in first:
        return "statement"
    urged = found.any(URGES)
    if verb is not None or ("courtesy" in first and (urged or "verb" in first)):
        if "softener" in first:
            return "statement" if _permits(found) else "request"
        if "courtesy" in first or _begs_not(found):
            return "order" if urged or "time" in _pressing(found) else "request"
        return "order"
    if actor == "customer":
        if "need" in first or demands(found) or _told(found):
            return "request" if "softener" in first else "order"
        obliged = first.get("pressure.obligation")
        if obliged is not None:
            return "request" if "softener" in first else "order"
        return "request" if can_you(found) else "statement"
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


def can_you(found: Found) -> bool:
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
    if "statement" in first:
        return "statement"
    harder = "time" in pressing or "exclusive" in pressing or "pressure.limit.strict" in first
    if ("obligation" in pressing and harder) or "pressure.time.urge" in first:
        return "order"
    return "statement"


def demands(found: Found) -> bool:
    """I want that report by noon; but not: I want that onesie."""
    return "demand" in found.first and bool(pressures(found))


def alone(found: Found) -> bool:
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


def pressure_of(found: Found) -> tuple[str, ...]:
    kinds = _pressing(found)
    if "alone" in found.first and not kinds and alone(found):
        return ("exclusive",)
    if "obligation" not in kinds and (demands(found) or _wills(found)):
        ranks = ("time", "obligation", "exclusive", "limit")
        return tuple(kind for kind in ranks if kind == "obligation" or kind in kinds)
    return kinds


def _wills(found: Found) -> bool:
    told = found.first.get("verb.told")
    return told is not None and found.text.endswith(
        ("you will ", "u will ", "you shall "), found.clause.start, told[0]
    )
