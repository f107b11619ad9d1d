"""Facts survive; a refusal goes only with the words objected to, and turns no word that stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.model import Edit, Safety
from replylint.rewrite.apply import write
from replylint.rewrite.facts import facts
from replylint.rewrite.gate import SOFT, Change, changed, damage, lost
from replylint.rewrite.template import Chunk, Origin, Span, fill

# --- two texts


def test_changed_names_kinds_and_no_values() -> None:
    assert changed("三天内退100元", "三天内退100元") == ()
    assert changed("三天内退100元", "3天内退１００元") == ("amount", "duration")
    assert changed("100元", "100元，共100元") == ("amount",)
    assert changed("我们保证不收费", "我们收费") == ("commitment", "negation")
    assert changed("我们保证不收费", "我们收费", SOFT) == ()


# --- edits of any origin


def test_what_edits_take_out_is_named() -> None:
    text = "请在3天内联系王先生，见https://a.example.com"
    assert lost(text, [Edit(2, 4, "")]) == ("duration",)
    assert lost(text, [Edit(2, 3, "5")]) == ("duration",)
    assert lost(text, [Edit(7, 10, "他")]) == ("name",)
    assert lost(text, [Edit(15, 16, "")]) == ("url",)
    assert lost(text, [Edit(0, 1, "麻烦您"), Edit(5, 7, "联络")]) == ()
    assert lost("不能", [Edit(0, 1, "")]) == ()
    assert lost("好", []) == ()


def test_a_fact_may_come_but_not_turn_into_another() -> None:
    assert lost("3天", [Edit(0, 0, "1")]) == ("duration",)
    assert lost("尽快", [Edit(0, 2, "在{时间}前")]) == ()


def test_edits_far_apart_are_judged_each_in_their_own_surroundings() -> None:
    far = "好" * 1000
    text = f"3天{far}5元"
    assert lost(text, [Edit(0, 1, "4"), Edit(1002, 1003, "6")]) == ("amount", "duration")
    assert lost(text, [Edit(0, 0, "请"), Edit(1004, 1004, "谢谢")]) == ()


def test_a_masked_value_may_change_and_nothing_beside_it() -> None:
    text = "卡6222021234567890共100元"
    card = (1, 17)
    assert lost(text, [Edit(1, 17, "****7890")], [card]) == ()
    assert lost(text, [Edit(1, 13, "****")], [card]) == ()
    assert lost(text, [Edit(1, 17, "****7890")]) == ("number",)
    assert lost(text, [Edit(1, 13, "****"), Edit(18, 21, "5")], [card]) == ("amount",)
    assert lost(text, [Edit(0, 17, "尾号7890")], [card]) == ()
    assert lost(text, [Edit(16, 22, "的钱")], [card]) == ("amount",)
    assert lost(text, [Edit(0, 1, "您的卡")], [card]) == ()
    assert lost(text, [Edit(0, 1, "您的卡")], [(3, 3)]) == ()
    assert lost(text, [Edit(1, 17, "****7890")], [(5, 17), (1, 9)]) == ()  # two that overlap
    assert lost(text, [Edit(1, 17, "****7890")], [(1, 9)]) == ("number",)


# --- a planned replacement


def judged(
    text: str,
    wording: str,
    *,
    target: str = "",
    safety: Safety = Safety.REVIEW,
    mask: bool = False,
    **values: str,
) -> tuple[str, ...]:
    """The damage of replacing the [[match]], or the ``target`` around it."""
    span = (text.index("[["), text.index("]]") - 2)
    text = text.replace("[[", "").replace("]]", "")
    start = text.index(target) if target else span[0]
    place = (start, start + len(target)) if target else span
    captures: dict[str, Span | str] = {"match": span}
    for name, words in values.items():
        at = text.find(words)
        captures[name] = words if at < 0 else (at, at + len(words))
    chunks = fill(wording, text, captures)
    assert chunks is not None
    return damage(Change(text, span, place, chunks, safety, mask))


@pytest.mark.parametrize(
    ("text", "wording", "target", "kinds"),
    [
        ("请[[马上]]在3天内还5%", "麻烦您", "", ()),
        ("请[[马上]]在3天内还5%", "麻烦您还款", "请马上在3天内还5%", ("duration", "percent")),
        ("请[[马上]]处理", "24小时内处理", "请马上处理", ("duration",)),
        ("请[[马上]]找王先生", "麻烦您等等", "请马上找王先生", ("name",)),
        ("{姓名}[[快]]来", "您请来", "{姓名}快来", ("hole",)),
    ],
)
def test_hard_facts_neither_come_nor_go(
    text: str, wording: str, target: str, kinds: tuple[str, ...]
) -> None:
    assert judged(text, wording, target=target) == kinds


def test_facts_that_somebody_decided_on_may_come() -> None:
    assert judged("[[加我微信]]", "请拨打{hotline}", hotline="95588") == ()
    assert judged("[[加我微信]]", "请拨打95588") == ("number",)
    assert judged("[[尽快]]回复", "在{{时间}}前") == ()
    assert judged("95588，[[加我微信]]", "请拨打{x}", x="95588") == ("number",)  # a second time


@pytest.mark.parametrize(
    ("text", "wording", "target"),
    [
        # the whole refusal goes, and nothing stays that it spoke of
        ("这个[[我也没办法]]", "我帮您转接专员", ""),
        ("这个[[我也没办法]]了。", "我帮您转接专员", ""),
        ("[[不归我管]]，您问别的部门", "我帮您转接专员", ""),
        ("[[I can't help]].", "Let me find a colleague", ""),
        # the honest form of a promise
        ("[[稳赚不赔]]", "收益会波动，不保证本金", ""),
        ("这款[[保本]]", "不保证本金", ""),
        # what stays keeps its refusal
        ("[[马上]]不收费", "之后", ""),
        ("您不能[[马上]]退款", "当天", ""),
        # in brackets
        ("[[净值]]是3元", "{match}（价格，不固定）", ""),
        # in the next clause
        ("[[稳赚]]，请放心看", "不一定赚", ""),
    ],
)
def test_refusals_may_come_and_go_where_they_turn_nothing(
    text: str, wording: str, target: str
) -> None:
    assert [kind for kind in judged(text, wording, target=target) if kind != "date"] == []


@pytest.mark.parametrize(
    ("text", "wording", "target", "values"),
    [
        ("[[请勿]]点击链接", "麻烦您", "", {}),
        ("[[请勿]]点击链接", "麻烦您{rest}", "请勿点击链接", {"rest": "点击链接"}),
        ("[[我也没办法]]退款", "我帮您", "", {}),
        ("[[一定]]能涨", "不一定", "", {}),
        ("[[马上]]还款", "不要{rest}", "马上还款", {"rest": "还款"}),
        ("您不必[[马上]]处理", "着急，慢慢", "", {}),
        ("请[[马上]]停止不必要的转账", "麻烦您停止转账", "请马上停止不必要的转账", {}),
        ("you [[must not]] pay", "can", "", {}),
        # copied from another place, out of the reach of its refusal
        ("不还款，[[快点]]", "{x}", "不还款，快点", {"x": "还款"}),
    ],
)
def test_a_refusal_over_words_that_stay_is_kept(
    text: str, wording: str, target: str, values: dict[str, str]
) -> None:
    assert judged(text, wording, target=target, **values) == ("negation",)


def test_a_refusal_may_be_said_in_other_words() -> None:
    text = "请[[马上]]停止不必要的转账"
    wording = "麻烦您不做多余的转账"
    assert judged(text, wording, target="请马上停止不必要的转账") == ()


def test_a_safe_rewrite_changes_no_refusal() -> None:
    assert judged("[[我也没办法]]", "我来", safety=Safety.SAFE) == ("negation",)
    assert judged("[[没法]]", "无法", safety=Safety.SAFE) == ()
    gloss = "价格，不固定"
    assert judged("[[净值]]", "{match}（{gloss}）", safety=Safety.SAFE, gloss=gloss) == ()


def test_promises_do_not_come_and_go_only_when_objected_to() -> None:
    assert judged("[[保证]]到账", "争取") == ()
    assert judged("[[马上]]还，我们保证退", "麻烦您还", target="马上还，我们保证退") == (
        "commitment",
    )
    assert judged("[[马上]]处理", "一定") == ("commitment",)
    assert judged("[[保证]]处理", "一定") == ()
    assert (
        judged("[[马上]]还，我们保证退", "{x}", target="马上还，我们保证退", x="我们保证退") == ()
    )


def test_a_mask_may_change_its_own_value_only() -> None:
    assert judged("卡[[6222021234567890]]共100元", "尾号7890", mask=True) == ()
    whole = "卡6222021234567890共100元"
    text = "卡[[6222021234567890]]共100元"
    assert judged(text, "卡****7890共100元", target=whole, mask=True) == ()
    assert judged(text, "卡****7890", target=whole, mask=True) == ("amount",)
    assert judged(text, "尾号7890") == ("number",)


def test_only_the_surroundings_of_an_edit_are_read() -> None:
    far = "好" * 500
    assert judged(f"不{far}[[快]]{far}不，来", "慢") == ()
    copied = Chunk("账户", Origin.COPIED, 0)
    text = f"账户{far}快"
    assert damage(Change(text, (502, 503), (502, 503), (Chunk("不"), copied), Safety.REVIEW)) == ()


WORDS = [
    "3天",
    "100元",
    "不",
    "没",
    "保证",
    "您",
    "处理",
    "，",
    "。",
    "王先生",
    "明天",
    "{a}",
    " ",
    "（",
    "）",
    "not",
]
texts = st.lists(st.sampled_from(WORDS), max_size=8).map("".join)


@given(texts, st.data())
def test_an_edit_is_never_sound_when_the_whole_text_loses_a_fact(
    text: str, data: st.DataObject
) -> None:
    spots = st.integers(0, len(text))
    start, end = sorted((data.draw(spots), data.draw(spots)))
    edit = Edit(start, end, data.draw(texts))
    gone = facts(text) - facts(write(text, [edit]))
    assert set(lost(text, [edit])) == {kind for kind, _ in gone} - SOFT


@given(texts, st.data())
def test_a_change_by_words_of_the_pack_is_judged_as_a_whole(text: str, data: st.DataObject) -> None:
    spots = st.integers(0, len(text))
    start, end = sorted((data.draw(spots), data.draw(spots)))
    words = data.draw(texts)
    change = Change(text, (start, end), (start, end), (Chunk(words),), Safety.REVIEW)
    after = write(text, [Edit(start, end, words)])
    assert set(changed(text, after, SOFT)) == set(damage(change)) - SOFT
