"""The term base that ships: complete, in its own script, each form once, plain in its glosses."""

from __future__ import annotations

import pytest

from replylint.glossary.faults import check
from replylint.glossary.load import MOST_HAN, MOST_WORDS, bundled, load
from replylint.glossary.term import SCRIPTS, Term
from replylint.text.dictionary import frequencies
from replylint.text.fold import fold_word
from replylint.text.fold_table import SIMPLIFIED, TRADITIONAL
from replylint.text.han import is_han

BASE = load([bundled()])
RIGHT = [term for term in BASE.terms if not term.wrong]
DOMAINS = "cards compliance deposits digital fx general insurance loans payments securities wealth"


def test_it_is_large_and_covers_every_field() -> None:
    assert len(BASE) >= 850
    assert sorted({term.domain for term in BASE.terms}) == DOMAINS.split()


@pytest.mark.parametrize("term", BASE.terms, ids=lambda term: term.id)
def test_scripts(term: Term) -> None:
    simplified = term.hans + term.gloss_hans + term.plain_hans
    traditional = term.hant + term.tw + term.hk + term.gloss_hant + term.plain_hant
    assert not set(simplified) & set(TRADITIONAL)
    assert not set(traditional) & set(SIMPLIFIED)
    assert (term.en + term.gloss_en + term.plain_en).isascii()
    assert term.tw != term.hant
    assert term.hk != term.hant


@pytest.mark.parametrize("term", RIGHT, ids=lambda term: term.id)
def test_a_right_term_is_complete(term: Term) -> None:
    for script in SCRIPTS:
        assert term.name(script)
        assert term.gloss(script)
        assert term.gloss(script)[-1] not in "。.，,"
    assert sum(map(is_han, term.gloss_hans)) <= MOST_HAN
    assert sum(map(is_han, term.gloss_hant)) <= MOST_HAN
    assert len(term.gloss_en.split()) <= MOST_WORDS
    assert term.source
    assert term.reviewed.startswith("2026-11")
    assert not term.plain_hans or term.plain_hant


def test_no_form_names_two_terms() -> None:
    named: dict[str, str] = {}
    for term in BASE.terms:
        for name in term.written:
            assert named.setdefault(fold_word(name), term.id) == term.id


def test_the_check_finds_nothing() -> None:
    assert check(BASE) == ()


def test_an_explanation_does_not_name_the_term_itself() -> None:
    for term in RIGHT:
        for script in SCRIPTS:
            gloss = fold_word(term.gloss(script))
            names = [fold_word(term.name(script)), *map(fold_word, term.aliases)]
            assert not [name for name in names if len(name) > 2 and name in gloss.split()]
            assert fold_word(term.hans) not in gloss


@pytest.mark.parametrize(
    ("name", "preferred"),
    [
        ("封号", "账户冻结"),
        ("锁户", "账户冻结"),
        ("征信黑名单", "逾期记录"),
        ("征信單", "征信报告"),
        ("风险提醒", "风险提示"),
        ("预期收益率", "业绩比较基准"),
        ("银保监会", "国家金融监督管理总局"),
        ("滞纳金", "违约金"),
    ],
)
def test_wrong_names_lead_to_the_right_one(name: str, preferred: str) -> None:
    term = BASE.named(fold_word(name))
    assert term is not None
    assert term.wrong
    assert BASE.preferred(term).hans == preferred


@pytest.mark.parametrize(
    ("id", "hans", "tw"),
    [
        ("policyholder", "投保人", "要保人"),
        ("credit-report", "征信报告", "聯徵信用報告"),
        ("wealth-product", "理财产品", "理財商品"),
        ("mobile-banking", "手机银行", "行動銀行"),
        ("policy", "保单", "保單"),
        ("account-freeze", "账户冻结", "帳戶凍結"),
    ],
)
def test_regions(id: str, hans: str, tw: str) -> None:
    term = BASE.get(id)
    assert term is not None
    assert (term.hans, term.name("hant", "tw")) == (hans, tw)


def test_the_handbooks_own_cases() -> None:
    assessment = BASE.named(fold_word("客户风险承受能力评估"))
    assert assessment is not None
    assert assessment.plain_hans == "评估客户能否承担投资风险"
    for form in ("KYC", "LPR", "R3", "ETF", "APR", "NAV", "AML", "FATCA", "CRS", "净值型理财产品"):
        assert fold_word(form) in BASE.by_form
    assert {"转账", "密码", "余额", "app", "凭证"} <= BASE.ignore


def test_short_forms_are_not_half_of_everyday_language() -> None:
    """A form among the commonest words of the language would flag every message."""
    counts = frequencies()
    for form in BASE.by_form:
        if form not in BASE.ignore and all(map(is_han, form)):
            assert len(form) > 1
            assert counts.get(form, 0) < 6000, form
