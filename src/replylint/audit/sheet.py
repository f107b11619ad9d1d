"""Findings for people to judge: a sheet with so many of each rule, and what the verdicts say."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import InputError, Origin
from .outs import spreadsheet
from .stats import Share, share
from .words import words

if TYPE_CHECKING:
    from .store import Store

COLUMNS = (
    "rule", "severity", "context", "before", "marked", "after", "verdict", "note",
    "conversation", "message", "turn", "channel", "queue", "confidence", "run", "path",
)  # fmt: skip
_KEEP = words("keep yes y true right 1 k ok 对 對 是 正确 正確 保留 属实 屬實 √ ✓")
_DROP = words("drop no n false wrong 0 d 错 錯 否 误报 誤報 不对 不對 × x ✗")
ENOUGH = 20  # verdicts of a rule before anything is proposed
_TRUST = {"error": 0.85, "warning": 0.6}  # the precision a severity asks for
_LOWER = {"error": "warning", "warning": "info", "info": "off"}
_WORTHLESS = 0.3  # a rule that is right less often is proposed to be off


def draw(store: Store, run: int, per_rule: int) -> list[dict[str, object]]:
    """At random so many findings of each rule, masked; the same ones each time it is asked."""
    rows = store.ask(
        "SELECT rule, severity, excerpt, conversation, message, turn, channel, queue, confidence, "
        "run, path FROM (SELECT *, row_number() OVER (PARTITION BY rule ORDER BY draw) AS place "
        "FROM findings WHERE run = ? AND excerpt IS NOT NULL) "
        "WHERE place <= ? ORDER BY rule, place",
        [run, per_rule],
    )
    found = []
    for rule, severity, excerpt, *rest in rows:
        before, marked, after, context = json.loads(excerpt)
        cells = (rule, severity, context, before, marked, after, "", "", *rest)
        found.append(dict(zip(COLUMNS, cells, strict=True)))
    return found


def sheet(rows: Sequence[dict[str, object]]) -> bytes:
    """The sheet: CSV that spreadsheets open with Chinese intact."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([spreadsheet(row[name]) for name in COLUMNS])
    return out.getvalue().encode("utf-8-sig", "replace")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What people said of one rule. ``proposal`` is a severity or "off", "" for none."""

    rule: str
    severity: str
    precision: Share
    open: int  # rows without a verdict
    proposal: str


def verdicts(path: Path) -> list[Verdict]:
    """The precision of each rule of a sheet. Raises InputError at a cell that is no verdict."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"it cannot be read: {error.strerror}", origin=Origin(str(path))) from None
    except UnicodeDecodeError:
        raise InputError(
            "this is not UTF-8", origin=Origin(str(path)), hint="save the sheet as CSV UTF-8"
        ) from None
    reader = csv.DictReader(io.StringIO(text, newline=""))
    lacking = [
        name for name in ("rule", "severity", "verdict") if name not in (reader.fieldnames or ())
    ]
    if lacking:
        raise InputError(
            f"there is no column {', '.join(lacking)}",
            origin=Origin(str(path), 1),
            hint="it must be a sheet that replylint audit sample wrote",
        )
    kept: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    blank: Counter[str] = Counter()
    severity: dict[str, str] = {}
    for row in reader:
        said = (row["verdict"] or "").strip().lower()
        rule = row["rule"]
        severity[rule] = row["severity"]
        if not said:
            blank[rule] += 1
        elif said in _KEEP or said in _DROP:
            judged[rule] += 1
            kept[rule] += said in _KEEP
        else:
            raise InputError(
                "this is no verdict",
                origin=Origin(str(path), reader.line_num),
                hint="write keep or drop (对, 错), or leave it empty",
            )
    return [
        Verdict(rule, level, of, blank[rule], proposal(level, of))
        for rule, level in sorted(severity.items())
        for of in [share(kept[rule], judged[rule])]
    ]


def proposal(severity: str, precision: Share) -> str:
    """A lower severity where people rejected too many, as far as the interval allows to say so.

    >>> proposal("error", share(10, 30)), proposal("warning", share(29, 30))
    ('warning', '')
    >>> proposal("info", share(1, 30))
    'off'
    """
    if precision.of < ENOUGH:
        return ""
    if precision.high < _WORTHLESS:
        return "off"
    if precision.high < _TRUST.get(severity, 0.0):
        return _LOWER[severity]
    return ""
