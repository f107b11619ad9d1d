"""The terms of the trade in a message, each with what explains it: for whoever writes the reply."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..glossary.choose import choose
from ..text.fold import fold
from ..text.language import detect

if TYPE_CHECKING:
    from ..engine.ruleset import Ruleset


def terms_in(text: str, ruleset: Ruleset) -> list[dict[str, Any]]:
    """Each term at its first use: code points of ``text``, its name, gloss and plain words.

    A gloss that the term base does not have in the message's script is "".
    """
    folded = fold(text)
    forms = ruleset.alarm.forms
    hits = [
        (forms[place], start, end)
        for place, start, end in ruleset.alarm.automaton.matches(folded.text)
        if place in forms and ruleset.edges.clean(folded.text, start, end, known=True)
    ]
    if not hits:
        return []
    spoken = detect(folded)
    script = "en" if spoken.lang == "en" else "hant" if spoken.script == "Hant" else "hans"
    found = []
    for each in choose(folded, hits, ruleset.terms):
        start, end = folded.span(each.start, each.end)
        term = each.term
        found.append(
            {
                "start": start,
                "end": end,
                "id": term.id,
                "name": term.name(script),
                "gloss": term.gloss(script),
                "plain": term.plain(script),
                "explained": each.explained,
            }
        )
    return sorted(found, key=lambda row: int(row["start"]))
