"""For programs that read as it comes: one finding a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from ..model import FileResult, Summary
from .json_v1 import dumps, finding_row
from .options import Options
from .view import View


def write(
    results: Iterable[FileResult], summary: Callable[[], Summary], stream: TextIO, options: Options
) -> None:
    """Effect: write one object a line. What could not be checked has no line here: the exit code
    and ``text.write_troubles`` tell."""
    for result in results:
        view = View(result)
        for placed in result.findings:
            stream.write(dumps(finding_row(view, placed)) + "\n")
    summary()
