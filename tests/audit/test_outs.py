"""Findings in files: the same rows in every format, and nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pytest

from .conftest import Audit
from .exports import bad, good, write

openpyxl = pytest.importorskip("openpyxl", reason="the extra audit is not installed")
parquet = pytest.importorskip("pyarrow.parquet", reason="the extra audit is not installed")


def test_every_format_holds_the_same_findings(tmp_path: Path, audit: Audit) -> None:
    write(tmp_path / "chat.jsonl", [bad("c-1"), good("c-2"), bad("c-3")])
    outs = [part for end in ("jsonl", "csv", "xlsx", "parquet") for part in ("--out", f"f.{end}")]
    printed = audit("chat.jsonl", *outs, "--format", "jsonl").out
    wanted = [(row["conversation"], row["rule"]) for row in map(json.loads, printed.splitlines())]
    assert len(wanted) > 3
    lines = (tmp_path / "f.jsonl").read_text("utf-8").splitlines()
    assert [(r["conversation"], r["rule"]) for r in map(json.loads, lines)] == wanted
    with (tmp_path / "f.csv").open(encoding="utf-8", newline="") as stream:
        assert [(r["conversation"], r["rule"]) for r in csv.DictReader(stream)] == wanted
    sheet = openpyxl.load_workbook(tmp_path / "f.xlsx").worksheets[0]
    heads, *rows = sheet.iter_rows(values_only=True)
    at = heads.index("conversation"), heads.index("rule")
    assert [(row[at[0]], row[at[1]]) for row in rows] == wanted
    table = parquet.read_table(tmp_path / "f.parquet").to_pylist()
    assert [(row["conversation"], row["rule"]) for row in table] == wanted
    assert table[0]["time"].hour == 12


def test_what_looks_like_a_formula_is_text(tmp_path: Path, audit: Audit) -> None:
    write(tmp_path / "chat.jsonl", [bad("c-1", queue="=1+1", channel="@SUM(A1)")])
    audit("chat.jsonl", "--out", "f.csv", "--out", "f.xlsx")
    assert "'=1+1" in (tmp_path / "f.csv").read_text("utf-8")
    sheet = openpyxl.load_workbook(tmp_path / "f.xlsx").worksheets[0]
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert "'@SUM(A1)" in [cell.value for cell in cells]


def test_half_of_an_emoji_and_control_characters_break_no_file(
    tmp_path: Path, audit: Audit
) -> None:
    line = json.dumps(bad("c-1", queue="a\ud83d\x01b"))
    (tmp_path / "chat.jsonl").write_text(line + "\n", encoding="ascii")
    outs = [part for end in ("jsonl", "csv", "xlsx", "parquet") for part in ("--out", f"f.{end}")]
    ran = audit("chat.jsonl", *outs, "--store", "a.duckdb", "--report", "page.html")
    assert ran.code == 1, ran.err
    assert (tmp_path / "page.html").read_text("utf-8")


def test_an_unknown_kind_of_file_is_refused_before_anything_is_read(
    tmp_path: Path, audit: Audit
) -> None:
    write(tmp_path / "chat.jsonl", [bad("c-1")])
    ran = audit("chat.jsonl", "--out", "f.doc")
    assert ran.code == 2
    assert ".jsonl, .csv, .xlsx, .parquet" in ran.err


@pytest.mark.parametrize(
    ("package", "more"),
    [
        ("duckdb", ("--store", "a.duckdb")),
        ("pyarrow.parquet", ("--out", "f.parquet")),
        ("openpyxl", ("--out", "f.xlsx")),
    ],
)
def test_what_is_not_installed_is_named_with_its_extra(
    tmp_path: Path,
    audit: Audit,
    monkeypatch: pytest.MonkeyPatch,
    package: str,
    more: tuple[str, ...],
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    write(tmp_path / "chat.jsonl", [bad("c-1")])
    ran = audit("chat.jsonl", *more)
    assert ran.code == 2
    assert 'pip install "replylint[audit]"' in ran.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["chat.jsonl"]
