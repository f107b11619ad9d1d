"""What a reference writer wrote is read in its places, and every edit reads as it was meant."""

from __future__ import annotations

import csv
import io
import json
import tomllib

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.errors import InputError

from .edited import edit, read, texts

WORDS = st.text("请立即，。😊 ab1'\"\\#:-&<>\n\t", max_size=10)
LINES = st.lists(st.text("请立即# :-'\"ab \t", max_size=5), max_size=5)
NEWLINES = st.sampled_from(["\n", "\r\n", "\r"])
FIELDS = {"fields": ("text",)}
often = settings(max_examples=150, deadline=None)


def said(*values: str) -> list[str]:
    return [value for value in values if value.strip()]


@often
@given(WORDS, NEWLINES, st.data())
def test_plain(text: str, newline: str, data: st.DataObject) -> None:
    document = read(text.replace("\n", newline), "text")
    assert texts(document) == said(text)
    edit(data, document)


@often
@given(WORDS, st.booleans(), st.data())
def test_json(text: str, ascii_only: bool, data: st.DataObject) -> None:
    document = read(json.dumps([{"text": text}], ensure_ascii=ascii_only), "json", **FIELDS)
    assert texts(document) == said(text)
    edit(data, document, **FIELDS)


@often
@given(
    LINES,
    st.sampled_from("|>"),
    st.sampled_from(["", "-", "+", "2", "2+", "-2"]),
    NEWLINES,
    st.sampled_from(["", "next: x\n", "# c\n", "\n\n# c\nnext: y\n"]),
    st.data(),
)
def test_yaml_blocks(
    lines: list[str], mark: str, chomp: str, newline: str, after: str, data: st.DataObject
) -> None:
    source = f"text: {mark}{chomp}\n" + "".join(f"  {line}\n" for line in lines) + after
    source = source.replace("\n", newline)
    try:
        value = yaml.load(source, yaml.CSafeLoader)["text"]
    except yaml.YAMLError:
        with pytest.raises(InputError):
            read(source, "yaml")
        return
    document = read(source, "yaml", **FIELDS)
    assert texts(document) == said(value)
    edit(data, document, **FIELDS)


@often
@given(LINES, st.sampled_from(["'", '"', ""]), NEWLINES, st.booleans(), st.data())
def test_yaml_quotes(
    lines: list[str], quote: str, newline: str, flow: bool, data: st.DataObject
) -> None:
    text = quote + "\n  ".join(lines) + quote
    source = f"a: [{{text: {text}, b: 1}}]\n" if flow else f"- text: {text} # c\n  b: 1\n"
    source = source.replace("\n", newline)
    try:
        value = yaml.load(source, yaml.CSafeLoader)
        value = value["a"][0]["text"] if flow else value[0]["text"]
    except (yaml.YAMLError, TypeError, KeyError, IndexError):
        return
    if isinstance(value, str):
        document = read(source, "yaml", **FIELDS)
        assert texts(document) == said(value)
        edit(data, document, **FIELDS)


@often
@given(
    st.text("请立ab1 \t\\nrtu4f60\"\r\n'\u2028", max_size=14),
    st.sampled_from(['"""', "'''", '"', "'"]),
    st.data(),
)
def test_toml(text: str, quote: str, data: st.DataObject) -> None:
    source = f"id = 1\ntext = {quote}{text}{quote} # c\n"
    try:
        value = tomllib.loads(source)["text"]
    except tomllib.TOMLDecodeError:
        with pytest.raises(InputError):
            read(source, "toml")
        return
    document = read(source, "toml", **FIELDS)
    assert texts(document) == said(value)
    edit(data, document, **FIELDS)


@often
@given(
    st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=3),
    st.sampled_from(",;\t"),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
    st.data(),
)
def test_csv(
    rows: list[tuple[str, str]], comma: str, newline: str, quoted: bool, data: st.DataObject
) -> None:
    file = io.StringIO()
    quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    writer = csv.writer(file, delimiter=comma, lineterminator=newline, quoting=quoting)
    writer.writerows([("text", "x"), *rows])
    document = read(file.getvalue(), "csv")
    assert texts(document) == said(*(row[0] for row in rows))
    edit(data, document)


