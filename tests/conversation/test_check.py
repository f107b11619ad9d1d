"""What a program gets from check_conversation, whatever the conversation looks like."""

from __future__ import annotations

import pickle
from dataclasses import replace
from typing import Any

import pytest

from replylint import Linter
from replylint.model import Conversation, Message, Recipient, Role

from .made import checked, linter, said

ID = "440199190103050078"  # made up


def test_messages_are_linted_where_they_stand() -> None:
    result = checked("c 你好", "a 您好，请立即还款！", channel="chat")
    assert [(each.turn, each.finding.topic) for each in result.findings if each.turn == 1] == [
        (1, "command")
    ]
    assert result.conversation.channel == "chat"


def test_what_the_customer_says_is_nobodys_fault() -> None:
    assert not checked("c 立即给我处理！你这个骗子").findings


def test_findings_are_sorted_by_turn_and_place() -> None:
    found = checked("c 你们太过分了！", "a 立即还款，马上！", "c 气死我了！", "a 立即还款").findings
    places = [(each.turn, each.finding.start) for each in found]
    assert places == sorted(places)
    assert [turn for turn, _ in places] == [1, 1, 3]


def test_an_empty_conversation_has_nothing() -> None:
    result = linter().check_conversation(Conversation("c", ()))
    assert (result.findings, result.moods, result.incomplete) == ((), (), ())


def test_moods_have_an_entry_a_message() -> None:
    assert checked("c 谢谢", "a 不客气", "b 请评价", "s 已结束").moods == (1, None, None, None)


def test_one_bad_message_does_not_hide_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    import replylint.api.linter as api
    from replylint.engine import lint as module

    real = module.lint

    def breaking(message: Message, *rest: Any) -> Any:
        if "bad" in message.text:
            raise RuntimeError(message.text)
        return real(message, *rest)

    monkeypatch.setattr(module, "lint", breaking)
    assert api.Linter is Linter
    result = linter().check_conversation(said("c 你好", "a bad secret", "a 请立即还款"))
    assert [each.reason for each in result.incomplete] == [
        "a message could not be checked: RuntimeError"
    ]
    assert any(each.turn == 2 for each in result.findings)


def test_a_message_too_long_is_incomplete() -> None:
    result = Linter(max_chars=20).check_conversation(said("c 你好", "a " + "您好" * 30))
    assert len(result.incomplete) == 1


def test_surrogates_control_characters_and_blanks_are_taken() -> None:
    odd = (Message("\ud83d好\x00"), Message("", role=Role.CUSTOMER), Message("\n\n"))
    assert not linter().check_conversation(Conversation("c", odd)).incomplete


def test_the_first_message_is_known_to_open_and_later_ones_are_not() -> None:
    found = checked("c 你好", "a 请讲", "c 改密码", "a 请在设置里改", channel="chat").findings
    assert [each.turn for each in found if each.finding.rule == "courtesy.no-greeting-first"] == [1]


def test_the_channel_of_a_message_stands_for_a_conversation_without_one() -> None:
    told = said("c 我的卡丢了", "a 卡号多少")
    told = told._replace(messages=tuple(replace(each, channel="chat") for each in told.messages))
    assert linter().check_conversation(told).conversation.channel == "chat"


def _privacy(told: Conversation) -> set[str]:
    found = linter().check_conversation(told).findings
    return {each.finding.severity.value for each in found if each.finding.topic == "privacy"}


TOLD = "a 您好，您尾号为3345的卡余额是 8,200.50 元"


@pytest.mark.parametrize(
    "told",
    [
        said("c 查余额", TOLD, meta={"verified": "true"}),
        said("c 查余额", "s 身份核实通过", TOLD),
        said("c 查余额", "a 请报身份信息", "c 报好了", "a 您好，信息核对无误。", TOLD),
        said("c balance please", "a Thank you for verifying your identity.", TOLD),
    ],
)
def test_a_verified_customer_is_the_owner(told: Conversation) -> None:
    assert "error" not in _privacy(told)


@pytest.mark.parametrize(
    "told",
    [
        said("c 查余额", TOLD),
        said("c 查余额", TOLD, meta={"verified": "no"}),
        said("c 查余额", "s 身份核实未通过", TOLD),
        said("c 查余额", "a 需要先核实您的身份，核实无误后才能查询", TOLD),
        said("c 查余额", "c 身份已核实", TOLD),
    ],
)
def test_an_unverified_one_is_not(told: Conversation) -> None:
    assert _privacy(told) >= _privacy(said("c 查余额", TOLD))


def test_what_the_message_says_of_its_recipient_counts_first() -> None:
    told = said("c 查余额", "s 身份核实通过", TOLD)
    third = replace(told.messages[2], recipient=Recipient.THIRD_PARTY)
    told = told._replace(messages=(*told.messages[:2], third))
    found = linter().check_conversation(told).findings
    assert any(each.finding.topic in ("privacy", "disclosure") for each in found)


def test_identifiers_of_several_turns_are_put_together() -> None:
    result = checked("c 核对", "a 您好，户名：李小明。", "c 还有呢", f"a 身份证号{ID}。")
    found = {each.finding.rule: each for each in result.findings}
    both = found["privacy.combined-over-turns"]
    assert both.turn == 3
    assert both.finding.sensitive
    assert ID not in repr(result.findings)


def test_rules_over_turns_can_be_chosen_like_others() -> None:
    told = said("c 我的卡丢了", "a 卡号多少", channel="chat")
    quiet = Linter(ignore=["no_greeting.*"]).check_conversation(told)
    assert not any(each.finding.topic == "no_greeting" for each in quiet.findings)
    loud = Linter(severity={"no_greeting.first-turn": "error"}).check_conversation(told)
    levels = {each.finding.rule: each.finding.severity.value for each in loud.findings}
    assert levels["no_greeting.first-turn"] == "error"


def test_a_linter_is_pickled_with_its_book() -> None:
    told = said("c 我的卡丢了", "a 卡号多少", channel="chat")
    before = linter().check_conversation(told)
    assert pickle.loads(pickle.dumps(linter())).check_conversation(told) == before


def test_a_fix_is_in_the_script_of_its_message() -> None:
    for turn, words in (("a 請問卡號多少", "您好，"), ("a Card number?", "Hello, ")):
        result = checked("c 我的卡丟了", turn, channel="chat")
        (found,) = (each for each in result.findings if each.finding.topic == "no_greeting")
        (edit,) = found.finding.fixes[0].edits
        assert (edit.start, edit.end, edit.text) == (0, 0, words)


def test_long_conversations_take_linear_time() -> None:
    """Not timed: it would not end within the test run if it were quadratic."""
    turns = ["c 我的卡刷不了，怎么办", "a 您好，请您重新登录再试一次。"] * 3000
    result = checked(*turns, channel="chat")
    assert len(result.moods) == 6000
