"""The head of a Markdown file: says what the reply is, and may hold its subject."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from .about import beside
from .choose import chosen_of
from .model import Options, Segment
from .places import BrokenError, Comments
from .tree import Table

_YAML = re.compile(r"---[ \t]*+(?:\r\n?|\n)")
_TOML = re.compile(
    r"\+\+\+[ \t]*+(?:\r\n?|\n)(?:[^\r\n]*+(?:\r\n?|\n))*?\+\+\+[ \t]*+(?:\r\n?|\n|\Z)"
)
_CLOSE = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*+(?=[\r\n]|\Z)")
_KEY = re.compile(r"[A-Za-z_][\w-]*[ \t]*:(?:[ \t\r\n]|\Z)")


@dataclass(frozen=True, slots=True)
class Front:
    """Where it ends, the replies in it, and what it says of the reply below."""

    end: int = 0
    segments: tuple[Segment, ...] = ()
    message: Mapping[str, object] = field(default_factory=dict)


def front_matter(text: str, options: Options, comments: Comments) -> Front:
    """The front matter of ``text``; an empty one when it begins with words. Raises BrokenError."""
    if toml := _TOML.match(text):
        return Front(toml.end())
    opened = _YAML.match(text)
    closed = _CLOSE.search(text, opened.end()) if opened else None
    if opened is None or closed is None:
        return Front()
    from .yaml import read

    # The first line of it begins a document for YAML too, so that places stay what they are.
    head = text[: closed.start()]
    noted = Comments(text)
    try:
        roots = read(head, noted)
    except BrokenError:
        if _KEY.match(head, opened.end()):
            raise
        return Front()
    if len(roots) != 1 or not isinstance(roots[0], Table):
        return Front()
    for comment in noted.done():
        comments.add(comment.start, comment.end)
    segments = chosen_of(head, roots, options, comments)
    return Front(closed.end(), segments, beside(roots[0], head, {}))
