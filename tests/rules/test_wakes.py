"""Of what must be there the rarest wakes a rule."""

from __future__ import annotations

import pytest

from replylint.rules import wakes
from replylint.rules.wakes import cost, rarest


@pytest.mark.parametrize(
    ("rare", "common"),
    [
        ("立即", "您"),
        ("立即", "请"),
        ("催收", "我们"),
        ("安全账户", "银行"),
        ("immediately", "the"),
        ("guaranteed", "you"),
        ("collections", "now"),
        ("上传", "在"),
        ("zzz", "of"),
        ("somewhere", "zz"),
    ],
)
def test_what_is_met_less_often_costs_less(rare: str, common: str) -> None:
    assert cost([rare]) < cost([common])
    assert rarest([(common,), (rare,)]) == (rare,)


def test_a_long_list_of_rare_words_costs_less_than_one_common_word() -> None:
    assert rarest([("您",), ("立即", "马上", "立刻", "赶紧")]) != ("您",)


def test_without_a_choice_the_dictionary_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def unread() -> None:
        raise AssertionError

    monkeypatch.setattr(wakes, "_counts", unread)
    assert rarest([("您",), ("您",)]) == ("您",)
