"""Every file is found once, in order, and whatever is not looked at is said or counted."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from replylint.files import discover as module
from replylint.files.discover import Discovery, discover, shown


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("x")


def run(*paths: str, skip: str = "", force: bool = False) -> Discovery:
    return discover(
        paths,
        wanted=lambda path: path.suffix in {".md", ".txt"},
        excluded=lambda path, folder: bool(skip) and skip in f"{path}{'/' * folder}",
        force_exclude=force,
    )


def names(found: Discovery) -> list[str]:
    return [each.shown for each in found.files]


def test_folders_in_the_order_of_names_and_arguments(root: Path) -> None:
    make("b/z.md", "b/a/1.md", "b/a.txt", "b/A.md", "a.md", "x.txt")
    found = run("x.txt", "b", "a.md")
    assert names(found) == ["x.txt", "b/A.md", "b/a.txt", "b/z.md", "b/a/1.md", "a.md"]
    assert [each.explicit for each in found.files] == [True, False, False, False, False, True]
    assert run(".").files[0].path == Path("a.md")


def test_each_file_once(root: Path) -> None:
    make("a/x.md")
    Path("link.md").symlink_to("a/x.md")
    Path("b").symlink_to("a")
    assert names(run("a/x.md", ".", "./a/../a/x.md", "link.md", str(root / "a"))) == ["a/x.md"]
    assert names(run("b", "a")) == ["b/x.md"]


def test_what_is_passed_over_is_counted(root: Path) -> None:
    make(
        ".git/a.md",
        ".hidden.md",
        "node_modules/a.md",
        "env/pyvenv.cfg",
        "env/a.md",
        "drafts/a.md",
        "picture.png",
        "draft.md",
        "ok.md",
    )
    os.mkfifo("pipe.md")
    found = run(".", skip="draft")
    assert names(found) == ["ok.md"]
    assert found.passed_over == {"hidden": 2, "packages": 2, "excluded": 2, "format": 2}
    assert not found.errors
    assert not found.incomplete


def test_what_is_named_is_checked(root: Path) -> None:
    make(".hidden/x.md", "picture.png", "drafts/a.md")
    found = run(".hidden", "picture.png", "drafts/a.md", "drafts", skip="drafts")
    assert names(found) == [".hidden/x.md", "picture.png", "drafts/a.md"]
    found = run(".hidden", "picture.png", "drafts/a.md", "drafts", skip="drafts", force=True)
    assert names(found) == [".hidden/x.md", "picture.png"]
    assert found.passed_over == {"excluded": 2}


def test_nothing_is_excluded_by_default(root: Path) -> None:
    make("a.md")
    assert names(discover(["."], wanted=lambda _: True)) == ["a.md"]


def test_standard_input_once(root: Path) -> None:
    found = run("-", "-")
    assert [(each.path, each.shown) for each in found.files] == [(None, "-")]


def test_missing_paths_are_errors_and_the_rest_is_checked(root: Path) -> None:
    make("a.md")
    found = run("nowhere/b.md", "a.md", "bad\0name")
    assert names(found) == ["a.md"]
    assert [(each.path, each.text) for each in found.errors] == [
        ("nowhere/b.md", "cannot be found: No such file or directory"),
        ("bad\0name", "cannot be found: this is no valid path"),
    ]


def test_loops_end_and_are_told(root: Path) -> None:
    make("a/b/x.md")
    Path("a/b/up").symlink_to("..")
    Path("a/self").symlink_to(".")
    Path("a/top").symlink_to("/")
    found = run("a")
    assert names(found) == ["a/b/x.md"]
    assert {each.path for each in found.incomplete} == {"a/b/up", "a/self", "a/top"}
    assert {each.text for each in found.incomplete} == {
        "the folder is a link back to one above it, it was not entered"
    }


def test_links_that_lead_nowhere_are_told(root: Path) -> None:
    make("a/x.md")
    Path("a/gone.md").symlink_to("nowhere.md")
    Path("a/one").symlink_to("two")
    Path("a/two").symlink_to("one")
    found = run("a")
    assert [(each.path, each.text) for each in found.incomplete] == [
        ("a/gone.md", "cannot be looked at: No such file or directory"),
        ("a/one", "cannot be looked at: Too many levels of symbolic links"),
        ("a/two", "cannot be looked at: Too many levels of symbolic links"),
    ]
    assert run("a", skip="a/").incomplete == ()
    assert [each.text for each in run("a/one").errors] == [
        "cannot be found: Too many levels of symbolic links"
    ]


def test_a_folder_that_may_not_be_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make("a/x.md", "b/x.md")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path == "a":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(module.os, "scandir", refuse)
    found = run("a", "b")
    assert names(found) == ["b/x.md"]
    assert [(each.path, each.text) for each in found.incomplete] == [
        ("a", "the folder cannot be read: Permission denied")
    ]


def test_a_deep_folder_does_not_overflow(root: Path) -> None:
    depth = sys.getrecursionlimit() + 50
    for _ in range(depth):
        os.mkdir("d")
        os.chdir("d")
    make("a.md")
    os.chdir(root)
    found = run(".")
    bottom = "d/" * depth
    os.unlink(f"{bottom}a.md")
    for level in range(depth, 0, -1):  # too deep for others to clear away
        os.rmdir("d/" * level)
    assert names(found) == [f"{bottom}a.md"]


class TestShown:
    def test_below_the_working_folder(self, root: Path) -> None:
        assert shown("./a/../b.md") == "b.md"
        assert shown(root / "a.md") == "a.md"
        assert shown("..a.md") == "..a.md"

    def test_elsewhere(self, root: Path) -> None:
        assert shown("/elsewhere/a.md") == "/elsewhere/a.md"
        assert shown("../a.md") == "../a.md"
        assert shown("..") == ".."

    def test_another_drive(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(_: str) -> str:
            raise ValueError

        monkeypatch.setattr(module.os.path, "relpath", refuse)
        assert shown("D:/a.md") == "D:/a.md"

    def test_names_that_cannot_be_decoded(self) -> None:
        assert shown(os.fsdecode(b"\xff.md")) == "\ufffd.md"
