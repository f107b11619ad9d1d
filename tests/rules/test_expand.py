"""Families become words, folded, and mistakes in them are told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.errors import PackError
from replylint.rules.expand import MOST, expand, folded


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("立即", ["立即"]),
        ("{赶,抓}紧", ["赶紧", "抓紧"]),
        ("说了{多少,{好,}几}遍", ["说了多少遍", "说了好几遍", "说了几遍"]),
        ("{,再}说", ["说", "再说"]),
        ("{a,b}{a,b}", ["aa", "ab", "ba", "bb"]),
        ("{x}", ["x"]),
        ("a,b", ["a,b"]),
        ("{a,a}", ["a"]),
    ],
)
def test_families(entry: str, words: list[str]) -> None:
    assert list(expand(entry)) == words


def test_folding_covers_scripts_width_and_case() -> None:
    assert folded("{馬上,马上,ＡＳＡＰ, please }") == ("马上", "asap", "please")


@pytest.mark.parametrize("entry", ["{a", "a}", "{a,{b}", "}{", "{a}}", "a,b}"])
def test_braces_must_pair(entry: str) -> None:
    with pytest.raises(PackError, match="family"):
        expand(entry)


def test_a_family_has_a_bound() -> None:
    ten = "{0,1,2,3,4,5,6,7,8,9}"
    assert len(expand(ten * 3)) == 1000
    with pytest.raises(PackError, match=f"more than {MOST}"):
        expand(ten * 4)
    with pytest.raises(PackError, match="too deeply"):
        expand("{" * 30 + "}" * 30)


@pytest.mark.parametrize("entry", ["{a,}", "\u200b", "  "])
def test_a_word_must_not_be_empty(entry: str) -> None:
    with pytest.raises(PackError, match="empty word"):
        folded(entry)


def test_a_word_stands_in_one_line() -> None:
    with pytest.raises(PackError, match="one line"):
        folded("立即\n处理")


@given(st.lists(st.text("甲乙丙丁ab", min_size=1), min_size=1, max_size=6))
def test_a_family_of_words_is_those_words(words: list[str]) -> None:
    assert expand("{" + ",".join(words) + "}") == tuple(dict.fromkeys(words))


@given(st.text("{},甲a", max_size=12))
def test_any_text_is_words_or_an_error(entry: str) -> None:
    try:
        words = expand(entry)
    except PackError:
        return
    assert len(set(words)) == len(words) >= 1
