"""Groups of words are looked for once, and where they stand is told exactly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from replylint.engine.slots import Look, Slots
from replylint.rules.rule import Lexicon

SMALL = ("还", "还款", "马上")
LARGE = tuple(sorted({a + b for a in "还款马上今天" for b in "还款马上今天"}))
LEXICONS = (Lexicon("small", "zh", SMALL), Lexicon("large", "zh", LARGE))

texts = st.lists(st.sampled_from("还款马上今天,请"), max_size=12).map("".join)


def starts(words: tuple[str, ...], text: str) -> list[int]:
    return sorted(at for word in words for at in range(len(text)) if text.startswith(word, at))


@given(texts)
def test_a_group_is_found_wherever_its_words_begin(text: str) -> None:
    slots = Slots(LEXICONS)
    look = Look(text, slots)
    for group, words in (
        (slots.of_labels((0,)), SMALL),
        (slots.of_labels((1,)), LARGE),
        (slots.of_words(SMALL), SMALL),
    ):
        assert look.has(group) is bool(starts(words, text))
        assert look.starts(group) == starts(words, text)
        assert look.has(group) is bool(look.starts(group))


def test_the_same_group_has_one_number() -> None:
    slots = Slots(LEXICONS)
    assert slots.of_labels((0, 1)) == slots.of_labels((0, 1)) != slots.of_labels((0,))
    assert slots.of_words(SMALL) == slots.of_words(SMALL)
    assert slots.words((0, 1)) == {*SMALL, *LARGE}


def test_a_group_is_looked_for_once() -> None:
    slots = Slots(LEXICONS)
    look = Look("马上还款", slots)
    group = slots.of_labels((1,))
    assert look.starts(group) is look.starts(group)
