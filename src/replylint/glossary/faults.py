"""Finds what a loaded term base may have wrong: hard words, gaps, twins, stale entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..text.fold import fold_word
from ..text.han import is_han
from .edit import stale
from .term import SCRIPTS, Term, TermBase


@dataclass(frozen=True, slots=True)
class Fault:
    """Something ``check`` found.

    ``kind``: ``gloss`` and ``plain`` (uses a term readers do not know; ``form`` is its id),
    ``ignored`` (every form is on the ignore list), ``inside`` (a form lies in ordinary words:
    ``words`` are some), ``script`` (characters of the other script), ``missing`` (a language
    without name or gloss), ``twins`` (explained as the term whose id is ``form``), ``stale``.
    """

    kind: str
    term: Term
    form: str  # the form, the script or the other term it is about
    words: tuple[str, ...] = ()


def check(
    base: TermBase, words: Mapping[str, int] | None = None, today: str = "", months: int = 12
) -> tuple[Fault, ...]:
    """What a loaded term base may still have wrong; ``load`` has refused the rest.

    ``words``, such as ``text.dictionary.frequencies()``, also finds forms inside ordinary words;
    ``today`` (YYYY-MM-DD) terms nobody has reviewed for ``months`` months.
    """
    forms = _by_first(base)
    faults = [fault for term in base.terms for fault in _faults(term, base, forms)]
    faults += _twins(base)
    if today:
        old = stale(base, today, months)
        faults += [Fault("stale", term, term.reviewed or "never") for term in old]
    return tuple(faults + (list(_inside(base, words)) if words else []))


def _faults(term: Term, base: TermBase, forms: Mapping[str, list[str]]) -> Iterator[Fault]:
    for script in SCRIPTS:
        for kind, text in (("gloss", term.gloss(script)), ("plain", term.plain(script))):
            for other in _hard_words(base, forms, term, text):
                yield Fault(kind, term, other.id)
        gloss_due = not term.use and term.difficulty != "everyday"
        unnamed = not term.name(script) and not term.wrong
        if unnamed or (gloss_due and not term.gloss(script)):
            yield Fault("missing", term, script)
    if (
        all(fold_word(name) in base.ignore for name in term.written)
        and term.difficulty != "everyday"
    ):
        yield Fault("ignored", term, term.written[0])
    for script, texts in (
        ("hans", (term.hans, term.gloss_hans, term.plain_hans)),
        ("hant", (term.hant, term.tw, term.hk, term.gloss_hant, term.plain_hant)),
    ):
        if any(_foreign(script, text) for text in texts):
            yield Fault("script", term, script)


def _by_first(base: TermBase) -> dict[str, list[str]]:
    """The forms by their first character, so that a text is asked about few of them."""
    found: dict[str, list[str]] = {}
    for form in base.by_form:
        if form not in base.ignore:
            found.setdefault(form[0], []).append(form)
    return found


def _hard_words(
    base: TermBase, forms: Mapping[str, list[str]], term: Term, said: str
) -> tuple[Term, ...]:
    """Expert terms that an explanation of ``term`` leans on."""
    text = fold_word(said)
    own = {fold_word(name) for name in term.written}
    places: dict[tuple[int, int], Term] = {}
    for form in (form for first in dict.fromkeys(text) for form in forms.get(first, ())):
        other = base.named(form) if form in text and form not in own else None
        if other is not None:
            for hit in re.finditer(rf"(?<![a-z0-9]){re.escape(form)}(?![a-z0-9])", text):
                places[hit.span()] = other
    spans = sorted(places, key=lambda span: span[0] - span[1])
    longest = [s for n, s in enumerate(spans) if not any(_crosses(s, other) for other in spans[:n])]
    return tuple(dict.fromkeys(places[s] for s in longest if places[s].difficulty == "expert"))


def _twins(base: TermBase) -> Iterator[Fault]:
    """Terms explained in the same words: two names for one thing belong together."""
    first: dict[str, Term] = {}
    for term in base.terms:
        seen = {first.setdefault(said, term) for script in SCRIPTS if (said := term.gloss(script))}
        for other in sorted(seen - {term}, key=lambda other: other.id):
            if base.preferred(term) != base.preferred(other):
                yield Fault("twins", term, other.id)


def _crosses(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _foreign(script: str, text: str) -> bool:
    from ..text.fold_table import SIMPLIFIED, TRADITIONAL

    return not frozenset(TRADITIONAL if script == "hans" else SIMPLIFIED).isdisjoint(text)


def _inside(base: TermBase, words: Mapping[str, int]) -> Iterator[Fault]:
    """Han forms inside longer words of the dictionary that are no forms themselves: the tokenizer
    has to keep them apart, so an author should know."""
    forms = {form for form in base.words() if form not in base.ignore}
    sizes = sorted({len(form) for form in forms})
    held: dict[str, list[str]] = {}
    for word in words:
        if len(word) > 2 and is_han(word[0]) and word not in forms:
            for form in _pieces(word, sizes):
                if form in forms:
                    held.setdefault(form, []).append(word)
    for form, found in sorted(held.items()):
        term = base.named(form)
        if term is not None:
            yield Fault("inside", term, form, tuple(sorted(found, key=lambda w: -words[w])[:5]))


def _pieces(word: str, sizes: Iterable[int]) -> Iterator[str]:
    for size in sizes:
        if size >= len(word):
            return
        for start in range(len(word) - size + 1):
            yield word[start : start + size]
