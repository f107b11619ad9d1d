"""A term base knows its forms, survives JSON and pickling, and follows ``use``."""

from __future__ import annotations

import json
import pickle

from hypothesis import given
from hypothesis import strategies as st

from replylint.glossary.term import STATUSES, Term, TermBase
from replylint.text.fold import fold_word

from .bases import APR, BAN, BASE, FREEZE, NAV

NAMES = st.text(st.sampled_from("净值淨資产AbcXY T+1|\\"), min_size=1, max_size=6)


def test_forms_are_folded_and_in_the_plural() -> None:
    assert {"净值", "资产净值", "nav", "navs", "net asset values"} <= set(BASE.forms())
    assert BASE.named("资产净值") == NAV
    assert BASE.named("nothing") is None


def test_ignored_words_stand_last_and_name_nothing() -> None:
    assert BASE.forms()[-2:] == ("净值表", "金额")
    assert "金额" not in BASE.by_form


def test_words_are_han_of_two_and_more() -> None:
    assert "净值" in BASE.words()
    assert not {"nav", "金额"}.intersection(BASE.words())
    assert TermBase([Term("x", hans="债")]).words() == ()


def test_names_by_script_and_region() -> None:
    assert NAV.name("hant") == NAV.name("hant", "tw") == "淨值"
    assert NAV.name("hant", "hk") == "資產淨值"
    assert NAV.name("hans", "hk") == "净值"
    assert NAV.gloss("en") == "what one unit is worth now"
    assert (APR.plain("en"), APR.plain("hans")) == ("yearly cost of borrowing", "")


def test_the_later_of_two_claims_wins() -> None:
    base = TermBase([NAV, Term("house", hans="净值")])
    named = base.named("净值")
    assert named is not None
    assert named.id == "house"


def test_preferred_follows_use_and_stops_in_a_circle() -> None:
    assert BASE.preferred(BAN) == FREEZE
    assert BASE.preferred(NAV) == NAV
    loop = TermBase([Term("a", hans="甲", use="b"), Term("b", hans="乙", use="a")])
    assert loop.preferred(loop.term(0)).id == "b"
    assert BASE.preferred(Term("x", hans="某", use="gone")).id == "x"


def test_wrong_is_deprecated_or_forbidden() -> None:
    assert [s for s in STATUSES if Term("x", status=s).wrong] == ["deprecated", "forbidden"]


def test_capitals_are_told_from_words() -> None:
    assert {"nav", "navs", "apr", "aprs"} == BASE.capitals


@given(st.lists(st.tuples(NAMES, st.lists(NAMES, max_size=3)), max_size=5))
def test_json_and_pickle_change_nothing(rows: list[tuple[str, list[str]]]) -> None:
    terms = [Term(f"t{n}", hans=name, aliases=tuple(also)) for n, (name, also) in enumerate(rows)]
    base = TermBase(terms, ["金额"])
    through_json = TermBase.from_data(json.loads(json.dumps(base.to_data())))
    for other in (through_json, pickle.loads(pickle.dumps(base))):
        assert other.terms == base.terms == tuple(terms)
        assert other.forms() == base.forms()
        assert (other.by_form, other.ignore) == (base.by_form, base.ignore)
        assert other.capitals == base.capitals


@given(st.lists(NAMES, min_size=1, max_size=4))
def test_every_form_is_folded(names: list[str]) -> None:
    base = TermBase([Term("x", hans=names[0], aliases=tuple(names[1:]))])
    assert all(fold_word(form) == form for form in base.by_form)
