"""Makes tests on turns and conditions on ranges of turns into functions that answer quickly."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from ..rules.turn import Lapse, Limit, Scan, Test
from . import traits
from .thread import Thread
from .traits import Fits
from .words import mask

Holds = Callable[[Thread, int], bool]
Limits = Mapping[str, Mapping[str, float]]
_DEFAULT = "default"


class Asking:
    """Knows the limits of the settings, in seconds by channel or queue."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    def seconds(self, limit: Limit, thread: Thread) -> float:
        """A limit where this conversation is held."""
        if not limit.name:
            return limit.seconds
        given = self._limits[limit.name]
        here = thread.conversation
        for key in (here.queue, here.channel):
            if key is not None and key in given:
                return given[key]
        return given.get(_DEFAULT, float("inf"))

    def test(self, test: Test) -> Fits:
        """Whether a turn fits."""
        roles = frozenset(test.roles)
        has, also, lacks = mask(test.has), mask(test.also), mask(test.lacks)
        more = tuple(self._more(test))

        def fits(thread: Thread, i: int) -> bool:
            if roles and thread.roles[i] not in roles:
                return False
            said = thread.said[i]
            if (has and not said & has) or (also and not said & also) or said & lacks:
                return False
            for each in more:  # noqa: SIM110 - a generator costs more than the tests
                if not each(thread, i):
                    return False
            return True

        return fits

    def _more(self, test: Test) -> list[Fits]:
        """The parts of a test that are seldom asked, cheapest first."""
        found: list[Fits] = []
        if test.channels:
            found.append(lambda thread, _: thread.conversation.channel in test.channels)
        if test.queues:
            found.append(lambda thread, _: thread.conversation.queue in test.queues)
        if test.ends:
            found.append(traits.ends(test.ends))
        if test.nth is not None:
            found.append(traits.nth(test.nth))
        if test.moods is not None:
            found.append(traits.mood(*test.moods))
        if test.finds:
            found.append(traits.finds(test.finds))
        if test.chars is not None:
            found.append(traits.chars(*test.chars))
        if test.meta:
            found.append(traits.meta(test.meta))
        if test.author:
            found.append(lambda thread, i: thread.author(i) == test.author)
        if test.contact is not None:
            found.append(lambda thread, i: thread.contact(i) == test.contact)
        if test.hours is not None:
            found.append(traits.hours(*test.hours))
        if test.wait is not None:
            found.append(self._wait(test.wait))
        found += [self.test(each) for each in test.all_of]
        found += [_not(self.test(each)) for each in test.none_of]
        if test.any_of:
            found.append(_any([self.test(each) for each in test.any_of]))
        if test.due is not None:
            found.append(lambda thread, i: (thread.due(i) is not None) == test.due)
        if test.echoes is not None:
            found.append(traits.echoes(test.echoes))
        if test.repeats is not None:
            again = test.repeats
            found.append(traits.repeats(again.times, again.share, again.chars))
        if test.combined is not None:
            found.append(lambda thread, i: thread.combined(i) == test.combined)
        return found

    def _wait(self, lapse: Lapse) -> Fits:
        def fits(thread: Thread, i: int) -> bool:
            took = thread.waits(lapse.clock)[i]
            return took is not None and self._within(took, lapse, thread)

        return fits

    def _within(self, took: float, lapse: Lapse, thread: Thread) -> bool:
        if lapse.over is not None and not took > self.seconds(lapse.over, thread):
            return False
        return lapse.under is None or took < self.seconds(lapse.under, thread)

    def scan(self, scan: Scan) -> Holds:
        """Whether a condition holds at a turn."""
        reach = self._reach(scan)
        fits = self._gapped(scan)
        if scan.order:
            return _in_order(reach, [self.test(each) for each in scan.order])
        if scan.count is not None:
            least, most = scan.count
            return lambda thread, at: (
                least <= sum(fits(thread, i, at) for i in reach(thread, at)) <= most
            )
        if scan.holds == "none":
            return lambda thread, at: not any(fits(thread, i, at) for i in reach(thread, at))
        if scan.holds == "all":
            roles = frozenset(scan.test.roles)
            return lambda thread, at: _all(
                [fits(thread, i, at) for i in reach(thread, at) if thread.roles[i] in roles]
                if roles
                else [fits(thread, i, at) for i in reach(thread, at)]
            )

        def holds(thread: Thread, at: int) -> bool:
            for i in reach(thread, at):  # noqa: SIM110 - a generator costs more than the tests
                if fits(thread, i, at):
                    return True
            return False

        return holds

    def _gapped(self, scan: Scan) -> Callable[[Thread, int, int], bool]:
        fits, lapse = self.test(scan.test), scan.gap
        if lapse is None:
            return lambda thread, i, _: fits(thread, i)

        def gapped(thread: Thread, i: int, at: int) -> bool:
            if not fits(thread, i):
                return False
            took = thread.elapsed(min(i, at), max(i, at), lapse.clock)
            return took is not None and self._within(took, lapse, thread)

        return gapped

    def _reach(self, scan: Scan) -> Callable[[Thread, int], Sequence[int]]:
        """The turns a condition looks at, those before the found one from the nearest on."""
        near, turns = scan.range, scan.turns
        until = None if scan.until is None else self.test(scan.until)

        def plain(thread: Thread, at: int) -> Sequence[int]:
            if near in ("before", "so_far"):
                first = 0 if turns is None else max(0, at - turns)
                return range(at - (near == "before"), first - 1, -1)
            if near == "here":
                return (at,)
            if near == "anywhere":
                return range(thread.count)
            last = thread.count if turns is None else min(thread.count, at + turns + 1)
            return range(at + (near == "after"), last)

        if scan.within is None and not scan.due and not scan.late and until is None:
            return plain

        def bounded(thread: Thread, at: int) -> Sequence[int]:
            found: list[int] = []
            for i in plain(thread, at):
                if until is not None and i != at and until(thread, i):
                    break
                if not self._near(scan, thread, i, at):
                    if scan.late:
                        continue
                    break
                found.append(i)
            return found

        return bounded

    def _near(self, scan: Scan, thread: Thread, i: int, at: int) -> bool:
        if scan.within is not None and i != at:
            took = thread.elapsed(min(i, at), max(i, at), "plain")
            if took is None or took > self.seconds(scan.within, thread):
                return False
        if scan.late:
            due, now = thread.due(at), thread.times[i]
            return due is not None and now is not None and now > due + _grace(thread, at, due)
        if scan.due and i != at:
            due, now = thread.due(at), thread.times[i]
            return due is not None and now is not None and now <= due + _grace(thread, at, due)
        return True


def _grace(thread: Thread, at: int, due: datetime) -> timedelta:
    """How much later still counts as kept: a tenth of the promised time, up to an hour."""
    said = thread.times[at]
    tenth = (due - said) / 10 if said is not None else timedelta()
    return min(timedelta(hours=1), max(timedelta(minutes=5), tenth))


def _all(answers: Sequence[bool]) -> bool:
    return bool(answers) and all(answers)


def _any(tests: Sequence[Fits]) -> Fits:
    return lambda thread, i: any(test(thread, i) for test in tests)


def _not(test: Fits) -> Fits:
    return lambda thread, i: not test(thread, i)


def _in_order(reach: Callable[[Thread, int], Sequence[int]], tests: Sequence[Fits]) -> Holds:
    def holds(thread: Thread, at: int) -> bool:
        left = list(tests)
        for i in sorted(reach(thread, at)):
            while left and left[0](thread, i):
                left.pop(0)
        return not left

    return holds
