"""What `rules score` prints: tables for people, or the same numbers as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from ..engine.score import Part, Row, Score, read_rows, score
from ..errors import InputError, Origin
from ..files.decode import decode
from ..files.discover import STDIN, shown
from ..model import Severity
from .exits import outcome
from .inputs import Inputs
from .streams import standard_output

if TYPE_CHECKING:
    from .asked import Asked


def print_score(
    request: Asked, files: Sequence[str], severity: str, *, format: str, rows: bool
) -> int:
    """Effect: score the rules on ``files`` and print it. The exit code is 3 when a row could not
    be checked, and never speaks of the score."""
    inputs = Inputs(request)
    key = inputs.key(inputs.run)
    inputs.rulesets.check(inputs.config, key)
    labelled = [row for file in files for row in _rows(file)]
    told = score(labelled, lambda message: inputs.rulesets.lint(key, message), Severity(severity))
    out = standard_output(machine=format == "json")
    if format == "json":
        out.write(json.dumps({"severity": severity, **_plain(told, rows)}, ensure_ascii=False))
        out.write("\n")
    else:
        out.writelines(line + "\n" for line in _lines(told, severity, rows))
    return outcome(errors=False, incomplete=bool(told.unread), found=False)


def _rows(file: str) -> Iterator[Row]:
    name = file if file == STDIN else shown(file)
    try:
        data = sys.stdin.buffer.read() if file == STDIN else Path(file).read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", origin=Origin(name)) from None
    yield from read_rows(decode(data, name).text, name)


def _plain(told: Score, rows: bool) -> dict[str, object]:
    plain = asdict(told)
    if not rows:
        del plain["missed"], plain["alarmed"]
    return plain


def _lines(told: Score, severity: str, rows: bool) -> Iterator[str]:
    yield f"findings from {severity} on"
    yield from _table("caught, by any rule", told.caught)
    yield from _table("false alarms in clean rows", told.quiet)
    if told.topics:
        yield ""
        yield f"{'topic':<16}{'its own rules':>20}{'any rule':>20}"
        for topic, own in told.topics.items():
            yield f"{topic:<16}{_part(own):>20}{_part(told.anyhow[topic]):>20}"
    if told.rules:
        yield ""
        wide = max(map(len, told.rules))
        yield f"{'rule':<{wide}}{'right':>8}{'beside':>8}{'false':>8}"
        for rule, how in told.rules.items():
            yield f"{rule:<{wide}}{how.right:>8}{how.beside:>8}{how.false:>8}"
    if rows:
        yield from _names("missed", told.missed)
        yield from _names("false alarms", told.alarmed)
    if told.unread:
        yield f"not checked: {told.unread}"


def _table(title: str, parts: Mapping[str, Part]) -> Iterator[str]:
    if not parts:
        return
    whole = Part(sum(part.hits for part in parts.values()), sum(part.of for part in parts.values()))
    yield f"{title}: {_part(whole)}"
    if len(parts) > 1 or "" not in parts:
        for group, part in parts.items():
            yield f"  {group or '-':<14}{_part(part)}"


def _names(title: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        yield ""
        yield f"{title}: {' '.join(names)}"


def _part(part: Part) -> str:
    """
    >>> _part(Part(7, 10))
    '7/10 (70.0%)'
    """
    return f"{part.hits}/{part.of} ({part.hits / part.of:.1%})" if part.of else "0/0"
