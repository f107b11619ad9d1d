"""--watch: looks, runs, and runs again when something changed; Ctrl-C ends it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from replylint.faces import watch as module
from replylint.faces.watch import PAUSE, stamps, watch

from .conftest import Shell


def test_it_runs_once_for_every_change() -> None:
    states: Iterator[dict[str, tuple[int, int]]] = iter(
        [{"a": (1, 1)}, {"a": (1, 1)}, {"a": (1, 1)}, {"a": (2, 1)}, {"a": (2, 1)}, {}, {}]
    )
    pauses: list[float] = []
    codes = iter([0, 1, 3])
    runs: list[int] = []

    def look() -> dict[str, tuple[int, int]]:
        try:
            return next(states)
        except StopIteration:
            raise KeyboardInterrupt from None

    def run() -> int:
        runs.append(next(codes))
        return runs[-1]

    assert watch(run, look, pauses.append) == 3
    assert runs == [0, 1, 3]
    assert pauses == [PAUSE, PAUSE]


def test_stamps_change_with_the_file(shell: Shell) -> None:
    path = shell.write("a.txt", "您好")
    before = stamps(["a.txt", "none.txt"])
    assert list(before) == ["a.txt"]
    path.write_text("您好！", "utf-8")
    assert stamps(["a.txt"]) != before


def test_a_change_is_checked_and_a_new_file_too(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.write("a.txt", "您好")
    steps = iter([lambda: shell.write("b.txt", "请立即处理"), lambda: shell.write("b.txt", "好")])

    def step(_: float) -> None:
        try:
            next(steps)()
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr(module, "sleep", step)
    ran = shell("check", "--watch")
    assert [line for line in ran.out.splitlines() if " in " in line] == [
        "Nothing found in 1 file, 1 message.",
        "1 warning in 2 files, 2 messages.",
        "Nothing found in 2 files, 2 messages.",
    ]
    assert ran.code == 0


def test_settings_that_break_while_watching_are_told_and_mended(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.write("a.txt", "您好")
    steps = iter([lambda: shell.settings("jobs = []\n"), lambda: shell.settings("jobs = 1\n")])

    def step(_: float) -> None:
        try:
            next(steps)()
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr(module, "sleep", step)
    ran = shell("check", "--watch")
    assert "replylint.toml:3:8" in ran.err
    assert ran.out.count("Nothing found") == 2
    assert ran.code == 0
