"""Turns a hit and the rewrites a rule has for it into the first fix that fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from ..model import Fix, Safety
from .draft import REACH, Draft
from .edits import minimal
from .gate import Change, damage
from .seams import fit
from .style import adapt, adaptable
from .template import Span, bare, fill

NOTHING: Mapping[str, Any] = {}


class Hit(NamedTuple):
    """What a rule found, in the message as it was given.

    ``match`` is a span of ``text`` (empty where something is missing), ``folded`` the matched words
    as the rules see them. ``captures`` are spans, copied as they stand, or strings from elsewhere
    (a gloss, a mask, a hotline). ``protected`` are the stretches no edit may touch. ``mask`` is
    true when what was matched must not be shown: then, and only there, a fix may change figures.
    """

    text: str
    match: Span
    folded: str = ""
    captures: Mapping[str, Span | str] = NOTHING
    protected: Sequence[Span] = ()
    mask: bool = False


class Candidate(NamedTuple):
    """One way to mend a hit, for the script of its message.

    ``wording`` is a template (see ``template.parse``) for ``target``; "" deletes. ``swaps`` maps
    what was matched, folded, to a template instead. With neither the candidate is passed over.
    """

    target: Span
    wording: str | None = None
    swaps: Mapping[str, str] = NOTHING
    safety: Safety = Safety.REVIEW
    title: str = ""


def plan(hit: Hit, candidates: Iterable[Candidate]) -> Fix | None:
    """The first candidate that fits, as a fix; None when none does.

    A candidate fits when its captures are filled, it changes something, leaves a reply that still
    says something, touches nothing protected and damages no fact. Raises PackError for a template
    that does not parse.
    """
    for candidate in candidates:
        template = candidate.swaps.get(hit.folded, candidate.wording)
        fix = None if template is None else _planned(hit, candidate, template)
        if fix is not None:
            return fix
    return None


def _planned(hit: Hit, candidate: Candidate, template: str) -> Fix | None:
    chunks = fill(template, hit.text, {"match": hit.match, **hit.captures})
    if chunks is None:
        return None
    safety = candidate.safety
    if "{{" in template and safety is Safety.SAFE:
        safety = Safety.REVIEW  # a person has to fill the hole
    start, end = candidate.target
    if chunks:
        start, end = _core(hit.text, start, end)
    near = [s for s in hit.protected if s[0] <= end + REACH and start - REACH <= s[1]]
    draft = Draft(hit.text, start, end, list(chunks), near)
    if adaptable(chunks):
        draft.chunks[:] = adapt(chunks, draft.style)
    fit(draft)
    return _fix(hit, draft, safety, candidate.title)


def _core(text: str, start: int, end: int) -> Span:
    """The target without the marks at its ends, which stay; unless it is nothing but marks."""
    inner = bare(text, start, end)
    return inner if inner[0] < inner[1] else (start, end)


def _fix(hit: Hit, draft: Draft, safety: Safety, title: str) -> Fix | None:
    text, start, end = hit.text, draft.start, draft.end
    edits = minimal(text, start, end, draft.chunks, draft.protected)
    if not edits or not _says_something(draft):
        return None
    chunks = tuple(draft.chunks)
    if damage(Change(text, hit.match, (start, end), chunks, safety, hit.mask)):
        return None
    return Fix(title, safety, edits)


def _says_something(draft: Draft) -> bool:
    """Whether any word is left in the message."""
    return (
        any(map(str.isalnum, draft.new))
        or any(map(str.isalnum, draft.text[: draft.start]))
        or any(map(str.isalnum, draft.text[draft.end :]))
    )
