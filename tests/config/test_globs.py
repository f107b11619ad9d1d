"""Path patterns: what they match below their settings file, and which are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from replylint.config.globs import Glob, fault

ROOT = Path("/project/replies")


def matches(pattern: str, path: str, folder: bool = False) -> bool:
    return Glob(str(ROOT), pattern).matches(ROOT / path, folder)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.md", "a.md"),
        ("*.md", "deep/er/a.md"),
        ("drafts", "drafts/a.md"),
        ("drafts", "x/drafts/y/a.md"),
        ("drafts/", "x/drafts/a.md"),
        ("/drafts/", "drafts/a.md"),
        ("sms/*.txt", "sms/a.txt"),
        ("sms/**", "sms/x/y/a.txt"),
        ("**/old/*.txt", "old/a.txt"),
        ("**/old/*.txt", "x/y/old/a.txt"),
        ("a/**/b.txt", "a/b.txt"),
        ("a/**/b.txt", "a/x/y/b.txt"),
        ("v?.txt", "v2.txt"),
        ("v[0-9].txt", "v2.txt"),
        ("v[!0-9].txt", "vx.txt"),
        ("v[^0-9].txt", "vx.txt"),
        ("[]x].txt", "].txt"),
        ("[[].txt", "[.txt"),
        ("模板/*.txt", "模板/催收.txt"),
        ("a+b(1).txt", "a+b(1).txt"),
    ],
)
def test_matches(pattern: str, path: str) -> None:
    assert fault(pattern) is None
    assert matches(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.md", "a.mdx"),
        ("drafts/", "drafts"),  # a file of that name
        ("/drafts", "x/drafts/a.md"),
        ("sms/*.txt", "sms/x/a.txt"),
        ("sms/*.txt", "x/sms/a.txt"),
        ("v?.txt", "v/.txt"),
        ("v[!0-9]x", "v/x"),
        ("v[0-9].txt", "vx.txt"),
        ("a.txt", "axtxt"),
        ("A.txt", "a.txt"),
    ],
)
def test_does_not_match(pattern: str, path: str) -> None:
    assert not matches(pattern, path)


def test_a_folder_pattern_takes_the_folder_itself() -> None:
    assert matches("drafts/", "x/drafts", folder=True)
    assert matches("*.d", "conf.d", folder=True)


def test_names_match_outside_the_root() -> None:
    assert Glob(str(ROOT), "*.md").matches(Path("/elsewhere/a.md"))
    assert not Glob(str(ROOT), "replies/*.md").matches(Path("/elsewhere/replies/a.md"))


@pytest.mark.parametrize(
    ("pattern", "what"),
    [
        ("", "empty"),
        ("/", "empty"),
        ("!a", "negated"),
        ("a\\b", "backslashes"),
        ("./a", "settings file's folder"),
        ("../a", "settings file's folder"),
        ("a/../b", "settings file's folder"),
        ("a[b", "unclosed"),
        ("a[]", "unclosed"),
        ("a[z-a]", "[ ]"),
    ],
)
def test_faults(pattern: str, what: str) -> None:
    problem = fault(pattern)
    assert problem is not None
    assert what in problem[0]
    assert problem[1]
