"""The mood of one customer turn: words, what strengthens them, what denies them."""

from __future__ import annotations

import pytest

from .made import checked


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("请问年费是多少", 0),
        ("How much is the fee?", 0),
        ("谢谢", 1),
        ("非常满意", 2),
        ("有点失望", -1),
        ("很失望", -2),
        ("我很生气", -2),
        ("我非常生气", -3),
        ("气死我了", -3),
        ("我不生气", 0),
        ("不满意", -1),
        ("非常不满意", -2),
        ("我沒有生氣，只是問問", 0),
        ("太離譜了", -3),
        ("麻烦您查一下", 0),
        ("帮我操作一下", 0),
        ("收到一条垃圾短信", 0),
        ("I am angry", -2),
        ("I am extremely angry", -3),
        ("I'm not angry", 0),
        ("not happy", -1),
        ("thank you so much", 2),
        ("you are the best", 3),
        ("It said hello", 0),
        ("A shell company", 0),
    ],
)
def test_a_turn(text: str, mood: int) -> None:
    assert checked(f"c {text}").moods == (mood,)


def test_marks_of_exclamation_make_it_louder() -> None:
    assert checked("c 我很生气！！！").moods == (-3,)
    assert checked("c 好！！！").moods == (0,)


def test_the_bad_word_counts_where_both_are_said() -> None:
    assert checked("c 谢谢，但是我很生气").moods == (-2,)


def test_only_customers_have_moods() -> None:
    assert checked("a 气死我了", "b 气死我了", "s 气死我了").moods == (None, None, None)
