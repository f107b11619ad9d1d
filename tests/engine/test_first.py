"""The table that says before the engine is imported that a message is clean: never wrongly."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.engine.automaton import Automaton
from replylint.engine.bounds import in_order
from replylint.engine.first import First, table
from replylint.engine.lint import lint
from replylint.engine.ruleset import Ruleset
from replylint.model import Message
from replylint.rules.cache import compiled

ROOT = Path(__file__).parents[2]
PARTS = re.findall(
    "[^ ]+",
    "请 立即 处理 您 好 , 。 您的 退款 申请 已 提交 预计 3 个工作日 内 到账 必须 马上 保本 密码 是 "
    "123456 手机 13812345678 please call us now guaranteed returns 你 给我 尽快 杠杆 ETF 余额 "
    "元 1,000",
)


@cache
def ruleset() -> Ruleset:
    return Ruleset(compiled([ROOT / "rules"], [ROOT / "glossary"], None))


@cache
def first() -> First:
    made = table(ruleset(), Message(""))
    assert made is not None
    return First(json.loads(json.dumps(made[0])), made[1])


@settings(deadline=None)
@given(st.lists(st.sampled_from([*PARTS, " "]), max_size=12).map("".join))
def test_no_other_rule_than_its_candidates_finds_anything(text: str) -> None:
    candidates = first().candidates(text)
    if candidates is not None:
        found = {each.rule for each in lint(Message(text), ruleset()).findings}
        assert found <= set(candidates)


def test_it_knows_an_ordinary_reply() -> None:
    assert first().candidates("您好,您的退款申请已提交。") == []


def test_it_names_few_rules_for_a_flagged_one() -> None:
    named = first().candidates("请立即处理")
    assert named is not None
    assert "command.urgent-imperative" in named
    assert len(named) < 20


@pytest.mark.parametrize("text", ["请 立 即 处理", "请立即\n处理", "您好" * 2_000])
def test_it_leaves_the_rest_to_the_engine(text: str) -> None:
    assert first().candidates(text) is None


@given(st.lists(st.sampled_from("ab"), max_size=6).map("".join))
def test_words_in_order_are_never_missed(text: str) -> None:
    groups = (("ab", "b"), ("a",))
    ends = [text.find(word) + len(word) for word in groups[0] if word in text]
    if ends and "a" in text[min(ends) :]:
        assert in_order(text, groups)


@given(st.lists(st.sampled_from(PARTS), max_size=6).map("".join))
@settings(deadline=None)
def test_looking_by_hand_finds_what_an_automaton_finds(text: str) -> None:
    words = dict.fromkeys([*PARTS, "3个", "您的退款", "立即处理", "aa"])
    new, used = Automaton(words), Automaton(words)
    used.matches("x" * 100_000)  # spends what is looked at by hand
    assert new.matches(text) == used.matches(text)
