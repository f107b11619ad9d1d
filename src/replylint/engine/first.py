"""Tells a message in which no rule can wake from a table alone, before the engine is imported.

One process for one clean message is the commonest run there is, and reading packs, term base and
engine costs it a hundred times the lint. The table is what the alarm knows of messages without any
context: literals, what must be there besides, digits, lengths. It names the few rules that
can find something, which are then all that is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..pii import DETECTORS
from ..pii.digits import count, longest
from ..pii.hit import NOTHING_PUBLIC
from ..text.fold import Folded, fold, spaced
from ..text.language import detect
from .bounds import LEAST_WORDS, in_order, may_exceed
from .second import runs

if TYPE_CHECKING:
    from ..model import Message
    from .alarm import Alarm
    from .ruleset import Ruleset

Data = list[Any]

_SECONDS = 0.2  # of one search
LONGEST = 2_000  # code points; what is longer is the engine's business
_LARGEST = 4_000  # words of a slot; larger ones are not asked for
_LINE, _TAB = "\u2028", "\u2029"  # JSON need not escape them, and no printable text holds them
_EXPERT_OR_COMMON = 3  # bits of the kinds of a form, see alarm


class First:
    """A table, as ``table`` made it and JSON kept it, and the words it points to.

    ``blob`` is nine tenths of the table, and a message asks for little of it: a pair of numbers
    says where in it something stands.

    ``rules``: by number as a string, the id, the language, the groups of words needed besides,
    those of a sequence in their order, its detector and its pattern; groups are indices into
    ``words``.
    ``buckets``: by first character the literals that begin with it, each with its codes. A code is
    a rule's number or, for a form of a term, ``~kind:concept:number``.
    """

    def __init__(self, data: Data, blob: bytes) -> None:
        (self._digits, self._lengths, self._terms, self._mixed, self._dense), *rest = data
        rules, words, buckets = rest
        self._rules: Mapping[str, tuple[str, str, list[int], list[int], str, str]] = rules
        self._words: list[tuple[int, int]] = words
        self._buckets: Mapping[str, tuple[int, int]] = buckets
        self._blob = blob

    def candidates(self, text: str) -> list[str] | None:
        """The ids of the rules that can find something, none for a clean text; None where the
        table cannot tell."""
        if len(text) > LONGEST or not text.isprintable():
            return None
        folded = fold(text)
        flat = folded.text
        squeezed = spaced(folded)
        if squeezed is not None and self._spans(folded, *squeezed):
            return None
        met = self._met(flat)
        if not met:
            return []
        lang = detect(folded).lang
        spoken = {lang, "any", *(o for o in ("zh", "en") if o != lang and runs(o, flat))}
        return [self._rules[n][0] for n in met if self._wakes(n, spoken, flat)]

    def _spans(self, folded: Folded, text: str, places: Iterable[int]) -> bool:
        """Whether a literal of the squeezed ``text`` spans a space, which is then left out."""
        gaps = [folded.at(place) - before for before, place in enumerate(places)]
        for literal, _ in self._literals(text):
            at = text.find(literal)
            while at >= 0:
                if any(at < gap < at + len(literal) for gap in gaps):
                    return True
                at = text.find(literal, at + 1)
        return False

    def _met(self, text: str) -> set[str]:
        codes = {code for _, codes in self._literals(text) for code in codes.split()}
        met = {code for code in codes if code[0] != "~"}
        forms = [code[1:].split(":") for code in codes if code[0] == "~"]
        kinds = [int(kind) for kind, _, _ in forms]
        about = 0
        for kind in kinds:
            about |= kind
        met.update(str(number) for number, wanted in self._terms if wanted & about)
        concepts = [concept for _, concept, _ in forms if concept]
        if len(set(concepts)) < len(concepts):
            met.update(map(str, self._mixed))
        hard = sum(1 for kind in kinds if kind and kind <= _EXPERT_OR_COMMON)
        met.update(str(number) for number, most in self._dense if hard * 100 > most * LEAST_WORDS)
        met.update(str(n) for n, name, most in self._lengths if may_exceed(name, text, most))
        run, digits = longest(text), count(text)
        met.update(str(n) for n, most, least in self._digits if most <= run and least <= digits)
        return met

    def _literals(self, text: str) -> Iterator[tuple[str, str]]:
        """The literals that stand in a text, with their codes."""
        for char in set(text):
            if char not in self._buckets:
                continue
            for line in self._lines(self._buckets[char]):
                literal, _, codes = line.partition(_TAB)
                if literal in text:
                    yield literal, codes

    def _lines(self, place: tuple[int, int]) -> list[str]:
        return self._blob[place[0] : place[1]].decode().split(_LINE)

    def _wakes(self, number: str, spoken: set[str], text: str) -> bool:
        _, lang, groups, order, detector, regex = self._rules[number]
        if lang not in spoken:
            return False
        if not all(any(w in text for w in self._lines(self._words[group])) for group in groups):
            return False
        if not in_order(text, (self._lines(self._words[group]) for group in order)):
            return False
        if detector:
            found = DETECTORS[detector]
            return found.gate.admits(text) and any(True for _ in found.find(text, NOTHING_PUBLIC))
        return not regex or _matches(regex, text)


def _matches(regex: str, text: str) -> bool:
    """By the engine's own module: a tenth of what the engine takes to be imported."""
    import regex as patterns

    try:
        return bool(patterns.search(regex, text, patterns.VERSION0, timeout=_SECONDS))
    except TimeoutError:
        return True


