"""The first candidate that fits becomes a fix that applies and damages nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.errors import PackError
from replylint.model import Edit, Fix, Safety
from replylint.rewrite.apply import apply
from replylint.rewrite.gate import changed
from replylint.rewrite.plan import Candidate, Hit, plan
from replylint.rewrite.template import Span

from .made import made, planned

# --- which candidate


def test_the_first_candidate_that_fits_is_taken() -> None:
    text = "请立即处理"
    hit = Hit(text, (1, 3), "立即", {"verb": (3, 5), "gone": (3, 3)})
    fix = plan(
        hit,
        [
            Candidate((1, 3), None, title="no wording in this script"),
            Candidate((1, 3), "{gone}", title="an empty capture"),
            Candidate((1, 3), "{other}", title="a capture it does not have"),
            Candidate((1, 3), "{match}", title="changes nothing"),
            Candidate((0, 5), "3天内{verb}", title="brings a fact"),
            Candidate((0, 5), "", title="leaves nothing"),
            Candidate((0, 5), "麻烦您{verb}", {}, Safety.SAFE, "this one"),
            Candidate((0, 5), "不用了", title="too late"),
        ],
    )
    assert fix == Fix("this one", Safety.SAFE, (Edit(0, 3, "麻烦您"),))
    assert plan(hit, []) is None


def test_swaps_are_looked_up_by_what_was_matched() -> None:
    swaps = {"你们": "您", "你": "您"}
    assert plan(Hit("妳好", (0, 1), "你"), [Candidate((0, 1), swaps=swaps)]) == Fix(
        "", Safety.REVIEW, (Edit(0, 1, "您"),)
    )
    assert plan(Hit("他好", (0, 1), "他"), [Candidate((0, 1), swaps=swaps)]) is None
    either = [Candidate((0, 1), "它", swaps)]
    assert plan(Hit("他好", (0, 1), "他"), either) == Fix("", Safety.REVIEW, (Edit(0, 1, "它"),))


@pytest.mark.parametrize("safety", list(Safety))
def test_a_hole_for_a_person_makes_the_fix_at_least_review(safety: Safety) -> None:
    fix = plan(Hit("尽快办", (0, 2)), [Candidate((0, 2), "在{{时间}}前", safety=safety)])
    assert fix is not None
    assert fix.edits == (Edit(0, 2, "在{时间}前"),)
    assert fix.safety is (Safety.REVIEW if safety is Safety.SAFE else safety)


def test_a_broken_template_is_an_error_and_not_a_missing_fix() -> None:
    with pytest.raises(PackError):
        planned("请", (0, 1), "{")


# --- protected stretches


def test_an_edit_is_split_around_a_link_that_is_kept() -> None:
    text = "请立即打开https://a.example.com/x处理"
    link = (5, 28)
    assert text[slice(*link)] == "https://a.example.com/x"
    hit = Hit(text, (1, 3), captures={"rest": (3, len(text))}, protected=[link])
    whole = (0, len(text))
    fix = plan(hit, [Candidate(whole, "我们正在处理"), Candidate(whole, "麻烦您{rest}，谢谢")])
    assert fix is not None
    assert fix.edits == (Edit(0, 3, "麻烦您"), Edit(30, 30, "，谢谢"))


def test_a_mark_that_is_protected_is_not_taken() -> None:
    def deleted(text: str, span: Span, protected: Span) -> str:
        fix = plan(Hit(text, span, protected=[protected]), [Candidate(span, "")])
        assert fix is not None
        return apply(text, [fix]).text

    assert deleted("赶紧，好", (0, 2), (2, 3)) == "，好"
    assert deleted("好，赶紧", (2, 4), (0, 2)) == "好，"
    assert deleted("好（赶紧）", (2, 4), (4, 5)) == "好（）"
    assert deleted("好（赶紧）", (2, 4), (1, 2)) == "好（）"
    assert deleted("now call", (0, 3), (4, 8)) == "call"


# --- facts


def test_a_rewrite_that_would_change_a_fact_is_not_offered() -> None:
    assert made("[[请在3天内还款]]", "麻烦您还款") is None
    assert made("[[请勿]]转账", "请您") is None


def test_a_value_is_masked_only_where_it_must_be() -> None:
    text = "卡6222021234567890，共100元"
    mask = Hit(text, (1, 17), captures={"mask": "****7890"}, mask=True)
    fix = plan(mask, [Candidate((1, 17), "{mask}", safety=Safety.SAFE)])
    assert fix == Fix("", Safety.SAFE, (Edit(1, 17, "****7890"),))
    assert plan(mask, [Candidate((0, len(text)), "您的卡")]) is None
    open_hit = Hit(text, (1, 17), captures={"mask": "****7890"})
    assert plan(open_hit, [Candidate((1, 17), "{mask}")]) is None


PIECES = [
    "请",
    "马上",
    "处理",
    "您",
    "你",
    "，",
    "。",
    "！",
    " ",
    "\n",
    "（",
    "）",
    "{姓名}",
    "3天",
    "App",
]
PIECES += ["now", "Send", ".", ",", "不", "保证", "👍", "e\u0301", "您好"]
sentences = st.lists(st.sampled_from(PIECES), max_size=10).map("".join)


@st.composite
def hits(draw: st.DrawFn) -> tuple[Hit, Candidate]:
    text = draw(sentences)
    spots = st.integers(0, len(text))
    span, low, rest = (tuple(sorted((draw(spots), draw(spots)))) for _ in range(3))
    start = text.find("{姓名}")
    protected = [(start, start + 4)] if start >= 0 else []
    template = draw(st.sampled_from(["{rest}", "{match}", ""])) + draw(sentences).replace(
        "{姓名}", "{{姓名}}"
    )
    hit = Hit(text, (span[0], span[1]), "", {"rest": (rest[0], rest[1])}, protected)
    target = draw(st.sampled_from([hit.match, (min(span[0], low[0]), max(span[1], low[1]))]))
    return hit, Candidate(target, template)


@settings(max_examples=300, deadline=None)
@given(hits())
def test_a_planned_fix_applies_keeps_the_facts_and_touches_nothing_protected(
    case: tuple[Hit, Candidate],
) -> None:
    hit, candidate = case
    fix = plan(hit, [candidate])
    if fix is None:
        return
    after = apply(hit.text, [fix]).text
    assert after != hit.text
    assert after.count("{姓名}") >= hit.text.count("{姓名}")
    assert set(changed(hit.text, after)) <= {"negation", "commitment", "hole"}
    for edit in fix.edits:
        assert not any(low < edit.end and edit.start < high for low, high in hit.protected)
