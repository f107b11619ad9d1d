"""What a message must hold before a detector looks at it: cheap to ask, and never wrong."""

from __future__ import annotations

from typing import NamedTuple

from .digits import count, longest, plain
from .lazy import compiled


class Gate(NamedTuple):
    """What a message must hold to be worth a look: exact, so a closed gate loses no finding.

    ``digits``: at least so many digits in the whole message, spoken ones counted (一三八; a single
    一 is a word).
    ``run``: at least so many in one stretch of figures and what may part them (digits.stretches).
    ``literals``: one of them occurs in the folded text (none given: nothing asked).
    ``also``: one of these as well.
    ``shape``: a regular expression that is found in the text, spoken digits made figures.
    ``shapes``: one of several, apart because each that begins with plain characters is searched
    many times faster than all in one.
    """

    digits: int = 0
    literals: tuple[str, ...] = ()
    run: int = 0
    also: tuple[str, ...] = ()
    shape: str = ""
    shapes: tuple[str, ...] = ()

    def reached(self, text: str) -> bool:
        """Whether folded ``text`` has all but the literals: digits, other words, a shape.

        >>> [Gate(run=11).reached(t) for t in ("一三八 1234 5678", "尾号1234, 95588, 1,280元")]
        [True, False]
        """
        if self.digits and count(text) < self.digits:
            return False
        if self.run and longest(text) < self.run:
            return False
        if self.also and not any(map(text.__contains__, self.also)):
            return False
        if self.shape and compiled(self.shape).search(plain(text)) is None:
            return False
        if not self.shapes:
            return True
        figures = plain(text)
        return any(compiled(shape).search(figures) for shape in self.shapes)

    def admits(self, text: str) -> bool:
        """Whether a detector with this gate must look at folded ``text``: digits and literals."""
        if not self.reached(text):
            return False
        return not self.literals or any(map(text.__contains__, self.literals))
