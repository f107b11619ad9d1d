from __future__ import annotations

import io
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace

import pytest

from replylint.errors import UsageError
from replylint.model import FileResult, Source, Summary, Trouble
from replylint.report.formats import FORMATS, WITHOUT_TROUBLES, write
from replylint.report.options import Options

from .cases import finding, fix, in_file, report


def test_the_formats_of_the_contract() -> None:
    assert set(FORMATS) == {
        "text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjsonl", "html"
    }  # fmt: skip


def test_an_unknown_format_reads_nothing() -> None:
    def never() -> Iterator[FileResult]:
        raise AssertionError
        yield

    for name, hint in (("jsonn", 'did you mean "json"'), ("xml", "one of: text, json, jsonl")):
        with pytest.raises(UsageError, match=hint):
            write(name, never(), Summary, io.StringIO(), Options())


@pytest.mark.parametrize("format", FORMATS)
def test_the_summary_is_asked_for_once_and_last(format: str) -> None:
    asked: list[str] = []

    def results() -> Iterator[FileResult]:
        yield in_file("请立即处理", finding(1, 3, fixes=(fix(1, 3, "尽早"),)))
        asked.append("exhausted")

    def summary() -> Summary:
        asked.append("summary")
        return Summary()

    write(format, results(), summary, io.StringIO(), Options(lang="zh"))
    assert asked == ["exhausted", "summary"]


@pytest.mark.parametrize("format", FORMATS)
def test_what_was_not_checked_is_said_or_known_to_be_missing(format: str) -> None:
    late = replace(in_file("您好"), incomplete=(Trouble("too slow", "a.md"),))
    lost = FileResult(Source("b.md", ""), errors=(Trouble("not a text file", "b.md"),))
    shown = report(format, [late, lost])
    assert ("too slow" in shown and "not a text file" in shown) is (format not in WITHOUT_TROUBLES)


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_results_give_the_same_bytes(format: str) -> None:
    results = [in_file("请立即处理", finding(1, 3, fixes=(fix(1, 3, "尽早"),)))] * 2
    assert report(format, results) == report(format, results)


class Sink(io.StringIO):
    def write(self, text: str) -> int:
        return len(text)


@pytest.mark.parametrize("format", sorted({*FORMATS} - {"html", "junit"}))
def test_memory_stays_flat(format: str) -> None:
    """A result that is kept would hold a kilobyte; what is left are counters and the allocator."""

    def results(number: int) -> Iterator[FileResult]:
        for _ in range(number):
            yield in_file("请立即处理" * 100, finding(1, 3, fixes=(fix(1, 3, "尽早"),)))

    def peak(number: int) -> int:
        tracemalloc.start()
        try:
            write(format, results(number), Summary, Sink(), Options())
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(20)
    few, many = peak(30), peak(330)
    assert (many - few) / 300 < 150


def test_a_clean_run_imports_nothing_it_does_not_need() -> None:
    code = """
import io, sys
from replylint.model import Summary
from replylint.report.formats import write
from replylint.report.options import Options
write("text", [], Summary, io.StringIO(), Options())
heavy = {"yaml", "regex", "jieba", "rjieba", "tomllib", "difflib", "click", "hashlib", "json"}
print(sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
