"""Accepted findings stay accepted, new ones are new, and the file tells what is wrong with it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.errors import InputError
from replylint.files import baseline as module
from replylint.files.baseline import Entry, accept, match, read, relative, write
from replylint.model import (
    Confidence,
    FileResult,
    Finding,
    Place,
    Placed,
    Severity,
    Source,
    Trouble,
)

HEAD = '{"replylint-baseline": 1}'
A = Entry("a.md", "command.urgent", "0a" * 10)
B = Entry("b/催收.md", "promise.guarantee", "0b" * 10)
C = Entry("b/催收.md", "vague.soon", "0c" * 10)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b").mkdir()
    (tmp_path / "a.md").touch()
    (tmp_path / "b/催收.md").touch()
    return tmp_path


def placed(entry: Entry) -> Placed:
    topic = entry.rule.partition(".")[0]
    finding = Finding(entry.rule, topic, Severity.ERROR, Confidence.HIGH, 0, 1, "…")
    place = Place(1, 1, 1, 2, 0, 1)
    return Placed(finding, entry.path, place, fingerprint=entry.fingerprint)


def result(*entries: Entry, path: str | None = None) -> FileResult:
    source = Source(path or entries[0].path, "x")
    return FileResult(source, 1, tuple(placed(each) for each in entries))


def refused(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read(path)
    return str(caught.value)


def test_written_sorted_and_read_again(root: Path) -> None:
    write(root / "base.jsonl", [B, C, A, A])
    lines = (root / "base.jsonl").read_bytes().decode().split("\n")
    assert lines[0] == '{"replylint-baseline": 1}'
    assert lines[1] == (
        '{"path": "a.md", "rule": "command.urgent", "fingerprint": "0a0a0a0a0a0a0a0a0a0a"}'
    )
    assert "b/催收.md" in lines[2]
    assert lines[-1] == ""
    assert read(root / "base.jsonl") == {A, B, C}


def test_an_empty_baseline(root: Path) -> None:
    write(root / "base.jsonl", [])
    assert read(root / "base.jsonl") == frozenset()


def test_writing_keeps_the_mode_and_a_link(root: Path) -> None:
    (root / "real.jsonl").touch(0o600)
    (root / "base.jsonl").symlink_to("real.jsonl")
    write(root / "base.jsonl", [A])
    assert (root / "base.jsonl").is_symlink()
    assert (root / "real.jsonl").stat().st_mode & 0o777 == 0o600
    assert read(root / "real.jsonl") == {A}


def test_two_branches_merge_by_keeping_all_lines(root: Path) -> None:
    write(root / "one.jsonl", [A, B])
    write(root / "two.jsonl", [A, C])
    union = (root / "one.jsonl").read_text() + (root / "two.jsonl").read_text().split("\n", 1)[1]
    (root / "both.jsonl").write_text(union + "\n")
    assert read(root / "both.jsonl") == {A, B, C}


def test_known_findings_are_set_apart(root: Path) -> None:
    new = Entry("a.md", "command.urgent", "ff" * 10)
    matched = match([result(A, new), result(B)], [A, B], root)
    assert [[each.fingerprint for each in r.findings] for r in matched.results] == [
        [new.fingerprint],
        [],
    ]
    assert [[each.fingerprint for each in r.known] for r in matched.results] == [
        [A.fingerprint],
        [B.fingerprint],
    ]
    assert matched.stale == ()
    assert accept(matched.results, root) == {A, B, new}


def test_the_same_sentence_elsewhere_is_new(root: Path) -> None:
    moved = Entry("c.md", A.rule, A.fingerprint)
    matched = match([result(moved)], [A], root)
    assert len(matched.results[0].findings) == 1


def test_stale_is_what_was_looked_at_and_not_found(root: Path) -> None:
    matched = match([result(C, path="b/催收.md")], [A, B, C], root)
    assert matched.stale == (B,)  # a.md was not checked: nothing is known of it


def test_entries_of_a_file_that_is_gone_are_stale(root: Path) -> None:
    (root / "a.md").unlink()
    stdin = Entry("-", "command.urgent", "00" * 10)
    assert match([], [A, B, stdin], root).stale == (A,)


def test_of_a_file_that_could_not_be_checked_nothing_is_known(root: Path) -> None:
    broken = Trouble("cannot be read", "a.md")
    source = Source("a.md", "")
    results = [
        FileResult(source),
        FileResult(source, incomplete=(broken,)),
        FileResult(Source("b/催收.md", ""), errors=(broken,)),
    ]
    assert match(results, [A, B], root).stale == ()


def test_standard_input_has_no_folder(root: Path) -> None:
    stdin = Entry("-", "command.urgent", "00" * 10)
    nothing = FileResult(Source(None, ""))
    assert match([nothing], [stdin], root).stale == (stdin,)
    unnamed = Placed(placed(stdin).finding, fingerprint=stdin.fingerprint)
    assert accept([FileResult(Source(None, "x"), findings=(unnamed,))], root / "b") == {stdin}


def test_paths_are_those_from_the_baselines_folder(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / "b")
    assert relative("催收.md", root) == "b/催收.md"
    assert relative("../a.md", root) == "a.md"
    assert relative(str(root / "a.md"), root) == "a.md"
    assert relative("-", root) == "-"

    def other_drive(*_: object) -> str:
        raise ValueError

    monkeypatch.setattr(module.os.path, "relpath", other_drive)
    assert relative("D:/a.md", root) == "D:/a.md"


class TestMistakes:
    def test_missing(self, root: Path) -> None:
        assert refused(root / "base.jsonl") == (
            'base.jsonl: there is no such baseline; write one with "replylint baseline"'
        )

    def test_not_readable(self, root: Path) -> None:
        assert refused(root) == ".: the baseline cannot be read: Is a directory"
        (root / "base.jsonl").write_bytes(b"\xff")
        assert refused(root / "base.jsonl").endswith("cannot be read: it is not UTF-8")

    def test_merge_conflict(self, root: Path) -> None:
        write(root / "base.jsonl", [A])
        with open(root / "base.jsonl", "a") as file:
            file.write("<<<<<<< HEAD\n=======\n>>>>>>> other\n")
        assert refused(root / "base.jsonl") == (
            "base.jsonl:3:1: a merge conflict was left in the baseline; "
            "keep the lines of both sides and take the markers away"
        )

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", '1:1: this is no line of a baseline; write it anew with "replylint baseline"'),
            ("{}", "1:1: this is no baseline; its first line must be "),
            ('\n{"a": 1}', "2:1: this is no baseline"),
            ('{"replylint-baseline": 2}', "1:1: a baseline of another version; its first"),
            ('{"replylint-baseline": 1, "x": 1}', "1:1: a baseline of another version"),
            ('{"replylint-baseline": 1}\n\n[]', "3:1: this is no line of a baseline"),
            ('{"replylint-baseline": 1}\nnope', "2:1: this is no line of a baseline"),
            ('{"replylint-baseline": 1}\n' + "[" * 100_000, "2:1: this is no line of a baseline"),
            ('{"replylint-baseline": 1}\n{"path": "a"}', "2:1: an entry has a path, a rule and"),
            (
                f'{HEAD}\n{{"path": "a", "rule": "b", "fingerprint": "c", "line": 1}}',
                "2:1: an entry has a path, a rule and a fingerprint, and nothing else",
            ),
            (
                '{"replylint-baseline": 1}\n{"path": "a", "rule": "b", "fingerprint": 1}',
                "2:1: an entry has",
            ),
        ],
    )
    def test_lines(self, text: str, said: str, root: Path) -> None:
        (root / "base.jsonl").write_text(text)
        assert refused(root / "base.jsonl").startswith(f"base.jsonl:{said}")

    def test_a_folder_that_is_not_there(self, root: Path) -> None:
        with pytest.raises(InputError) as caught:
            write(root / "nowhere/base.jsonl", [A])
        assert str(caught.value) == (
            "nowhere/base.jsonl: the baseline cannot be written: No such file or directory"
        )


@given(st.frozensets(st.builds(Entry, st.text(), st.text(), st.text()), max_size=5))
def test_anything_comes_back_and_is_one_line(entries: frozenset[Entry]) -> None:
    lines = [module._line(entry) for entry in entries]
    assert all("\n" not in line and line.encode() for line in lines)
    rows = [module._object(line, "a", 1) for line in lines]
    assert {module._read_entry(row, "a", 1) for row in rows} == entries
    assert [json.loads(line)["path"] for line in lines] == [entry.path for entry in entries]


def test_a_name_that_is_no_valid_text_comes_back(root: Path) -> None:
    entry = Entry(os.fsdecode(b"\xff.md"), "a.b", "00")
    write(root / "base.jsonl", [entry])
    assert read(root / "base.jsonl") == {entry}
