"""Tables: the head says which cells are replies."""

from __future__ import annotations

import pytest

from replylint.errors import InputError
from replylint.model import Role

from .edited import read, slices, texts


def test_columns_and_what_stands_beside() -> None:
    source = 'id, 话术 ,role,channel,question\r\n7,"请""立即""",bot,sms,为什么\r\n'
    source += "\r\n8,,agent\r\n9,好\r\n"
    document = read(source, "csv")
    assert [(each.field, each.text) for each in document.segments] == [
        ("[0].话术", '请"立即"'),
        ("[2].话术", "好"),
    ]
    assert document.segments[0].message == {"id": "7", "role": Role.BOT, "channel": "sms"}
    assert slices(document, "立即") == ["立即"]
    assert slices(document, '"') == ['""', '""']


def test_columns_may_be_languages_or_titles() -> None:
    document = read("key\tzh-CN\tzh-TW\ten\na\t您好\t您好\tHello\n", "tsv")
    assert [each.message.get("lang") for each in document.segments] == ["zh-Hans", "zh-Hant", "en"]
    assert texts(read("id;title\n1;请立即\n", "csv")) == ["请立即"]


def test_columns_may_be_named() -> None:
    assert texts(read("a|b\n请|好", "csv", fields=("b",))) == ["好"]


def test_a_tab_is_what_parts_a_tsv() -> None:
    document = read("text\n一,二,三\n", "tsv")
    assert (document.format, texts(document)) == ("tsv", ["一,二,三"])


@pytest.mark.parametrize(
    ("source", "hint"),
    [
        ("id,wording\n1,x", "the columns are id, wording: name those"),
        ("请立即拨打13800138000,请\n", "write the names of the columns"),
        ("尊敬的客户您好，请立即还款\n", "write the names of the columns"),
    ],
)
def test_no_column_is_known(source: str, hint: str) -> None:
    with pytest.raises(InputError) as caught:
        read(source, "csv")
    assert caught.value.hint
    assert hint in caught.value.hint
    assert "fields" in caught.value.hint
    assert "请" not in str(caught.value)
    assert str(caught.value.origin) == "x:1:1"


@pytest.mark.parametrize(
    ("source", "place", "said"),
    [
        ('text\n"请', "x:2:1", "not closed"),
        ('text\n好\n"请" 立即\n', "x:3:4", "behind a closing quote"),
    ],
)
def test_quotes_that_are_wrong(source: str, place: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read(source, "csv")
    assert str(caught.value.origin) == place


def test_a_row_with_too_many_cells_is_a_problem() -> None:
    document = read("text,x\n请,1,\n请,立即,处理,吧\n好,1\n稍,候,,x\n", "csv")
    assert texts(document) == ["请", "请", "好", "稍"]
    assert [str(each.origin) for each in document.problems] == ["x:3:6", "x:5:6"]


@pytest.mark.parametrize(
    ("cell", "new", "written"),
    [
        ("请立即", "a,b", None),
        ("请立即", 'a"b', 'a"b'),
        ("请立即", "a\nb", None),
        ('"请立即"', 'a,"b\nc', 'a,""b\nc'),
    ],
)
def test_edits(cell: str, new: str, written: str | None) -> None:
    (segment,) = read(f"text,x\n{cell},1\n", "csv").segments
    assert segment.encode(1, 3, new) == written


def test_a_bare_cell_may_not_begin_with_a_quote() -> None:
    (segment,) = read("text\n请立即\n", "csv").segments
    assert segment.encode(0, 1, '"') is None


def test_nothing_to_read_in_it() -> None:
    assert read("text\n\n", "csv").note == "there are no replies in its columns"


def test_a_suppression_speaks_for_its_row() -> None:
    source = 'text,replylint\n好,\n请,"ignore[a.b, c.d]"\n'
    (comment,) = read(source, "csv").comments
    assert comment.text == "replylint: ignore[a.b, c.d]"
    assert source[slice(*(comment.scope or (0, 0)))] == '请,"ignore[a.b, c.d]"'
