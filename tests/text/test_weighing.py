"""What evidence is looked for in, and the way back to the text."""

from __future__ import annotations

import pytest

from replylint.text.clauses import split
from replylint.text.fold import fold
from replylint.text.weighing import phrases, places, plain, spellings


@pytest.mark.parametrize(
    ("text", "latin", "read"),
    [
        ("你唔使驚,我哋12點前到!好嗎?", False, "^你不使惊$^我们00点前到!^好吗?"),
        ("You can't do that, 25 days? No.", True, " ^ you can't do that $ ^ 0 days ? ^ no $ "),
        ("", False, ""),
    ],
)
def test_clauses_are_marked_and_read_as_standard(text: str, latin: bool, read: str) -> None:
    folded = fold(text).text
    clauses = split(folded, latin)
    found = plain(folded, clauses, latin)
    assert found.text.strip() == read.strip()
    assert [found.text[start:].lstrip()[0] for start in found.starts] == ["^"] * len(clauses)


@pytest.mark.parametrize(
    ("text", "latin", "phrase", "stands"),
    [
        ("您好,唔使驚呀", False, "不使", "唔使"),
        ("well, you owe 250 dollars now", True, " owe 0 dollars ", "owe 250 dollars"),
        ("do that", True, " ^ do ", "do"),
    ],
)
def test_every_phrase_leads_back_to_its_words(
    text: str, latin: bool, phrase: str, stands: str
) -> None:
    clause = split(text, latin)[-1]
    read = plain(text, (clause,), latin).text
    at = read.index(phrase)
    spans = [s for s in places(text, clause, latin)[at : at + len(phrase)] if s[0] < s[1]]
    assert text[spans[0][0] : spans[-1][1]] == stands


def test_phrases_do_not_leave_their_clause() -> None:
    assert {phrase for phrase, _ in phrases("^好$", False)} == {
        "^", "好", "$", "^好", "好$", "^好$",
    }  # fmt: skip
    assert (" ^ no ", 2) in set(phrases(" ^ no $", True))


def test_a_phrase_is_spelled_as_dialect_writes_it() -> None:
    assert spellings("不给", latin=False) == ("不给", "不俾", "不畀", "唔给", "唔俾", "唔畀")
    assert spellings(" can't say ", latin=True) == ("can't say",)


@pytest.mark.parametrize("phrase", ["^$", "^不给", "满0岁", "vip客"])
def test_a_phrase_that_no_text_can_be_woken_by(phrase: str) -> None:
    assert spellings(phrase, latin=False) == ()
