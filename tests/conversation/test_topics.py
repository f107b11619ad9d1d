"""Every topic is found where it should be, and ordinary conversations are left alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from .made import START, topics

CLEAN = [
    (
        "phone",
        "a 您好，很高兴为您服务，请问有什么可以帮您？",
        "c 我的卡丢了",
        "a 您别着急。跟您确认一下，您是要挂失这张储蓄卡，对吗？",
        "c 对",
        "a 已为您挂失，补卡请带身份证到网点办理。您看这样清楚了吗？",
        "c 清楚了，谢谢",
        "a 感谢您的来电，祝您生活愉快，再见。",
    ),
    (
        "chat",
        "c Hello, I was charged twice and I'm worried",
        "a Hello! I'm sorry, I understand your concern. Which purchase was it?",
        "c The bookshop",
        "a So the bookshop appears twice, is that right? I will call you by 5 pm tomorrow.",
        "c Great, thanks",
        "a You're welcome, have a great day!",
    ),
    (
        "chat",
        "c 昨天刷卡被多扣一筆，我很著急",
        "a 您好，很抱歉讓您擔心了。請問是哪一筆消費呢？",
        "c 超商 350 元扣了兩次",
        "a 您說的是超商 350 元被重複扣款，對嗎？三個工作天內會退回，由我打電話告訴您。",
        "c 好，謝謝",
        "a 謝謝您的耐心，祝您順心。",
    ),
    ("social", "c 你们app今天老闪退", "a 您好，很抱歉！方便私信告诉我们机型吗？"),
    (
        "chat",
        "b 您好，我是智能客服",
        "c 转人工",
        "a 请问您遇到什么问题？",
        "c 没事了",
        "s 客户已离开",
    ),
    ("sms", "a 您好，您的申请已经通过，请到网点签约。感谢您的支持。"),
]


@pytest.mark.parametrize("told", CLEAN, ids=lambda told: told[1][:16])
def test_nothing_is_found_in_a_good_conversation(told: tuple[str, ...]) -> None:
    channel, *turns = told
    assert topics(*turns, channel=channel) == set()


def test_an_export_that_begins_in_the_middle_greets_nobody() -> None:
    assert "no_greeting" not in topics(
        "a 那笔款项已经核实，系统显示昨天十五点原路退回到您的储蓄卡", "c 好的", channel="chat"
    )
    assert "no_greeting" not in topics("c 好的", "a 我继续为您查", channel="chat")


def test_a_conversation_without_times_is_never_late() -> None:
    turns = ("c 我要投诉收费", "a 您好，非常抱歉，请问是哪一笔？")
    assert not topics(*turns, queue="complaint") & {"late_response", "late_resolution"}


@pytest.mark.parametrize(("hours", "late"), [(20, False), (30, True)])
def test_a_complaint_is_answered_within_a_day(hours: int, late: bool) -> None:
    found = topics("c +0s 我要投诉收费", f"a +{hours}h 您好，非常抱歉。", queue="complaint")
    assert ("late_response" in found) == late


def test_nobody_waits_for_an_answer_to_thanks_or_in_the_night() -> None:
    assert "late_response" not in topics("c +0s 谢谢", "a +3h 不客气", channel="chat")
    night = START.replace(hour=23)
    turns = ("c +0s 收费怎么算", "a +9h 您好，按笔收取。")
    assert "late_response" not in topics(*turns, start=night, channel="chat")


def test_a_bot_answers_nobody_while_people_answer() -> None:
    asked = ("c +0s 卡被锁了怎么办", "b +1s 正在转人工", "a +50m 您好，请问是哪张卡？")
    assert "late_response" in topics(*asked, channel="chat")
    alone = ("c +0s 卡被锁了怎么办", "b +1s 您好，请在设置里解锁")
    assert "late_response" not in topics(*alone, channel="chat")


def test_a_complaint_is_closed_within_three_days() -> None:
    opened = ("c +0s 我要投诉重复扣款", "a +2h 非常抱歉，我们核实。")
    assert "late_resolution" in topics(*opened, "a +90h 您好，已退回。", queue="complaint")
    assert "late_resolution" not in topics(*opened, "a +50h 您好，已退回。", queue="complaint")


def test_the_clock_stands_still_while_the_customer_is_waited_for() -> None:
    turns = (
        "c +0s 我要投诉重复扣款",
        "a +2h 非常抱歉，请您提供扣款截图。",
        "c +80h 截图发了",
        "a +82h 您好，已退回。",
    )
    assert "late_resolution" not in topics(*turns, queue="complaint")


def test_news_with_a_new_date_is_an_interim_answer() -> None:
    turns = (
        "c +0s 我要投诉重复扣款",
        "a +2h 非常抱歉，我们核实。",
        "a +60h 您好，还在核实，最迟明天给您结果。",
        "a +80h 您好，已退回。",
    )
    assert "late_resolution" not in topics(*turns, queue="complaint")


def test_a_reopened_complaint_begins_anew() -> None:
    turns = (
        "c +0s 我要投诉重复扣款",
        "a +2h 非常抱歉，已退回。",
        "c +200h 又扣了一次",
        "a +201h 非常抱歉，已退回。",
    )
    assert "late_resolution" not in topics(*turns, queue="complaint")


def test_calming_comes_before_solving() -> None:
    upset = "c 气死我了，转账又失败，你们怎么做事的！"
    assert topics(upset, "a 您重新登录再试一次。") == {"no_empathy", "solution_before_calming"}
    late = topics(upset, "a 您重新登录再试一次。", "c 不行", "a 非常抱歉，请问提示什么？")
    assert late == {"solution_before_calming"}
    assert topics(upset, "a 非常抱歉，我理解您的着急。请您重新登录再试一次。") == set()


def test_a_denied_anger_is_none() -> None:
    assert topics("c 我并不生气，就问问年费", "a 每年一百元") == set()


def test_jargon_waits_until_the_customer_is_calm() -> None:
    jargon = "a 非常抱歉，这款净值型理财产品出现了回撤。"
    assert "jargon_in_conflict" in topics("c 太过分了，我的钱怎么少了！", jargon)
    assert "jargon_in_conflict" not in topics("c 我的钱怎么少了", jargon)


def test_a_transfer_says_to_whom_and_hands_the_story_over() -> None:
    asked = "c 我的卡被冻结了，解不开"
    cold = (asked, "a/A1 给您转一下吧", "s 已转接", "a/A2 您好，请问有什么可以帮您？")
    assert "cold_transfer" in topics(*cold, channel="chat")
    warm = (
        asked,
        "a/A1 冻结由风控组的同事负责，我为您转接，大约一分钟，您的情况我已备注。",
        "s 已转接",
        "a/A2 您好，我看到您反映卡被冻结，我来处理。",
    )
    assert "cold_transfer" not in topics(*warm, channel="chat")
    assert "cold_transfer" not in topics("c 转错钱了", "a 我帮您转账撤回核实一下")


def test_a_broken_promise_is_told_from_a_kept_one() -> None:
    promise = ("c +0s 退款呢", "a +1m 您好，我们两小时内给您回电。")
    assert "no_followup" in topics(*promise, "c +26h 没人打来")
    kept = (*promise, "a +90m 您好，退款已经提交。", "c +26h 收到了")
    assert "no_followup" not in topics(*kept)
    assert "no_followup" not in topics(*promise, "c +5m 好的")


def test_a_canned_reply_is_found_though_its_figures_change() -> None:
    once = "a 您的请求已收到，预计{}个工作日处理，请以短信通知为准。"
    turns = ("c 退款呢", once.format(3), "c 我问的是为什么扣款", once.format(5))
    assert "repeated_canned" in topics(*turns)
    assert "repeated_canned" not in topics("c 一", "a 好的，收到。", "c 二", "a 好的，收到。")


def test_a_burst_is_not_interrupted() -> None:
    burst = ("c +0s 我上周在你们网点办了张卡，", "a +3s 办卡需要身份证。", "c +9s 今天扣了年费")
    assert "interrupted" in topics(*burst, channel="chat")
    patient = ("c +0s 我上周在你们网点办了张卡，", "c +9s 今天扣了年费", "a +40s 您好，我来查。")
    assert "interrupted" not in topics(*patient, channel="chat")


COLLECTED = ("a +0s 您好，账单逾期了，请留意还款。",)


def test_collection_has_hours_only_in_its_profile() -> None:
    late = START.replace(hour=23)
    assert "contact" in topics(*COLLECTED, start=late, profiles=("collection",))
    assert "contact" not in topics(*COLLECTED, start=late)
    assert "contact" not in topics(*COLLECTED, profiles=("collection",))
    asked = ("c +0s 能延期吗", "a +5m 您好，可以申请。")
    assert "contact" not in topics(*asked, start=late, profiles=("collection",))


def test_collection_has_a_frequency() -> None:
    turns = [f"a +{2 * n}h 您好，请留意还款。" for n in range(4)]
    assert "contact" in topics(*turns, profiles=("collection",))
    apart = [f"a +{25 * n}h 您好，请留意还款。" for n in range(4)]
    assert "contact" not in topics(*apart, profiles=("collection",), start=START + timedelta(0))


@pytest.mark.parametrize(
    ("told", "question"),
    [
        ("c 我的網銀轉帳老是失敗", "a 您好，是不是限額太低？"),
        ("c 手机银行闪退三次了", "a 您好，您更新过系统吗？"),
        (
            "c The standing order to my landlord bounced",
            "a Hello, was there enough in the account?",
        ),
    ],
)
def test_the_first_question_leaves_room_for_an_answer(told: str, question: str) -> None:
    assert "closed_question" in topics(told, question, channel="chat")
    open_first = (told, "a 您好，页面上提示什么？", "c 超限", question)
    assert "closed_question" not in topics(*open_first, channel="chat")


def test_a_question_that_restates_or_asks_leave_is_not_closed() -> None:
    for question in ("a 您好，您是说转账失败，对吗？", "a 您好，现在方便说几句吗？"):
        assert "closed_question" not in topics("c 转账老是失败", question, channel="chat")


def test_facts_the_customer_told_are_named() -> None:
    told = "c 上周三我在柜台存了五千现金，柜员说两点前入账，到今天余额还是没变。"
    after = ("c 那怎么办", "a 运营组明天下午三点前给您回电，可以吗？", "c 可以", "a 谢谢您，再见。")
    assert "no_restate" in topics(told, "a 您好，感谢联系。", *after, channel="chat")
    named = "a 您好，上周三存的五千元还没入账，我来查。"
    assert "no_restate" not in topics(told, named, *after, channel="chat")


def test_who_confirms_a_date_does_not_wait_for_an_answer() -> None:
    turns = (
        "c +0s 我要投诉重复扣款",
        "a +2h 您好，非常抱歉，3月9日17点前给您结果。",
        "c +3h 好，等你们消息",
        "a +150h 您好，已退回。",
    )
    assert "late_response" not in topics(*turns, queue="complaint")


def test_a_promise_a_few_minutes_over_is_kept() -> None:
    asked = ("c +0s 我要投诉重复扣款", "a +1h 非常抱歉，明天17点前我给您回电。")
    assert "no_followup" not in topics(*asked, "a +32h 您好，已退回。", queue="complaint")
    assert "no_followup" in topics(*asked, "c +40h 没人打来", "a +41h 您好。", queue="complaint")


def test_what_an_upset_customer_does_not_understand_is_jargon_to_him() -> None:
    reply = "a 非常抱歉，这一笔按轧差口径入了暂收科目。"
    assert "jargon_in_conflict" in topics("c 太过分了，我的钱呢！", reply, "c 听不懂")
    assert "jargon_in_conflict" not in topics("c 我的钱在哪", reply, "c 听不懂")
