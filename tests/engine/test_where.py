"""Tests on the clause of a hit, on the words around it and on earlier turns."""

from __future__ import annotations

import pytest

from replylint.model import Role, Turn

from .made import found, ruleset, vetoes


def where(test: str, match: str = "立即") -> str:
    return f"rules: [{{id: command.x, kind: phrase, match: [{match}], where: {test}}}]"


@pytest.mark.parametrize(
    ("test", "yes", "no"),
    [
        ("{mood: [order]}", "请立即还款", "我们会立即处理"),
        ("{actor: [agent]}", "我们会立即处理", "您立即还款"),
        ("{pressure: [time]}", "请立即还款", ""),
        ("{softened: true}", "麻烦您立即还款", "请立即还款"),
        ("{negated: true}", "您不用立即还款", "您立即还款"),
        ("{negated: false}", "您立即还款", "您不用立即还款"),
        ("{quoted: true}", "您说“立即还款”，对吗", "立即还款"),
        ("{quoted: true}", "", "“立即还款”"),
        ("{hypothetical: true}", "如果您立即还款，费用会减少", "您立即还款"),
        ("{whole: true}", "立即！", "请您立即还款"),
        ("{chars: [3, 5]}", "您好，请立即还", "请您今天下午立即还款"),
        ("{clause: {has: [还款]}}", "请立即还款", "请立即办，再还款"),
        ("{sentence: {has: [还款]}}", "请立即办，再还款", "请立即办。再还款"),
        ("{message: {has: [还款]}}", "请立即办。再还款", "请立即办"),
        ("{message: {lacks: [谢谢]}}", "请立即办", "请立即办。谢谢"),
        ("{message: {lacks: [谢谢]}}", "请立即办", "请立即办。谢谢您"),  # one token
        ("{message: {lacks: [请]}}", "申请立即办", "请立即办"),  # part of another word
        ("{before: {has: [请]}}", "请立即办", "立即请办"),
        ("{after: {has: [请]}}", "立即请办", "请立即办"),
        ("{previous: {has: [您好]}}", "您好，请立即办", "请立即办，您好"),
        ("{next: {has: [谢谢]}}", "请立即办，谢谢", "谢谢，请立即办"),
        ("{previous: {lacks: [您好]}}", "请立即办", "您好，请立即办"),
        ("{any: [{before: {has: [请]}}, {after: {has: [谢]}}]}", "立即办谢", "立即办"),
        ("{none: [{before: {has: [请]}}, {after: {has: [谢]}}]}", "立即办", "立即办谢"),
    ],
)
def test_each(test: str, yes: str, no: str) -> None:
    rules = ruleset(where(test))
    if yes:
        assert found(rules, yes) == ["立即"]
    if no:
        assert found(rules, no) == []
        assert set(vetoes(rules, no).values()) == {"where"}


def test_history() -> None:
    rules = ruleset(where("{history: {customer: {has: [投诉]}, agent: {lacks: [抱歉]}}}"))
    angry = Turn(Role.CUSTOMER, "我要投訴")
    assert found(rules, "请立即办") == []
    assert found(rules, "请立即办", history=(angry,)) == ["立即"]
    assert found(rules, "请立即办", history=(angry, Turn(Role.BOT, "很抱歉"))) == []
    assert found(rules, "请立即办", history=(Turn(Role.AGENT, "投诉"),)) == []


def test_guards_and_excepts_say_who_they_are() -> None:
    yaml = """
    guards:
      thanked: [{message: {has: [谢谢]}}, {message: {has: [感谢]}}]
    rules:
      - {id: command.x, kind: phrase, match: [立即], guards: [thanked], except: [立即生效]}
    """
    rules = ruleset(yaml)
    assert vetoes(rules, "请立即办") == {"立即": None}
    assert vetoes(rules, "请立即办，感谢") == {"立即": "guard thanked"}
    assert vetoes(rules, "设置立即生效") == {"立即": "except"}
