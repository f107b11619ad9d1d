"""Path patterns of a settings file, always relative to the folder that file stands in.

A pattern without a slash matches a file or folder of that name at any depth (``*.md``, ``drafts``);
one with a slash starts at the settings file (``replies/*.txt``, ``/notes.md``); a slash at the end
matches folders only. ``*`` and ``?`` stop at a slash, ``**`` does not. A folder that matches takes
everything below it along.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Glob:
    """``pattern`` relative to the absolute folder ``root``."""

    root: str
    pattern: str

    def matches(self, path: Path, folder: bool = False) -> bool:
        """Whether ``path`` (a folder when ``folder``), or a folder above it, matches."""
        absolute = os.path.abspath(path)
        relative = os.path.relpath(absolute, self.root).replace(os.sep, "/")
        return _regex(self.pattern).match(relative + "/" * folder) is not None


def fault(pattern: str) -> tuple[str, str] | None:
    """What is wrong with a pattern and what to do about it, or None."""
    if not pattern.strip("/"):
        return "the pattern is empty", "write a file name or a pattern such as drafts/*.md"
    if pattern.startswith("!"):
        return "patterns cannot be negated", "narrow the pattern, or list files in include"
    if "\\" in pattern:
        return "a pattern has no backslashes", "separate folders with /"
    if pattern.startswith(("./", "../")) or "/../" in pattern:
        return "a pattern starts at the settings file's folder", "leave out ./ and ../"
    try:
        _regex(pattern)
    except re.error:
        return "the pattern has an unclosed or empty [ ]", "write [[] for a literal bracket"
    return None


@lru_cache(maxsize=256)
def _regex(pattern: str) -> re.Pattern[str]:
    body = pattern.strip("/")
    anchored = pattern.startswith("/") or "/" in body
    start = "" if anchored else "(?:.*/)?"
    below = "/.*" if pattern.endswith("/") else "(?:/.*)?"
    return re.compile(f"{start}{_translated(body)}{below}\\Z", re.DOTALL)


def _translated(body: str) -> str:
    out: list[str] = []
    at = 0
    while at < len(body):
        if body.startswith("**/", at):
            out.append("(?:[^/]+/)*")
            at += 3
        elif body.startswith("**", at):
            out.append(".*")
            at += 2
        elif body[at] == "[":
            piece, at = _character_class(body, at)
            out.append(piece)
        else:
            out.append({"*": "[^/]*", "?": "[^/]"}.get(body[at]) or re.escape(body[at]))
            at += 1
    return "".join(out)


def _character_class(body: str, at: int) -> tuple[str, int]:
    """The class that opens at ``at`` as a regular expression, and where it ends."""
    negated = body.startswith(("[!", "[^"), at)
    first = at + 1 + negated
    end = body.find("]", first + 1)  # a bracket right after the opening one is literal
    if end < 0:
        raise re.error("unclosed [")
    inside = re.sub(r"([\[\]\\^&~|])", r"\\\1", body[first:end])
    return f"(?!/)[{'^' * negated}{inside}]", end + 1
