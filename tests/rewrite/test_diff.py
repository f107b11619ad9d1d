"""A word-level diff gives both texts back and speaks in words."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from replylint.rewrite import diff as room
from replylint.rewrite.diff import Op, Piece, diff, words


def shown(before: str, after: str) -> list[tuple[str, str]]:
    return [(piece.op.value, piece.text) for piece in diff(before, after)]


def test_words_are_han_characters_and_latin_runs() -> None:
    assert words("请用App’s 2.0  版。") == (
        *("请", "用", "App’s", " ", "2", ".", "0", "  ", "版", "。"),
    )
    assert words("e\u0301👨\u200d👩") == ("e\u0301", "👨\u200d👩")
    assert words("") == ()


def test_only_words_that_changed_are_marked() -> None:
    assert shown("请立即处理", "麻烦您处理，谢谢") == [
        ("removed", "请立即"),
        ("added", "麻烦您"),
        ("same", "处理"),
        ("added", "，谢谢"),
    ]
    assert shown("your card", "you card") == [
        ("removed", "your"),
        ("added", "you"),
        ("same", " card"),
    ]


def test_a_mark_between_two_changes_belongs_to_them() -> None:
    assert shown("do it now, please.", "do it when able, thanks.") == [
        ("same", "do it "),
        ("removed", "now, please"),
        ("added", "when able, thanks"),
        ("same", "."),
    ]


def test_a_word_between_two_changes_stays() -> None:
    assert shown("pay, us now", "call us later") == [
        ("removed", "pay,"),
        ("added", "call"),
        ("same", " us "),
        ("removed", "now"),
        ("added", "later"),
    ]
    assert shown("快来吧", "请来呀") == [
        ("removed", "快"),
        ("added", "请"),
        ("same", "来"),
        ("removed", "吧"),
        ("added", "呀"),
    ]


def test_nothing_changed_or_everything() -> None:
    assert shown("", "") == []
    assert shown("好", "好") == [("same", "好")]
    assert shown("好", "") == [("removed", "好")]
    assert shown("", "好") == [("added", "好")]


def test_a_very_long_text_is_compared_by_lines_first() -> None:
    lines = ["您好，请稍等\n"] * 700
    before = "".join(lines) + "请立即处理\n" + "".join(lines)
    after = "".join(lines) + "请您处理\n" + "".join(lines)
    assert shown(before, after) == [
        ("same", "".join(lines) + "请"),
        ("removed", "立即"),
        ("added", "您"),
        ("same", "处理\n" + "".join(lines)),
    ]


def test_a_very_long_line_is_exchanged_whole() -> None:
    before, after = "请" * 3000 + "好", "您" * 3000 + "好"
    assert diff(before, after) == (Piece(Op.REMOVED, before), Piece(Op.ADDED, after))


texts = st.text("您你请处理ab1 ，。\n", max_size=30)


@given(texts, texts, st.sampled_from([2000, 3]))
def test_both_texts_can_be_read_back(before: str, after: str, most: int) -> None:
    saved = room._MOST
    room._MOST = most
    try:
        pieces = diff(before, after)
    finally:
        room._MOST = saved
    assert "".join(piece.text for piece in pieces if piece.op is not Op.ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.op is not Op.REMOVED) == after
    assert all(piece.text for piece in pieces)
    assert not any(one.op is other.op for one, other in pairwise(pieces))
