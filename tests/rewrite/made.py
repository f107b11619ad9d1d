"""Plans a fix for a marked sentence and applies it."""

from __future__ import annotations

from replylint.model import Fix
from replylint.rewrite.apply import apply
from replylint.rewrite.plan import Candidate, Hit, plan
from replylint.rewrite.template import Span


def made(text: str, wording: str, *, clause: bool = False, **values: str) -> str | None:
    """The text after the fix. [[…]] marks the match, or the clause around it with ``clause``.

    ``values`` are words of the text, copied, unless they do not occur in it.
    """
    start = text.index("[[")
    end = text.index("]]") - 2
    text = text.replace("[[", "").replace("]]", "")
    fix = planned(text, (start, end), wording, **values)
    return None if fix is None else apply(text, [fix]).text


def planned(text: str, span: Span, wording: str, **values: str) -> Fix | None:
    captures: dict[str, Span | str] = {}
    for name, words in values.items():
        at = text.find(words)
        captures[name] = words if at < 0 else (at, at + len(words))
    return plan(Hit(text, span, captures=captures), [Candidate(span, wording)])
