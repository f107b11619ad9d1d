"""TOML: four kinds of strings, tables in every spelling, comments."""

from __future__ import annotations

import pytest

from replylint.errors import InputError

from .edited import read, slices, texts

SOURCE = '''\
# 一
title = "通知" # 二
when = 2026-01-02 03:04:05 # 三
[a."b c".'d']
text = "请\\u7acb\\U00005373处理"
body.zh = \'请立"即\'
list.text = [ "甲", # 四
  { text = """
乙\\
   丙""", n = 1, deep.text = "丁" }, \'\'\'
戊\'\'\', 3,
]
[[replies]]
text = """\\
  请立即"""
id = 5
replylint = "ignore[a.b]"
[[replies]]
text = "己"
[replies.inner]
text = "庚"
["x".y]
z = {}
'''


def test_tables_and_strings() -> None:
    document = read(SOURCE, "toml")
    assert [(each.field, each.text) for each in document.segments] == [
        ("title", "通知"),
        ("a.b c.d.text", "请立即处理"),
        ("a.b c.d.body.zh", '请立"即'),
        ("a.b c.d.list.text[0]", "甲"),
        ("a.b c.d.list.text[1].text", "乙丙"),
        ("a.b c.d.list.text[1].deep.text", "丁"),
        ("a.b c.d.list.text[2]", "戊"),
        ("replies[0].text", "请立即"),
        ("replies[1].text", "己"),
        ("replies[1].inner.text", "庚"),
    ]
    assert slices(document, "立即") == ["\\u7acb\\U00005373", "立即"]
    assert [each.text for each in document.comments] == [
        *("# 一", "# 二", "# 三", "# 四"),
        "replylint: ignore[a.b]",
    ]
    scope = document.comments[-1].scope
    assert scope
    assert SOURCE[slice(*scope)].startswith("[[replies]]\ntext = ")
    assert SOURCE[slice(*scope)].endswith('ignore[a.b]"\n')
    assert document.segments[7].message == {"id": "5"}
    assert texts(read("text = ['一', '二']", "toml")) == ["一", "二"]


@pytest.mark.parametrize(
    ("string", "new", "written"),
    [
        ('"请立即"', '"\n\x7f', '\\"\\n\\u007f'),
        ('"\\u8bf7\\u7acb\\u5373"', "尽😊a", "\\u5c3d\\U0001f60aa"),
        ('"请立即"', "\ud800", None),
        ("'请立即'", '"\\', '"\\'),
        ("'请立即'", "'", None),
        ("'请立即'", "\n", None),
        ("'''请立即'''", "a\nb", "a\nb"),
        ("'''请立即'''", "a'b", "a'b"),
        ("'''请立即'''", "'''", None),
        ("'''请立即'''", "\x00", None),
        ('"""\r\n请立即"""', 'a\nb"', 'a\r\nb\\"'),
        ('"""请立即"""', "\r", "\\r"),
    ],
)
def test_edits(string: str, new: str, written: str | None) -> None:
    (segment,) = read(f"text = {string}", "toml").segments
    assert segment.encode(1, 3, new) == written


def test_a_string_may_not_begin_with_a_line_end_it_would_lose() -> None:
    (segment,) = read("text = '''a\nb'''", "toml").segments
    assert segment.encode(0, 1, "") is None
    (segment,) = read('text = """a\\\n  b c"""', "toml").segments
    assert segment.text == "ab c"
    assert segment.encode(1, 2, "") is None
    assert segment.encode(0, 2, "x") == "x"


@pytest.mark.parametrize(
    ("source", "line", "column"),
    [
        ("a = 1\nb = \n", 2, 5),
        ("a = 1\r\n\r\nb = 'x", 3, 7),
        ("a = 1\na = 2\n", 2, 6),
        ('a = "\\ud800"', 1, 12),
        ("[a", 1, 3),
        ("a = " + "[" * 5000, 1, 1),
        ("a = " + "[" * 300 + "]" * 300, 1, 206),
        (".".join("a" * 300) + " = 1", 1, 1),
        ("a = \x00", 1, 5),
    ],
)
def test_errors_have_a_place(source: str, line: int, column: int) -> None:
    with pytest.raises(InputError) as caught:
        read(source, "toml")
    origin = caught.value.origin
    assert origin
    assert (origin.line, origin.column) == (line, column)
    assert caught.value.hint


def test_line_ends_within_literal_strings() -> None:
    (segment,) = read("text = '''\r\n请\r\n立即'''\r\n", "toml").segments
    assert segment.text == "请\n立即"
    assert segment.encode(0, 1, "a\nb") == "a\r\nb"
