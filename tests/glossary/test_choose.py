"""Of many matches, those worth talking about: longest, first, in capitals, by the right name."""

from __future__ import annotations

import pytest

from replylint.glossary.choose import choose, mixed, uses, wrong
from replylint.text.fold import fold

from .bases import BASE, FREEZE, hits


def jargon(text: str, known: tuple[str, ...] = ()) -> list[tuple[str, int, bool]]:
    folded = fold(text)
    found = choose(folded, hits(folded), BASE, known)
    return [(one.form, one.start, one.explained) for one in found]


def second_names(text: str) -> list[tuple[str, str]]:
    folded = fold(text)
    found = mixed(folded.text, uses(folded, hits(folded), BASE), BASE)
    return [(one.first.form, one.other.form) for one in found]


def test_the_longest_wins() -> None:
    assert jargon("单位净值今天公布") == [("单位净值", 0, False)]
    assert jargon("转账限额是多少") == [("转账限额", 0, False)]


def test_only_the_first_use_counts_and_an_explanation_anywhere() -> None:
    assert jargon("净值更新了，净值见附件") == [("净值", 0, False)]
    assert jargon("净值更新了。请看。净值（每份产品的价格）见附件") == [("净值", 0, True)]


def test_terms_known_from_earlier_turns_are_explained() -> None:
    assert jargon("净值更新了", ("nav",)) == [("净值", 0, True)]


def test_everyday_ignored_and_wrong_names_are_no_jargon() -> None:
    assert jargon("转账金额已到，净值表在附件，没有封号") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Your APR is 5%", True),
        ("Your APRs differ", True),
        ("Your Apr bill", False),
        ("your apr bill", False),
        ("您的apr是5%", True),
    ],
)
def test_capitals_among_english_words(text: str, found: bool) -> None:
    assert bool(jargon(text)) is found


def test_capitals_are_looked_up_in_the_original() -> None:
    assert jargon("Your A\u200bPR is 5%") == [("apr", 5, False)]


def test_wrong_names_and_what_to_write() -> None:
    folded = fold("封号后又封号")
    found = wrong(uses(folded, hits(folded), BASE), BASE)
    assert [(use.start, term) for use, term in found] == [(0, FREEZE), (4, FREEZE)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("综合年化利率不高，综合融资成本是5%", [("综合年化利率", "综合融资成本")]),
        ("账户冻结了，账户止付三天，账户止付", [("账户冻结", "账户止付")]),
        ("账户冻结了，不是封号", [("账户冻结", "封号")]),
        ("综合年化利率（APR）为5%，APR不高", []),
        ("综合年化利率，又称综合融资成本，为5%，综合融资成本不高", []),
        ("单位净值更新了，净值见附件", []),
        ("净值更新了，净值见附件", []),
        ("annual percentage rate, also called APR, and the APR", []),
    ],
)
def test_two_names_for_one_thing(text: str, found: list[tuple[str, str]]) -> None:
    assert second_names(text) == found


def test_mixed_names_the_preferred_term() -> None:
    folded = fold("账户止付了，账户冻结了")
    (one,) = mixed(folded.text, uses(folded, hits(folded), BASE), BASE)
    assert (one.first.form, one.other.form, one.preferred) == ("账户止付", "账户冻结", FREEZE)
