from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.model import Edit
from replylint.report.diff import Change, changes, compare


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "您好，", [("+", "您好，")]),
        ("立即", "", [("-", "立即")]),
        ("", "", []),
        ("same", "same", [("=", "same")]),
        ("请立即处理", "请您处理", [("=", "请"), ("-", "立即"), ("+", "您"), ("=", "处理")]),
        # Words and numbers are whole, also with what stands inside them.
        ("in 3.5 days", "in 35 days", [("=", "in "), ("-", "3.5"), ("+", "35"), ("=", " days")]),
        ("don't", "do", [("-", "don't"), ("+", "do")]),
        # One character kept by chance between two changes is changed too.
        ("甲的乙", "丙的丁", [("-", "甲的乙"), ("+", "丙的丁")]),
        # A mask is replaced whole.
        ("*******", "13**00", [("-", "*******"), ("+", "13**00")]),
    ],
)
def test_compare(old: str, new: str, expected: list[Change]) -> None:
    assert compare(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("立即处理", "及时处理", [("-", "立即"), ("+", "及时"), ("=", "处理")]),
        ("立即处理", "立即办结", [("=", "立即"), ("-", "处理"), ("+", "办结")]),
        ("联系", "联络", [("-", "联系"), ("+", "联络")]),
        ("保证金", "保证书", [("-", "保证金"), ("+", "保证书")]),
        ("conduct", "contact", [("-", "conduct"), ("+", "contact")]),
    ],
)
def test_words_stay_whole_but_for_words_inside_them(
    old: str, new: str, expected: list[Change]
) -> None:
    assert compare(old, new, lambda text: (0, len(text))) == expected


def test_a_very_long_stretch_is_replaced_whole() -> None:
    assert compare("一" * 2001, "一") == [("-", "一" * 2001), ("+", "一")]


def test_changes_keep_what_stands_between_edits() -> None:
    edits = [Edit(4, 4, "方便时"), Edit(0, 1, "您")]
    assert changes("你好，请立即来", edits, 0, 6) == [
        ("-", "你"),
        ("+", "您"),
        ("=", "好，请"),
        ("+", "方便时"),
        ("=", "立即"),
    ]


TEXTS = st.text(alphabet="您请立即处理 ab1.*\n😀", max_size=30)


@given(TEXTS, TEXTS)
def test_both_sides_can_be_read_off(old: str, new: str) -> None:
    found = compare(old, new)
    assert "".join(text for op, text in found if op != "+") == old
    assert "".join(text for op, text in found if op != "-") == new
    assert all(text for _, text in found)
