"""What a term base may have wrong is named: hard words, gaps, twins, stale entries."""

from __future__ import annotations

from dataclasses import replace

from replylint.glossary.faults import check
from replylint.glossary.term import Term, TermBase

from .bases import FREEZE, NAV


def test_check_finds_what_is_amiss() -> None:
    def whole(n: int) -> dict[str, str]:
        return {"gloss_hans": f"一{n}", "gloss_hant": f"一{n}", "gloss_en": f"a{n}"}

    base = TermBase(
        [
            replace(NAV, gloss_hant="單位淨值", gloss_en="b"),
            Term("uses", hans="甲", hant="甲", en="ay", **{**whole(1), "gloss_hans": "看净值"}),
            Term("other", hans="單利", hant="單利", en="bee", **whole(2)),
            Term("bare", hans="保费", gloss_hans="一"),
            Term("idle", hans="余额", hant="餘額", en="balance", **whole(3)),
            Term("slang", hans="乙", status="forbidden", use="bare"),
        ],
        ["余额", "balance", "balances"],
    )
    found = [(f.kind, f.term.id, f.form) for f in check(base)]
    assert found == [
        ("gloss", "uses", "nav"),
        ("script", "other", "hans"),
        ("missing", "bare", "hant"),
        ("missing", "bare", "en"),
        ("ignored", "idle", "余额"),
    ]


def test_check_finds_forms_inside_ordinary_words() -> None:
    words = {"担保费": 5, "社保费": 9, "保费": 3, "净值": 1, "费": 8}
    base = TermBase([replace(FREEZE, hans="保费", hant="保費", gloss_hant="一", gloss_en="a")])
    (fault,) = check(base, words)
    assert (fault.kind, fault.form, fault.words) == ("inside", "保费", ("社保费", "担保费"))


def test_a_longer_known_term_in_a_gloss_is_judged_instead() -> None:
    base = TermBase(
        [
            NAV,
            Term("report", hans="净值报告", gloss_hans="一份报告"),
            Term("uses", hans="甲", gloss_hans="看净值报告"),
        ]
    )
    assert "gloss" not in {fault.kind for fault in check(base)}


def test_check_finds_hard_words_in_what_replaces_a_term() -> None:
    uses = Term("uses", hans="甲", gloss_hans="一种产品", plain_hans="看净值的产品")
    kinds = [(f.kind, f.form) for f in check(TermBase([NAV, uses])) if f.term.id == "uses"]
    assert ("plain", "nav") in kinds


def test_check_finds_terms_explained_alike_unless_one_leads_to_the_other() -> None:
    other = replace(
        NAV, id="other", hans="份额价", hant="份額價", hk="", en="unit price", aliases=()
    )
    twins = [(f.term.id, f.form) for f in check(TermBase([NAV, other])) if f.kind == "twins"]
    assert twins == [("other", "nav")]
    admitted = replace(other, status="admitted", use="nav")
    assert "twins" not in {f.kind for f in check(TermBase([NAV, admitted]))}


def test_check_finds_stale_terms_only_when_told_the_day() -> None:
    base = TermBase([replace(NAV, reviewed="2025-11-24"), replace(FREEZE, reviewed="")])
    stale = [(f.term.id, f.form) for f in check(base, None, "2026-11-25") if f.kind == "stale"]
    assert stale == [("nav", "2025-11-24"), ("freeze", "never")]
    assert not [f for f in check(base, None, "2026-11-25", 13) if f.term.id == "nav"]
    assert "stale" not in {f.kind for f in check(base)}
