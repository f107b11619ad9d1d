"""Frames of Chinese clauses: who acts, in what mood, how pressed, how sure, and what is denied."""

from __future__ import annotations

import pytest

from replylint.engine.frames import Frame
from tests.engine.shared_pack import frame, frames, scene

ORDERS = [
    "请立即处理",
    "請馬上回電",
    "赶紧把授权书签了传回来",
    "你给我把App卸了重装",
    "您今天必须把资料补齐",
    "限您今天五点前交上来",
    "这个月的你必须先还上",
    "别磨叽",
    "十点以前给我汇进来",
    "快点",
    "十分钟内俾我搞掂",
    "即刻補足差額，不得延誤",
    "唔好再拖",
    "閣下必須即時交回",
    "不许挂电话",
    "现在就去柜台",
    "我下午要看到入账",
    "五个工作日内交齐",
]


@pytest.mark.parametrize("text", ORDERS)
def test_customers_are_ordered_about_under_pressure(text: str) -> None:
    found = frames(text)[0][1]
    assert found.mood == "order"
    assert found.actor in ("customer", "nobody")
    assert found.pressure
    assert (found.softened, found.reported, found.hypothetical) == (False, False, False)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("我们会立即处理", "agent"),
        ("我马上请外汇科的同事看这笔", "agent"),
        ("立刻为您止付了", "agent"),
        ("系统会立即处理", "agent"),
        ("马上处理", "agent"),
        ("您担心的事我们马上核实", "agent"),
        ("有人冒充客服要您转账", "third"),
        ("您已还清", "customer"),
        ("款项已退回", "nobody"),
        ("转账手续费我们承担", "agent"),
        ("让我来查", "agent"),
        ("您的款项由法院处理", "third"),
        ("您使用家人的卡", "customer"),
    ],
)
def test_what_is_told_is_no_order(text: str, actor: str) -> None:
    found = frame(text)
    assert (found.actor, found.mood) == (actor, "statement")


@pytest.mark.parametrize(
    "text",
    [
        "口头挂失即刻生效",
        "临柜当场可以拿",
        "每日不得超过十万元",
        "受理须在两年内提出",
        "优惠自即日起生效",
        "不用赶紧决定",
        "您刷得不多",
        "停车票给我",
        "【立即登录】",
        "您的预约马上就到时间了",
        "您得过这种病",
    ],
)
def test_facts_and_buttons_press_nobody(text: str) -> None:
    found = frame(text)
    assert found.mood == "statement"


@pytest.mark.parametrize(
    ("text", "softened"),
    [
        ("请于本周五前回复", False),
        ("麻烦您在周五前补充这份资料", True),
        ("您能马上来一趟吗？", True),
        ("能否请您再发一次截图？", True),
        ("请您确认是否同意操作", False),
        ("唔該填寫表格", False),
        ("请勿透露验证码", False),
    ],
)
def test_requests(text: str, softened: bool) -> None:
    found = frame(text)
    assert (found.mood, found.softened) == ("request", softened)


def test_please_does_not_soften_haste() -> None:
    assert frame("请立即处理").mood == "order"
    assert frame("请处理").mood == "request"


def test_a_softener_reaches_into_the_next_clause() -> None:
    condition, request = (found for _, found in frames("若您方便，请于本周五前回复"))
    assert condition.mood == "condition"
    assert request.softened


@pytest.mark.parametrize(
    ("text", "moods"),
    [
        ("如果您不还，就起诉", ["condition", "consequence"]),
        ("除非您今天还清，否则我们会上门", ["condition", "consequence"]),
        ("如卡片遗失，请马上致电", ["condition", "order"]),
        ("再不还就让您单位知道", ["consequence"]),
        ("不签的话后果自负", ["consequence"]),
        ("需要发票的话，您跟我说", ["condition", "consequence"]),
    ],
)
def test_conditions_and_what_follows_them(text: str, moods: list[str]) -> None:
    found = [each for _, each in frames(text)]
    assert [each.mood for each in found] == moods
    assert all(each.hypothetical for each in found)


def test_a_condition_reaches_one_clause_and_then_only_a_then() -> None:
    text = "如果您不还，也不联系，就起诉，今天天气不错"
    assert [found.hypothetical for _, found in frames(text)] == [True, True, True, False]
    assert not frame("如果您不还，但我们可以延期").hypothetical


def test_a_condition_ends_with_its_sentence() -> None:
    assert not frame("如果您不还，我们再联系。现在请还款。").hypothetical


