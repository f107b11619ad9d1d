"""What a detector is, what it finds, and what it may be told: the nouns of this room.

Named tuples, because the shortest way through a clean message must not import dataclasses.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from .lazy import compiled

# From the surest to the weakest. "Checked" is whatever can be checked of the type: a checksum, a
# numbering plan, a list of providers. It is evidence and no gate: mistyped numbers leak too.
TIERS = ("strong", "checked", "cued", "shape")


class Hit(NamedTuple):
    """A stretch ``[start, end)`` of the folded text that tells something of a person.

    ``tier`` says on what evidence: ``strong`` shape, check and cue; ``checked`` shape and check;
    ``cued`` shape and cue; ``shape`` that alone. ``mask`` is the form that may be shown instead;
    empty where none may be.
    """

    start: int
    end: int
    tier: str
    mask: str


class Public(NamedTuple):
    """What is the house's own and no leak. Folded, but for the hotlines, whose digits count."""

    hotlines: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


NOTHING_PUBLIC = Public()


class Gate(NamedTuple):
    """What a message must hold to be worth a look: exact, so a closed gate loses no finding.

    ``digits``: at least so many digits in the whole message, spoken ones counted (一三八; a single
    一 is a word).
    ``run``: at least so many in one stretch of figures and what may part them (digits.stretches).
    ``literals``: one of them occurs in the folded text (none given: nothing asked).
    ``also``: one of these as well.
    ``shape``: a regular expression that is found in the text, spoken digits made figures.
    """

    digits: int = 0
    literals: tuple[str, ...] = ()
    run: int = 0
    also: tuple[str, ...] = ()
    shape: str = ""

    def reached(self, text: str) -> bool:
        """Whether folded ``text`` has all but the literals: digits, other words, a shape.

        >>> [Gate(run=11).reached(t) for t in ("一三八 1234 5678", "尾号1234, 95588, 1,280元")]
        [True, False]
        """
        from .digits import count, longest, plain

        if self.digits and count(text) < self.digits:
            return False
        if self.run and longest(text) < self.run:
            return False
        if self.also and not any(map(text.__contains__, self.also)):
            return False
        return not self.shape or compiled(self.shape).search(plain(text)) is not None

    def admits(self, text: str) -> bool:
        """Whether a detector with this gate must look at folded ``text``: digits and literals."""
        if not self.reached(text):
            return False
        return not self.literals or any(map(text.__contains__, self.literals))


class Detector(Protocol):
    """One type of identifier. ``params`` are a rule's ``params``; unknown ones raise TypeError."""

    @property
    def name(self) -> str: ...
    @property
    def gate(self) -> Gate: ...
    def find(self, text: str, public: Public, **params: str) -> Iterator[Hit]: ...
