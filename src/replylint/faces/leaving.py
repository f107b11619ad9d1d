"""Leaves in the cache what lets the next process say at once that a message is clean."""

from __future__ import annotations

import contextlib
import io

from ..api.first import keep
from ..api.readings import fields
from ..config import Settings
from ..model import Message, Summary
from ..report.options import Options
from ..report.text import write
from .asked import Asked
from .inputs import Inputs


def leave(asked: Asked, inputs: Inputs) -> None:
    """Effect: keep the table, when the run was ``check --text`` and nothing set."""
    if asked != Asked(text=asked.text) or inputs.run != Settings():
        return
    said = {lang: _said(lang) for lang in ("zh", "en")}
    message = Message("", **fields(inputs.run))
    with contextlib.suppress(OSError):  # a run never fails for its cache
        keep(inputs.rulesets.made(inputs.key(inputs.run)), message, said, inputs.begun)


def _said(lang: str) -> str:
    """The report on one clean message."""
    out = io.StringIO()
    write([], lambda: Summary(files=1, messages=1), out, Options(lang=lang, color=False, width=100))
    return out.getvalue().rstrip("\n")
