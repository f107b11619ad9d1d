"""What a judge is asked: which conversations, and what their rows must hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ..model import Conversation, Severity


@dataclass(frozen=True, slots=True)
class Wants:
    """What the rows must hold besides. ``fails``: the severities that fail a reply.

    ``texts``: the sentence of each finding, ``fixes``: its fixes, ``excerpts``: where it stands,
    masked (else only of a sample of each rule). ``cases``: how many of the worst and best to show.
    """

    key: bytes
    fails: frozenset[Severity] = frozenset((Severity.ERROR, Severity.WARNING))
    texts: bool = False
    fixes: bool = False
    excerpts: bool = False
    cases: int = 0
    show_agents: bool = False
    show_ids: bool = False


class Item(NamedTuple):
    """A conversation to judge: its number in the run and the file it comes from."""

    no: int
    path: str
    conversation: Conversation
