from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.report.masking import MASK, Secrets, alike, hide_shared, masked, share


def test_masked_keeps_length_and_line_ends_only() -> None:
    assert masked("您1\r\n😀") == "**\r\n*"


@pytest.mark.parametrize(
    "spelled",
    ["13800138000", "138-0013-8000", "１３８００１３８０００", "138 0013\u200b8000"],
)
def test_a_value_is_hidden_however_it_is_spelled(spelled: str) -> None:
    hidden = Secrets(["138 0013 8000"]).hide(f"号码{spelled}已登记")
    assert hidden == "号码" + MASK * len(spelled) + "已登记"


def test_case_does_not_matter_and_overlapping_values_are_all_hidden() -> None:
    assert Secrets(["Ab12", "b12c"]).hide("x AB12C y") == "x ***** y"


def test_what_is_no_value_stays() -> None:
    secrets = Secrets(["13800138000"])
    assert secrets.hide("1380013 和 95588") == "1380013 和 95588"
    assert not secrets.holds("1380013")
    assert secrets.holds("(138)00138000")


def test_a_single_character_would_hide_half_of_every_sentence() -> None:
    assert Secrets(["张", "--"]).hide("张女士 -- 您好") == "张女士 -- 您好"


def test_share_wants_two_neighbours() -> None:
    assert share(["一二", "余额五千"], "我行余额")
    assert not share(["余额五千"], "余下的额度")
    assert not share(["余"], "余")
    assert not share([], "余额")


def test_hide_shared_hides_every_part() -> None:
    assert hide_shared(["余额5,200元"], "余额多于 5-200 元") == "**多于 *******"


@given(st.text(), st.text(min_size=1), st.text())
def test_nothing_alike_survives(before: str, value: str, after: str) -> None:
    secrets = Secrets([value])
    hidden = secrets.hide(before + value + after)
    assert len(hidden) == len(before + value + after)
    letters = alike(value)[0]
    assert len(letters) < 2 or letters not in alike(hidden)[0]
