"""``term``: words of the trade that are not explained, could be plainer, are wrong or vary."""

from __future__ import annotations

from collections.abc import Iterator

from ...glossary.choose import Occurrence, Use, jargon, mixed, uses, wrong
from ...glossary.term import Term
from ...model import Role, Severity
from ...rules.rule import Term as TermMatch
from ...text.fold import Folded, fold
from ..hit import Hit, Span
from ..ruleset import Ruleset
from ..scene import Scene

Matches = list[tuple[int, int, int]]


def terms(match: TermMatch, scene: Scene, ruleset: Ruleset, matches: Matches) -> Iterator[Hit]:
    """The hits of one mode. Captures: ``gloss`` ``plain`` ``preferred`` ``first``."""
    script = _script(scene)
    found = used(scene, ruleset, matches)
    base = ruleset.terms
    if match.mode == "forbidden":
        for use, instead in wrong(found, base):
            name = instead.name(script)
            yield Hit(use.start, use.end, {"preferred": name} if name else {})
    elif match.mode == "inconsistent":
        for pair in mixed(scene.text, found, base):
            captures: dict[str, Span | str] = {"first": (pair.first.start, pair.first.end)}
            if name := pair.preferred.name(script):
                captures["preferred"] = name
            yield Hit(pair.other.start, pair.other.end, captures)
    else:
        for each in unexplained(scene, ruleset, matches):
            plain, gloss = each.term.plain(script), each.term.gloss(script)
            if _mode(each.term, plain) == match.mode:
                words = {"plain": plain, "gloss": gloss or plain}
                yield Hit(
                    each.start,
                    each.end,
                    {name: word for name, word in words.items() if word},
                    severity=_severity(each, scene, ruleset),
                )


def _mode(term: Term, plain: str) -> str:
    """Which mode speaks of an unexplained term."""
    if term.difficulty == "common":
        return "common"
    return "plain" if plain else "unexplained"


def unexplained(scene: Scene, ruleset: Ruleset, matches: Matches) -> list[Occurrence]:
    """First uses of terms that neither this message nor an earlier agent turn explains."""
    known = _explained_before(scene, ruleset)
    found = jargon(scene.text, used(scene, ruleset, matches), known)
    return [each for each in found if not each.explained]


def count(scene: Scene, ruleset: Ruleset, matches: Matches) -> int:
    """How many different unexplained terms the message holds."""
    return len(unexplained(scene, ruleset, matches))


def used(scene: Scene, ruleset: Ruleset, matches: Matches) -> tuple[Use, ...]:
    """Every use of a term, its edges judged; kept with the scene."""
    if scene.terms is None:
        scene.terms = _uses(scene.folded, ruleset, matches)
    return scene.terms


def _uses(folded: Folded, ruleset: Ruleset, matches: Matches) -> tuple[Use, ...]:
    forms, clean, text = ruleset.alarm.forms, ruleset.edges.clean, folded.text
    hits = [
        (forms[place], start, end)
        for place, start, end in matches
        if place in forms and clean(text, start, end, known=True)
    ]
    return uses(folded, hits, ruleset.terms) if hits else ()


def _turn_uses(scene: Scene, ruleset: Ruleset, *roles: Role) -> Iterator[tuple[Folded, Use]]:
    for turn in scene.message.history or ():
        if turn.role in roles:
            folded = fold(turn.text)
            for use in _uses(folded, ruleset, ruleset.alarm.automaton.matches(folded.text)):
                yield folded, use


def _explained_before(scene: Scene, ruleset: Ruleset) -> set[str]:
    """The ids of terms that an earlier turn of an agent explained."""
    if not scene.message.history:
        return set()
    return {
        each.term.id
        for folded, use in _turn_uses(scene, ruleset, Role.AGENT, Role.BOT)
        for each in jargon(folded.text, [use])
        if each.explained
    }


def _severity(each: Occurrence, scene: Scene, ruleset: Ruleset) -> str | None:
    """A word that the customer used first is only worth a note."""
    if scene.message.history and any(
        use.term.id == each.term.id for _, use in _turn_uses(scene, ruleset, Role.CUSTOMER)
    ):
        return Severity.INFO
    return None


def _script(scene: Scene) -> str:
    if scene.lang == "en":
        return "en"
    return "hant" if scene.script == "Hant" else "hans"
