"""What a detector is, what it finds, and what it may be told: the nouns of this room.

Named tuples, because the shortest way through a clean message must not import dataclasses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from .gate import Gate

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


class Detector(Protocol):
    """One type of identifier. ``params`` are a rule's ``params``; unknown ones raise TypeError."""

    @property
    def name(self) -> str: ...
    @property
    def gate(self) -> Gate: ...
    def find(self, text: str, public: Public, **params: str) -> Iterator[Hit]: ...
    def check(self, params: Mapping[str, str]) -> None: ...
