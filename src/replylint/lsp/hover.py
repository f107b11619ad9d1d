"""What stands behind a word: the page of the rule that marks it, the term base's entry for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lsprotocol import types

from ..glossary.choose import uses
from ..report.rulebook import Style, page
from ..text.fold import fold
from ..text.markup.pieces import read_before
from .desk import Judged
from .diagnostics import Mark, marks
from .words import said

if TYPE_CHECKING:
    from ..engine.ruleset import Ruleset
    from ..glossary.term import Term
    from ..text.markup import Segment

_REACH = 60  # code points on each side of the cursor in which a term is looked for
_SCRIPTS = ("hans", "hant", "en")


def hover(judged: Judged, offset: int, *, markdown: bool) -> types.Hover | None:
    """What can be told about the place; None when it is nothing."""
    found = [mark for mark in marks(judged) if mark.start <= offset <= mark.end]
    pages = list(_pages(judged, found, markdown))
    entry = _entry_at(judged, offset, markdown)
    if entry is not None:
        text, start, end = entry
        pages.append(text)
    elif found:
        start, end = found[0].start, found[0].end
    if not pages:
        return None
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    parted = "\n\n---\n\n".join(each.strip() for each in pages)
    return types.Hover(types.MarkupContent(kind, parted), judged.buffer.range(start, end))


def _pages(judged: Judged, found: list[Mark], markdown: bool) -> Iterator[str]:
    """A page for each rule, the first of its findings said as it is."""
    style: Style = "markdown" if markdown else "terminal"
    for id, says in {m.placed.finding.rule: m.diagnostic.message for m in reversed(found)}.items():
        rule = judged.ruleset.rules.get(id)
        if rule is not None:  # those about suppressions have no page
            text = page(rule, (), [judged.lang], style, says)
            yield text + "\n" + said("explain", judged.lang, id)


def _entry_at(judged: Judged, offset: int, markdown: bool) -> tuple[str, int, int] | None:
    """The entry of the term at a place of the file, and where the term stands."""
    for segment in judged.document.segments if judged.document else ():
        first, last = segment.file_span(0, len(segment.text))
        if first <= offset <= last:
            found = _term(segment, read_before(segment.pieces, offset), judged.ruleset)
            if found is not None:
                term, start, end = found
                return _entry(term, judged, markdown), *segment.file_span(start, end)
    return None


def _term(segment: Segment, at: int, ruleset: Ruleset) -> tuple[Term, int, int] | None:
    """The term of a reply around offset ``at``, by the same edges and choice as the rules."""
    base = ruleset.terms
    folded = fold(segment.text)
    place = folded.at(at)
    low, high = max(0, place - _REACH), min(len(folded.text), place + _REACH)
    forms = base.forms()
    numbers = {form: number for number, form in enumerate(forms)}
    longest = min(_REACH, max(map(len, forms), default=0))
    hits = [
        (numbers[form], start, start + length)
        for start in range(low, high)
        for length in range(1, min(longest, high - start) + 1)
        if (form := folded.text[start : start + length]) in numbers
        and ruleset.edges.clean(folded.text, start, start + length)
    ]
    for use in uses(folded, hits, base):
        start, end = folded.span(use.start, use.end)
        if start <= at <= end:
            return use.term, start, end
    return None


def _entry(term: Term, judged: Judged, markdown: bool) -> str:
    """Names, what it is, and what to say instead, in every script there is."""
    lang, bold = judged.lang, "**" if markdown else ""
    names = " · ".join(dict.fromkeys(filter(None, (term.name(each) for each in _SCRIPTS))))
    status = "" if term.status == "preferred" else f" ({said(term.status, lang)})"
    lines = [f"{bold}{names}{bold}{status}"]
    for script in _SCRIPTS:
        gloss, plain = term.gloss(script), term.plain(script)
        if gloss:
            lines.append(gloss)
        if plain:
            lines.append(f"{said('plain', lang)}: {plain}")
    if term.use:
        instead = judged.ruleset.terms.preferred(term)
        wanted = [instead.name(each) for each in _SCRIPTS]
        lines.append(f"{said('instead', lang)}: {' · '.join(dict.fromkeys(filter(None, wanted)))}")
    return "\n\n".join(lines)
