"""What both languages read off the marks alike: pressure, negation, certainty, whose words."""

from __future__ import annotations

from .frame import DENIALS, Found, Frame, Span

PRESSURES = ("time", "obligation", "exclusive", "limit")


def pressures(found: Found) -> tuple[str, ...]:
    """The kinds of pressure among the marks; ``pressure.time.urge`` is one of time."""
    if not found.pressed:
        return ()
    kinds = {kind.split(".", 2)[1] for kind in found.first if kind.startswith("pressure.")}
    return tuple(kind for kind in PRESSURES if kind in kinds)


def scopes(found: Found, asked: bool) -> tuple[Span, ...]:
    """What the negations of a clause deny; ``asked``: 不是…吗 and isn't it? deny nothing."""
    if asked or not found.any(DENIALS):
        return ()
    spans: list[Span] = []
    turns = [start for start, _, kind in found.all if kind == "contrast"]
    thens = _thens(found)
    for start, end, kind in found.all:
        if kind in DENIALS:
            stops = turns
            if thens and _conditional(found.text, start, end):
                stops = sorted((*turns, *thens))
            stop = next((at for at in stops if at >= end), found.clause.end)
            if spans and spans[-1][1] >= stop:
                continue  # inside the reach of an earlier one
            spans.append((end, stop))
    return tuple(spans)


_BARE = frozenset(("不", "没", "没有", "未", "唔", "冇"))
_THEN = ("就", "便", "则", "那就")


def _thens(found: Found) -> list[int]:
    """Where 就 and its like bring what follows from something: 不还就…"""
    if "then" not in found.first:
        return []
    return [
        start
        for start, end, kind in found.all
        if kind == "then" and found.text.startswith(_THEN, start, end)
    ]


def _conditional(text: str, start: int, end: int) -> bool:
    """A bare 不 or 没 denies the condition only (不还就上门); 不会因为… denies it all."""
    return text[start:end] in _BARE and not text.startswith("因", end)


def certainty(found: Found) -> str:
    """How sure the clause sounds; a denied certainty (不保证) is none."""
    first = found.first
    if "certain.low" in first:
        return "low"
    high = first.get("certain.high")
    if high is None:
        return "none"
    denied = min((first[kind][1] for kind in DENIALS if kind in first), default=None)
    return "none" if denied is not None and denied <= high[0] else "high"


_QUOTES = frozenset(":“「『\"'")


def reported(found: Found, actor: str, previous: Frame | None) -> bool:
    """Whether these are somebody else's words: 您说…, 有人要您…, and what a colon or quote adds."""
    first = found.first
    if "reporting.always" in first:
        return True
    if actor in ("customer", "third") and "reporting" in first:
        return True
    if "causative" in first and actor == "third":
        return True
    if previous is None or not previous.reported:
        return False
    between = found.text[previous.end : found.clause.start]
    return not _QUOTES.isdisjoint(between) or found.text[previous.end - 1] in "说称讲"


def span(text: str, start: int, end: int, chaff: str = " ") -> Span | None:
    """The stretch without the chaff around it; None when nothing is left."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(chaff))
    end -= len(piece) - len(piece.rstrip(" "))
    return (start, end) if start < end else None


def tail(found: Found, particles: str) -> int:
    """The end of the clause without its particles and without the pressure words that close it."""
    text, end = found.text, found.clause.end
    least = found.clause.start
    for start, stop, kind in reversed(found.all):
        while end > least and text[end - 1] in particles:
            end -= 1
        if stop != end or not kind.startswith("pressure."):
            break
        end = start
    return end if end > least else found.clause.end
