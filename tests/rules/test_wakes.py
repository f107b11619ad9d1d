"""Of what must be there the rarest wakes a rule."""

from __future__ import annotations

import pytest

from replylint.rules import wakes
from replylint.rules.wakes import besides, cost, rarest


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
        ("您", "3"),
        ("the", "3"),
        ("保本保息", "保"),
        ("款项已到账", "款"),
    ],
)
def test_what_is_met_less_often_costs_less(rare: str, common: str) -> None:
    assert cost([rare]) < cost([common])
    assert rarest([(common,), (rare,)]) == (rare,)


def test_a_long_list_of_rare_words_costs_less_than_one_common_word() -> None:
    assert rarest([("您",), ("立即", "马上", "立刻", "赶紧")]) != ("您",)


def test_without_a_choice_nothing_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    def uncounted(_: object) -> float:
        raise AssertionError

    monkeypatch.setattr(wakes, "cost", uncounted)
    assert rarest([("您",), ("您",)]) == ("您",)


def test_besides_what_wakes_the_rarest_groups_are_asked_for() -> None:
    groups = [("您",), ("催收", "上门"), ("可以",), ("催收", "上门"), ("逾期",), ("我们", "请")]
    asked = besides(groups, ("安全账户",))
    assert asked == (("逾期",), ("催收", "上门"), ("可以",))
    assert list(asked) == sorted(set(groups), key=cost)[:3]
    assert ("您",) not in asked


@pytest.mark.parametrize("group", [("立即",), ("即",), ("即", "上", "缴")])
def test_what_every_waking_word_holds_is_not_asked_for(group: tuple[str, ...]) -> None:
    wakes = ("立即还款",) if len(group) == 1 else ("立即还款", "马上还款")
    assert besides([group, ("催收",)], wakes) == (("催收",),)


def test_what_only_some_waking_words_hold_is_asked_for() -> None:
    assert besides([("立即",)], ("立即还款", "马上还款")) == (("立即",),)


def test_a_very_long_list_is_not_asked_for() -> None:
    many = tuple(f"甲{chr(0x4E00 + n)}" for n in range(3001))
    assert besides([many], ("立即",)) == ()
    assert besides([many[1:]], ("立即",)) == (many[1:],)
