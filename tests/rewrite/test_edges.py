"""Edges of words, clauses and sentences around one place."""

from __future__ import annotations

import pytest

from replylint.rewrite.edges import (
    clause,
    ends_clause,
    has_han,
    is_han,
    is_latin,
    splits_word,
    starts_sentence,
)


def test_han_and_latin_are_told_apart() -> None:
    assert is_han("请")
    assert is_han("〇")
    assert is_han("㐀")
    assert is_han("\U00020000")
    assert not is_han("a")
    assert not is_han("，")
    assert has_han("KYC要")
    assert not has_han("KYC!")
    assert is_latin("é")
    assert is_latin("３")
    assert not is_latin("请")
    assert not is_latin("-")


@pytest.mark.parametrize(
    ("text", "at", "answer"),
    [
        ("好，请", 1, True),
        ("好\n请", 1, True),
        ("好请", 1, False),
        ("1,000", 1, False),
        ("好,请", 1, True),
        ("a,b", 1, True),
        ("3.5", 1, False),
        ("12:30", 2, False),
        ("见a.com", 2, False),
        ("好.", 1, True),
        ("好.5", 1, True),
        ("5.好", 1, True),
        ("好,5", 1, True),
        ("5,好", 1, True),
        (".", 0, True),
        ("End. Next", 3, True),
        ("、", 0, False),
    ],
)
def test_marks_between_clauses(text: str, at: int, answer: bool) -> None:
    assert ends_clause(text, at) is answer


def test_the_clause_around_a_span() -> None:
    text = "您好，请在12:30前处理。谢谢"
    assert text[slice(*clause(text, 3, 4))] == "请在12:30前处理"
    assert text[slice(*clause(text, 1, 4))] == "您好，请在12:30前处理"
    assert clause(text, 3, 3)[0] == 3
    assert clause("", 0, 0) == (0, 0)


def test_a_clause_without_marks_is_cut_far_away() -> None:
    text = "请" * 10_000
    start, end = clause(text, 5000, 5001)
    assert 0 < start < 5000 < end < len(text)


@pytest.mark.parametrize(
    ("before", "answer"),
    [
        ("", True),
        ("  “", True),
        ("Done.", False),  # could go on: v1.2
        ("Done. ", True),
        ("好。", True),
        ("Dear client\n", True),
        ("Really? ", True),
        ("please ", False),
        ("好，", False),
    ],
)
def test_where_sentences_start(before: str, answer: bool) -> None:
    assert starts_sentence(before) is answer


@pytest.mark.parametrize(
    ("before", "after", "answer"),
    [
        ("yo", "ur", True),
        ("10", "0", True),
        ("don", "'t", True),
        ("您", "好", False),
        ("请", "App", False),
        ("e", "\u0301", True),
        ("👨\u200d", "👩", True),
        ("👨", "\u200d👩", True),
        ("👍", "\U0001f3fd", True),
        ("❤", "\ufe0f", True),
        ("a", " ", False),
        ("", "a", False),
        ("a", "", False),
        ("请", "，", False),
    ],
)
def test_words_and_visible_characters_are_not_split(before: str, after: str, answer: bool) -> None:
    assert splits_word(before, after) is answer
