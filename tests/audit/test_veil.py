"""Personal values are hidden, and offsets still point at the words they pointed at."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from replylint.audit.veil import Veil, people, shown_path, veiled
from replylint.model import Message, Role
from replylint.pii import Public


def test_values_are_masked_and_the_rest_stays() -> None:
    veil = Veil("您的手机号13800138527已登记，请立即处理。")
    assert veil.text == "您的手机号138****8527已登记，请立即处理。"
    start = veil.original.index("立即")
    assert veil.text[veil.at(start) : veil.at(start + 2, end=True)] == "立即"


def test_any_long_number_is_hidden_but_the_hotline_of_the_house() -> None:
    assert Veil("流水号 7734019982615").text == "流水号 ***"
    public = Public(hotlines=("4008195588",))
    assert Veil("请致电400-819-5588", public=public).text == "请致电400-819-5588"


def test_a_day_stays_a_day_and_a_path_keeps_its_numbers() -> None:
    assert Veil("2026-03-02 09:15 您来电，流水号20260302091").text.startswith("2026-03-02 09:15")
    assert shown_path("exports/2026-03-02/8812345.csv") == "exports/2026-03-02/8812345.csv"
    assert "13800138527" not in shown_path("chats/13800138527.txt")


def test_a_name_said_once_with_a_title_is_hidden_everywhere() -> None:
    said = [
        Message("欧阳婉清女士您好", author="A01"),
        Message("欧阳婉清刚才来过", role=Role.CUSTOMER, author="诸葛慕白"),
    ]
    names = people(said)
    assert "欧阳婉清" in names
    assert Veil(said[1].text, names).text == "**刚才来过"


def test_words_for_roles_are_no_names() -> None:
    assert Veil("客服会回复客户", ("客服", "客户")).text == "客服会回复客户"
    assert Veil("The agent sent a mail", ("agent", "a")).text == "The agent sent a mail"


def test_a_latin_name_is_hidden_as_a_word_only() -> None:
    assert Veil("Amy said: Amyloid, Amy.", ("Amy",)).text == "** said: Amyloid, **."


def test_words_about_a_text_do_not_repeat_its_values() -> None:
    veil = Veil("余额请转到账号6222020200112233446")
    assert "6222020200112233446" not in veil.hide("“6222020200112233446”不宜出现")


def test_words_without_anybody_in_them_stay() -> None:
    assert veiled("complaint") == "complaint"
    assert veiled("贷款 3 组") == "贷款 3 组"
    assert "13800138527" not in veiled("微信 13800138527")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            ["您好", "13800138527", " ", "😀", "chen@example.org", "立即", "卡号", "a"]
        ),
        max_size=12,
    )
)
def test_offsets_outside_values_point_at_the_same_character(parts: list[str]) -> None:
    original = "".join(parts)
    veil = Veil(original)
    hidden = {n for span in veil.spans for n in range(span.start, span.end)}
    for offset, char in enumerate(original):
        if offset not in hidden:
            assert veil.text[veil.at(offset)] == char
    assert veil.at(len(original), end=True) == len(veil.text)
