"""What is asked of a text before a rule that a literal woke looks: exact, and cheapest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from ..pii import DETECTORS
from ..rules.rule import Detector, Gap, Pattern, Rule
from ..rules.rule import Sequence as SequenceOf
from .hit import Span
from .kinds.detector import detected
from .kinds.pattern import may_match
from .settings import Settings
from .slots import Look, Slots, needed

Ask = Callable[[Look], bool]


def besides(rule: Rule, settings: Settings, slots: Slots) -> Ask | None:
    """Asks what else must be there before a rule that a literal woke looks; None: nothing.

    A detector and a pattern are their own last gates: they need no more than the text, and all
    else that a rule costs is then for their hits alone.
    """
    match = rule.match
    if isinstance(match, Detector):
        reached = DETECTORS[match.name].gate.reached  # its literals woke it
        return lambda look: reached(look.text) and bool(detected(match, look.text, settings.public))
    groups = [slots.of_words(group) for group in rule.needs]  # the rarest first
    if isinstance(match, SequenceOf):
        order = [slots.of_labels(labels) for labels in needed(match)]
        return _in_order(groups, order, _reaches(match, slots), match.within)
    asks = [_present(group) for group in groups]
    if isinstance(match, Pattern):
        seconds = settings.timeout_ms / 1000
        asks.append(lambda look: may_match(match, look.text, seconds))
    if len(asks) < 2:
        return asks[0] if asks else None

    def all_of(look: Look) -> bool:
        for ask in asks:  # noqa: SIM110 - a generator costs as much as what it asks
            if not ask(look):
                return False
        return True

    return all_of


def _present(group: int) -> Ask:
    return lambda look: look.has(group)


def _reaches(match: SequenceOf, slots: Slots) -> list[float]:
    """How far each obligatory slot but the first may begin behind the end of the one before."""
    found: list[float] = []
    reach: float = 0
    seen = False
    for item in match.items:
        if isinstance(item, Gap):
            reach += float("inf") if item.most is None else item.most
        elif item.optional:
            reach += slots.longest(item.labels)
        else:
            if seen:
                found.append(reach)
            seen = True
            reach = 0
    return found


def _in_order(
    groups: Sequence[int], order: Sequence[int], reaches: Sequence[float], within: str
) -> Ask:
    """Whether a word of every group stands in a text, and those in ``order`` follow each other no
    farther apart than a sequence lets them, with no mark between them that always ends it."""
    first, rest = order[0], list(zip(order[1:], reaches, strict=True))

    def in_order(look: Look) -> bool:
        if not look.has_all(groups):  # most texts lack one
            return False
        ends = [end for _, end in look.spans(first)]
        for group, reach in rest:
            ends = _following(look, ends, look.spans(group), reach, within)
            if not ends:
                return False
        return True

    return in_order


def _following(
    look: Look, ends: Sequence[int], spans: Sequence[Span], reach: float, within: str
) -> list[int]:
    """The ends of those of ``spans`` that may follow one of ``ends``."""
    text = look.text
    found = []
    for start, stop in spans:
        for end in ends:
            if end > start:
                continue
            if start - end > reach and start - end - text.count(" ", end, start) > reach:
                continue
            if within != "message" and _divided(text, within).search(text, end, start):
                continue
            found.append(stop)
            break
    return found


def _divided(text: str, within: str) -> re.Pattern[str]:
    """What always ends a clause or a sentence; where links may stand, what no link holds."""
    return _edge(within, "/" in text or "www." in text)


@cache
def _edge(within: str, links: bool) -> re.Pattern[str]:
    ends = "\n\r。" if links else "\n\r。!?"
    if within == "sentence":
        return re.compile(f"[{ends}]")
    return re.compile(f"[{ends}…“”「」]|(?<![0-9]),")
