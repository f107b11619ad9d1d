"""From the turns that rules find to findings: how bad, where, in which words, mended how."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Confidence, Edit, Finding, Fix, Safety, Severity, TurnFinding
from ..rules.rule import Rewrite, Rule
from ..text.fold import fold
from ..text.language import detect
from .book import Book, Part
from .thread import Thread
from .words import mask


def judged(book: Book, thread: Thread) -> list[TurnFinding]:
    """What the rules over turns find; of one topic at one turn only the worst."""
    kept: dict[tuple[str, int], TurnFinding] = {}
    for part, turn in book.hits(thread):
        level = _severity(part.rule, book, thread)
        if level is None:
            continue
        found = TurnFinding(_finding(part, level, book, thread, turn), turn)
        key = (found.finding.topic, turn)
        if key not in kept or _rank(found) > _rank(kept[key]):
            kept[key] = found
    return list(kept.values())


def _rank(found: TurnFinding) -> tuple[int, bool, bool]:
    sure = found.finding.confidence
    return found.finding.severity.rank, sure is Confidence.HIGH, sure is not Confidence.LOW


def _severity(rule: Rule, book: Book, thread: Thread) -> Severity | None:
    """The severity the settings give, else that of the last shift that applies, else the rule's."""
    given = book.settings.override(rule.id)
    if given is not None:
        return None if given == "off" else Severity(given)
    found: Severity | None = rule.severity
    for shift in rule.shifts:
        fits = not shift.channels or thread.conversation.channel in shift.channels
        on = not shift.profiles or not set(shift.profiles).isdisjoint(book.settings.profiles)
        if fits and on:
            found = shift.severity
    return found


def _finding(part: Part, level: Severity, book: Book, thread: Thread, turn: int) -> Finding:
    rule = part.rule
    start, end = _span(part, thread, turn)
    lang = book.settings.lang
    template = rule.message.zh if lang == "zh" else rule.message.en
    fixes = tuple(_fixes(rule, thread, turn)) if book.settings.fixes else ()
    text = _sentence(template, thread, turn, start, end, lang)
    return Finding(
        rule.id, rule.topic, level, rule.confidence, start, end, text, rule.sensitive, fixes
    )


def _span(part: Part, thread: Thread, turn: int) -> tuple[int, int]:
    match, size = part.match, len(thread.messages[turn].text)
    if match.span == "start":
        return 0, 0
    if match.span == "end":
        return size, size
    if match.span == "match":
        places = thread.read.of(turn, mask(match.find.has))
        if places:
            first = min(start for start, _ in places)
            return first, max(end for start, end in places if start == first)
    return 0, size


def _sentence(template: str, thread: Thread, turn: int, start: int, end: int, lang: str) -> str:
    if "{" not in template:
        return template
    waited = thread.waits("plain")[turn]
    if waited is None:
        waited = thread.elapsed(0, turn, "plain")
    words = " ".join(thread.messages[turn].text[start:end].split())
    shown = words if len(words) <= 40 else words[:39] + "…"
    spoken = "…" if waited is None else duration(waited, lang)
    return template.replace("{match}", shown).replace("{waited}", spoken)


def duration(seconds: float, lang: str) -> str:
    """A time for people.

    >>> duration(93600, "zh"), duration(1500, "en")
    ('26小时', '25 minutes')
    """
    if seconds >= 3600:
        number, zh, en = round(seconds / 3600, 1), "小时", "hour"
    else:
        number, zh, en = round(seconds / 60), "分钟", "minute"
    return f"{number:g}{zh}" if lang == "zh" else f"{number:g} {en}{'s' if number != 1 else ''}"


def _fixes(rule: Rule, thread: Thread, turn: int) -> Iterator[Fix]:
    for rewrite in rule.rewrites:
        text = thread.messages[turn].text
        wording = _wording(rewrite, text)
        if wording:
            at = 0 if rewrite.target == "start" else len(text)
            title = rewrite.title.zh if rewrite.title else rule.message.zh
            hole = "{" in wording
            safety = Safety.REVIEW if hole and rewrite.safety is Safety.SAFE else rewrite.safety
            yield Fix(title, safety, (Edit(at, at, wording),))
            return


def _wording(rewrite: Rewrite, text: str) -> str | None:
    wording = rewrite.wording
    if wording is None:
        return None
    language = detect(fold(text))
    if language.lang == "en":
        found = wording.en
    else:
        found = wording.hant if language.script == "Hant" else wording.hans
    return None if found is None else found.replace("{{", "{").replace("}}", "}")