@often
@given(
    st.text("请立ab1 \t\\nrtuu4f60=:#!\n\f", max_size=14),
    st.sampled_from(["=", ":", " = ", " "]),
    NEWLINES,
    st.data(),
)
def test_properties(text: str, separator: str, newline: str, data: st.DataObject) -> None:
    source = f"text{separator}{text}\nother=1\n".replace("\n", newline)
    try:
        document = read(source, "properties", **FIELDS)
    except InputError:
        assert "\\u" in text
        return
    edit(data, document, **FIELDS)


@often
@given(st.lists(st.text('请立ab1 \\nt"x4', max_size=6), min_size=1, max_size=3), st.data())
def test_po(parts: list[str], data: st.DataObject) -> None:
    strings = "\n".join(f'"{part}"' for part in parts)
    source = f'# c\nmsgid "a"\nmsgstr {strings}\n\nmsgid "b"\nmsgstr "好"\n'
    try:
        document = read(source, "po")
    except InputError:
        assert any('"' in part or part.endswith("\\") for part in parts)
        return
    edit(data, document)


HTML = (
    "请|立即| |  |\n|<b>|</b>|<br>|&amp;|&lt;|&|<|<!-- x -->|<code>|</code>|<p>|</p>|<pre>|</pre>|"
    '<title>|</title>|<![CDATA[|]]>|<img alt="请 立">|<textarea>|</textarea>|\r\n|a|>|<script>|'
    "</script>"
).split("|")
XLIFF = (
    "请|立即| |\n|<g id='1'>|</g>|&amp;|&#38;|<![CDATA[|]]>|<!-- x -->|<x/>|<ph>|</ph>|"
    "<mrk mtype='protected'>|</mrk>"
).split("|")
MARKDOWN = (
    "请 立即 * ** _ ` `` [ ] ](u) \\ &amp; <b> </b> <!-- --> ``` | --- a ! ~~ <br>".split()
) + [" ", "\n", "\n\n", "# ", "> ", "- ", "1. ", "    ", "\r\n"]
TEMPLATE = "请 立即 {{ }} {% %} {# #} <% %> <%= { } % # {{#if <p> </p> <b>".split() + [" ", "\n"]


def made_of(parts: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(parts), max_size=12).map("".join)


@often
@given(made_of(HTML), st.data())
def test_html(source: str, data: st.DataObject) -> None:
    edit(data, read(source, "html"))


@often
@given(made_of(XLIFF), st.data())
def test_xliff(target: str, data: st.DataObject) -> None:
    unit = f"<trans-unit id='1'><source>x</source><target>{target}</target></trans-unit>"
    try:
        document = read(f"<xliff><file><body>{unit}</body></file></xliff>", "xliff")
    except InputError:
        return
    edit(data, document)


@often
@given(made_of(MARKDOWN), st.data())
def test_markdown(source: str, data: st.DataObject) -> None:
    edit(data, read(source, "markdown"))


@often
@given(made_of(TEMPLATE), st.sampled_from(["x.txt.j2", "x.html.j2"]), st.data())
def test_template(source: str, path: str, data: st.DataObject) -> None:
    edit(data, read(source, "template", path=path), path=path)


@often
@given(st.text("{}[]\",:1\\u \n'<>&!-=#|abtextmsgid请\x00\ud83d\ufeff\u2028", max_size=30))
@pytest.mark.parametrize(
    "format", "text markdown html yaml json jsonl toml csv tsv properties po xliff template".split()
)
def test_nothing_is_too_odd_to_be_read_or_refused(format: str, source: str) -> None:
    try:
        document = read(source, format)
    except InputError as error:
        assert error.origin
        assert error.origin.line
        assert error.hint
        return
    assert document.segments or document.note or document.problems


@often
@given(made_of(MARKDOWN), st.sampled_from(["paragraph", "line"]), NEWLINES)
@pytest.mark.parametrize("format", ["text", "markdown", "template"])
def test_parts_are_parts_of_the_whole(format: str, source: str, split: str, newline: str) -> None:
    source = source.replace("\n", newline)
    whole = read(source, format)
    parts = read(source, format, split=split)
    at = 0
    for part in parts.segments:
        assert part.text == part.text.strip()
        at = whole.segments[0].text.index(part.text, at)
        assert whole.segments[0].file_span(at, at + 1) == part.file_span(0, 1)
        at += len(part.text)
