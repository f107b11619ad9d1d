"""What weighted rules and the others make of each other's findings.

Weights raise only what every other rule left silent; and where they see nothing in a whole message,
what another rule found by its words there is information, no more.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Confidence, Finding, Severity
from ..rules.rule import Rule, Weighted
from .pending import weaker
from .ruleset import Ruleset
from .scene import Scene


def second_thoughts(
    findings: Sequence[Finding], scene: Scene, ruleset: Ruleset
) -> tuple[list[Finding], tuple[Finding, ...]]:
    """The findings of a message that stay, some of them weaker, and those that give way."""
    topics = {topic for _, topic in ruleset.weighted}
    raised = [each for each in findings if isinstance(ruleset.rules[each.rule].match, Weighted)]
    others = [_doubted(each, scene, ruleset) for each in findings if each not in raised]
    spoken = [each for each in others if each.severity is not Severity.INFO]
    left = [
        each
        for each in raised
        if any(other.topic in topics or _touch(each, other) for other in spoken)
    ]
    return [*others, *(each for each in raised if each not in left)], tuple(left)


def _touch(one: Finding, other: Finding) -> bool:
    return one.start < other.end and other.start < one.end


def _doubted(finding: Finding, scene: Scene, ruleset: Ruleset) -> Finding:
    """A warning in a message whose evidence says that nothing is wrong, as information.

    Errors stay, being what no context excuses, and so does what a rule of high confidence says and
    what the settings give a severity.
    """
    rule = ruleset.rules[finding.rule]
    if rule.confidence is Confidence.HIGH:
        return finding
    judge = ruleset.weighted.get((rule.lang, finding.topic))
    if finding.severity is not Severity.WARNING or judge is None or judge is rule:
        return finding
    if ruleset.settings.override(rule.id) is not None or not _light(judge, scene, ruleset):
        return finding
    return weaker(finding)


def _light(judge: Rule, scene: Scene, ruleset: Ruleset) -> bool:
    match = judge.match
    assert isinstance(match, Weighted)
    if match.doubts is None or scene.lang != judge.lang:
        return False
    found = ruleset.alarm.bench.scales(match, judge.wakes).weigh(scene.text, scene.clauses)
    return found is not None and found.score < match.doubts
