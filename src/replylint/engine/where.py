"""Puts the tests of a rule or guard to the place of a hit: what clause is it in, who acts, how."""

from __future__ import annotations

from collections.abc import Sequence

from ..rules.rule import Guard, Scope, Where
from .frames import Frame
from .hit import Hit, Span
from .scene import Scene

_REST = 2  # letters or Han characters a message may say besides a hit that is "the whole" of it


def holds(where: Where, scene: Scene, hit: Hit) -> bool:
    """Whether every part of a test holds at a hit; what costs least is asked first."""
    return (
        (where.quoted is None or scene.quoted(hit.start) is where.quoted)
        and (where.whole is None or _is_whole(scene, hit) is where.whole)
        and (where.chars is None or _within(where.chars, scene.clause(hit.start)))
        and (not where.scopes or all(_scope_holds(scope, scene, hit) for scope in where.scopes))
        and (not where.history or _histories_hold(where, scene))
        and _frame_holds(where, scene, hit)
        and (not where.any_of or any(holds(each, scene, hit) for each in where.any_of))
        and not (where.none_of and any(holds(each, scene, hit) for each in where.none_of))
    )


def cancelled(guards: Sequence[Guard], scene: Scene, hit: Hit) -> Guard | None:
    """The first guard with a test that holds at a hit."""
    for guard in guards:
        if any(holds(test, scene, hit) for test in guard.tests):
            return guard
    return None


def _asks_frame(where: Where) -> bool:
    return bool(
        where.actor
        or where.mood
        or where.pressure
        or where.certainty
        or where.softened is not None
        or where.negated is not None
        or where.reported is not None
        or where.hypothetical is not None
    )


def _frame_holds(where: Where, scene: Scene, hit: Hit) -> bool:
    if not _asks_frame(where):
        return True
    frame = scene.frame(hit.start)
    return frame is not None and _fits(where, frame, hit)


def _fits(where: Where, frame: Frame, hit: Hit) -> bool:
    return (
        (not where.actor or frame.actor in where.actor)
        and (not where.mood or frame.mood in where.mood)
        and (not where.pressure or not set(where.pressure).isdisjoint(frame.pressure))
        and (not where.certainty or frame.certainty in where.certainty)
        and (where.softened is None or frame.softened is where.softened)
        and (where.negated is None or frame.negated(hit.start) is where.negated)
        and (where.reported is None or frame.reported is where.reported)
        and (where.hypothetical is None or frame.hypothetical is where.hypothetical)
    )


def _is_whole(scene: Scene, hit: Hit) -> bool:
    outside = scene.text[: hit.start] + scene.text[hit.end :]
    return sum(map(str.isalnum, outside)) <= _REST


def _within(bounds: tuple[int, int], span: Span) -> bool:
    return bounds[0] <= span[1] - span[0] <= bounds[1]


def _scope_holds(scope: Scope, scene: Scene, hit: Hit) -> bool:
    words = scene.words
    some = [label for label in scope.has if words.of(label)] if scope.has else scope.has
    barred = [label for label in scope.lacks if words.of(label)] if scope.lacks else scope.lacks
    if scope.has and not some:
        return False
    if not some and not barred:
        return True  # wherever the stretch is
    stretch = _stretch(scope.where, scene, hit)
    if stretch is None:  # there is no such neighbour: nothing stands in it
        return not scope.has
    return (not some or scene.has(some, *stretch)) and not (barred and scene.has(barred, *stretch))


def _stretch(name: str, scene: Scene, hit: Hit) -> Span | None:
    if name in ("clause", "sentence", "message"):
        start, end = scene.stretch(hit.start, name)
        return min(start, hit.start), max(end, hit.end)
    if name == "before":
        return min(scene.clause(hit.start)[0], hit.start), hit.start
    if name == "after":
        last = max(hit.start, hit.end - 1)
        return hit.end, max(scene.clause(last)[1], hit.end)
    if name == "previous":
        return scene.neighbour(hit.start, -1)
    return scene.neighbour(max(hit.start, hit.end - 1), 1)


def _histories_hold(where: Where, scene: Scene) -> bool:
    return all(_history_holds(role, scope, scene) for role, scope in where.history)


def _history_holds(role: str, scope: Scope, scene: Scene) -> bool:
    turns = scene.earlier(role)
    has = any(turn.of(label) for turn in turns for label in scope.has)
    lacks = any(turn.of(label) for turn in turns for label in scope.lacks)
    return (has or not scope.has) and not lacks
