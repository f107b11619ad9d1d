"""Workbooks carry every term out and back, and take what people type into a sheet."""

from __future__ import annotations

import builtins
import io
from datetime import datetime
from typing import Any

import pytest

from replylint.errors import GlossaryError, UsageError
from replylint.glossary.term import Term
from replylint.glossary.xlsx import from_xlsx, to_xlsx

from .bases import BASE, NAV

openpyxl = pytest.importorskip("openpyxl")


def book(rows: list[list[Any]], title: str = "Sheet1") -> bytes:
    made = openpyxl.Workbook()
    made.active.title = title
    for row in rows:
        made.active.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_every_cell_is_text_even_what_looks_like_more() -> None:
    odd = Term(
        "007",
        hans="=1+1",
        en="1.50",
        aliases=("a|b", "\\"),
        source="a\r\nb\x01",
        reviewed="2026-11",
    )
    terms = (*BASE.terms, odd)
    assert from_xlsx(to_xlsx(terms)) == terms


def test_what_a_person_typed() -> None:
    rows: list[list[Any]] = [
        ["hans", "en", "aliases", "reviewed", None],
        ["净值", "Net asset value", "NAV|单位净值", datetime(2026, 11, 24)],
        [None, None, None, None],
        [2023, None, None, "2026-11", None],
    ]
    nav, year = from_xlsx(book(rows))
    assert (nav.id, nav.aliases, nav.reviewed) == (
        "net-asset-value",
        ("NAV", "单位净值"),
        "2026-11-24",
    )
    assert (year.hans, year.id, year.reviewed) == ("2023", "term-2", "2026-11")


def test_the_sheet_called_terms_is_the_one() -> None:
    made = openpyxl.load_workbook(io.BytesIO(to_xlsx([NAV])))
    made.create_sheet("notes", 0).append(["anything"])
    out = io.BytesIO()
    made.save(out)
    assert from_xlsx(out.getvalue()) == (NAV,)


@pytest.mark.parametrize(
    ("rows", "line", "says"),
    [
        ([["hans", "statu"]], 1, 'did you mean "status"'),
        ([["hans"], ["甲"], ["乙", "丙"]], 3, "2 cells for 1 columns"),
        ([["id", "hans"], ["a", "甲"], ["a", "乙"]], 3, "twice"),
        ([["hans", "reviewed"], ["甲", "soon"]], 2, "no date"),
        ([], 1, "no column holds a name"),
    ],
)
def test_refuses(rows: list[list[Any]], line: int, says: str) -> None:
    with pytest.raises(GlossaryError, match=says) as caught:
        from_xlsx(book(rows), "t.xlsx")
    assert caught.value.origin is not None
    assert (caught.value.origin.path, caught.value.origin.line) == ("t.xlsx", line)


@pytest.mark.parametrize("data", [b"", b"hans,en\n", b"PK\x03\x04broken"])
def test_refuses_what_is_no_workbook(data: bytes) -> None:
    with pytest.raises(GlossaryError, match="is no XLSX workbook"):
        from_xlsx(data, "t.xlsx")


def test_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "openpyxl":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError, match="openpyxl"):
        to_xlsx([NAV])
