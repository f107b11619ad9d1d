"""Writes the comment that silences a finding, the way its file has comments.

Every place where it could stand is tried on the file: the first counts that silences the finding,
changes no reply and brings nothing new. Plain text has no comments, and a table needs a column
for them: there is no way then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from ..model import Edit, FileResult, Placed
from .cover import cover
from .directive import read

if TYPE_CHECKING:
    from ..text.markup import Document, Segment

Again = Callable[[str], tuple["Document | None", FileResult]]

_HASH, _TAG = "# {}", "<!-- {} -->"
_COMMENTS = {
    "yaml": (_HASH,),
    "toml": (_HASH,),
    "properties": (_HASH,),
    "po": (_HASH,),
    "html": (_TAG,),
    "markdown": (_TAG,),
    "xliff": (_TAG,),
    "template": ("{{# {} #}}", "{{{{! {} }}}}", "<%# {} %>", "{{% comment %}}{}{{% endcomment %}}"),
}
_ENGINES = {"hbs": 1, "handlebars": 1, "mustache": 1, "erb": 2, "liquid": 3}  # by end of name
_KEYED = ("json", "jsonl")
_PARAGRAPHS = ("markdown", "template", "po")  # a comment stands above the paragraph, or the entry
_KEY = re.compile(r'"(?:[^"\\\r\n]|\\.)*"[ \t]*:')
_MARKED = re.compile(r"[ \t]*(?:[-*+>|]|\d+[.)])")  # a list, a quotation, a table: no line between
_LINES_UP, _KEYS_UP = 4, 6


def silence(document: Document, result: FileResult, placed: Placed, again: Again) -> Edit | None:
    """The edit of the file that silences ``placed``, one of the findings of ``result``.

    ``again`` reads and judges another text of the file. None when no comment can do it. Findings
    of the same rule in the same reply fall silent with it.
    """
    if placed.place is None:
        return None
    for edit in _candidates(document, placed):
        text = document.text[: edit.start] + edit.text + document.text[edit.end :]
        told, after = again(text)
        same = told is not None and _words(document.segments) == _words(told.segments)
        if same and _holds(result, placed, edit, after):
            return edit
    return None


def _holds(before: FileResult, placed: Placed, edit: Edit, after: FileResult) -> bool:
    """Whether the finding is silenced, and nothing else is said that was not said before."""
    assert placed.place is not None
    if len(after.errors) > len(before.errors) or len(after.incomplete) > len(before.incomplete):
        return False
    was = {_moved(each, edit) for each in before.findings}
    left = {_moved(each, None) for each in after.findings}
    gone = _moved(placed, edit)
    return left <= was and gone not in left and gone in {_moved(e, None) for e in after.suppressed}


def _moved(placed: Placed, edit: Edit | None) -> tuple[str, int]:
    """A finding by rule and where it begins after ``edit``, an insertion."""
    assert placed.place is not None
    start = placed.place.start
    shift = len(edit.text) if edit is not None and edit.start <= start else 0
    return placed.finding.rule, start + shift


def _words(segments: Iterable[Segment]) -> list[str]:
    """Every reply without its blanks: a comment between two paragraphs leaves some."""
    return ["".join(segment.text.split()) for segment in segments]


def _candidates(document: Document, placed: Placed) -> Iterator[Edit]:
    assert placed.place is not None
    rule, at = placed.finding.rule, placed.place.start
    yield from _longer_lists(document, rule, at, placed.place.end)
    said = f"replylint: ignore[{rule}]"
    if document.format in _KEYED:
        yield from _keys(document.text, at, f"ignore[{rule}]")
        return
    for form in _forms(document, placed.path or ""):
        yield from _lines(document, at, form.format(said))


def _forms(document: Document, path: str) -> tuple[str, ...]:
    """How the file may write a comment, the likeliest first."""
    forms = _COMMENTS.get(document.format, ())
    first = _ENGINES.get(path.rpartition(".")[2].lower(), 0)
    return (*forms[first:], *forms[:first])


def _longer_lists(document: Document, rule: str, start: int, end: int) -> Iterator[Edit]:
    """The rule put on the list of a comment that already speaks for the place."""
    directives, _ = read(document.comments, document.text)
    for each in cover(document, directives)[0]:
        said = each.directive
        if said.verb not in ("ignore", "ignore-next-line"):
            continue
        last = said.rules[-1]
        if document.text[last.start : last.end] != last.pattern:
            continue  # written in another way than it reads
        if any(low <= start and end <= high for low, high in each.stretches):
            yield Edit(last.end, last.end, f", {rule}")


def _lines(document: Document, at: int, comment: str) -> Iterator[Edit]:
    """The comment alone on a line above, or behind the words where no line may come between."""
    text = document.text
    newline = "\r\n" if "\r\n" in text else "\n"
    first = _line_start(text, at)
    end = _line_end(text, at)
    if document.format == "markdown" and _MARKED.match(text, first, end):
        yield Edit(end, end, f" {comment}")
    starts = [first]
    while starts[-1] and len(starts) < _LINES_UP:
        starts.append(_line_above(text, starts[-1]))
    if document.format in _PARAGRAPHS:
        starts.insert(0, _paragraph_start(text, first))
    for start in dict.fromkeys(starts):
        indent = re.match(r"[ \t]*", text[start : start + 200])
        lead = indent.group() if indent else ""
        yield Edit(start, start, f"{lead}{comment}{newline}")
    yield Edit(end, end, f" {comment}")


def _keys(text: str, at: int, said: str) -> Iterator[Edit]:
    """A key beside the reply's, or beside that of a list it is in."""
    line = max(_line_start(text, at) - 2000, 0)
    found = list(_KEY.finditer(text, line, at))
    for key in reversed(found[-_KEYS_UP:]):
        start = key.start()
        lead = text[_line_start(text, start) : start]
        newline = "\r\n" if "\r\n" in text else "\n"
        between = f",{newline}{lead}" if lead and not lead.strip(" \t") else ", "
        yield Edit(start, start, f'"replylint": "{said}"{between}')


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _line_end(text: str, at: int) -> int:
    found = re.compile(r"\r\n?|\n").search(text, at)
    return found.start() if found else len(text)


def _line_above(text: str, start: int) -> int:
    """Where the line begins that ends right before ``start``, the beginning of another."""
    return _line_start(text, start - (2 if text.endswith("\r\n", 0, start) else 1))


def _paragraph_start(text: str, line: int) -> int:
    """Where the paragraph begins that the line at ``line`` is in."""
    while line:
        above = _line_above(text, line)
        if not text[above:line].strip():
            break
        line = above
    return line
