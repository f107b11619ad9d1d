"""Reads the frame of an English clause: an order stands first, the rest has a subject."""

from __future__ import annotations

from collections.abc import Sequence

from ...text.clauses import Clause
from .en_force import URGES, alone, can_you, demands, force_of, pressure_of
from .frame import Found, Frame, Mark, Span
from .judge import certainty, reported, scopes, span, tail

_SUBJECTS = frozenset(("agent", "customer", "third"))
_LEADS = URGES | {
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
    mood, pressure = _mood(found, actor, verb, previous), pressure_of(found)
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
    if "demand" in first:
        return "customer" if demands(found) else "agent"
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
    leads = softener is not None and (subject is None or softener[0] <= subject[0])
    if softener is not None and leads and "you" in found.text[softener[0] : softener[1]]:
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
    force = force_of(found, actor, verb)
    if alone(found):
        return "order"
    asked = "?" in found.clause.close
    softener = first.get("softener")
    if asked and (verb is None or _asks(found)):
        if softener is not None and softener[0] <= start + 8 and actor == "customer":
            return "request" if can_you(found) or verb is not None else "question"
        return "order" if force == "order" and not _asks(found) else "question"
    if softener is not None and found.text.startswith("if ", start) and softener[0] == start:
        return "condition" if verb is None else "request"
    if "consequence" in first and first["consequence"][0] == start:
        return "consequence"
    if force != "statement":
        return force
    if previous is not None and previous.mood == "condition":
        return "consequence"
    return "statement"


def _hypothetical(found: Found, mood: str, previous: Frame | None) -> bool:
    if mood in ("condition", "consequence"):
        return True
    if "contrast" in found.first:
        return False
    return previous is not None and previous.mood == "condition"


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
