"""The nouns of a loaded rule pack: plain frozen data, references resolved, words folded.

What the YAML may say stands in docs/rule-language.md; ``load`` turns it into these. A *label* is an
index into ``Pack.lexicons``: every named lexicon, and every list of words written inside a rule,
has one, so that a single automaton finds all of them and a hit only carries small integers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Union

from ..errors import Origin
from ..model import Confidence, Safety, Severity

if TYPE_CHECKING:
    from .proofs import Scenario
    from .turn import Turns

Label = int


class Kind(StrEnum):
    """The ways of matching; a closed set."""

    PHRASE = "phrase"
    PATTERN = "pattern"
    SEQUENCE = "sequence"
    REQUIRE = "require"
    TERM = "term"
    DETECTOR = "detector"
    METRIC = "metric"
    TURNS = "turns"


class Text(NamedTuple):
    """A sentence for people, in the two languages the tool speaks."""

    zh: str
    en: str


class Wording(NamedTuple):
    """Words put into a customer's message, one per script; None where the rule has none."""

    hans: str | None = None
    hant: str | None = None
    en: str | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A named set of words, expanded and folded.

    ``words`` are folded (see text.fold) and sorted. ``excepts`` are longer folded strings inside
    which a word does not count (马上贷 for 马上). ``edges`` says how Han word edges are judged:
    ``token`` asks the tokenizer, ``any`` takes the characters as they stand.
    """

    name: str
    lang: str
    words: tuple[str, ...]
    excepts: tuple[str, ...] = ()
    edges: str = "token"


class Scope(NamedTuple):
    """Words asked for in one stretch of text: any of ``has``, and none of ``lacks``."""

    where: str  # clause sentence message before after previous next
    has: tuple[Label, ...] = ()
    lacks: tuple[Label, ...] = ()


class Where(NamedTuple):
    """A test on the clause a hit stands in. Empty tuples and None ask nothing; all parts must hold.

    ``actor`` ``mood`` ``pressure`` ``certainty`` list allowed values of the clause frame
    (engine.frames); ``softened`` ``negated`` ``quoted`` ``reported`` ``hypothetical`` ask for that
    answer. ``chars`` bounds the clause's length in code points; ``whole`` asks whether the hit is
    all the message says. ``history`` scopes look at earlier turns by role. ``any_of`` needs one of
    its tests, ``none_of`` none.
    """

    actor: tuple[str, ...] = ()
    mood: tuple[str, ...] = ()
    pressure: tuple[str, ...] = ()
    certainty: tuple[str, ...] = ()
    softened: bool | None = None
    negated: bool | None = None
    quoted: bool | None = None
    reported: bool | None = None
    hypothetical: bool | None = None
    whole: bool | None = None
    chars: tuple[int, int] | None = None
    scopes: tuple[Scope, ...] = ()
    history: tuple[tuple[str, Scope], ...] = ()  # (role, scope over that role's earlier turns)
    any_of: tuple[Where, ...] = ()
    none_of: tuple[Where, ...] = ()


class Guard(NamedTuple):
    """A named reason to stay silent: any one of its tests cancels a hit."""

    name: str
    tests: tuple[Where, ...]


class Slot(NamedTuple):
    """One word of a sequence, from any of ``labels``; ``capture`` names it for the rewrite."""

    labels: tuple[Label, ...]
    capture: str | None = None
    optional: bool = False


class Gap(NamedTuple):
    """At most ``most`` code points between two slots (None: as far as the stretch goes).

    None of ``forbid`` may stand inside it.
    """

    most: int | None = 0
    forbid: tuple[Label, ...] = ()


class Phrase(NamedTuple):
    label: Label


class Pattern(NamedTuple):
    """A regular expression over the folded text; a group named ``span`` narrows the finding."""

    regex: str


class Sequence(NamedTuple):
    """Slots and gaps, strictly alternating and starting and ending with a slot.

    ``within`` is ``clause``, ``sentence`` or ``message``. ``span`` is ``all`` or a capture's name.
    """

    items: tuple[Slot | Gap, ...]
    within: str = "clause"
    from_start: Gap | None = None  # the first slot follows the stretch's start over this gap
    to_end: Gap | None = None  # the stretch ends within this gap after the last slot
    span: str = "all"


class Require(NamedTuple):
    """Something that must be said: any of ``need`` in ``scope`` whenever ``when`` holds.

    ``scope``: ``message`` ``opening`` (first sentence) ``ending`` (last sentence).
    ``place``: ``start`` or ``end`` of the message, where it would be inserted.
    """

    need: tuple[Label, ...]
    scope: str = "message"
    place: str = "start"
    when: Where | None = None


class Term(NamedTuple):
    """Glossary-driven: ``unexplained`` ``plain`` ``common`` ``forbidden`` or ``inconsistent``."""

    mode: str


class Detector(NamedTuple):
    """A named detector of the pii room, with its settings."""

    name: str
    params: tuple[tuple[str, str], ...] = ()


class Metric(NamedTuple):
    """A named measure of the message and its limit, per channel (key ``""`` is the default)."""

    name: str
    limits: tuple[tuple[str, float], ...]


Match = Union[Phrase, Pattern, Sequence, Require, Term, Detector, Metric, "Turns"]


class Rewrite(NamedTuple):
    """One way to mend a hit.

    ``target``: ``match`` ``clause`` ``sentence`` ``message`` ``start`` ``end`` or a capture's name.
    ``wording`` is a template: ``{match}`` and ``{capture}`` copy the customer's text, ``{{时间}}``
    leaves a hole for a person to fill. ``swaps`` replaces by what was matched instead.
    The first rewrite of a rule whose ``where`` holds, whose captures are filled and which passes
    the gate is offered.
    """

    target: str
    wording: Wording | None = None
    swaps: tuple[tuple[str, Wording], ...] = ()  # (folded match, what to put)
    safety: Safety = Safety.REVIEW
    title: Text | None = None
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Conditions:
    """When a rule speaks at all. An empty tuple allows every value."""

    roles: tuple[str, ...] = ("agent", "bot")
    channels: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()
    turn: str = "any"  # any, first (history known and without agent turn), later
    profiles: tuple[str, ...] = ()  # not empty: off unless one of these profiles is on


class Shift(NamedTuple):
    """Another severity in a context; the last one that applies wins. ``off`` silences the rule."""

    severity: Severity | None  # None: off
    channels: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    where: Where | None = None
    combined: bool = False  # several identifiers of one person stand in the message


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence a rule carries; ``spans`` are where it must be found, empty: it stays silent."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()
    fixed: str | None = None
    also: tuple[str, ...] = ()  # other rules that rightly find something here
    context: tuple[tuple[str, object], ...] = ()  # Message fields: channel, role, history, …
    origin: Origin | None = None
    scenario: Scenario | None = None  # of a rule over turns; ``text`` is its transcript


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    kind: Kind
    match: Match
    message: Text
    reason: Text
    source: str
    severity: Severity
    confidence: Confidence
    lang: str  # zh, en, or any
    wakes: tuple[str, ...]  # folded literals one of which is in every text this rule can match
    # more literals one of which must be there too, for each group
    needs: tuple[tuple[str, ...], ...] = field(default=(), kw_only=True)
    always: bool = False  # no literal can gate it: looked at for every message of its context
    edges: str = "token"
    sensitive: bool = False
    where: Where | None = None
    guards: tuple[str, ...] = ()
    excepts: tuple[Label, ...] = ()
    rewrites: tuple[Rewrite, ...] = ()
    conditions: Conditions = field(default_factory=Conditions)
    shifts: tuple[Shift, ...] = ()
    pack: str = "replylint"
    since: str = ""
    origin: Origin | None = None

    @property
    def topic(self) -> str:
        return self.id.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Talk:
    """The rules over turns, and their words: a table of its own, which messages never ask for."""

    ids: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    lexicons: tuple[Lexicon, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything the engine needs, from one or several packs merged in order."""

    rules: tuple[Rule, ...]
    lexicons: tuple[Lexicon, ...]  # a label is an index into this
    guards: tuple[Guard, ...]
    digest: str  # of the sources and of the engine's version; names the cache entry
    sources: tuple[str, ...] = ()  # pack names and versions, in order
    words: tuple[str, ...] = ()  # folded; what the tokenizer should know beyond its dictionary
    talk: Talk = field(default_factory=Talk)

    @property
    def everything(self) -> tuple[Rule, ...]:
        """The rules over single messages and those over turns, by id."""
        return tuple(sorted((*self.rules, *self.talk.rules), key=lambda rule: rule.id))
