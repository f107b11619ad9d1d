from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from replylint.model import FileResult
from replylint.report.progress import Progress

from .cases import finding, in_file

CLEAN = replace(in_file("您好"), messages=30)
FLAGGED = in_file("您好", finding(0, 1))
CLEAR = "\r\x1b[K"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def drawn(results: list[FileResult], seconds: list[float], **more: object) -> list[str]:
    """What stands on the terminal after each step of the clock."""
    stream, ticks = Terminal(), iter(seconds)
    progress = Progress(stream, clock=lambda: next(ticks), **more)  # type: ignore[arg-type]
    assert list(progress.through(results)) == results
    return stream.getvalue().split(CLEAR)


def test_rate_and_time_left() -> None:
    assert drawn([CLEAN] * 3, [0, 2, 4, 6], total=3, lang="zh") == [
        "",
        "1/3 · 30 条消息 · 15/s · 还需 0:04",
        "2/3 · 60 条消息 · 15/s · 还需 0:02",
        "3/3 · 90 条消息 · 15/s · 还需 0:00",
        "",
    ]


def test_without_a_total_there_is_no_time_left() -> None:
    assert drawn([CLEAN], [0, 2]) == ["", "30 messages · 15/s", ""]


def test_short_work_shows_nothing_and_pauses_between_lines() -> None:
    assert drawn([CLEAN] * 2, [0, 0.1, 0.2]) == [""]
    assert len(drawn([CLEAN] * 3, [0, 1, 1.1, 1.3])) == 4


def test_the_line_is_cleared_before_something_is_reported() -> None:
    stream, ticks = Terminal(), iter([0.0, 2.0, 4.0])
    for result in Progress(stream, clock=lambda: next(ticks)).through([CLEAN, FLAGGED]):
        if result is FLAGGED:
            assert stream.getvalue().endswith(f"/s{CLEAR}")


def test_the_line_is_cleared_when_it_breaks_off() -> None:
    def broken() -> Iterator[FileResult]:
        yield CLEAN
        raise OSError

    stream, ticks = Terminal(), iter([0.0, 2.0])
    try:
        list(Progress(stream, clock=lambda: next(ticks)).through(broken()))
    except OSError:
        assert stream.getvalue().endswith(CLEAR)
    else:
        raise AssertionError


def test_nothing_without_a_terminal() -> None:
    stream = io.StringIO()
    assert list(Progress(stream, clock=lambda: 0.0).through([CLEAN])) == [CLEAN]
    assert stream.getvalue() == ""
