"""The nouns of a rule over turns: which turn it finds, and what must stand around it.

What the YAML may say stands in docs/rule-language.md, "Rules over turns". Labels are indices into
``Talk.lexicons``, a table of its own: a single message never asks for these words.
"""

from __future__ import annotations

from dataclasses import dataclass

from .rule import Label


@dataclass(frozen=True, slots=True)
class Limit:
    """A stretch of time: ``seconds``, or the limit of that ``name`` in the settings."""

    seconds: float = 0.0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Lapse:
    """How long something took: more than ``over``, less than ``under``.

    ``clock``: ``plain`` runs on, ``service`` stands still while the customer is waited for and
    outside business hours.
    """

    over: Limit | None = None
    under: Limit | None = None
    clock: str = "plain"


@dataclass(frozen=True, slots=True)
class Repeats:
    """Says again what ``times`` earlier turns of its role said, by this share of its clauses.

    ``chars``: shorter turns repeat nothing; ``share`` is between 0 and 1.
    """

    times: int = 1
    share: float = 0.7
    chars: int = 12


@dataclass(frozen=True, slots=True)
class Test:
    """A test on one turn. Empty tuples and None ask nothing; all parts must hold.

    ``has``, ``also`` and ``lacks`` are words, ``ends`` folded ones it ends with; ``channels`` and
    ``queues`` are the conversation's; ``moods`` bounds the customer's mood (-3..3); ``finds`` are
    patterns of rules of which one found something in the turn. ``nth`` counts the turns of its
    role from 1, or from -1 at the end. ``author`` is ``new`` when somebody else spoke
    for the house before, ``same`` when nobody else did. ``wait`` is how long the customer had been
    without an answer. ``hours`` are minutes of the day, the second may lie before the first.
    ``echoes`` asks for so many characters in one stretch (twice as many words in English count as
    half) said by the customer before. ``due``: it promises something for a time. ``contact``: the
    house speaks unasked after a silence. ``combined``: together with earlier turns it identifies
    somebody, and alone it does not. ``meta``: a field that is given has one of these values.
    """

    __test__ = False  # for pytest, which would take it for one of its own

    roles: tuple[str, ...] = ()
    has: tuple[Label, ...] = ()
    also: tuple[Label, ...] = ()
    lacks: tuple[Label, ...] = ()
    ends: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    queues: tuple[str, ...] = ()
    moods: tuple[int, int] | None = None
    finds: tuple[str, ...] = ()
    chars: tuple[int, int] | None = None
    nth: int | None = None
    author: str = ""
    wait: Lapse | None = None
    hours: tuple[int, int] | None = None
    repeats: Repeats | None = None
    echoes: int | None = None
    due: bool | None = None
    contact: bool | None = None
    combined: bool | None = None
    meta: tuple[tuple[str, tuple[str, ...]], ...] = ()
    any_of: tuple[Test, ...] = ()
    all_of: tuple[Test, ...] = ()
    none_of: tuple[Test, ...] = ()


@dataclass(frozen=True, slots=True)
class Scan:
    """What must hold of the turns in a range around the turn that was found.

    ``range``: ``before`` ``so_far`` (with itself) ``here`` ``from_here`` (with itself) ``after``
    ``anywhere``. It reaches over ``turns`` turns, or ``within`` a time, or as far as the time the
    found turn promises (``due``; ``late``: from that time on), and ends before the first turn that
    fits ``until``. ``holds`` ``any``, ``all`` (of the turns of the role, at least one) or
    ``none``; or ``count`` turns fit; or the tests of ``order`` are met one after the other. ``gap``
    bounds the time between the turn that fits, the earliest of several, and the one found.
    """

    range: str
    test: Test
    turns: int | None = None
    within: Limit | None = None
    due: bool = False
    late: bool = False
    until: Test | None = None
    holds: str = "any"
    count: tuple[int, int] | None = None
    order: tuple[Test, ...] = ()
    gap: Lapse | None = None


@dataclass(frozen=True, slots=True)
class Turns:
    """Finds turns that fit ``find`` where all of ``given``, one of ``either`` and none of
    ``unless`` hold.

    ``take``: the ``first`` such turn, the ``last``, or ``each``. ``span``: ``turn``, ``match`` (the
    words of ``has``), ``start`` or ``end`` of the turn. ``known``: what of ``start`` and ``end`` of
    the conversation the export must hold. ``least``: so many turns of a role there must be.
    """

    find: Test
    take: str = "first"
    span: str = "turn"
    given: tuple[Scan, ...] = ()
    either: tuple[Scan, ...] = ()
    unless: tuple[Scan, ...] = ()
    queues: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    least: tuple[tuple[str, int], ...] = ()
