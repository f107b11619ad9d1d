"""A fix reads well where it stands, in the message's own script, marks and letters."""

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


def made(text: str, wording: str, *, clause: bool = False, **values: str) -> str | None:
    """The text after the fix. [[…]] marks the match, or the clause around it with ``clause``.

    ``values`` are words of the text, copied, unless they do not occur in it.
    """
    start = text.index("[[")
    end = text.index("]]") - 2
    text = text.replace("[[", "").replace("]]", "")
    fix = planned(text, (start, end), wording, **values)
    return None if fix is None else apply(text, [fix]).text


def planned(text: str, span: Span, wording: str, **values: str) -> Fix | None:
    captures: dict[str, Span | str] = {}
    for name, words in values.items():
        at = text.find(words)
        captures[name] = words if at < 0 else (at, at + len(words))
    return plan(Hit(text, span, captures=captures), [Candidate(span, wording)])


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


# --- a stretch is replaced


@pytest.mark.parametrize(
    ("text", "wording", "result"),
    [
        # marks: the message's stay
        ("[[请马上处理]]。", "我们正在处理", "我们正在处理。"),
        ("[[请马上处理。]]", "我们正在处理", "我们正在处理。"),
        ("[[请马上处理。]]", "我们正在处理。", "我们正在处理。"),
        ("[[请马上处理]]", "我们正在处理。", "我们正在处理。"),
        ("好，[[请马上处理]]，谢谢", "，我们正在处理，", "好，我们正在处理，谢谢"),
        ("[[请马上处理]]，谢谢", "我们正在处理。", "我们正在处理，谢谢"),
        ("[[请马上处理]]，谢谢", "我们正在处理！", "我们正在处理，谢谢"),
        ("好[[请马上处理]]", "，我们正在处理，", "好，我们正在处理"),
        ("好[[请马上处理]]\n谢谢", "我们正在处理，", "好我们正在处理\n谢谢"),
        ("（[[请马上处理]]）", "我们正在处理，", "（我们正在处理）"),
        ("[[请马上处理]]。", "我们正在处理，", "我们正在处理。"),
        ("[[请马上处理]]！", "我们正在处理！", "我们正在处理！"),
        ("[[请马上处理]]!", "我们正在处理！", "我们正在处理!"),
        # but the end of a sentence or a question is not lost
        ("[[您怎么又忘了]]？！", "麻烦您核对。", "麻烦您核对。"),
        ("[[快说]]。好", "您能说说吗？", "您能说说吗？好"),
        ("[[快说]]，好", "您能说说吗？", "您能说说吗？好"),
        ("[[快说]]，好", "您能说说吗？！", "您能说说吗？！好"),
        # half width
        ("您好,[[请处理]],谢谢", "，请您稍等，我们会处理", "您好,请您稍等,我们会处理,谢谢"),
        ("您好, [[请处理]], 谢谢", "请您稍等，我们会处理", "您好, 请您稍等, 我们会处理, 谢谢"),
        # words that would stand twice
        ("请[[马上]]处理", "请您", "请您处理"),
        ("请[[马上]]处理", "麻烦您", "麻烦您处理"),
        ("[[赶紧]]您处理", "麻烦您", "麻烦您处理"),
        ("[[赶紧]]你处理", "麻烦您", "麻烦你处理"),
        ("[[赶紧]]请处理", "您好，请", "您好，请处理"),
        ("[[赶快]]的", "好的", "好的"),
        ("您[[必须]]处理", "您可以", "您可以处理"),
        ("[[Now]] please call", "Would you please", "Would you please call"),
        # spaces
        ("您的 [[KYC]] 没做", "身份核实", "您的身份核实没做"),
        ("您的[[KYC]] 没做", "身份核实", "您的身份核实没做"),
        ("a [[KYC]] 没做", "身份核实", "a 身份核实没做"),
        ("您的 [[KYC]] App没做", "身份核实", "您的身份核实 App没做"),
        ("您好 [[快点]] 谢谢", "请稍等", "您好 请稍等 谢谢"),
        ("请[[点]]App", "打开", "请打开App"),
        ("use[[点]]it", "the app", "use the app it"),
        ("Hi,[[点]]", "thanks", "Hi, thanks"),
        ("call [[now]] please", " when you can ", "call when you can please"),
        ("call [[now]]", "when you can ", "call when you can"),
        ("so[[。]]call", ", ", "so, call"),
        ("好[[了]]call", "的，", "好的，call"),
        ("好 [[TU差]] 谢谢", "信用分低", "好 信用分低 谢谢"),
        ("好 [[快]] 谢谢", "我们在处理。", "好 我们在处理 谢谢"),
        ("好 [[快]]～", "我们在处理。", "好 我们在处理～"),
        ("好 [[快]]～", "可以吗？", "好 可以吗？～"),
        # 「」
        ("他說「好」，[[點同意]]", "請選“同意”", "他說「好」，請選「同意」"),
        # a wording that trims to nothing is a deletion
        ("您好，[[赶紧]]，谢谢", "，", "您好，谢谢"),
        ("好[[了]]，谢谢", "，", "好，谢谢"),
        # a swap is not a stutter
        ("给[[你]]你要的", "您", "给您你要的"),
        # nothing but marks may be replaced
        ("好[[！！！]]谢谢", "。", "好。谢谢"),
        # an emoji is not cut
        ("[[👍🏽]]好", "👍", "👍好"),
    ],
)
def test_new_words_fit_their_place(text: str, wording: str, result: str) -> None:
    assert made(text, wording) == result


