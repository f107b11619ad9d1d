"""The customer's mood in one turn, from -3 to 3, by words, what strengthens and what denies them.

The words are those of the lexicons ``turns.mood.*``; there is nothing else to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..rules.rule import Lexicon

WEIGHTS: Mapping[str, int] = {
    "furious": -3,
    "angry": -2,
    "unhappy": -1,
    "pleased": 1,
    "happy": 2,
    "delighted": 3,
}
_MORE, _LESS, _NOT = "more", "less", "not"
_NEAR = 4  # Han characters between a word and what strengthens or denies it
_NEAR_LATIN = 16  # Latin ones
_STOPS = ",.;!?。、…\n"
_LOUD = 2  # marks of exclamation that make a mood stronger
_PREFIX = "turns.mood."
_YOU = ("你们", "你这", "贵公司", "贵行", "you ", "your ")

Hit = tuple[int, int, int]
"""Start, end and bits of a word, in the folded turn."""


class Moods:
    """Reads moods off the hits of a turn."""

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._weights: dict[int, int] = {}
        self._bits = {_MORE: 0, _LESS: 0, _NOT: 0}
        for label, lexicon in enumerate(lexicons):
            name = lexicon.name.removeprefix(_PREFIX)
            if name == lexicon.name:
                continue
            if name in WEIGHTS:
                self._weights[1 << label] = WEIGHTS[name]
            elif name in self._bits:
                self._bits[name] |= 1 << label
        self.words = sum(self._weights)
        """The bits of words that carry a mood."""
        self.all = self.words | self._bits[_MORE] | self._bits[_LESS] | self._bits[_NOT]

    def score(self, text: str, hits: Sequence[Hit]) -> int:
        """The mood of a folded turn with these hits: its strongest word, the bad one first."""
        around = [hit for hit in hits if not hit[2] & self.words]
        worst = best = small = 0
        for start, end, bits in _longest([hit for hit in hits if hit[2] & self.words]):
            found = self._weighed(start, end, bits, text, around)
            worst, best = min(worst, found), max(best, found)
            small += found == -1
        blamed = any(word in text for word in _YOU)
        if worst == -1 and small > 1 and blamed:  # several small troubles are a big one
            worst = -2
        loud = text.count("!") >= _LOUD or text.count("?") > _LOUD
        if worst == -1:
            loud = blamed and "!" in text
        if worst == -2 and best > 1:  # warm thanks take some of it back
            return -1
        if worst < 0:
            return max(-3, worst - loud)
        return min(3, best)

    def _weighed(self, start: int, end: int, bits: int, text: str, around: Sequence[Hit]) -> int:
        weight = min((w for bit, w in self._weights.items() if bit & bits), key=lambda w: (w, 0))
        near = _NEAR_LATIN if text[start].isascii() else _NEAR
        denied = stronger = weaker = False
        for _, last, kind in around:
            between = text[last:start]
            if last > start or len(between) > near or _stops(between, text[start].isascii()):
                continue
            denied |= bool(kind & self._bits[_NOT])
            stronger |= bool(kind & self._bits[_MORE])
            weaker |= bool(kind & self._bits[_LESS])
        if denied:  # not happy is unhappy; not angry is nothing
            return max(-3, -min(2, weight) - stronger) if weight > 0 else 0
        if stronger and not weaker:
            weight += 1 if weight > 0 else -1
        elif weaker and abs(weight) > 1:
            weight -= 1 if weight > 0 else -1
        return max(-3, min(3, weight))


def _stops(between: str, latin: bool) -> bool:
    """Whether a mark, or a space in Chinese, parts two words."""
    return any(char in _STOPS or (char == " " and not latin) for char in between)


def _longest(hits: Sequence[Hit]) -> list[Hit]:
    """Those that lie in no longer one."""
    return [
        (a, b, bits)
        for a, b, bits in hits
        if not any(c <= a and b <= d and d - c > b - a for c, d, _ in hits)
    ]
