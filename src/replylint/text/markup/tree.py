"""What structured files have in common: scalars in tables and lists, with their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .pieces import Spelling
from .writing import Style

DEEPEST = 200  # tables and lists within each other; more is no file of replies
TOO_DEEP = (
    "tables and lists lie too deep within each other, or aliases name too much",
    f"no deeper than {DEEPEST}, and write out what is named again and again",
)

Key = str | int
Path = tuple[Key, ...]


@dataclass(slots=True, eq=False)
class Scalar:
    """A value as it stands in ``[start, end)``; ``style`` is None for what is not a text."""

    start: int
    end: int
    style: Style | None
    spelling: Spelling | None = None

    def read(self, source: str) -> Spelling:
        """What it says; a number or a date says what it is written as."""
        if self.spelling is None:
            if self.style is None:
                self.spelling = Spelling(source[self.start : self.end], ())
            else:
                self.spelling = self.style.read(source, self.start, self.end)
        return self.spelling


@dataclass(slots=True, eq=False)
class Table:
    """Entries in the order of the file; of two with the same key both are here."""

    start: int
    end: int = 0
    entries: list[tuple[str, Node]] = field(default_factory=list)

    def own(self) -> Iterator[tuple[str, Node]]:
        """The entries, with those that ``<<`` takes over from another table."""
        for key, node in self.entries:
            if key == "<<" and isinstance(node, Table):
                yield from node.entries
            else:
                yield key, node


@dataclass(slots=True, eq=False)
class Listing:
    """Items in the order of the file."""

    start: int
    end: int = 0
    items: list[Node] = field(default_factory=list)


Node = Scalar | Table | Listing


def shown(path: Path) -> str:
    """A path as people write it.

    >>> shown(("replies", 0, "text"))
    'replies[0].text'
    """
    text = ""
    for key in path:
        text += f"[{key}]" if isinstance(key, int) else f".{key}" if text else key
    return text
