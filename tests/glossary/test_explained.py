"""Explained is what a reader could use; another name, a figure or a pointer is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.glossary.explained import explained
from replylint.glossary.term import Term
from replylint.text.fold import fold_word

from .bases import BASE


def ask(text: str, form: str) -> bool:
    flat, wanted = fold_word(text), fold_word(form)
    term = BASE.named(wanted)
    assert term is not None
    start = flat.index(wanted)
    return explained(flat, start, start + len(wanted), term)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("净值", "净值（也就是每份的价格）已更新"),
        ("净值", "“净值”（每份产品的价格）已更新"),
        ("净值", "净值（NAV）（每份产品的价格）已更新"),
        ("净值", "净值（NAV），也就是每份的价格，已更新"),
        ("净值", "净值——每份产品的价格——已更新"),
        ("净值", "净值即每份产品的价格。"),
        ("净值", "净值指的是每份产品的价格。"),
        ("净值", "净值是指每份产品的价格。"),
        ("净值", "净值的意思是每份产品的价格。"),
        ("净值", "今天公布净值，简单说就是它的价格。"),
        ("净值", "今天公布净值。换句话说，您会看到它的价格。"),
        ("净值", "今天公布净值。\n通俗地讲，您会看到它的价格。"),
        ("净值", "每份产品的价格，也就是净值，今天公布。"),
        ("净值", "每一份现在值多少钱（净值）今天公布。"),
        ("净值", "今天公布净值，您可以看到每份产品现在值多少钱。"),
        ("淨值", "今天公布淨值。換言之，您會看到它的價格。"),
        ("APR", "Your APR, that is, the yearly cost of your loan, is 5%."),
        ("APR", "Your APR (what the loan costs you each year) is 5%."),
        ("APR", "The APR stands for what the loan costs."),
        ("APR", "Your APR is 5%. In other words, you pay 5 a year for every 100."),
        ("APR", "What the loan costs each year, known as the APR, is 5%."),
        ("净值", "净值是一份产品的价格，每天公布。"),
        ("净值", "净值是衡量一份产品贵贱的指标"),
        ("净值", "什么是净值？就是一份的价格。"),
        ("净值", "净值：把产品的全部家当按份数分开来算出的数目"),
        ("净值", "净值（含当天涨跌的一份价格）已更新"),
        ("APR", "What is an APR? It is what the loan costs you."),
        ("APR", "The APR is what you pay in a year."),
        ("净值", "净值表示每份产品现在的价格。"),
        ("净值", "净值，是产品每一份的价格，每天公布。"),
        ("净值", "净值就是把产品按份数分开算的数。"),
        ("净值", "净值是把产品按份数分开算。"),
        ("净值", "净值，每份产品卖多少的意思，每天公布。"),
        ("净值", "净值，白话讲就是每份的价格。"),
        ("APR", "By APR we mean what a loan costs you."),
        ("APR", "The APR simply means what a loan costs you."),
        ("APR", "Your APR, short for what a loan costs in a year, is 5%."),
        ("APR", "Your APR, the price you pay each year, is 5%."),
        ("APR", "Your APR is the price of a loan per year."),
        ("APR", "You have an APR: you pay this much each year."),
        ("APR", "The APR shows interest and fees together as a yearly cost of borrowing."),
    ],
)
def test_explained(form: str, text: str) -> None:
    assert ask(text, form)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("净值", "今日净值已更新，请您查看。"),
        ("净值", "净值（NAV）已更新"),
        ("净值", "净值（1.0234）已更新"),
        ("净值", "净值（详见产品说明书）已更新"),
        ("净值", "净值（以下简称单位净值）已更新"),
        ("净值", "净值即将更新"),
        ("净值", "净值指数已更新"),
        ("净值", "净值是每天下午公布的，请您查看。"),
        ("净值", "净值：1.0234"),
        ("净值", "什么是净值？"),
        ("净值", "净值（不含税费）已更新"),
        ("APR", "The APR is being looked at by our team."),
        ("APR", "The APR is a bit lower than last year."),
        ("净值", "您的产品（净值）今天公布"),
        ("净值", "净值已更新。请您查看。也就是每份产品的价格。"),
        ("综合年化利率", "综合年化利率（APR）为5%"),
        ("APR", "Your APR (annual percentage rate) is 5%."),
        ("APR", "Your APR is 5%."),
        ("APR", "Your APR (see your contract for details) is 5%."),
        ("APR", "Your APR is the same as for other loans."),
        ("APR", "Your loan is flagged for APR."),
        ("APR", "Your APR: 5%, 12 months."),
        ("净值", "净值，请您查看。"),
        ("APR", "You asked about the APR and we will call you back."),
    ],
)
def test_not_explained(form: str, text: str) -> None:
    assert not ask(text, form)


def test_a_far_away_mix_of_the_same_characters_explains_nothing() -> None:
    filler = "请您在页面上方选择需要的服务并按提示操作" * 3
    assert not ask(f"查看净值{filler}每{filler}份{filler}产{filler}品{filler}现值钱", "净值")


@given(st.text(st.sampled_from("净值(每份)也就是,。—“ nav"), max_size=30), st.data())
def test_any_text_gets_an_answer(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert explained(text, start, end, BASE.term(0)) in (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "碎股是不足一手的股票。",
        "Escrow is money we set aside to pay your tax.",
        "NAV, or net asset value, is simply the price of one share.",
    ],
)
def test_a_definition_explains(text: str) -> None:
    form = text.split("是")[0].split(" ")[0].strip(",")
    term = Term("t", hans=form, gloss_hans="说明") if not form.isascii() else Term("t", en=form)
    assert explained(fold_word(text), 0, len(form), term)


def test_one_of_two_things_on_offer_is_no_name_for_the_first() -> None:
    text = "you may be eligible for forbearance or a loan modification."
    at = text.index("loan modification")
    term = Term("t", en="loan modification", gloss_en="new terms agreed for an old loan")
    assert not explained(text, at, at + len("loan modification"), term)
