"""Every format counts in its own unit: converting back gives the stretch that was found."""

from __future__ import annotations

import json
import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from replylint.model import FileResult
from replylint.report.width import printable

from .cases import finding, fix, in_file, line_starts, report

PIECES = [
    "您",
    "立即",
    "a",
    ",",
    " ",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "😀",
    "👩‍👩‍👧",
    "e\u0301",
    "𠮷",
    "\u2028",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, str, str, FileResult]:
    """A text, what is found in it, what is replaced by its fix, and the result."""
    text = draw(TEXTS)
    at = st.integers(0, len(text))
    start, end = sorted((draw(at), draw(at)))
    first, last = sorted((draw(at), draw(at)))
    found = finding(start, end, fixes=(fix(first, last, "改"),))
    return text, text[start:end], text[first:last], in_file(text, found)


def by_columns(text: str, line: int, column: int, end_line: int, end_column: int) -> str:
    starts = line_starts(text)
    return text[starts[line - 1] + column - 1 : starts[end_line - 1] + end_column - 1]


def by_bytes(text: str, span: dict[str, dict[str, int]]) -> str:
    starts = [len(text[:start].encode()) for start in line_starts(text)]
    start, end = (starts[span[k]["line"] - 1] + span[k]["column"] - 1 for k in ("start", "end"))
    return text.encode()[start:end].decode()


@given(cases())
def test_json(case: tuple[str, str, str, FileResult]) -> None:
    text, found, replaced, result = case
    (row,) = json.loads(report("json", [result]))["findings"]
    assert row == json.loads(report("jsonl", [result]))
    assert text[row["start"] : row["end"]] == found
    columns = [row[key] for key in ("line", "column", "end_line", "end_column")]
    assert by_columns(text, *columns) == found
    (edit,) = row["fixes"][0]["edits"]
    assert text[edit["start"] : edit["end"]] == replaced


@given(cases())
def test_sarif(case: tuple[str, str, str, FileResult]) -> None:
    text, found, replaced, result = case
    (row,) = json.loads(report("sarif", [result]))["runs"][0]["results"]
    (change,) = row["fixes"][0]["artifactChanges"]
    for region, expected in (
        (row["locations"][0]["physicalLocation"]["region"], found),
        (change["replacements"][0]["deletedRegion"], replaced),
    ):
        columns = [region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")]
        assert by_columns(text, *columns) == expected
        offset = region["charOffset"]
        assert text[offset : offset + region["charLength"]] == expected


@given(cases())
def test_rdjsonl(case: tuple[str, str, str, FileResult]) -> None:
    text, found, replaced, result = case
    row = json.loads(report("rdjsonl", [result]))
    assert by_bytes(text, row["location"]["range"]) == found
    (suggestion,) = row["suggestions"]
    assert by_bytes(text, suggestion["range"]) == replaced


@given(cases())
def test_github(case: tuple[str, str, str, FileResult]) -> None:
    text, found, _, result = case
    properties = report("github", [result]).split("::")[1].removeprefix("warning ")
    given_ = dict(part.split("=", 1) for part in properties.split(","))
    line, end_line = int(given_["line"]), int(given_["endLine"])
    if line == end_line:
        columns = line, int(given_["col"]), end_line, int(given_["endColumn"])
        assert by_columns(text, *columns) == found
    else:
        starts = [*line_starts(text), len(text)]
        assert found in text[starts[line - 1] : starts[end_line]]


@given(cases())
def test_gitlab_junit_and_text_name_the_same_place(case: tuple[str, str, str, FileResult]) -> None:
    _, _, _, result = case
    place = result.findings[0].place
    assert place is not None
    (issue,) = json.loads(report("gitlab", [result]))
    assert issue["location"]["lines"].get("begin") == place.line
    assert issue["location"]["lines"].get("end", place.line) == place.end_line
    where = f"{place.line}:{place.column}"
    assert f">{where} warning command.urgent" in report("junit", [result])
    assert report("text", [result]).startswith(f"a.md:{where} ")


@given(cases())
def test_html_and_text_mark_what_was_found(case: tuple[str, str, str, FileResult]) -> None:
    _, found, _, result = case
    first, *more = re.split("\r\n|\r|\n", found)
    expected = printable(first) + ("…" if more else "")
    match = re.search("<mark>(.*?)</mark>", report("html", [result]))
    assert match is not None
    assert unescape(match[1]) == expected
