"""The findings a project has accepted: a file to commit, that merges line by line.

JSON Lines: a first line that says what it is, then one line per accepted finding, sorted, with its
path (from the baseline's folder), rule and fingerprint (see fingerprint.py). No line numbers, no
times, no text: a line only changes when a finding comes or goes.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import InputError, Origin
from ..model import FileResult, Placed
from .discover import STDIN, shown
from .save import replace_file

VERSION = 1
_MARK = "replylint-baseline"
_CONFLICT = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One accepted finding. ``path`` is relative to the baseline's folder, with ``/``."""

    path: str
    rule: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Matched:
    """``results`` with accepted findings in ``known``; ``stale`` entries have no finding left."""

    results: tuple[FileResult, ...]
    stale: tuple[Entry, ...] = ()


def relative(path: str, folder: Path) -> str:
    """``path``, as a result shows it, as a baseline in ``folder`` writes it."""
    if path == STDIN:
        return path
    with contextlib.suppress(ValueError):  # another drive
        path = os.path.relpath(path, folder)
    return path.replace(os.sep, "/")


def accept(results: Iterable[FileResult], folder: Path) -> frozenset[Entry]:
    """Entries for everything ``results`` report or know, for a baseline in ``folder``."""
    return frozenset(
        _entry(placed, folder) for result in results for placed in (*result.findings, *result.known)
    )


def match(results: Sequence[FileResult], entries: Iterable[Entry], folder: Path) -> Matched:
    """Set apart the findings that ``entries`` accept.

    An entry is stale when its file was checked, or is gone, and no finding fits it any more; of a
    file that was not checked or could not be, nothing is known.
    """
    accepted = set(entries)
    left = set(accepted)
    told: list[FileResult] = []
    looked_at: set[str] = set()
    doubtful: set[str] = set()
    for result in results:
        left.difference_update(_entry(each, folder) for each in result.untouched)
        known = [each for each in result.findings if _entry(each, folder) in accepted]
        new = [each for each in result.findings if _entry(each, folder) not in accepted]
        left.difference_update(_entry(each, folder) for each in known)
        path = relative(result.source.path or STDIN, folder)
        (doubtful if result.incomplete or result.errors else looked_at).add(path)
        told.append(replace(result, findings=tuple(new), known=(*result.known, *known)))
    stale = sorted(
        entry
        for entry in left
        if entry.path not in doubtful and (entry.path in looked_at or _gone(entry.path, folder))
    )
    return Matched(tuple(told), tuple(stale))


def read(path: Path) -> frozenset[Entry]:
    """The entries of a baseline file. Raises InputError with the line."""
    name = shown(path)
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise InputError(
            "there is no such baseline",
            origin=Origin(name),
            hint='write one with "replylint baseline"',
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise InputError(f"the baseline cannot be read: {why}", origin=Origin(name)) from None
    rows = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    for number, line in rows:
        if line.startswith(_CONFLICT):
            raise InputError(
                "a merge conflict was left in the baseline",
                origin=Origin(name, number, 1),
                hint="keep the lines of both sides and take the markers away",
            )
    number, head = rows[0] if rows else (1, "")
    _check_head(_object(head, name, number), name, number)
    return frozenset(_read_entry(_object(line, name, n), name, n) for n, line in rows[1:])


def write(path: Path, entries: Iterable[Entry]) -> None:
    """Effect: write a baseline in one step, the same bytes for the same entries."""
    lines = [json.dumps({_MARK: VERSION})]
    lines += [_line(entry) for entry in sorted(set(entries))]
    data = "".join(f"{line}\n" for line in lines).encode("utf-8")
    target = Path(os.path.realpath(path))
    try:
        state = target.stat() if target.exists() else None
        replace_file(target, data, state)
    except OSError as error:
        raise InputError(
            f"the baseline cannot be written: {error.strerror}", origin=Origin(shown(path))
        ) from None


def _gone(path: str, folder: Path) -> bool:
    return path != STDIN and not os.path.lexists(folder / path)


def _entry(placed: Placed, folder: Path) -> Entry:
    path = relative(placed.path or STDIN, folder)
    return Entry(path, placed.finding.rule, placed.fingerprint)


def _line(entry: Entry) -> str:
    row = {"path": entry.path, "rule": entry.rule, "fingerprint": entry.fingerprint}
    line = json.dumps(row, ensure_ascii=False)
    return line if line.isprintable() else json.dumps(row)


def _object(line: str, name: str, number: int) -> dict[str, object]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        raise InputError(
            "this is no line of a baseline",
            origin=Origin(name, number, 1),
            hint='write it anew with "replylint baseline"',
        )
    return row


def _check_head(row: dict[str, object], name: str, number: int) -> None:
    version = row.get(_MARK)
    if version != VERSION or len(row) != 1:
        what = "this is no baseline" if version is None else "a baseline of another version"
        raise InputError(
            what,
            origin=Origin(name, number, 1),
            hint=f'its first line must be {{"{_MARK}": {VERSION}}}; '
            'write it anew with "replylint baseline"',
        )


def _read_entry(row: dict[str, object], name: str, number: int) -> Entry:
    values = [row.get(key) for key in ("path", "rule", "fingerprint")]
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) != 3 or len(row) != 3:
        raise InputError(
            "an entry has a path, a rule and a fingerprint, and nothing else",
            origin=Origin(name, number, 1),
            hint='write the baseline anew with "replylint baseline"',
        )
    return Entry(*texts)
