"""Remembers what was said of each reply: of a long file only what was typed is judged anew."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ..files.check import Lint, Reading
    from ..model import Message, Result
    from ..text.markup import Segment
    from ..text.protected import Protected

_MOST = 20_000  # replies


class _Said(NamedTuple):
    """A result and what it depends on besides the text."""

    message: Message
    protected: tuple[Protected, ...]
    whole: bool
    settings: object
    result: Result


class Memory:
    """A lint that asks another one only what it was not asked lately. For one thread at a time."""

    def __init__(self, lint: Lint) -> None:
        self._lint = lint
        self._said: OrderedDict[str, _Said] = OrderedDict()

    def __call__(self, message: Message, segment: Segment, reading: Reading) -> Result:
        known = self._said.get(message.text)
        asked = (message, segment.protected, segment.whole, reading.settings)
        if known is not None and known[:4] == asked:
            self._said.move_to_end(message.text)
            return known.result
        result = self._lint(message, segment, reading)
        if result.incomplete:  # another time it may be done in time
            return result
        self._said[message.text] = _Said(*asked, result)
        self._said.move_to_end(message.text)
        if len(self._said) > _MOST:
            self._said.popitem(last=False)
        return result
