"""What is asked of a text before a rule that a literal woke looks: exact, and cheapest first."""

from __future__ import annotations

from collections.abc import Callable

from ..pii import DETECTORS
from ..rules.rule import Detector, Pattern, Rule, Sequence
from .automaton import Automaton
from .kinds.detector import detected
from .kinds.pattern import may_match
from .settings import Settings
from .slots import Slots, needed

_FEW = 12  # words are looked for one by one; more than these by an automaton


def besides(rule: Rule, settings: Settings, slots: Slots) -> Callable[[str], bool] | None:
    """Asks what else must be there before a rule that a literal woke looks; None: nothing.

    A detector and a pattern are their own last gates: they need no more than the text, and all
    else that a rule costs is then for their hits alone.
    """
    match = rule.match
    if isinstance(match, Detector):
        reached = DETECTORS[match.name].gate.reached  # its literals woke it
        return lambda text: reached(text) and bool(detected(match, text, settings.public))
    asks = [_any_of(group) for group in rule.needs]
    if isinstance(match, Pattern):
        seconds = settings.timeout_ms / 1000
        asks.append(lambda text: may_match(match, text, seconds))
    if isinstance(match, Sequence) and len(needed(match)) > 1:
        asks.append(lambda text: slots.in_order(match, text))
    if len(asks) < 2:
        return asks[0] if asks else None

    def all_of(text: str) -> bool:
        for ask in asks:  # noqa: SIM110 - a generator costs as much as what it asks
            if not ask(text):
                return False
        return True

    return all_of


def _any_of(words: tuple[str, ...]) -> Callable[[str], bool]:
    if len(words) <= _FEW:

        def any_of(text: str) -> bool:
            for word in words:  # noqa: SIM110 - as above
                if word in text:
                    return True
            return False

        return any_of
    automaton = Automaton(dict.fromkeys(words))
    return lambda text: bool(automaton.matches(text))
