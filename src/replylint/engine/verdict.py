"""From a hit to a finding: how bad it is here, what it says, how to mend it."""

from __future__ import annotations

import re
from functools import cache

from ..model import Confidence, Finding, Message, Severity
from ..rules.rule import Rule, Shift
from .hit import Hit
from .mending import fixes, named
from .pending import pending
from .scene import Scene
from .settings import Settings
from .where import holds

_LONGEST = 40  # code points of the writer's words that a sentence repeats


def severity(rule: Rule, hit: Hit, scene: Scene, settings: Settings) -> Severity | None:
    """How bad a hit is in its context; None when the rule is off there.

    A severity the settings give counts over everything; the last shift that applies over the rule.
    """
    given = settings.override(rule.id)
    if given is not None:
        return None if given == "off" else Severity(given)
    found: Severity | None = Severity(hit.severity) if hit.severity else rule.severity
    if any(shift.combined for shift in rule.shifts):
        from ..pii.combination import combined
    for shift in rule.shifts:
        if (
            applies(shift, scene.message, settings)
            and (shift.where is None or holds(shift.where, scene, hit))
            and (not shift.combined or combined(scene.text, settings.public))
        ):
            found = shift.severity
    return found


def applies(shift: Shift, message: Message, settings: Settings) -> bool:
    """Whether a shift's context is the message's."""
    return (
        (not shift.channels or message.channel in shift.channels)
        and (not shift.audiences or message.audience in shift.audiences)
        and (not shift.recipients or message.recipient in shift.recipients)
        and (not shift.profiles or not set(shift.profiles).isdisjoint(settings.profiles))
    )


def finding(rule: Rule, hit: Hit, scene: Scene, level: Severity, settings: Settings) -> Finding:
    """The finding of a hit, its span in the message as it was given; its fixes come when asked."""
    if hit.place is not None:
        start = end = 0 if hit.place == "start" else len(scene.message.text)
    else:
        start, end = scene.folded.span(hit.start, hit.end)
    values = (
        rule.id,
        rule.topic,
        level,
        Confidence(hit.confidence) if hit.confidence else rule.confidence,
        start,
        end,
        sentence(rule, hit, scene, settings.lang),
        rule.sensitive,
    )
    if not settings.fixes or not rule.rewrites:
        return Finding(*values)
    return pending(lambda: fixes(rule, hit, scene, settings), *values)


def sentence(rule: Rule, hit: Hit, scene: Scene, lang: str) -> str:
    """The rule's sentence about this place; a sensitive one repeats nothing of the message."""
    template = rule.message.zh if lang == "zh" else rule.message.en
    if "{" not in template:
        return template
    if rule.sensitive:
        values = {name: value for name, value in hit.captures.items() if isinstance(value, str)}
        values.pop("mask", None)
    else:
        start, end = scene.folded.span(hit.start, hit.end)
        values = {"match": scene.message.text[start:end], **named(hit.captures, scene)}
    return _placeholder().sub(lambda m: _short(values.get(m[1], "…")), template)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


@cache
def _placeholder() -> re.Pattern[str]:
    return re.compile(r"\{([^{}]+)\}")
