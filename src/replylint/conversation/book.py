"""The rules over turns ready to run: their words in one automaton, their tests as functions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ..engine.settings import Settings
from ..model import Conversation, Result
from ..rules.rule import Rule, Talk
from ..rules.turn import Scan, Test, Turns
from .asking import Asking, Holds
from .clock import Clock
from .mood import Moods
from .thread import Thread
from .traits import Fits
from .words import Read, Words, mask

if TYPE_CHECKING:
    from ..config.settings import Talks

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_VERIFIED, _UNVERIFIED, _ASKING = "turns.verified", "turns.unverified", "turns.asking"
_OPENED, _MIDWAY = "turns.opened", "turns.midway"
_LEFT, _CLOSED = "turns.left", "turns.closed"


class Part(NamedTuple):
    """A rule ready to run. ``needs``: roles that must speak, and a mask of which each must say
    a word; ``upset``: a mood at most this must; ``topics`` of findings, of
    which one must, where there are any; ``timed``: times must be known."""

    rule: Rule
    match: Turns
    find: Fits
    given: tuple[Holds, ...]
    either: tuple[Holds, ...]
    unless: tuple[Holds, ...]
    needs: tuple[tuple[str, int], ...]
    upset: int | None
    topics: frozenset[str]
    timed: bool


class Book:
    """Immutable once made, safe between threads; pickled as what it was made from."""

    def __init__(self, talk: Talk, settings: Settings, talks: Talks) -> None:
        self._made_of = (talk, settings, talks)
        self.settings = settings
        self.talks = talks
        self.public = settings.public
        lexicons = talk.lexicons
        self.words = Words(lexicons)
        self.moods = Moods(lexicons)
        self.clock = Clock(talks)
        named: dict[str, int] = {}
        for label, lexicon in enumerate(lexicons):
            named[lexicon.name] = named.get(lexicon.name, 0) | 1 << label
        self.verified = named.get(_VERIFIED, 0)
        self.unverified = named.get(_UNVERIFIED, 0)
        self.asking = named.get(_ASKING, 0)
        self.opened = named.get(_OPENED, 0)
        self.nodding = named.get("turns.ok", 0)
        self.trouble = named.get("turns.problem", 0)
        self.midway = named.get(_MIDWAY, 0)
        self.left = named.get(_LEFT, 0)
        self.closed = named.get(_CLOSED, 0)
        asks = Asking(limits(talks))
        self.rules: Mapping[str, Rule] = {r.id: r for r in talk.rules if settings.selects(r.id)}
        self._parts = [_part(rule, asks) for rule in self.rules.values() if _on(rule, settings)]
        self._choirs: dict[tuple[str | None, str | None], list[Part]] = {}

    def __reduce__(self) -> tuple[type[Book], tuple[Any, ...]]:
        return Book, self._made_of

    def thread(
        self, conversation: Conversation, read: Read, results: Sequence[Result | None]
    ) -> Thread:
        return Thread(conversation, read, results, self)

    def read(self, conversation: Conversation) -> Read:
        """The words a conversation says."""
        return Read([message.text for message in conversation.messages], self.words)

    def hits(self, thread: Thread) -> Iterator[tuple[Part, int]]:
        """Every rule that finds something, and the turn it finds."""
        here = (thread.conversation.channel, thread.conversation.queue)
        parts = self._choirs.get(here)
        if parts is None:
            if len(self._choirs) > 200:  # channels and queues are free text
                self._choirs.clear()
            parts = self._choirs[here] = [part for part in self._parts if _speaks(part, *here)]
        said, turns = thread.all_said, thread.turns
        timed = any(time is not None for time in thread.times)
        worst = min((mood for mood in thread.moods if mood is not None), default=0)
        for part in parts:
            if (part.timed and not timed) or (part.upset is not None and worst > part.upset):
                continue
            if part.topics and part.topics.isdisjoint(thread.topics):
                continue
            for role, need in part.needs:
                if role not in turns or (need and not said[role] & need):
                    break
            else:
                for turn in _found(part, thread):
                    yield part, turn


def _found(part: Part, thread: Thread) -> Iterator[int]:
    match = part.match
    for role, least in match.least:
        if len(thread.turns.get(role, ())) < least:
            return
    if ("start" in match.known and not thread.begins) or ("end" in match.known and not thread.ends):
        return
    turns: Sequence[int] = range(thread.count)
    if len(match.find.roles) == 1:
        turns = thread.turns[match.find.roles[0]]
    for turn in reversed(turns) if match.take == "last" else turns:
        if part.find(thread, turn) and _stands(part, thread, turn):
            yield turn
            if match.take != "each":
                return


def _stands(part: Part, thread: Thread, turn: int) -> bool:
    """Whether the turns around one allow it to be found."""
    for holds in part.given:
        if not holds(thread, turn):
            return False
    for holds in part.unless:
        if holds(thread, turn):
            return False
    return not part.either or any(holds(thread, turn) for holds in part.either)


def _on(rule: Rule, settings: Settings) -> bool:
    profiles = rule.conditions.profiles
    return not profiles or not set(profiles).isdisjoint(settings.profiles)


def _speaks(part: Part, channel: str | None, queue: str | None) -> bool:
    channels, queues = part.rule.conditions.channels, part.match.queues
    return (not channels or channel in channels) and (not queues or queue in queues)


def _part(rule: Rule, asks: Asking) -> Part:
    match = rule.match
    assert isinstance(match, Turns)
    must = [match.find, *(scan.test for scan in match.given if _needed(scan))]
    upset = [test.moods[1] for test in must if test.moods and test.moods[1] < 0]
    topics = [_topics(test) for test in must if test.finds]
    given, either, unless = (
        tuple(asks.scan(scan) for scan in scans)
        for scans in (match.given, match.either, match.unless)
    )
    return Part(
        rule,
        match,
        asks.test(match.find),
        given,
        either,
        unless,
        tuple(
            dict.fromkeys(
                (test.roles[0], mask(labels))
                for test in must
                if len(test.roles) == 1
                for labels in (test.has, test.also)
            )
        ),
        min(upset) if upset else None,
        frozenset().union(*topics) if topics and all(topics) else frozenset(),
        any(test.wait or test.hours for test in must)
        or any(s.gap or s.within or s.late or s.due for s in match.given),
    )


def _needed(scan: Scan) -> bool:
    """Whether a turn that fits must be there for the condition to hold."""
    return not scan.order and scan.holds != "none" and (scan.count is None or scan.count[0] > 0)


def _topics(test: Test) -> frozenset[str]:
    """The topics one of which must have been found; none when that cannot be said."""
    topics = [pattern.partition(".")[0] for pattern in test.finds]
    return frozenset() if any("*" in topic for topic in topics) else frozenset(topics)


def limits(talks: Talks) -> dict[str, dict[str, float]]:
    """The limits of the settings over the usual ones, in seconds."""
    from ..config.settings import USUAL_LIMITS

    found = {name: dict(by) for name, by in USUAL_LIMITS}
    for name, by in talks.limits:
        found[name].update(by)
    return {name: {key: seconds(text) for key, text in by.items()} for name, by in found.items()}


def seconds(text: str) -> float:
    """A time like ``24h``."""
    return float(text[:-1]) * _UNITS[text[-1]]
