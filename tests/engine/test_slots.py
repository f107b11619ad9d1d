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


def spans(words: tuple[str, ...], text: str) -> list[tuple[int, int]]:
    ends = [(at, at + len(w)) for w in words for at in range(len(text)) if text.startswith(w, at)]
    return sorted(ends)


@given(st.lists(texts, min_size=1, max_size=3))
def test_a_group_is_found_wherever_its_words_stand(seen: list[str]) -> None:
    alone, joint = Slots(LEXICONS), Slots(LEXICONS)
    groups = [
        (slots.of_labels((0,)), slots.of_labels((1,)), slots.of_words(SMALL))
        for slots in (alone, joint)
    ]
    while joint.joint() is None:  # as after many texts
        pass
    for text in seen:
        for slots, numbers in zip((alone, joint), groups, strict=True):
            look = Look(text, slots)
            for group, words in zip(numbers, (SMALL, LARGE, SMALL), strict=True):
                assert look.spans(group) == spans(words, text)
                assert look.has(group) is bool(spans(words, text))


def test_the_same_group_has_one_number() -> None:
    slots = Slots(LEXICONS)
    assert slots.of_labels((0, 1)) == slots.of_labels((0, 1)) != slots.of_labels((0,))
    assert slots.of_words(SMALL) == slots.of_words(SMALL)
    assert slots.words((0, 1)) == {*SMALL, *LARGE}
    assert slots.longest((0, 1)) == 2


def test_a_group_is_looked_for_once() -> None:
    slots = Slots(LEXICONS)
    group = slots.of_labels((1,))
    look = Look("马上还款", slots)
    assert look.spans(group) is look.spans(group)
