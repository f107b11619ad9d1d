"""Asks a store, and reads sheets: compare, trend, report, sample, verdicts."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..api.surroundings import language
from ..audit.summary import of_share
from ..audit.text import table
from ..audit.words import percent, say, shown
from ..errors import Origin, UsageError
from ..report.json_v1 import dumps
from .exits import Exit
from .packs import config
from .streams import note, standard_output

if TYPE_CHECKING:
    from ..audit.stats import Difference, Share
    from .asked import Asked


def print_compared(path: Path, a: str, b: str, format: str, asked: Asked) -> int:
    """Effect: print two parts of a store side by side."""
    from ..audit.compare import compare, part
    from ..audit.store import Store

    with Store(path, new=False) as store:
        rows = compare(store, part(store, a), part(store, b))
    lang = _lang(asked)
    if format == "json":
        found = [
            {
                "rule": row.rule or None,
                "a": of_share(row.a),
                "b": of_share(row.b),
                "difference": {
                    **{k: round(v, 4) for k, v in row.difference._asdict().items()},
                    "sure": row.difference.sure,
                },
            }
            for row in rows
        ]
        _print(dumps(found))
        return Exit.CLEAN
    heads = [say("rule", lang), a, b, say("difference", lang), ""]
    cells = [
        (
            row.rule or say("flagged", lang),
            _counted(row.a),
            _counted(row.b),
            _between(row.difference),
            say("sure", lang) if row.difference.sure else "",
        )
        for row in rows
    ]
    _print(*table(heads, cells))
    return Exit.CLEAN


def print_trend(
    path: Path, by: str, run: int | None, rule: str | None, format: str, asked: Asked
) -> int:
    """Effect: print how the share of flagged replies moves."""
    from ..audit.compare import trend
    from ..audit.store import Store

    with Store(path, new=False) as store:
        rows = trend(store, by, run, rule)
    lang = _lang(asked)
    if format == "json":
        _print(dumps([{"period": row.name, "flagged": of_share(row.flagged)} for row in rows]))
        return Exit.CLEAN
    most = max((row.flagged.value for row in rows), default=0.0) or 1.0
    heads = [say("run" if by == "run" else "period", lang), say("flagged", lang), "", ""]
    cells = [
        (
            row.name,
            f"{row.flagged.hits:,} / {row.flagged.of:,}",
            shown(row.flagged),
            "█" * round(30 * row.flagged.value / most),
        )
        for row in rows
    ]
    _print(*table(heads, cells))
    return Exit.CLEAN


def put_page(path: Path, run: int | None, page: Path, asked: Asked) -> int:
    """Effect: write the page of a run in the store."""
    from ..api.linter import Linter
    from ..audit.store import Store
    from .audit_told import CASES, LISTED, ledger_of
    from .audit_told import put_page as write_page

    chosen = config(asked)
    with Store(path, new=False) as store:
        known = store.run(run)
        ledger = ledger_of(known.fails.split(), chosen.settings(), LISTED, CASES)
        for chunk in store.chunks(known.run):
            ledger.add(chunk)
    write_page(page, ledger.done(), Linter(chosen), chosen.settings())
    return Exit.CLEAN


def put_sample(path: Path, run: int | None, per_rule: int, sheet: Path) -> int:
    """Effect: write a sheet for people to judge."""
    from ..audit.sheet import draw
    from ..audit.sheet import sheet as made
    from ..audit.store import Store

    with Store(path, new=False) as store:
        rows = draw(store, store.run(run).run, per_rule)
    try:
        sheet.write_bytes(made(rows))
    except OSError as error:
        what = f"the sheet cannot be written: {error.strerror}"
        raise UsageError(what, origin=Origin(str(sheet))) from None
    note(f"{sheet}: {len(rows)}")
    return Exit.CLEAN


def print_verdicts(sheet: Path, format: str, asked: Asked) -> int:
    """Effect: print the precision of each rule, and the settings the verdicts speak for."""
    from ..audit.sheet import verdicts

    found, lang = verdicts(sheet), _lang(asked)
    if format == "json":
        rows = [asdict(each) | {"precision": of_share(each.precision)} for each in found]
        _print(dumps(rows))
        return Exit.CLEAN
    heads = [say(key, lang) for key in ("rule", "judged", "precision", "proposal")]
    cells = [
        (
            each.rule,
            f"{each.precision.hits} / {each.precision.of}",
            shown(each.precision) if each.precision.of else "",
            f"{each.severity} → {each.proposal}" if each.proposal else "",
        )
        for each in found
    ]
    _print(*table(heads, cells))
    proposed = [each for each in found if each.proposal]
    if proposed:
        _print("", "# replylint.toml", "[severity]")
        _print(*(f'"{each.rule}" = "{each.proposal}"' for each in proposed))
    return Exit.CLEAN


def _lang(asked: Asked) -> str:
    return language(config(asked).settings().lang)


def _counted(of: Share) -> str:
    return f"{of.hits:,} / {of.of:,} = {percent(of.value)}{'*' if of.small else ''}"


def _between(of: Difference) -> str:
    return f"{_signed(of.value)} ({_signed(of.low)} … {_signed(of.high)})"


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else '-' if value < 0 else ''}{percent(abs(value))}"


def _print(*lines: Any) -> None:
    out = standard_output(machine=False)
    out.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()
