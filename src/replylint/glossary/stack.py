"""Says which of several term bases a term comes from, and what it replaced in the ones before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import Origin
from ..text.fold import fold_word
from .load import Entry, layers, merged
from .term import TermBase


@dataclass(frozen=True, slots=True)
class Won:
    """Something two term bases claim: an id, or a form that two ids name.

    ``what`` is the id, or the form as the winner writes it (``form`` says which); the places are
    those of the entries.
    """

    what: str
    form: bool
    winner: Origin
    loser: Origin


@dataclass(frozen=True, slots=True)
class Stack:
    """Term bases one over another: the whole, where each term stands, and what was decided."""

    base: TermBase
    origins: Mapping[str, Origin]  # by the id of the term
    won: tuple[Won, ...]


def stack(folders: Iterable[Path]) -> Stack:
    """``load`` of all folders, with its reasons. Raises GlossaryError."""
    read, ignore = layers(folders)
    entries = merged(read)
    base = TermBase((entry.term for entry in entries.values()), ignore)
    origins = {id: entry.origin for id, entry in entries.items()}
    return Stack(base, origins, (*_ids(read), *_forms(entries)))


def _ids(read: Iterable[Mapping[str, Entry]]) -> Iterable[Won]:
    there: dict[str, Entry] = {}
    for layer in read:
        for id, entry in layer.items():
            if id in there:
                yield Won(id, False, entry.origin, there[id].origin)
            there[id] = entry


def _forms(entries: Mapping[str, Entry]) -> Iterable[Won]:
    owners: dict[str, Entry] = {}
    for entry in entries.values():
        for name in entry.term.written:
            before = owners.get(form := fold_word(name))
            if before is not None and before is not entry:
                yield Won(name, True, entry.origin, before.origin)
            owners[form] = entry
