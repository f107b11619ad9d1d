"""No personal value that stands in an export comes out again, in any file, line or byte."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from .conftest import Audit
from .exports import PLANTED, planted, write

pytest.importorskip("duckdb", reason="the extra audit is not installed")
pyarrow_parquet = pytest.importorskip("pyarrow.parquet", reason="the extra audit is not installed")

FILES = ("f.jsonl", "f.csv", "f.xlsx", "f.parquet", "a.duckdb", "page.html", "cases.jsonl", "s.csv")


def _forms(value: str) -> list[bytes]:
    """A value as the files may hold it: plain, escaped, without its separators."""
    bare = "".join(char for char in value if char.isalnum())
    spelled = {value, bare, json.dumps(value)[1:-1], value.replace("+", "")}
    found = [form.encode(coding) for form in spelled for coding in ("utf-8", "utf-16-le")]
    return [form for form in found if len(form) > 5]


def _held(data: bytes) -> list[str]:
    return [name for name, value in PLANTED.items() if any(f in data for f in _forms(value))]


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_planted_value_is_in_any_output(tmp_path: Path, audit: Audit, jobs: int) -> None:
    write(tmp_path / "chat.jsonl", planted())
    assert len(_held((tmp_path / "chat.jsonl").read_bytes())) == len(PLANTED), "all are planted"
    outs = [part for name in FILES[:4] for part in ("--out", name)]
    more = ("--store", "a.duckdb", "--report", "page.html", "--cases", "cases.jsonl")
    ran = audit("chat.jsonl", *outs, *more, "--jobs", jobs)
    assert ran.code == 1
    lines = audit("chat.jsonl", "--format", "jsonl")
    whole = audit("chat.jsonl", "--format", "json")
    assert audit("sample", "s.csv", "--store", "a.duckdb").code == 0
    compared = audit("compare", "channel=chat", "queue=complaint", "--store", "a.duckdb")
    said = "".join(each.out + each.err for each in (ran, lines, whole, compared))
    assert "command.urgent-imperative" in said
    assert not _held(said.encode())
    for name in FILES:
        data = (tmp_path / name).read_bytes()
        assert data, name
        assert not _held(data), name
    with zipfile.ZipFile(tmp_path / "f.xlsx") as book:
        for part in book.namelist():
            assert not _held(book.read(part)), part
    table = pyarrow_parquet.read_table(tmp_path / "f.parquet")
    assert table.num_rows
    assert not _held(json.dumps(table.to_pylist(), default=str, ensure_ascii=False).encode())


def test_the_store_holds_nothing_in_clear_in_any_cell(tmp_path: Path, audit: Audit) -> None:
    import duckdb

    write(tmp_path / "chat.jsonl", planted())
    audit("chat.jsonl", "--store", "a.duckdb", "--out", "f.jsonl", "--report", "page.html")
    with duckdb.connect("a.duckdb", read_only=True) as store:
        names = [
            name for (name,) in store.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        ]
        assert len(names) == 7
        for name in names:
            rows = store.execute(f"SELECT * FROM {name}").fetchall()
            assert not _held(repr(rows).encode()), name


def test_names_in_an_error_are_told_once_and_kept_nowhere(tmp_path: Path, audit: Audit) -> None:
    says = "".join(
        f"2026/3/2 09:0{n} - {PLANTED[who]}: 您好\n"
        for n, who in enumerate(["customer", "agent"] * 3)
    )
    (tmp_path / "WhatsApp Chat.txt").write_text(says, encoding="utf-8")
    more = ("--store", "a.duckdb", "--report", "page.html", "--format", "json")
    ran = audit("WhatsApp Chat.txt", *more)
    assert ran.code == 2
    assert PLANTED["agent"] in ran.err.splitlines()[0], "who is to say whose words are whose"
    assert not _held(ran.out.encode())
    assert json.loads(ran.out)["summary"]["unread"]["count"] == 1
    for name in ("a.duckdb", "page.html"):
        assert not _held((tmp_path / name).read_bytes()), name


def test_agents_have_the_same_other_name_in_one_store_and_no_other_elsewhere(
    tmp_path: Path, audit: Audit
) -> None:
    write(tmp_path / "chat.jsonl", planted())

    def agents(*more: str) -> set[str]:
        ran = audit("chat.jsonl", "--format", "jsonl", *more)
        return {json.loads(line)["agent"] for line in ran.out.splitlines()}

    first = agents("--store", "a.duckdb")
    assert len(first) == 1
    assert agents("--store", "a.duckdb") == first
    assert agents("--store", "b.duckdb") != first
    assert agents("--key-file", "key", "--store", "c.duckdb") == agents("--key-file", "key")
    assert agents("--show-agents") == {PLANTED["agent"]}


def test_ids_that_may_be_names_are_shown_when_asked(tmp_path: Path, audit: Audit) -> None:
    write(tmp_path / "chat.jsonl", planted())

    def ids(*more: str) -> set[str]:
        ran = audit("chat.jsonl", "--format", "jsonl", *more)
        return {json.loads(line)["conversation"] for line in ran.out.splitlines()}

    hidden = ids()
    assert "c-1" in hidden
    assert len(hidden) == 4
    assert {"c-1", PLANTED["name"], PLANTED["email"], PLANTED["mobile"]} == ids("--show-ids")
