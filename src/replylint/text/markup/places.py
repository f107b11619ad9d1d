"""Lines and columns for what is said of a file while it is read: errors and comments."""

from __future__ import annotations

from ...errors import InputError, Origin
from ..offsets import Lines
from .model import Comment, Options


class BrokenError(Exception):
    """Something at offset ``at`` of a file is not what its format allows, and what to do."""

    def __init__(self, at: int, what: str, hint: str | None = None) -> None:
        super().__init__(what)
        self.at = at
        self.what = what
        self.hint = hint

    def placed(self, lines: Lines, options: Options, end: int) -> InputError:
        """The error for people; ``end`` is the length of the file."""
        origin = Origin(options.path, *lines.position(min(self.at, end)))
        return InputError(self.what, origin=origin, hint=self.hint)


class Comments:
    """The comments of a file, as they are found."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: Lines | None = None
        self._found: list[Comment] = []

    def add(self, start: int, end: int) -> None:
        """A comment that stands in ``[start, end)``."""
        self._add(start, end, self._text[start:end], None)

    def add_within(self, start: int, end: int, opening: str, closing: str) -> None:
        """A comment between two marks; without the closing one it goes on to the end."""
        if self._text.endswith(closing, start + len(opening), end):
            end -= len(closing)
        self.add(min(start + len(opening), end), end)

    def add_key(self, start: int, end: int, said: str, scope: tuple[int, int]) -> None:
        """The value of a key or column named ``replylint``, which reads ``said``."""
        if not said.lstrip().startswith("replylint"):
            said = f"replylint: {said}"
        self._add(start, end, said, scope)

    def _add(self, start: int, end: int, said: str, scope: tuple[int, int] | None) -> None:
        if self._lines is None:
            self._lines = Lines(self._text)
        self._found.append(Comment(start, end, said, self._lines.position(start)[0], scope))

    def done(self) -> tuple[Comment, ...]:
        """All of them in the order of the file."""
        return tuple(sorted(self._found, key=_start))


def _start(comment: Comment) -> int:
    return comment.start