@pytest.mark.parametrize(
    ("text", "wording", "result"),
    [
        ("[[You must]] send it.", "Could you please", "Could you please send it."),
        ("Hi. [[you must]] send it.", "could you please", "Hi. Could you please send it."),
        ("If so, [[you must]] pay.", "We ask you to", "If so, we ask you to pay."),
        ("If so, [[you must]] pay.", "I ask you to", "If so, I ask you to pay."),
        ("If so, [[you must]] pay.", "KYC lets you", "If so, KYC lets you pay."),
        ("Well, [[do it]]. Send it.", "Could you do it?", "Well, could you do it? Send it."),
        ("[[Go]] and see", "We went.", "We went. And see"),
        ("Done. [[Go]] iPay", "We did it.", "Done. We did it. iPay"),
        ("[[快]] send it", "请", "请 send it"),
        ("[[Send]] on Monday", "Please send", "Please send on Monday"),
    ],
)
def test_capitals_stand_where_english_sentences_start(text: str, wording: str, result: str) -> None:
    assert made(text, wording) == result


@pytest.mark.parametrize(
    ("text", "copied", "wording", "result"),
    [
        ("[[Send the form now]].", "Send the form", "Please {x}", "Please send the form."),
        ("[[Call Ann Lee now]].", "Ann Lee", "Please call {x}", "Please call Ann Lee."),
        (
            "[[Alipay now]]. Use Alipay.",
            "Alipay",
            "Please open {x}",
            "Please open Alipay. Use Alipay.",
        ),
        ("[[send it now]].", "send it", "{x}, please", "send it, please."),
        ("[[You must pay]].", "pay", "{x} when you can", "Pay when you can."),
        ("[[A fee is due now]].", "A fee", "Please note: {x}", "Please note: a fee."),
        ("[[Monday now]].", "Monday", "Please come on {x}", "Please come on Monday."),
        ("[[马上 Send it]]", "Send it", "请 {x}", "请 Send it"),
        ("[[now]]", "elsewhere", "please {x}", "Please elsewhere"),
    ],
)
def test_capitals_of_copied_words(text: str, copied: str, wording: str, result: str) -> None:
    assert made(text, wording, x=copied) == result


# --- something is added


@pytest.mark.parametrize(
    ("text", "wording", "result"),
    [
        ("[[]]请稍等", "您好，", "您好，请稍等"),
        ("[[]]请稍等, 谢谢, 好", "您好，", "您好, 请稍等, 谢谢, 好"),
        ("[[]]Send the form.", "Hello, ", "Hello, send the form."),
        ("[[]]Send the form.", "Hello.", "Hello. Send the form."),
        ("[[]]Apple Pay is down", "Sorry,", "Sorry, Apple Pay is down"),
        ("[[]]I see", "Sorry,", "Sorry, I see"),
        ("Hi [[]]there", "you", "Hi you there"),
        ("已处理[[]]", "谢谢", "已处理。谢谢"),
        ("已处理。[[]]", "谢谢", "已处理。谢谢。"),
        ("已处理。[[]]", "谢谢！", "已处理。谢谢！"),
        ("已处理.[[]]", "谢谢", "已处理.谢谢."),
        ("已处理，[[]]", "谢谢", "已处理，谢谢"),
        ("已处理～[[]]", "谢谢", "已处理～谢谢"),
        ("已处理（附件）[[]]", "谢谢", "已处理（附件）。谢谢"),
        ("已处理{编号}[[]]", "谢谢", "已处理{编号}。谢谢"),
        ("已处理。[[]]\n", "谢谢", "已处理。\n谢谢。\n"),
        ("好。\r\n已处理[[]]\r\n\r\n", "谢谢", "好。\r\n已处理\r\n谢谢\r\n\r\n"),
        ("已处理[[]]  ", "谢谢", "已处理。谢谢  "),
        ("Done[[]]", "Thank you", "Done. Thank you"),
        ("Done.[[]]", "Thank you", "Done. Thank you."),
        ("Done :)[[]]", "Thank you", "Done :) Thank you"),
        ("Done (today)[[]]", "Thank you", "Done (today). Thank you"),
        ("Done 👍[[]]", "Thank you", "Done 👍 Thank you"),
        ("  [[]]", "谢谢", "  谢谢"),
        ("[[]]", "谢谢", "谢谢"),
        ("净值[[]]下降", "（每份的价格）", "净值（每份的价格）下降"),
        ("净值(NAV)[[]]下降", "（每份的价格）", "净值(NAV)(每份的价格)下降"),
    ],
)
def test_added_words_fit_their_place(text: str, wording: str, result: str) -> None:
    assert made(text, wording) == result


