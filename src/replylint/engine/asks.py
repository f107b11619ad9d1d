"""What is asked of a text before a rule that a literal woke looks: exact, and cheapest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..pii import DETECTORS
from ..rules.rule import Detector, Pattern, Rule, Weighted
from ..rules.rule import Sequence as SequenceOf
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
    if isinstance(match, Weighted):
        return _weighs(match, rule)
    groups = [slots.of_words(group) for group in rule.needs]  # the rarest first
    if isinstance(match, SequenceOf):
        order = [slots.of_labels(labels) for labels in needed(match)]
        return _in_order(groups, order) if len(order) > 1 else None
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


def _weighs(match: Weighted, rule: Rule) -> Ask:
    """Whether the heaviest clause of a text is an offence of the topic in any script."""
    least = min(most for _, most in match.raises)

    def weighs(look: Look) -> bool:
        found = look.weighed(match, rule.wakes)
        return found is not None and found.score >= least and found.topic == rule.topic

    return weighs


def _present(group: int) -> Ask:
    return lambda look: look.has(group)


def _in_order(groups: Sequence[int], order: Sequence[int]) -> Ask:
    """Whether a word of every group stands in a text, and then each of those in ``order`` begins
    behind one before: as ``bounds.in_order``, which says why that is exact."""

    def in_order(look: Look) -> bool:
        for group in groups:  # most texts lack one
            if not look.has(group):
                return False
        at = 0
        for group in order:
            for start in look.starts(group):
                if start >= at:
                    at = start + 1
                    break
            else:
                return False
        return True

    return in_order
