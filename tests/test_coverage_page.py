"""The page on the handbook says what the packs do, and leaves no row out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.scripts import ROOT, script

rows = script("coverage_rows")
make_coverage = script("make_coverage")
HANDBOOK = ROOT.parent / "shared" / "handbook.md"


def test_the_page_is_what_the_packs_say() -> None:
    page = (ROOT / "docs" / "handbook-coverage.md").read_text("utf-8")
    assert page == make_coverage.page(), "run scripts/make_coverage.py"


@pytest.mark.parametrize("row", rows.ROWS, ids=lambda row: row.asks[:40])
def test_a_row_has_an_answer_or_says_why_not(row: rows.Row) -> None:
    assert row.rules or row.besides or row.why_not


def test_what_a_row_asks_for_exists() -> None:
    known = [rule.id for rule in make_coverage.known_rules()]
    unknown = {
        pattern
        for row in rows.ROWS
        for pattern in row.rules
        if not any(make_coverage.fits(name, pattern) for name in known)
    }
    assert not unknown


@pytest.mark.skipif(not HANDBOOK.is_file(), reason="../shared/handbook.md is not there")
def test_every_row_of_the_handbook_is_there() -> None:
    assert [(row.level, row.sections) for row in rows.ROWS] == list(_handbook(HANDBOOK))


def _handbook(path: Path) -> list[tuple[str, tuple[str, ...]]]:
    found, level = [], ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("## "):
            level = line[3:].partition(" (")[0]
        elif named := re.match(r"\| ([0-9][0-9., ]*) \|", line):
            found.append((level, tuple(named[1].split(", "))))
    return found
