"""Says what the linter found as LanguageTool's clients expect it: matches, UTF-16, one replacement.

A match replaces one stretch. So it is widened to all that its fixes change, and of matches that
would overlap only the worst offers replacements.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .. import __version__
from ..model import FileResult, Finding, Fix, Placed, Result, Safety, Severity, Source
from ..report.view import View
from ..report.words import topic
from ..rewrite.apply import ordered
from ..text.fold import fold
from ..text.language import detect
from ..text.offsets import Unit, Units
from .annotated import Annotated

Row = dict[str, Any]

LANGUAGES = (
    ("Chinese", "zh", "zh-CN"),
    ("Chinese (Hong Kong)", "zh", "zh-HK"),
    ("Chinese (Taiwan)", "zh", "zh-TW"),
    ("English", "en", "en"),
    ("English (UK)", "en", "en-GB"),
    ("English (US)", "en", "en-US"),
)
_NAMES = {long: name for name, _, long in LANGUAGES} | {"zh": "Chinese"}
CODES = ("auto", *sorted(_NAMES))
_AROUND = 40  # code points of context on either side
_MOST_SENTENCES = 2_000

# What a client colours a match by: https://www.w3.org/TR/its20/#lqissue-typevalues
_ISSUES = {"jargon": "terminology", "term": "terminology", "clarity": "style"} | {
    "structure": "style", "vague": "style", "courtesy": "register", "command": "register",
    "rude": "register", "blame": "register", "closed_question": "register", "shirk": "register",
}  # fmt: skip
_OTHER = "legal"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rules a client wants: ids and topics, in capitals or not."""

    enabled: frozenset[str] = frozenset()
    disabled: frozenset[str] = frozenset()
    enabled_topics: frozenset[str] = frozenset()
    disabled_topics: frozenset[str] = frozenset()
    only: bool = False

    def wants(self, finding: Finding) -> bool:
        rule, kind = finding.rule.casefold(), finding.topic.casefold()
        if self.only:
            return rule in self.enabled or kind in self.enabled_topics
        if rule in self.enabled:
            return True
        return rule not in self.disabled and kind not in self.disabled_topics


def answer(given: Annotated, result: Result, code: str, wanted: Filter, lang: str) -> Row:
    """The answer of ``/v2/check``; ``code`` is the language the client named."""
    found = tuple(each for each in result.findings if wanted.wants(each))
    view = View(FileResult(Source(None, given.text), 1, tuple(map(Placed, found))))
    matches = _matches(found, given, view, lang) if given.text else []
    detected, sure = _detected(given.text)
    return {
        "software": {
            "name": "replylint",
            "version": __version__,
            "buildDate": "",
            "apiVersion": 1,
            "premium": False,
            "status": "",
        },
        "warnings": {"incompleteResults": bool(result.incomplete)},
        "language": {
            **_language(detected if code == "auto" else code),
            "detectedLanguage": {**_language(detected), "confidence": sure},
        },
        "matches": matches,
        "sentenceRanges": [list(given.span(*span)) for span in _sentences(given.text)],
    }


def languages() -> list[Row]:
    """The answer of ``/v2/languages``."""
    return [{"name": name, "code": code, "longCode": long} for name, code, long in LANGUAGES]


def _language(code: str) -> Row:
    return {"name": _NAMES[code], "code": code}


def _detected(text: str) -> tuple[str, float]:
    found = detect(fold(text))
    if found.lang == "zh":
        return ("zh-TW" if found.script == "Hant" else "zh-CN"), 0.99
    return ("en-US", 0.99) if found.lang == "en" else ("zh-CN", 0.0)


def _matches(found: tuple[Finding, ...], given: Annotated, view: View, lang: str) -> list[Row]:
    taken: list[tuple[int, int]] = []
    made: list[tuple[int, Row]] = []
    for each in ordered(found):  # the worst first: it may offer replacements
        fixes = [
            fix
            for fix in view.fixes(Placed(each))
            if fix.edits and fix.safety is not Safety.SHOW  # an idea is not for a click
        ]
        start, end = _marked(each, given.text)
        low = min([start, *(edit.start for fix in fixes for edit in fix.edits)])
        high = max([end, *(edit.end for fix in fixes for edit in fix.edits)])
        free = not any(low < last and first < high for first, last in taken)
        if fixes and free and given.plain(low, high):
            taken.append((low, high))
            start, end = low, high
            words = list(dict.fromkeys(_replaced(given.text, low, high, fix) for fix in fixes))
        else:
            words = []
        row = _match(each, given, view, (start, end), words, lang)
        made.append((start, row))
    return [row for _, row in sorted(made, key=lambda pair: pair[0])]


def _marked(finding: Finding, text: str) -> tuple[int, int]:
    """The finding's span; of something missing the character beside the place."""
    if finding.start < finding.end:
        return finding.start, finding.end
    start = min(finding.start, len(text) - 1)
    return start, start + 1


def _replaced(text: str, start: int, end: int, fix: Fix) -> str:
    """``text[start:end]`` with a fix applied."""
    words = text[start:end]
    for edit in sorted(fix.edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        words = words[: edit.start - start] + edit.text + words[edit.end - start :]
    return words


def _match(
    finding: Finding,
    given: Annotated,
    view: View,
    span: tuple[int, int],
    replacements: list[str],
    lang: str,
) -> Row:
    start, end = given.span(*span)
    kind = topic(finding.topic, lang)
    return {
        "message": view.sentence(Placed(finding)),
        "shortMessage": kind,
        "replacements": [{"value": each} for each in replacements],
        "offset": start,
        "length": end - start,
        "context": _context(view.text, *span),
        "sentence": _sentence(view.text, *span),
        "type": {"typeName": "Hint" if finding.severity is Severity.INFO else "Other"},
        "rule": {
            "id": finding.rule,
            "description": kind,
            "issueType": _ISSUES.get(finding.topic, _OTHER),
            "category": {"id": finding.topic.upper(), "name": kind},
            "confidence": {"high": 0.9, "medium": 0.6, "low": 0.3}[finding.confidence.value],
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": -1,
    }


def _context(text: str, start: int, end: int) -> Row:
    """The words around a span of masked text, in one line; offsets in UTF-16 units."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    front, back = "..." if first else "", "..." if last < len(text) else ""
    words = (front + text[first:last] + back).replace("\n", " ").replace("\r", " ")
    units = Units(words, Unit.UTF16)
    begun = units.of(len(front) + start - first)
    return {
        "text": words,
        "offset": begun,
        "length": units.of(len(front) + end - first) - begun,
    }


_ENDS = "。！？!?\n"


def _sentence(text: str, start: int, end: int) -> str:
    first = max((text.rfind(mark, 0, start) for mark in _ENDS), default=-1) + 1
    stops = [at for mark in _ENDS if (at := text.find(mark, max(start, end - 1))) >= 0]
    return text[first : min(stops, default=len(text) - 1) + 1].strip()


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text, as far as its marks tell."""
    start = count = 0
    for at, char in enumerate(text):
        if char in _ENDS and text[start : at + 1].strip():
            yield start, at + 1
            start = at + 1
            count += 1
            if count == _MOST_SENTENCES:
                return
    if text[start:].strip():
        yield start, len(text)
