"""One message in, findings out: fold, find the literals, wake the rules, judge their hits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..model import Decision, Finding, Incomplete, Message, Result
from ..rules.rule import Detector, Kind, Metric, Pattern, Phrase, Require, Rule, Term, Weighted
from ..rules.rule import Sequence as SequenceOf
from ..text.fold import Folded, fold, spaced
from ..text.language import Language, detect
from ..text.protected import Protected
from .alarm import Alarm
from .hit import Hit
from .kinds.detector import detections
from .kinds.metric import limit, metrics
from .kinds.pattern import OverrunError, patterns
from .kinds.sequence import sequences
from .kinds.words import missing, phrases
from .resolve import resolve
from .ruleset import LANGS, Ruleset
from .scene import Scene
from .second import runs
from .second_thoughts import second_thoughts
from .settings import reaches
from .verdict import finding, severity
from .where import cancelled, holds

if TYPE_CHECKING:
    from .explain import Trace

Matches = list[tuple[int, int, int]]


def lint(
    message: Message,
    ruleset: Ruleset,
    protected: Sequence[Protected] | None = None,
    trace: Trace | None = None,
) -> Result:
    """Check one message.

    ``protected`` are the stretches a file says are not the writer's words, in code points of the
    message; None looks for them in the text. ``trace`` is filled with what happened on the way.
    Raises UsageError when the tokenizer asked for is not installed.
    """
    if len(message.text) > ruleset.settings.max_chars:
        most = ruleset.settings.max_chars
        why = f"the message has {len(message.text):,} characters, more than max_chars = {most:,}"
        return Result(message, incomplete=(Incomplete(why),), decision=Decision.REVISE)
    choir = ruleset.choir(message)
    folded, matches, dropped = _wake(fold(message.text), ruleset)
    alarm = ruleset.alarm
    gates = ruleset.settings.gates
    woken = alarm.met(choir, folded.text, matches) if gates else choir.everybody
    language: Language | None = None
    if woken:
        language = detect(folded, message.lang)
        langs = [language.lang, *_also(language.lang, woken, folded.text, alarm)]
        if gates:
            woken = alarm.asked(woken, langs, folded.text)
    if trace is not None:
        language = language or detect(folded, message.lang)
        trace.folded, trace.lang, trace.spaced = folded.text, language.tag, dropped
        if woken:
            trace.literals += dict.fromkeys(folded.text[start:end] for _, start, end in matches)
    if not woken or language is None:
        return Result(message)
    judging = _Judging(message, folded, language, ruleset, protected, trace)
    judging.judge(woken, langs, matches)
    return judging.result()


def _also(lang: str, woken: set[int], text: str, alarm: Alarm) -> list[str]:
    """The other languages that a message says something in, of those that rules want to know of."""
    return [
        other
        for other in LANGS
        if other != lang and alarm.speaks(woken, other) and runs(other, text)
    ]


def _wake(folded: Folded, ruleset: Ruleset) -> tuple[Folded, Matches, bool]:
    """The literals of a text; single spaces inside one of them are left out of the folding."""
    matches = ruleset.alarm.automaton.matches(folded.text)
    squeezed = spaced(folded)
    if squeezed is None:
        return folded, matches, False
    text, places = squeezed
    gaps = [folded.at(place) - before for before, place in enumerate(places)]
    spans = [(start, end) for _, start, end in ruleset.alarm.automaton.matches(text)]
    drop = [
        place
        for gap, place in zip(gaps, places, strict=True)
        if any(start < gap < end for start, end in spans)
    ]
    if not drop:
        return folded, matches, False
    folded = fold(folded.original, drop)
    return folded, ruleset.alarm.automaton.matches(folded.text), True


class _Judging:
    """One message being judged."""

    def __init__(
        self,
        message: Message,
        folded: Folded,
        language: Language,
        ruleset: Ruleset,
        protected: Sequence[Protected] | None,
        trace: Trace | None,
    ) -> None:
        self._message = message
        self._folded = folded
        self._language = language
        self._ruleset = ruleset
        self._protected = protected
        self._trace = trace
        self._findings: list[Finding] = []
        self._incomplete: list[Incomplete] = []

    def judge(self, woken: set[int], langs: Sequence[str], matches: Matches) -> None:
        """Let the woken rules look, in every language the message is written in, its own first."""
        rules = self._ruleset.numbered
        main = sorted(n for n in woken if rules[n].lang in (langs[0], "any"))
        if main or self._trace is not None:
            self._judge(self._scene(self._language), main, matches)
        for other in langs[1:]:
            second = sorted(n for n in woken if rules[n].lang == other)
            if second:
                script = self._language.script if other == "zh" else None
                self._judge(self._scene(Language(other, script, other)), second, matches)

    def result(self) -> Result:
        """Everything found, sorted, and what to do with the reply."""
        kept, dropped = resolve(self._findings)
        if self._trace is not None:
            self._trace.gave_way(dropped)
        settings = self._ruleset.settings
        decision = Decision.ALLOW
        if self._incomplete or any(reaches(each.severity, settings.revise) for each in kept):
            decision = Decision.REVISE
        if any(reaches(each.severity, settings.block) for each in kept):
            decision = Decision.BLOCK
        return Result(self._message, kept, tuple(self._incomplete), (), decision)

    def _scene(self, language: Language) -> Scene:
        lang = language.lang if language.lang in LANGS else "other"
        vocabulary = self._ruleset.vocabulary[lang]
        return Scene(
            self._message, self._folded, lang, language.script, vocabulary, self._protected
        )

    def _judge(self, scene: Scene, numbers: Sequence[int], matches: Matches) -> None:
        trace, before = self._trace, len(self._findings)
        for number in numbers:
            rule = self._ruleset.numbered[number]
            if trace is not None:
                trace.woken.append(rule.id)
            try:
                for hit in self._hits(rule, scene, matches):
                    self._weigh(rule, hit, scene)
            except OverrunError:
                limit_ms = self._ruleset.settings.timeout_ms
                why = f"the search took longer than timeout_ms = {limit_ms}"
                self._incomplete.append(Incomplete(why, rule.id))
        if self._ruleset.weighted and len(self._findings) > before:
            self._findings, left = second_thoughts(self._findings, scene, self._ruleset)
            if trace is not None:
                trace.gave_way(left)
        if trace is not None:
            trace.saw(scene)

    def _hits(self, rule: Rule, scene: Scene, matches: Matches) -> Iterator[Hit]:
        """What a rule's way of matching finds."""
        match = rule.match
        settings = self._ruleset.settings
        if isinstance(match, Phrase):
            return phrases(match, scene)
        if isinstance(match, Pattern):
            return patterns(match, scene, rule.edges, settings.timeout_ms / 1000)
        if isinstance(match, SequenceOf):
            return sequences(match, scene)
        if isinstance(match, Require):
            if match.when is not None and not holds(match.when, scene, Hit(0, 0)):
                return iter(())
            return missing(match, scene)
        if isinstance(match, Detector):
            return detections(match, scene, settings.public)
        if isinstance(match, Term):
            from .kinds.term import terms  # no rule of most messages is about terms

            return terms(match, scene, self._ruleset, matches)
        if isinstance(match, Weighted):
            from .kinds.weighted import weighed  # few messages hold what wakes it

            return weighed(
                match, rule.topic, scene, self._ruleset.alarm.bench.scales(match, rule.wakes)
            )
        assert isinstance(match, Metric)
        most = limit(match, scene.message.channel, self._ruleset.limits)
        return metrics(match, scene, most, self._term_count(match, scene, matches))

    def _term_count(self, match: Metric, scene: Scene, matches: Matches) -> int:
        if match.name != "terms-per-100":
            return 0
        from .kinds.term import count

        return count(scene, self._ruleset, matches)

    def _weigh(self, rule: Rule, hit: Hit, scene: Scene) -> None:
        veto = self._veto(rule, hit, scene)
        level = None
        if veto is None:
            level = severity(rule, hit, scene, self._ruleset.settings)
            veto = "off here" if level is None else None
        if self._trace is not None:
            self._trace.judged(rule, hit, scene, veto)
        if level is not None:
            self._findings.append(finding(rule, hit, scene, level, self._ruleset.settings))

    def _veto(self, rule: Rule, hit: Hit, scene: Scene) -> str | None:
        """Why a hit does not count; None when it does."""
        if rule.kind not in (Kind.REQUIRE, Kind.METRIC):
            kind = _touched(rule, hit, scene)
            if kind is not None:
                return f"protected: {kind}"
            if any(
                start <= hit.start and hit.end <= end
                for label in rule.excepts
                for start, end in scene.words.of(label)
            ):
                return "except"
        if (
            rule.where is not None
            and rule.kind is not Kind.REQUIRE
            and not holds(rule.where, scene, hit)
        ):
            return "where"
        guards = [self._ruleset.guards[name] for name in rule.guards]
        guard = cancelled(guards, scene, hit)
        return None if guard is None else f"guard {guard.name}"


def _touched(rule: Rule, hit: Hit, scene: Scene) -> str | None:
    """The kind of the protected stretch a hit lies on; a detector minds holes alone."""
    start, end = scene.folded.span(hit.start, hit.end)
    for each in scene.protected:
        if each.start < end and start < each.end:
            if rule.kind is Kind.DETECTOR and each.kind not in ("hole", "control"):
                continue
            return each.kind
    return None
