"""What is kept can be compared, followed over time, and asked in plain SQL."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from .conftest import Audit
from .exports import bad, good, write

duckdb = pytest.importorskip("duckdb", reason="the extra audit is not installed")


def _two_runs(tmp_path: Path, audit: Audit) -> None:
    first = [bad(f"a-{n}", channel="phone", queue="card") for n in range(40)]
    second = [good(f"b-{n}", channel="chat", queue="card") for n in range(40)]
    write(tmp_path / "one.jsonl", [*first, *second])
    write(tmp_path / "two.jsonl", second)
    for name in ("one.jsonl", "two.jsonl"):
        audit(name, "--store", "audit.duckdb", "--report", "page.html", "--quiet")


def test_two_runs_are_compared(tmp_path: Path, audit: Audit) -> None:
    _two_runs(tmp_path, audit)
    rows = json.loads(audit("compare", "1", "2", "--format", "json").out)
    flagged = rows[0]
    assert flagged["rule"] is None
    assert (flagged["a"]["hits"], flagged["a"]["of"]) == (40, 120)
    assert flagged["b"]["of"] == 80
    assert flagged["difference"]["sure"]
    order = next(row for row in rows if row["rule"] == "command.urgent-imperative")
    assert (order["a"]["hits"], order["b"]["hits"]) == (40, 0)
    assert "more than chance" in audit("compare", "1", "last").out


def test_two_parts_of_a_run_are_compared(tmp_path: Path, audit: Audit) -> None:
    _two_runs(tmp_path, audit)
    ran = audit("compare", "1:channel=phone", "1:channel=chat,period=2026-03", "--format", "json")
    assert json.loads(ran.out)[0]["a"] == {
        "value": 1.0,
        "hits": 40,
        "of": 40,
        "low": pytest.approx(0.9124, abs=1e-3),
        "high": 1.0,
        "small": False,
    }


@pytest.mark.parametrize(
    ("a", "says"),
    [
        ("9", "there is no run 9"),
        ("first", "names no run"),
        ("chanel=chat", 'did you mean "channel"'),
        ("period=March", "is no period"),
        ("channel=fax", "there are no replies"),
    ],
)
def test_what_cannot_be_compared_is_said(tmp_path: Path, audit: Audit, a: str, says: str) -> None:
    write(tmp_path / "one.jsonl", [bad("c-1", channel="chat")])
    audit("one.jsonl", "--store", "audit.duckdb", "--quiet")
    ran = audit("compare", a, "last")
    assert ran.code == 2
    assert says in ran.err


def test_the_trend_goes_from_run_to_run_and_within_one(tmp_path: Path, audit: Audit) -> None:
    _two_runs(tmp_path, audit)
    by_run = json.loads(audit("trend", "--format", "json").out)
    assert [(row["period"], row["flagged"]["of"]) for row in by_run] == [("1", 120), ("2", 80)]
    by_day = json.loads(audit("trend", "--by", "day", "--run", 1, "--format", "json").out)
    assert [row["period"] for row in by_day] == ["2026-03-02"]
    one_rule = audit("trend", "--rule", "command.urgent-imperative", "--format", "json")
    assert [row["flagged"]["hits"] for row in json.loads(one_rule.out)] == [40, 0]


def test_plain_sql_can_ask_it(tmp_path: Path, audit: Audit) -> None:
    _two_runs(tmp_path, audit)
    with duckdb.connect(str(tmp_path / "audit.duckdb"), read_only=True) as store:
        worst = store.execute(
            "SELECT agent, sum(flagged) / sum(replies) AS share FROM replies WHERE run = 1 "
            "GROUP BY agent ORDER BY share DESC"
        ).fetchall()
        assert worst[0][1] == 1.0
        (longest,) = store.execute(
            "SELECT max(longest_wait) FROM conversations WHERE run = 1"
        ).fetchone()
    assert longest == 200 * 60


def test_a_page_is_written_from_the_store_alone(tmp_path: Path, audit: Audit) -> None:
    _two_runs(tmp_path, audit)
    assert audit("report", "later.html", "--run", 2).code == 0
    later = (tmp_path / "later.html").read_text("utf-8")
    assert later == (tmp_path / "page.html").read_text("utf-8")


def test_a_store_that_is_missing_is_not_made_by_a_question(tmp_path: Path, audit: Audit) -> None:
    ran = audit("trend", "--store", "none.duckdb")
    assert ran.code == 2
    assert "none.duckdb: there is no such store" in ran.err
    assert not (tmp_path / "none.duckdb").exists()


def _judged(path: Path, verdict: str, only: str = "") -> None:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        for row in rows:
            said = verdict if row["rule"].startswith(only) else ""
            writer.writerow(row | {"verdict": said})


def test_a_sample_is_judged_and_speaks_for_a_severity(tmp_path: Path, audit: Audit) -> None:
    _two_runs(tmp_path, audit)
    assert audit("sample", "sheet.csv", "--per-rule", 25, "--run", 1).code == 0
    text = (tmp_path / "sheet.csv").read_text("utf-8-sig")
    assert "customer: 我被扣了两次钱，太过分了！" in text
    assert sum("command.urgent-imperative" in line for line in text.splitlines()) == 25
    _judged(tmp_path / "sheet.csv", "误报", "command.")
    ran = audit("verdicts", "sheet.csv")
    assert "0 / 25" in ran.out
    assert '"command.urgent-imperative" = "off"' in ran.out
    (tmp_path / "replylint.toml").write_text(ran.out.partition("# replylint.toml\n")[2])
    again = audit("one.jsonl", "--format", "jsonl").out
    assert "command.urgent-imperative" not in again
    assert "threat.outcome-known" in again


def test_a_cell_that_is_no_verdict_is_named_by_its_line(tmp_path: Path, audit: Audit) -> None:
    _two_runs(tmp_path, audit)
    audit("sample", "sheet.csv", "--per-rule", 1, "--run", 1)
    _judged(tmp_path / "sheet.csv", "perhaps")
    ran = audit("verdicts", "sheet.csv")
    assert ran.code == 2
    assert "sheet.csv:" in ran.err
    assert "write keep or drop" in ran.err


def test_the_sample_of_a_run_is_random_and_stays(tmp_path: Path, audit: Audit) -> None:
    write(tmp_path / "one.jsonl", [bad(f"a-{n}") for n in range(300)])
    audit("one.jsonl", "--store", "audit.duckdb", "--quiet")
    audit("sample", "a.csv", "--per-rule", 20)
    audit("sample", "b.csv", "--per-rule", 20)
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as stream:
        drawn = [int(row["conversation"][2:]) for row in csv.DictReader(stream)]
    assert max(drawn) > 150
    assert min(drawn) < 150
