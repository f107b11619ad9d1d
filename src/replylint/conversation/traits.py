"""Tests on one turn that ask for more than who says which words: each makes a function."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase

from .thread import LATIN, Thread
from .words import latin

Fits = Callable[[Thread, int], bool]
_LOOK_BACK = 60  # turns among which a repetition is looked for


def nth(nth: int) -> Fits:
    def fits(thread: Thread, i: int) -> bool:
        role = thread.roles[i]
        around = thread.roles[:i] if nth > 0 else thread.roles[i + 1 :]
        return around.count(role) == abs(nth) - 1

    return fits


def mood(least: int, most: int) -> Fits:
    def fits(thread: Thread, i: int) -> bool:
        mood = thread.moods[i]
        return mood is not None and least <= mood <= most

    return fits


def finds(patterns: Sequence[str]) -> Fits:
    topics = frozenset(p[:-2] for p in patterns if p.endswith(".*") and "*" not in p[:-2])
    rest = tuple(p for p in patterns if not (p.endswith(".*") and "*" not in p[:-2]))

    def fits(thread: Thread, i: int) -> bool:
        return any(
            rule.partition(".")[0] in topics or any(fnmatchcase(rule, p) for p in rest)
            for rule in thread.found.get(i, ())
        )

    return fits


def chars(least: int, most: int) -> Fits:
    return lambda thread, i: least <= size(thread.messages[i].text) <= most


def size(text: str) -> int:
    """The length of a text in Chinese characters: three Latin letters say as much as one.

    >>> size("请稍等"), size("One moment, please.")
    (3, 6)
    """
    return len(text.strip()) // (LATIN if text.isascii() else 1)


def ends(words: Sequence[str]) -> Fits:
    def fits(thread: Thread, i: int) -> bool:
        text = thread.read.text(i).rstrip()
        return any(
            text.endswith(word) and not (latin(word[0]) and latin(text[: -len(word)][-1:]))
            for word in words
        )

    return fits


def meta(wanted: Sequence[tuple[str, Sequence[str]]]) -> Fits:
    def fits(thread: Thread, i: int) -> bool:
        for key, values in wanted:
            fields = thread.messages[i].meta
            given = fields.get(key, thread.conversation.meta.get(key))
            if given is None or str(given).strip().lower() not in values:
                return False
        return True

    return fits


def hours(first: int, last: int) -> Fits:
    def fits(thread: Thread, i: int) -> bool:
        now = thread.times[i]
        if now is None:
            return False
        minute = now.hour * 60 + now.minute
        return first <= minute < last if first <= last else minute >= first or minute < last

    return fits


def echoes(least: int) -> Fits:
    from .echo import echoed

    def fits(thread: Thread, i: int) -> bool:
        said = [thread.read.text(j) for j in range(i) if thread.roles[j] == "customer"]
        return echoed(thread.read.text(i), "\n".join(said), least)

    return fits


def repeats(times: int, share: float, chars: int) -> Fits:
    from .echo import may_repeat, shared

    def fits(thread: Thread, i: int) -> bool:
        if len(thread.messages[i].text) < chars:
            return False
        role = thread.roles[i]
        earlier = [
            j
            for j in range(max(0, i - _LOOK_BACK), i)
            if thread.roles[j] == role and len(thread.messages[j].text) >= chars
        ]
        before = "\n".join([thread.read.text(j) for j in earlier])
        if not before or not may_repeat(thread.read.text(i), before):
            return False
        own = thread.parts(i)[0]
        return sum(shared(own, thread.parts(j)[1]) >= share for j in earlier) >= times

    return fits
