"""Silences findings as the file's comments ask, and finds fault with the comments themselves.

A suppression that silences nothing, names no rule or an unknown one, has run out, never ends or
cannot be read is a finding of its own, in the topic ``suppression``. Those findings can only be
switched off in the settings: a comment cannot hide that a comment is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from ..model import Confidence, Finding, Place, Placed
from .cover import Cover, Suppression, cover
from .directive import Fault, read
from .terms import RULES, TOPIC, Applied, Terms

if TYPE_CHECKING:
    from ..text.markup import Document

__all__ = ["RULES", "Applied", "Terms", "apply"]

_WHAT: Mapping[str, tuple[str, str]] = {
    "verb": (
        "关键词应为 ignore、ignore-next-line、ignore-start、ignore-end 或 ignore-file",
        "A suppression says ignore, ignore-next-line, ignore-start, ignore-end or ignore-file.",
    ),
    "scope": (
        "此处只能写 ignore[…] 或 ignore-file[…]",
        "Here a suppression speaks for what it stands in: write ignore[…].",
    ),
    "list": (
        "要写明忽略哪些规则，例如 ignore[command.*]",
        "Name the rules to silence, for example ignore[command.*].",
    ),
    "open": ("规则列表缺少“]”", "The list of rules is not closed: a ] is missing."),
    "every": (
        "不能忽略全部规则，请写明是哪些",
        "All rules at once cannot be silenced: name those that are meant.",
    ),
    "topic": ("要忽略整个主题请写“{word}.*”", 'For the whole topic write "{word}.*".'),
    "pattern": (
        "规则写作 topic.name 或 topic.*",
        "A rule is written topic.name, or topic.* for the whole topic.",
    ),
    "own": (
        "关于忽略说明本身的提示只能在设置中关闭",
        "Findings about suppressions can only be switched off in the settings.",
    ),
    "date": (
        "until 之后应是一个日期，如 2026-12-31；本条不生效",
        "After until stands a date such as 2026-12-31; this one silences nothing.",
    ),
    "end": (
        "没有与“{word}”对应的 ignore-start",
        'There is no open ignore-start for "{word}".',
    ),
}


def apply(
    document: Document,
    findings: Sequence[Placed],
    terms: Terms,
    path: str,
    place: Callable[[int, int], Place],
) -> Applied:
    """Sort ``findings``, which have places in ``document``, by what its comments silence.

    ``place`` tells line and column of a stretch of the file.
    """
    if not any("replylint" in comment.text for comment in document.comments):
        return Applied(tuple(findings))
    directives, faults = read(document.comments, document.text)
    suppressions, more = cover(document, directives)
    in_force = Cover(each for each in suppressions if not _expired(each, terms))
    used: set[int] = set()
    kept: list[Placed] = []
    silenced: list[Placed] = []
    for finding in findings:
        fitting = list(_silencing(finding, in_force))
        used.update(map(id, fitting))
        if fitting:
            silenced.append(replace(finding, reason=fitting[0].directive.reason))
        else:
            kept.append(finding)
    faults += more
    faults += _judged(suppressions, used, terms)
    own = [_finding(fault, terms, path, place) for fault in sorted(faults, key=_where)]
    return Applied(tuple(kept), tuple(silenced), tuple(each for each in own if each))


def _expired(suppression: Suppression, terms: Terms) -> bool:
    until = suppression.directive.until
    return until is not None and date.fromisoformat(until) < terms.today


def _silencing(finding: Placed, in_force: Cover) -> Iterator[Suppression]:
    place = finding.place
    if place is not None:
        for each in in_force.at(place.start, place.end):
            if fnmatchcase(finding.finding.rule, each.rule.pattern):
                yield each


def _judged(suppressions: Sequence[Suppression], used: set[int], terms: Terms) -> list[Fault]:
    """What is wrong with suppressions that could be read; one fault each, the gravest.

    ``used`` are the identities of those that silenced something.
    """
    faults: list[Fault] = []
    ran = terms.known if terms.ran is None else terms.ran
    for each in suppressions:
        rule = each.rule
        if not _fits(rule.pattern, terms.known):
            fault = Fault("unknown-rule", "unknown", rule.start, rule.end, rule.pattern)
        elif _expired(each, terms):
            said = each.directive
            fault = Fault("expired", "expired", said.start, said.end, said.until or "")
        elif id(each) not in used and _fits(rule.pattern, ran):
            fault = Fault("unused", "unused", rule.start, rule.end, rule.pattern)
        else:
            continue
        if fault not in faults[-1:]:  # one comment runs out once, however many rules it names
            faults.append(fault)
    return faults


def _fits(pattern: str, rules: Collection[str]) -> bool:
    if "*" not in pattern:
        return pattern in rules
    return any(fnmatchcase(rule, pattern) for rule in rules)


def _where(fault: Fault) -> tuple[int, int, str, str]:
    return fault.start, fault.end, fault.name, fault.what


def _finding(
    fault: Fault, terms: Terms, path: str, place: Callable[[int, int], Place]
) -> Placed | None:
    rule = f"{TOPIC}.{fault.name}"
    usual, *sentences = RULES[rule]
    severity = terms.severity.get(rule, usual)
    if severity is None:
        return None
    lang = terms.lang == "en"
    what = _WHAT.get(fault.what, ("", ""))[lang].format(word=fault.word)
    hint = _hint(fault, terms, lang) if fault.name == "unknown-rule" else ""
    text = sentences[lang].format(word=fault.word, what=what, hint=hint)
    finding = Finding(rule, TOPIC, severity, Confidence.HIGH, fault.start, fault.end, text)
    return Placed(finding, path, place(fault.start, fault.end))


def _hint(fault: Fault, terms: Terms, english: bool) -> str:
    from difflib import get_close_matches

    near = get_close_matches(fault.word, list(terms.known), n=1)
    if not near:
        return ""
    return f'; the nearest is "{near[0]}"' if english else f"，是否指“{near[0]}”"
