"""Templates: what the engine reads is protected, its comments are comments."""

from __future__ import annotations

import pytest

from replylint.text.markup.controls import controls

from .edited import read, texts


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("{{ name }} {{{raw}}}", [("{{ name }}", "hole"), ("{{{raw}}}", "hole")]),
        (
            "{{#if a}}x{{else}}y{{/if}}",
            [("{{#if a}}", "control"), ("{{else}}", "control"), ("{{/if}}", "control")],
        ),
        (
            "{{~#each a}}{{> part}}{{elsewhere}}",
            [("{{~#each a}}", "control"), ("{{> part}}", "control"), ("{{elsewhere}}", "hole")],
        ),
        (
            "{% set a = '立即' %}{# 立\n即 #}",
            [("{% set a = '立即' %}", "control"), ("{# 立\n即 #}", "note")],
        ),
        (
            "{{!-- a }} --}}{{! b }}<%# c %>",
            [("{{!-- a }} --}}", "note"), ("{{! b }}", "note"), ("<%# c %>", "note")],
        ),
        (
            "<% if a %><%= b %><%- c -%>",
            [("<% if a %>", "control"), ("<%= b %>", "hole"), ("<%- c -%>", "hole")],
        ),
        (
            "{% comment %}立即 {{ x }}{% endcomment %}好",
            [("{% comment %}立即 {{ x }}{% endcomment %}", "note")],
        ),
        ("{%comment%}立即", [("{%comment%}", "control")]),
        ("{{{{raw}}}}", [("{{{{raw}}}}", "control")]),
        ("{{ a {% b {{ c }}", [("{{ a {% b {{ c }}", "hole")]),
        ("{% a <% b %> {# c", [("<% b %>", "control")]),
    ],
)
def test_what_the_engine_reads(source: str, found: list[tuple[str, str]]) -> None:
    assert [(source[each.start : each.end], each.kind) for each in controls(source)] == found


def test_over_text() -> None:
    source = "{# replylint: ignore[a.b] #}{{ name }}您好，\r\n{% if x %}请立即{% endif %}处理"
    document = read(source, "template", path="a.txt.j2")
    (segment,) = document.segments
    assert segment.text == "{{ name }}您好，\n{% if x %}请立即{% endif %}处理"
    assert [(segment.text[p.start : p.end], p.kind) for p in segment.protected] == [
        ("{{ name }}", "hole"),
        ("{% if x %}", "control"),
        ("{% endif %}", "control"),
    ]
    assert [each.text for each in document.comments] == [" replylint: ignore[a.b] "]
    lines = read(source, "template", path="a.j2", split="line").segments
    assert [[p.kind for p in each.protected] for each in lines] == [["hole"], ["control"] * 2]


def test_over_html() -> None:
    source = (
        '<p class="{% if a > 1 %}x{% endif %}">{{ name }}请<b>立即</b>{# 注 #}&amp;{% if a < 3 %}好'
        '{% endif %}</p><!-- 二 --><img alt="&lt;{{ a }}图{# x #}"><pre>a {{b}}</pre>'
    )
    document = read(source, "template", path="a.html.erb")
    one, alt, last = document.segments
    assert one.text == "{{ name }}请立即&{% if a < 3 %}好{% endif %}"
    assert [p.kind for p in one.protected] == ["hole", "control", "control"]
    assert alt.text == "<{{ a }}图{# x #}"
    assert [alt.text[p.start : p.end] for p in alt.protected] == ["{{ a }}"]
    assert last.text == "a {{b}}"
    assert [each.text for each in document.comments] == [" 注 ", " 二 ", " x "]
    at = one.text.index("立即")
    assert one.encode(at, at + 2, "<") == "&lt;"
    assert one.encode(at, at + 2, "{{ x }}") == "{{ x }}"
    assert one.encode(at, at + 2, "{% x") is None


@pytest.mark.parametrize(
    ("path", "source", "replies"),
    [
        ("-", "<div>一<b>二</b></div>", ["一二"]),
        ("a.j2", "{% extends 'x' %}<p>一</p>", ["{% extends 'x' %}", "一"]),
        ("a.hbs", "您好<b>一</b>", ["您好<b>一</b>"]),
        ("a.md.j2", "**一**", ["**一**"]),
    ],
)
def test_what_it_is_of(path: str, source: str, replies: list[str]) -> None:
    assert texts(read(source, "template", path=path)) == replies


@pytest.mark.parametrize(
    ("source", "word", "new", "written"),
    [
        ("请立即{{x}}", "立即", "尽快", "尽快"),
        ("请立即{{x}}", "立即", "{{y}}", "{{y}}"),
        ("请立即{{x}}", "立即", "{", None),
        ("请立即{{x}}", "立即", "{# 注 #}", None),
        ("{% 请立即", "立即", "%}", None),
        ("{立即{x}}", "立即", "", None),
    ],
)
def test_edits(source: str, word: str, new: str, written: str | None) -> None:
    (segment,) = read(source, "template", path="a.txt.j2").segments
    at = segment.text.index(word)
    assert segment.encode(at, at + len(word), new) == written


def test_a_template_of_great_length() -> None:
    (segment,) = read("请立即处理。" * 20000, "template", path="a.txt.j2").segments
    assert segment.encode(1, 3, "尽快") == "尽快"
    assert segment.encode(1, 3, "{{x}}") is None


def test_no_words() -> None:
    assert read("{# x #}", "template").note == "there are no words in it"
