"""Turns matches of a message into the uses of terms worth talking about.

The engine finds forms (``TermBase.forms``) in folded text and judges their edges; here the longest
match wins, capitals count where they make a word, and what is left is sorted by question:
``unexplained`` (jargon), ``wrong`` (deprecated, forbidden), ``mixed`` (one thing, two names).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ..text.fold import Folded
from ..text.han import is_han
from .explained import explained
from .term import Term, TermBase


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a message names a term; offsets are code points of the folded text."""

    term: Term
    form: str  # folded, as matched
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The first use of a term of the trade, and whether the message explains it anywhere."""

    term: Term
    form: str
    start: int
    end: int
    explained: bool


@dataclass(frozen=True, slots=True)
class Mixed:
    """A later use that names what ``first`` named, in other words."""

    first: Use
    other: Use
    preferred: Term  # what to call it throughout


def uses(
    folded: Folded,
    hits: Iterable[tuple[int, int, int]],
    base: TermBase,
    forms: tuple[str, ...] = (),
) -> tuple[Use, ...]:
    """All uses, in order and apart. ``hits`` are (index into ``base.forms()``, start, end).

    Where matches overlap the longest wins, then the first. An ignored word that wins leaves
    nothing.
    """
    forms = base.forms()
    taken: list[tuple[int, int]] = []
    found = []
    for index, start, end in sorted(hits, key=lambda hit: (hit[1] - hit[2], hit[1])):
        form = forms[index]
        if form in base.capitals and not _capital(folded, start, end):
            continue
        if any(start < stop and begin < end for begin, stop in taken):
            continue
        taken.append((start, end))
        term = None if form in base.ignore else base.named(form)
        if term is not None:
            found.append(Use(term, form, start, end))
    return tuple(sorted(found, key=lambda use: use.start))


def choose(
    folded: Folded,
    hits: Iterable[tuple[int, int, int]],
    base: TermBase,
    known: Collection[str] = (),
) -> tuple[Occurrence, ...]:
    """The terms of a message a reader may not know, each at its first use, with ``explained`` told.

    Everyday and ignored words are dropped, and so are names ``wrong`` reports. ``known`` are ids of
    terms that earlier turns explained: they count as explained.
    """
    return jargon(folded.text, uses(folded, hits, base), known)


def jargon(text: str, found: Iterable[Use], known: Collection[str] = ()) -> tuple[Occurrence, ...]:
    """``choose`` for uses already found. ``text`` is folded."""
    by_id: dict[str, list[Use]] = {}
    for use in found:
        if use.term.difficulty != "everyday" and not use.term.wrong:
            by_id.setdefault(use.term.id, []).append(use)
    return tuple(
        Occurrence(
            first.term,
            first.form,
            first.start,
            first.end,
            id in known or any(explained(text, use.start, use.end, use.term) for use in all_uses),
        )
        for id, all_uses in by_id.items()
        for first in all_uses[:1]
    )


def wrong(found: Iterable[Use], base: TermBase) -> tuple[tuple[Use, Term], ...]:
    """Every use of a deprecated or forbidden term, with the term to write instead."""
    return tuple((use, base.preferred(use.term)) for use in found if use.term.wrong)


def mixed(text: str, found: Iterable[Use], base: TermBase) -> tuple[Mixed, ...]:
    """Places where a message calls one thing by a second name, once for each such name.

    A name introduced beside the first (贷款市场报价利率(LPR), 活期存款,简称活存) is no second name,
    nor is one in the other writing system, a plural, or one that is part of the other (净值 for
    基金净值). ``text`` is folded.
    """
    concepts: dict[str, list[Use]] = {}
    for use in found:
        concepts.setdefault(base.preferred(use.term).id, []).append(use)
    return tuple(
        Mixed(all_uses[0], use, base.preferred(use.term))
        for all_uses in concepts.values()
        for use in _second_names(text, all_uses)
    )


def _second_names(text: str, all_uses: list[Use]) -> Iterable[Use]:
    first, *others = all_uses
    seen = {first.form}
    before = first
    for use in others:
        if use.form not in seen:
            seen.add(use.form)
            if not _same_name(first.form, use.form) and not _introduced(text, before, use):
                yield use
        before = use


def _same_name(one: str, other: str) -> bool:
    """Whether a reader takes two forms for one name: another writing system (LPR), a part (净值 in
    基金净值), the same characters in another order, or a short form (调单 for 调阅签单)."""
    if is_han(one[0]) != is_han(other[0]):
        return True
    short, long = sorted((one, other), key=len)
    return short in long or sorted(one) == sorted(other) or _abbreviates(short, long)


def _abbreviates(short: str, long: str) -> bool:
    """Whether ``short`` is Chinese and ``long`` begins like it and holds the rest in order."""
    rest = iter(long)
    return is_han(short[0]) and short[0] == long[0] and all(ch in rest for ch in short)


def _introduced(text: str, before: Use, use: Use) -> bool:
    """Whether ``use`` stands right behind ``before`` as another name of it."""
    between = text[before.end : use.start]
    return len(between) <= 20 and bool(
        re.fullmatch(
            r"[\"”」』 ]*[(\[,、/]? ?(?:[也又简下旧原]称|以下简称|[也又]叫|俗称|即|或"
            r"|also called|or)?[为:]?[ \"“「『]*",
            between,
        )
    )


def _capital(folded: Folded, start: int, end: int) -> bool:
    """Whether an abbreviation is meant: among English words only capitals tell APR from Apr."""
    if any(map(is_han, folded.text)):
        return True
    first, last = folded.span(start, end)
    return folded.original[first:last].removesuffix("s").isupper()
