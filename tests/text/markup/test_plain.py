"""Plain text is one reply, or one a paragraph, or one a line."""

from __future__ import annotations

import pytest

from replylint.errors import UsageError

from .edited import read, slices, texts

TEXT = "\n您好：\n请立即处理\n\n \t\n谢谢\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("split", "replies"),
    [
        ("file", [TEXT]),
        ("paragraph", ["您好：\n请立即处理", "谢谢"]),
        ("line", ["您好：", "请立即处理", "谢谢"]),
    ],
)
def test_split(split: str, replies: list[str], newline: str) -> None:
    document = read(TEXT.replace("\n", newline), "text", split=split)
    assert texts(document) == replies
    assert slices(document, "立即") == ["立即"]
    assert {segment.field for segment in document.segments} == {None}


def test_another_way_to_split() -> None:
    with pytest.raises(UsageError) as caught:
        read("x", "text", split="lines")
    assert caught.value.hint == 'did you mean "line"?'
    with pytest.raises(UsageError) as caught:
        read("x", "text", split="zzz")
    assert caught.value.hint == "write file, paragraph or line"


def test_line_ends_are_written_as_the_file_has_them() -> None:
    (segment,) = read("好\r\n请立即\r\n", "text").segments
    assert segment.encode(2, 5, "请\n稍候") == "请\r\n稍候"


def test_no_edit_makes_one_line_end_of_two() -> None:
    (segment,) = read("好\rx\n\r", "text").segments
    assert segment.text == "好\nx\n\n"
    assert segment.encode(2, 3, "") is None
    assert segment.encode(2, 3, "y") == "y"
