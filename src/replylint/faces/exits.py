"""What a command tells the program that started it: four exit codes, never shared."""

from __future__ import annotations

from enum import IntEnum

HELP = """\
Exit codes: 0 nothing at or above the failing level, 1 findings, 2 usage, settings, rule pack or
input file is wrong, 3 something could not be checked."""


class Exit(IntEnum):
    """Found and broke never share a code."""

    CLEAN = 0
    FOUND = 1
    WRONG = 2  # usage, settings, a rule pack or an input file
    INCOMPLETE = 3  # something could not be checked


def outcome(*, errors: bool, incomplete: bool, found: bool) -> Exit:
    """The code of a run: what could not be read first, then what could not be checked."""
    if errors:
        return Exit.WRONG
    if incomplete:
        return Exit.INCOMPLETE
    return Exit.FOUND if found else Exit.CLEAN
