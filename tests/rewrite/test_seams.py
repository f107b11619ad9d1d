"""New words fit their place, in the message's own marks and spaces."""

from __future__ import annotations

import pytest

from replylint.model import Edit
from replylint.rewrite.plan import Candidate, Hit, plan

from .made import made

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
        ("您好 [[]]谢谢", "请稍等", "您好 请稍等谢谢"),
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
