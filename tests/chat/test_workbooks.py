"""XLSX and Parquet: a row a message, and what is said when the extra is missing."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from replylint import chat
from replylint.errors import UsageError
from tests.chat.reading import both, one, read, refused, times, told, written

HEAD = ["会话ID", "发送时间", "角色", "工号", "消息内容"]
ROWS: list[list[Any]] = [
    [7001, datetime(2026, 3, 2, 9, 15), "客户", None, "你好"],
    [7001, datetime(2026, 3, 2, 9, 16), "客服", "007", "您好"],
]


def workbook(path: Path, **sheets: list[list[Any]]) -> Path:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_a_sheet(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", Chats=[["三月会话导出"], HEAD, *ROWS, [None] * 5])
    assert chat.sniff(path) == "xlsx"
    found = one(path, tz="Asia/Shanghai")
    assert told(found) == ["customer: 你好", "agent 007: 您好"]
    assert times(found)[0] == "2026-03-02T09:15:00+08:00"
    assert (found.id, found.messages[0].id) == ("7001", "L3")


def test_several_sheets(tmp_path: Path) -> None:
    other = [["8", *row[1:]] for row in ROWS]
    path = workbook(tmp_path / "a.xlsx", A=[HEAD, *ROWS], B=[HEAD, *other], Empty=[])
    assert [each.id for each in read(path)] == ["7001", "8"]


def test_a_row_that_cannot_be_read_names_its_sheet(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", A=[HEAD, *ROWS, [7001, "soon", "客服", "007", "好"]])
    _, unread = both(path)
    assert [(each.path.endswith("a.xlsx[A]"), each.line) for each in unread] == [(True, 4)]


def test_no_workbook(tmp_path: Path) -> None:
    assert "is no XLSX workbook" in refused(written(tmp_path / "a.xlsx", b"no"), format="xlsx")


def test_parquet(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    import pyarrow
    import pyarrow.parquet

    table = pyarrow.table({name: [row[i] for row in ROWS] for i, name in enumerate(HEAD)})
    pyarrow.parquet.write_table(table, tmp_path / "a.parquet")
    assert chat.sniff(tmp_path / "a.parquet") == "parquet"
    found = one(tmp_path / "a.parquet", tz="Asia/Shanghai")
    assert told(found) == ["customer: 你好", "agent 007: 您好"]
    assert times(found)[1] == "2026-03-02T09:16:00+08:00"
    cut = written(tmp_path / "b.parquet", (tmp_path / "a.parquet").read_bytes()[:-20])
    assert "is cut off" in refused(cut)


@pytest.mark.parametrize(("module", "extra"), [("openpyxl", "xlsx"), ("pyarrow", "parquet")])
def test_a_missing_extra_is_named(
    module: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    path = written(tmp_path / f"a.{extra}", b"PAR1" if extra == "parquet" else b"PK")
    with pytest.raises(UsageError, match=rf"replylint\[{extra}\]"):
        next(chat.read(path, chat.Options(format=extra)))