@pytest.mark.parametrize("text", ["难道您不识字吗", "还用问？", "您不会自己看吗", "谁让你不看协议"])
def test_rhetorical_questions_deny_nothing(text: str) -> None:
    found = frame(text)
    assert found.mood == "rhetorical"
    assert found.negations == ()


@pytest.mark.parametrize(
    "text", ["您是不是转账失败了？", "是哪个账户？", "请问您在哪个页面看到的？"]
)
def test_questions(text: str) -> None:
    assert frame(text).mood == "question"


@pytest.mark.parametrize(
    ("text", "word", "denied"),
    [
        ("不保证本金", "保证", True),
        ("没有人能保证收益", "保证", True),
        ("切勿透露验证码", "透露", True),
        ("不必今天决定", "决定", True),
        ("保证本金不受影响", "保证", False),
        ("不是不能退", "退", False),
        ("不得不提醒您", "提醒", False),
        ("没有办法退款但现在可以转账", "办法", True),
        ("没有办法退款但现在可以转账", "转账", False),
        ("不仅保本", "保本", False),
        ("非常稳妥", "稳妥", False),
        ("要不要保本", "保本", False),
        ("不还钱就上门", "上门", False),
        ("不还钱就上门", "还钱", True),
        ("不因投诉就降额", "降额", True),
        ("不会因为投诉就降额", "降额", True),
    ],
)
def test_negation_reaches_to_the_end_or_the_turn(text: str, word: str, denied: bool) -> None:
    assert frame(text).negated(text.index(word)) is denied


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("贷款肯定批", "high"),
        ("我们不保证收益", "none"),
        ("不一定能批", "low"),
        ("这笔大概明天到", "low"),
        ("这笔明天到", "none"),
    ],
)
def test_certainty(text: str, certainty: str) -> None:
    assert frame(text).certainty == certainty


@pytest.mark.parametrize(
    "text",
    ["您刚才说客服让你今天必须还", "有人要您转账", "骗子说不转就抓人", "他说：“今天必须还”"],
)
def test_other_peoples_words_are_reported(text: str) -> None:
    assert frame(text).reported


@pytest.mark.parametrize("text", ["我说过您必须今天还", "不要告诉任何人您的密码", "您必须今天还"])
def test_the_agents_own_words_are_not(text: str) -> None:
    assert not frame(text).reported


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("我查一下，马上回复您", "agent"),
        ("我要交班，赶紧发过来", "nobody"),
        ("您资料不全，马上补交", "customer"),
        ("本部命令您当面说明", "customer"),
        ("他来之前不准走", "nobody"),
    ],
)
def test_the_subject_carries_over_unless_it_cannot(text: str, actor: str) -> None:
    assert frame(text).actor == actor


@pytest.mark.parametrize(
    ("text", "verb", "thing", "rest"),
    [
        ("您今天必须把资料补齐", "补齐", "资料", "把资料补齐"),
        ("请立即处理", "处理", None, "处理"),
        ("麻烦您补充这份资料", "补充", "这份资料", "补充这份资料"),
        ("赶紧签字啊", "签字", None, "签字"),
        ("您好", None, None, "您好"),
    ],
)
def test_what_a_rewrite_copies(text: str, verb: str | None, thing: str | None, rest: str) -> None:
    found = frame(text)
    assert _words(text, found) == (verb, thing, rest)


def _words(text: str, found: Frame) -> tuple[str | None, ...]:
    folded = scene(text).text
    spans = (found.verb, found.object, found.rest)
    return tuple(None if span is None else folded[slice(*span)] for span in spans)


@pytest.mark.parametrize(
    ("text", "pressure"),
    [
        ("马上回电", ("time",)),
        ("必须马上回电", ("time", "obligation")),
        ("必须今晚十二点前传回，没有商量", ("obligation", "limit")),
        ("没有商量", ("exclusive",)),
        ("不用马上回电", ()),
    ],
)
def test_kinds_of_pressure_in_order(text: str, pressure: tuple[str, ...]) -> None:
    assert frames(text)[0][1].pressure == pressure


def test_speed_hurries_only_by_itself() -> None:
    assert frame("下单速度很好").pressure == ()
    assert frame("速度").pressure == ("time",)


@pytest.mark.parametrize("text", ORDERS)
def test_both_scripts_read_the_same(text: str) -> None:
    from replylint.text.fold import to_hant

    assert [found for _, found in frames(text)] == [found for _, found in frames(to_hant(text))]