def test_nothing_is_glued_to_a_link_at_the_end() -> None:
    text = "见https://a.example.com/"
    hit = Hit(text, (len(text),) * 2, protected=[(1, len(text))])
    fix = plan(hit, [Candidate(hit.match, "谢谢")])
    assert fix is not None
    assert fix.edits == (Edit(len(text), len(text), " 谢谢"),)


def test_an_end_behind_a_protected_gap_is_left_where_it_is() -> None:
    text = "已处理。\n\n"
    hit = Hit(text, (len(text),) * 2, protected=[(4, 6)])
    fix = plan(hit, [Candidate(hit.match, "谢谢")])
    assert fix is not None
    assert fix.edits == (Edit(6, 6, "谢谢"),)


# --- something goes


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("请[[马上]]处理", "请处理"),
        ("[[赶紧]]，好", "好"),
        ("[[赶紧]]，、好", "好"),
        ("您好，[[赶紧]]，好", "您好，好"),
        ("您好。[[赶紧]]，好", "您好。好"),
        ("您好，[[赶紧]]。好", "您好。好"),
        ("您好，[[赶紧]]", "您好"),
        ("您好，[[赶紧]]\n好", "您好\n好"),
        ("（好，[[赶紧]]）", "（好）"),
        ("（[[赶紧]]，好）", "（好）"),
        ("您好。[[赶紧]]！！好", "您好。好"),
        ("[[赶紧]]！好", "好"),
        ("您好（[[赶紧]]）", "您好"),
        ("您好「（[[赶紧]]）」", "您好"),
        ("您好（[[赶紧]]」", "您好（」"),
        ("您好\n[[赶紧]]！\n谢谢", "您好\n谢谢"),
        ("您好\r\n[[赶紧]]\r\n谢谢", "您好\r\n谢谢"),
        ("您好\r\n[[赶紧]]", "您好"),
        ("您好\n[[赶紧]]", "您好"),
        ("[[赶紧]]\n您好", "您好"),
        ("您好\n[[赶紧]]吧\n谢谢", "您好\n吧\n谢谢"),
        ("您 [[马上]] 来", "您 来"),
        ("您 [[ASAP]] 来", "您来"),
        ("[[马上]] 来", "来"),
        ("来 [[马上]]", "来"),
        ("来 [[马上]]。", "来。"),
        ("开App[[马上]]OK", "开App OK"),
        ("Please [[immediately]] call.", "Please call."),
        ("[[Immediately]] call.", "Call."),
        ("[[Immediately]], Ann, call.", "Ann, call."),
        ("[[immediately]] call.", "call."),
        ("Please, [[immediately]], call.", "Please, call."),
        ("Call [[immediately]].", "Call."),
        ("Call, [[immediately]].", "Call."),
        ("Call [[immediately]], please.", "Call, please."),
        ("Call ([[immediately]]) us", "Call us"),
        ("[[赶紧]]", None),
        ("👍[[赶紧]]！", None),
    ],
)
def test_what_is_deleted_leaves_no_trace(text: str, result: str | None) -> None:
    assert made(text, "") == result


# --- what is copied is left as it is


@pytest.mark.parametrize(
    ("text", "wording", "result"),
    [
        ("您的 [[KYC]] 没做", "{match}（{gloss}）", "您的 KYC（身份核实）没做"),
        ("请[[请求]]协助", "{match}（{gloss}）", "请请求（身份核实）协助"),
        ("好的[[标的]]的价格", "（{gloss}）{match}", "好的（身份核实）标的的价格"),
        ("Your [[NAV]] fell", "{match} ({gloss})", "Your NAV (身份核实) fell"),
    ],
)
def test_copied_words_are_not_trimmed(text: str, wording: str, result: str) -> None:
    assert made(text, wording, gloss="身份核实") == result


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
