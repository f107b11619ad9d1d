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
    writer = csv.writer(
        file,
        delimiter=comma,
        lineterminator=newline,
        quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL,
    )
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
def test_po(strings: list[str], data: st.DataObject) -> None:
    said = "\n".join(f'"{each}"' for each in strings)
    source = f'# c\nmsgid "a"\nmsgstr {said}\n\nmsgid "b"\nmsgstr "好"\n'
    try:
        document = read(source, "po")
    except InputError:
        assert any('"' in each or each.endswith("\\") for each in strings)
        return
    edit(data, document)


def parts(text: str, *more: str) -> list[str]:
    return [*text.split(), *more]


HTML = parts(
    "请 立即 <b> </b> <br> &amp; &lt; & < <code> </code> <p> </p> <pre> </pre> <title> </title> "
    "<![CDATA[ ]]> <textarea> </textarea> a > <script> </script>",
    *(" ", "  ", "\n", "\r\n", "<!-- x -->", '<img alt="请 立">'),
)
XLIFF = parts(
    "请 立即 </g> &amp; &#38; <![CDATA[ ]]> <x/> <ph> </ph> </mrk>",
    *(" ", "\n", "<g id='1'>", "<!-- x -->", "<mrk mtype='protected'>"),
)
MARKDOWN = parts(
    "请 立即 * ** _ ` `` [ ] ](u) \\ &amp; <b> </b> <!-- --> ``` | --- a ! ~~ <br>",
    *(" ", "\n", "\n\n", "# ", "> ", "- ", "1. ", "    ", "\r\n"),
)
TEMPLATE = parts("请 立即 {{ }} {% %} {# #} <% %> <%= { } % # {{#if <p> </p> <b>", " ", "\n")
FORMATS = parts("text markdown html yaml json jsonl toml csv tsv properties po xliff template")


def made_of(words: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(words), max_size=12).map("".join)


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
@pytest.mark.parametrize("format", FORMATS)
def test_nothing_is_too_odd_to_be_read_or_refused(format: str, source: str) -> None:
    error = None
    try:
        document = read(source, format)
        assert document.segments or document.note or document.problems
    except InputError as caught:
        error = caught
    assert error is None or (error.origin and error.origin.line and error.hint)


@often
@given(made_of(MARKDOWN), st.sampled_from(["paragraph", "line"]), NEWLINES)
@pytest.mark.parametrize("format", ["text", "markdown", "template"])
def test_parts_are_parts_of_the_whole(format: str, source: str, split: str, newline: str) -> None:
    source = source.replace("\n", newline)
    whole = read(source, format)
    pieces = read(source, format, split=split)
    at = 0
    for part in pieces.segments:
        assert part.text == part.text.strip()
        at = whole.segments[0].text.index(part.text, at)
        assert whole.segments[0].file_span(at, at + 1) == part.file_span(0, 1)
        at += len(part.text)