def table(ruleset: Ruleset, message: Message) -> tuple[Data, bytes] | None:
    """What ``First`` asks, for messages with the fields of ``message``; None: rules look always."""
    from ..rules.literals import minimal
    from ..rules.rule import Detector, Metric, Pattern, Sequence
    from .slots import Slots, needed

    choir, alarm = ruleset.choir(message), ruleset.alarm
    if choir.always:
        return None
    groups: dict[str, int] = {}  # rules share lexicons, and so groups
    slots = Slots(ruleset.lexicons)
    rules = {}
    for number in choir.everybody:
        rule = ruleset.numbered[number]
        match = rule.match
        detector = match.name if isinstance(match, Detector) else ""
        order = (
            [slots.words(labels) for labels in needed(match)] if isinstance(match, Sequence) else []
        )
        rules[str(number)] = (
            rule.id,
            rule.lang,
            [_grouped(group, groups) for group in rule.needs if not order],
            [_grouped(minimal(group), groups) for group in order if len(group) <= _LARGEST],
            detector,
            match.regex if isinstance(match, Pattern) else "",
        )
    metrics = [
        (number, rule.match.name, most)
        for number, most in choir.lengths
        if isinstance((rule := ruleset.numbered[number]).match, Metric)
    ]
    buckets: dict[str, list[str]] = {}
    literals = alarm.automaton
    for place, codes in enumerate(literals.values):
        literal = literals.literal(place)
        if not literal.isprintable():  # nor does a text hold it that the table is asked about
            continue
        speaking = sorted(choir.literal.intersection(alarm.with_kin(set(codes))))
        written = " ".join([*map(str, speaking), *_form(place, alarm)])
        buckets.setdefault(literal[0], []).append(literal + _TAB + written)
    # what has no limit here is no JSON, and never met
    lengths = [each for each in metrics if each[2] != float("inf")]
    dense = [each for each in choir.dense if each[1] != float("inf")]
    besides = [choir.digits, lengths, choir.terms, choir.mixed, dense]
    blob = bytearray()
    words = [_put(group, blob) for group in groups]
    places = {char: _put(_LINE.join(lines), blob) for char, lines in buckets.items()}
    return [besides, rules, words, places], bytes(blob)


def _put(lines: str, blob: bytearray) -> tuple[int, int]:
    start = len(blob)
    # a lone surrogate is in no text that is asked about, whatever it becomes
    blob += lines.encode(errors="replace")
    return start, len(blob)


def _grouped(words: Iterable[str], groups: dict[str, int]) -> int:
    return groups.setdefault(_LINE.join(words), len(groups))


def _form(place: int, alarm: Alarm) -> Iterator[str]:
    """What a literal says as a form of a term."""
    form = alarm.form(place)
    if form is not None and form[1:] != (0, ""):
        number, kind, concept = form
        yield f"~{kind}:{concept}:{number}"
