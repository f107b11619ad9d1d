"""What fixes would change in a file, as a unified diff in which everything sensitive is masked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TextIO

from ..model import Edit, FileResult
from .colour import Paint
from .masking import Secrets
from .view import View, span

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_HEAD = 2  # lines: from and to
_STYLES = {"+": "+", "-": "-", "@": "quiet"}


def write_patch(result: FileResult, edits: Iterable[Edit], stream: TextIO, paint: Paint) -> None:
    """Effect: write how ``edits``, which count in the file, would change it.

    A line with something masked in it shows what changes and is not fit to be applied.
    """
    from difflib import unified_diff

    old = View(result).text
    new = _after(result, old, edits)
    path = result.source.path or "-"
    lines = unified_diff(_LINE.findall(old), _LINE.findall(new), f"a/{path}", f"b/{path}")
    for number, line in enumerate(lines):
        body = line.removesuffix("\n")
        style = "path" if number < _HEAD else _STYLES.get(line[0], "=")
        stream.write(paint(body, style) + "\n")
        if body == line:
            stream.write("\\ No newline at end of file\n")


def _after(result: FileResult, text: str, edits: Iterable[Edit]) -> str:
    placed = (*result.findings, *result.silent)
    spans = [span(each) for each in placed if each.finding.sensitive]
    values = [result.source.text[start:end] for start, end in spans] + [*result.sensitive]
    secrets = Secrets(values) if values else None
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += text[at : edit.start], secrets.hide(edit.text) if secrets else edit.text
        at = edit.end
    return "".join([*parts, text[at:]])
