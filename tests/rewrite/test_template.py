"""Templates parse, list what they need, and fill from the text as it was written."""

from __future__ import annotations

import pytest

from replylint.errors import PackError
from replylint.rewrite.template import Chunk, Origin, Part, bare, fill, parse, placeholders


def test_parts_of_every_kind_in_order() -> None:
    assert parse("在{{ 时间 }}前{ verb }它") == (
        Part("text", "在"),
        Part("hole", "时间"),
        Part("text", "前"),
        Part("capture", "verb"),
        Part("text", "它"),
    )
    assert parse("") == ()
    assert parse("{a}{b}") == (Part("capture", "a"), Part("capture", "b"))


@pytest.mark.parametrize(
    "template", ["a}b", "{", "{}", "{ }", "{{}}", "{{时间}", "{a{b}", "{{a}b}}", "x{a"]
)
def test_a_brace_without_a_meaning_is_refused_with_advice(template: str) -> None:
    with pytest.raises(PackError) as caught:
        parse(template)
    assert caught.value.hint is not None
    with pytest.raises(PackError):
        placeholders(template)


def test_placeholders_are_captures_once_each_and_no_holes() -> None:
    assert placeholders("{verb}在{{时间}}前{object}{verb}") == ("verb", "object")


def test_captures_copy_the_original_not_the_folded_text() -> None:
    text = "請上傳ＩＤ資料"
    chunks = fill("麻煩您上傳{object}", text, {"object": (3, 7)})
    assert chunks == (Chunk("麻煩您上傳"), Chunk("ＩＤ資料", Origin.COPIED, 3))
    assert chunks[1].span == (3, 7)


def test_a_capture_loses_the_marks_at_its_ends() -> None:
    assert fill("{rest}", "请 ，资料。", {"rest": (1, 6)}) == (Chunk("资料", Origin.COPIED, 3),)


@pytest.mark.parametrize(
    "captures", [{}, {"rest": (2, 2)}, {"rest": (1, 3)}, {"rest": ""}, {"rest": "  "}]
)
def test_a_missing_or_empty_capture_makes_the_template_not_applicable(
    captures: dict[str, tuple[int, int] | str],
) -> None:
    assert fill("好{rest}", "请， 处理", captures) is None


def test_values_from_elsewhere_and_holes_are_told_apart_from_copies() -> None:
    assert fill(
        "{match}（{gloss}），{{时间}}前", "净值", {"match": (0, 2), "gloss": "每份的价格"}
    ) == (
        Chunk("净值", Origin.COPIED, 0),
        Chunk("（"),
        Chunk("每份的价格", Origin.GIVEN),
        Chunk("），"),
        Chunk("{时间}", Origin.GIVEN),
        Chunk("前"),
    )


def test_an_empty_template_deletes() -> None:
    assert fill("", "赶紧", {}) == ()


def test_bare_of_nothing_but_marks_is_empty() -> None:
    start, end = bare("，。 ", 0, 3)
    assert start == end
