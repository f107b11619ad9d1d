"""A proposal mends what it can, breaks nothing, and proposing again changes nothing."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from replylint.engine import propose as room
from replylint.engine.propose import Lint, propose
from replylint.model import (
    Confidence,
    Edit,
    Finding,
    Fix,
    Incomplete,
    Message,
    Result,
    Rewrite,
    Safety,
    Severity,
)
from replylint.rewrite.facts import facts
from replylint.rewrite.gate import SOFT

from .toy import CARD, PROTECTED, counting, lint


def proposed(text: str, safety: Safety = Safety.REVIEW) -> Rewrite:
    return propose(Message(text), lint, safety)


def rules(result: Rewrite) -> list[str]:
    return [finding.rule for finding in result.remaining]


def test_several_faults_compose_into_one_reply() -> None:
    result = proposed("你的卡马上解冻，请立即把资料传来")
    assert result.text == "您好，麻烦您解冻，麻烦您把资料传来。谢谢"
    assert set(result.applied) == {"courtesy.greeting", "command.urgent", "courtesy.closing"}
    assert result.remaining == ()


def test_rules_are_named_once_in_the_order_they_were_applied() -> None:
    result = proposed("您好，你的净值，你的卡，谢谢")
    assert result.text == "您好，您的净值（每份的价格），您的卡，谢谢"
    assert result.applied == ("jargon.nav", "courtesy.you")


def test_safe_takes_only_safe_fixes_and_show_is_never_taken() -> None:
    text = "您好，你尽快，己，谢谢"
    assert proposed(text, Safety.SAFE).text == "您好，您尽快，己，谢谢"
    assert proposed(text, Safety.REVIEW).text == "您好，您在{时间}前，己，谢谢"
    assert proposed(text, Safety.SHOW).text == "您好，您在{时间}前，己，谢谢"
    assert rules(proposed(text)) == ["idea.only"]


def test_values_are_masked_before_anything_copies_them() -> None:
    calls: list[str] = []
    result = propose(
        Message("您好，立即核对6222021234567890，谢谢"), counting(calls), Safety.REVIEW
    )
    assert result.text == "您好，麻烦您核对****7890，谢谢"
    assert result.applied == ("privacy.card", "command.urgent")
    assert "6222021234567890" not in "".join(calls[1:])


@pytest.mark.parametrize(
    "text", ["您好，甲，谢谢", "您好，乙，谢谢", "您好，丙，谢谢", "您好，丁5，谢谢"]
)
def test_ill_behaved_fixes_are_refused_and_the_finding_remains(text: str) -> None:
    result = proposed(text)
    assert result.text == text
    assert result.applied == ()
    assert len(result.remaining) == 1


def test_a_second_fix_is_tried_when_the_first_brings_something_new() -> None:
    assert proposed("您好，戊，谢谢").text == "您好，戊，谢谢"
    assert proposed("您好，戊、己，谢谢").text == "您好，戊、己，谢谢"
    first, second = (
        Fix("", Safety.SAFE, (Edit(0, 1, "坏"),)),
        Fix("", Safety.SAFE, (Edit(0, 1, "好"),)),
    )
    assert propose(Message("差"), fixed({"差": (first, second), "坏": ()})).text == "好"


def fixed(fixes: dict[str, tuple[Fix, ...]], incomplete: str = "") -> Lint:
    """A linter that finds each of these words, with these fixes."""

    def found(message: Message) -> Result:
        findings = [
            Finding("toy." + word, "toy", Severity.INFO, Confidence.LOW, at, at + 1, "", False, fix)
            for at, word in enumerate(message.text)
            if (fix := fixes.get(word)) is not None
        ]
        unchecked = (Incomplete("slow"),) if incomplete and incomplete in message.text else ()
        return Result(message, tuple(findings), unchecked)

    return found


def test_one_bad_fix_does_not_hold_back_the_good_ones() -> None:
    text = "您好，甲，你的，乙，尽快，丁7，你们，谢谢"
    result = proposed(text)
    assert result.text == "您好，甲，您的，乙，在{时间}前，丁7，您们，谢谢"
    assert rules(result) == ["evil.there", "evil.back", "evil.number"]


TWICE = "请您上传账单照片"


def reworded(*words: str) -> Lint:
    """A linter that has each of these clauses say TWICE."""

    def found(message: Message) -> Result:
        return Result(
            message,
            tuple(
                Finding(
                    f"toy.{word}", "toy", Severity.INFO, Confidence.LOW, at, end, "", False, fix
                )
                for word in words
                if (at := message.text.find(word)) >= 0
                for end in (at + len(word),)
                for fix in [(Fix("", Safety.SAFE, (Edit(at, end, TWICE),)),)]
            ),
            (),
        )

    return found


def test_what_would_be_said_twice_is_said_once() -> None:
    text = "您好，快发图，账单呢，谢谢"
    result = propose(Message(text), reworded("快发图", "账单呢"))
    assert result.text == f"您好，{TWICE}，谢谢"
    assert set(result.applied) == {"toy.快发图", "toy.账单呢"}
    stands = propose(Message(f"{TWICE}，快发图。"), reworded("快发图"))
    assert stands.text == f"{TWICE}。"


def test_a_clause_goes_only_where_its_words_stand() -> None:
    """The first one stays as it is (a fact would be lost), so the second may not leave."""
    result = propose(Message("您好，快发3张图，账单呢，谢谢"), reworded("快发3张图", "账单呢"))
    assert result.text == f"您好，快发3张图，{TWICE}，谢谢"


def test_a_hole_in_what_would_be_said_twice_stays() -> None:
    text = "您好，快发图，账单{编号}呢，谢谢"
    result = propose(Message(text), reworded("快发图", "账单{编号}呢"))
    assert "{编号}" in result.text


def test_a_fix_that_takes_a_fact_out_is_refused_without_linting() -> None:
    calls: list[str] = []
    find = fixed({"差": (Fix("", Safety.SAFE, (Edit(0, 3, "好"),)),)})

    def counted(message: Message) -> Result:
        calls.append(message.text)
        return find(message)

    assert propose(Message("差3天"), counted).text == "差3天"
    assert calls == ["差3天"]


def test_a_fix_that_cannot_be_checked_is_refused() -> None:
    fix = (Fix("", Safety.SAFE, (Edit(0, 1, "好"),)),)
    assert propose(Message("差"), fixed({"差": fix}, incomplete="好")).text == "差"
    result = propose(Message("差。慢"), fixed({"差": fix}, incomplete="慢"))
    assert result.text == "好。慢"
    assert result.incomplete == (Incomplete("slow"),)


def test_a_fix_without_edits_is_no_fix() -> None:
    assert propose(Message("差"), fixed({"差": (Fix("", Safety.SAFE, ()),)})).text == "差"


def test_the_message_keeps_everything_but_its_text() -> None:
    seen: list[Message] = []

    def watching(message: Message) -> Result:
        seen.append(message)
        return lint(message)

    message = Message("你好", id="m", channel="chat", meta={"a": 1})
    propose(message, watching)
    assert all(replace(one, text="") == replace(message, text="") for one in seen)


def test_fixes_in_one_clause_take_turns_unless_one_rule_made_them() -> None:
    calls: list[str] = []
    propose(Message("您好，你和你的你，谢谢"), counting(calls))
    assert calls[1:] == ["您好，您和您的您，谢谢"]
    calls.clear()
    assert (
        propose(Message("您好，你你尽快，谢谢"), counting(calls)).text
        == "您好，您您在{时间}前，谢谢"
    )


def test_fixes_of_two_rules_in_one_clause_are_planned_one_after_the_other() -> None:
    calls: list[str] = []
    better = {
        word: (Fix("", Safety.SAFE, (Edit(at, at + 1, "好"),)),)
        for word, at in (("差", 0), ("坏", 2))
    }

    def counted(message: Message) -> Result:
        calls.append(message.text)
        return fixed(better)(message)

    propose(Message("差的坏"), counted)
    assert calls == ["差的坏", "好的坏", "好的好"]


def test_a_huge_message_is_given_up_rather_than_linted_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "您好，" + "甲，你，" * 50 + "谢谢"
    monkeypatch.setattr(room, "_PATIENCE", 0)
    calls: list[str] = []
    result = propose(Message(text), counting(calls))
    assert propose(Message(result.text), lint).text == result.text
    assert len(calls) < 200


PIECES = (
    *(
        "你",
        "立即",
        "马上",
        "赶紧",
        "我也没办法",
        "尽快",
        "您好",
        "谢谢",
        "净值",
        "请",
        "不",
        "请勿",
    ),
    *("甲", "乙", "丙", "丁3", "丁", "戊", "己", "处理", "资料", "您", "转账", "保证", "一"),
    *("，", "。", "！", "？", ",", " ", "\n", "、", "（", "）", "“", "”", "："),
    *(
        "{姓名}",
        "https://a.example.com/x",
        "6222021234567890",
        "100元",
        "3月5日",
        "三个工作日",
        "15:30",
    ),
    *(
        "王先生",
        "明天",
        "App",
        "You must",
        "send it",
        "now",
        ".",
        "not",
        "👍🏽",
        "👨\u200d👩",
        "e\u0301",
        "\u200b",
    ),
)
texts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(max_examples=150, deadline=None)
@given(texts, st.sampled_from([Safety.SAFE, Safety.REVIEW]))
@example("立即立即，。立即", Safety.REVIEW)
@example("你{姓名}立即{姓名}", Safety.REVIEW)
def test_what_a_rewrite_promises(text: str, safety: Safety) -> None:
    before = lint(Message(text))
    result = propose(Message(text), lint, safety)
    after = lint(Message(result.text))
    assert result.remaining == after.findings
    had, has = (Counter(f.rule for f in state.findings) for state in (before, after))
    assert has <= had
    assert propose(Message(result.text), lint, safety) == replace(result, applied=())
    assert len(set(result.applied)) == len(result.applied)
    if safety is Safety.SAFE:
        assert "{时间}" not in result.text
    kept = facts(unmasked(text))
    now = facts(unmasked(result.text))
    assert {f: n for f, n in kept.items() if f[0] not in SOFT and now[f] < n} == {}
    assert holes(text) == holes(result.text.replace("{时间}", ""))


def unmasked(text: str) -> str:
    """The text with one sign for a card number, masked or not."""
    return re.sub(CARD, "\ufffc", text).replace("****7890", "\ufffc")


def holes(text: str) -> list[str]:
    return PROTECTED.findall(text)
