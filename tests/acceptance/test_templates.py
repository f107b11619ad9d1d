"""A template repository by somebody who had not seen the code: faults found in place, traps silent.

``expected.jsonl`` lists the faults with the place and the words a customer reads, ``traps.jsonl``
where the same words are no reply or no offence.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from replylint.__main__ import main

HERE = Path(__file__).parent
SOFT = {"courtesy", "clarity", "jargon", "structure", "term", "closed_question"}
Row = Mapping[str, Any]


def rows(name: str) -> list[Row]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("repository")
    shutil.copytree(HERE / "templates", folder / "templates")
    return folder


@pytest.fixture(scope="module")
def findings(repository: Path) -> list[Row]:
    out = repository / "findings.jsonl"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(repository)
        code = main(["check", "templates", "--format", "jsonl", "--output", str(out)])
    assert code == 1
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def overlap(finding: Row, row: Row) -> bool:
    if finding["path"] != row["path"]:
        return False
    first = (finding["line"], finding["column"])
    last = (finding["end_line"], finding["end_column"])
    start, end = (row["line"], row["column"]), (row["end_line"], row["end_column"])
    return start <= first <= end if first == last else first < end and start < last


def ends(data: bytes) -> tuple[bool, bool]:
    """Whether lines end in a carriage return and a line feed, and whether in a line feed alone."""
    both = data.count(b"\r\n")
    return both > 0, data.count(b"\n") > both


def test_every_fault_is_found_in_its_place(findings: list[Row]) -> None:
    missed = [
        f"{row['path']}:{row['line']}:{row['column']} {row['words']}"
        for row in rows("expected.jsonl")
        if not any(overlap(f, row) and f["topic"] in row["topic"] for f in findings)
    ]
    assert missed == []


def test_every_trap_is_silent(findings: list[Row]) -> None:
    broken = [
        f"{row['path']}:{row['line']}:{row['column']} {row['words']} {f['rule']}"
        for row in rows("traps.jsonl")
        for f in findings
        if overlap(f, row) and f["topic"] not in SOFT
    ]
    assert broken == []


def test_fixing_changes_nothing_but_the_faults(repository: Path, findings: list[Row]) -> None:
    """Every change lies in the paragraph of a finding; encodings and line endings stay."""
    fixed = repository / "fixed"
    shutil.copytree(repository / "templates", fixed / "templates")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(fixed)
        glosses = ["--ignore", "jargon.*"]  # they may explain a word within a trap
        main(["check", "templates", "--unsafe-fixes", "--quiet", *glosses])
    for path in sorted((repository / "templates").rglob("*")):
        if not path.is_file():
            continue
        name = path.relative_to(repository).as_posix()
        before, after = path.read_bytes(), (fixed / name).read_bytes()
        if b"\0" not in before:
            assert ends(before) == ends(after)
        assert before[:3] == after[:3]
        if before != after:
            assert any(f["path"] == name for f in findings)
        for trap in rows("traps.jsonl"):
            if trap["path"] == name and len(trap["raw"]) > 3:
                codec = {"utf-16-le-bom": "utf-16"}.get(trap["encoding"], trap["encoding"])
                text, was = after.decode(codec), before.decode(codec)
                assert text.count(trap["raw"]) >= min(1, was.count(trap["raw"]))
