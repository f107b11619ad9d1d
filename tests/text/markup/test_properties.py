"""Java .properties as Java reads them."""

from __future__ import annotations

import pytest

from replylint.errors import InputError

from .edited import read, slices, texts


def test_keys_values_and_lines_that_go_on() -> None:
    source = (
        "# 一\r\n! 二\r\n \t# 三\r\na.text = 请\\u7acb\\uuu5373\\\r\n    处理\r\n"
        "b.text:\\  前\r\n\r\nc.text  \\\r\n  好 = 吗\r\n"
        "d\\ x\\:text=\\u8bf7\\ud83d\\ude00\\t\\q\\\r\n"
        "   #不是注释\r\ne.text=\r\nf.text"
    )
    document = read(source, "properties")
    assert [(each.field, each.text) for each in document.segments] == [
        ("a.text", "请立即处理"),
        ("b.text", "  前"),
        ("c.text", "好 = 吗"),
        ("d x:text", "请😀\tq#不是注释"),
    ]
    assert [each.text for each in document.comments] == ["# 一", "! 二", "# 三"]
    assert slices(document, "立即处") == ["\\u7acb\\uuu5373\\\r\n    处"]
    assert slices(document, "😀") == ["\\ud83d\\ude00"]


def test_keys_are_tables() -> None:
    source = "a.channel=sms\na=x\na.text=请\nname=立即\n" + ".".join("k" * 200) + ".text=好\n"
    document = read(source, "properties")
    assert texts(document) == ["请", "好"]
    assert document.segments[0].message == {"channel": "sms"}


@pytest.mark.parametrize(
    ("value", "new", "written"),
    [
        ("请立即", " \\\n\t\x01", "\\ \\\\\\n\\t\\u0001"),
        ("请立即", "=", "\\="),
        ("\\u8bf7\\u7acb\\u5373", "尽😊a", "\\u5c3d\\ud83d\\ude0aa"),
        ("请 立即", "", ""),
    ],
)
def test_edits(value: str, new: str, written: str) -> None:
    (segment,) = read(f"text={value}", "properties").segments
    end = len(segment.text)
    assert segment.encode(end - 2, end, new) == written


def test_blanks_in_front_are_not_of_the_value() -> None:
    (segment,) = read("text=请 立即", "properties").segments
    assert segment.encode(0, 1, "") is None
    assert segment.encode(0, 1, " ") == "\\ "


def test_a_bad_escape() -> None:
    with pytest.raises(InputError, match="four hexadecimal") as caught:
        read("a=1\ntext=\\u12x", "properties")
    assert str(caught.value.origin) == "x:2:6"


def test_the_last_line_may_end_in_a_backslash() -> None:
    assert texts(read("text=请\\", "properties")) == ["请"]
