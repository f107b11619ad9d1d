"""From a message to findings: folding, waking, languages, protection, decisions."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest

from replylint.engine.lint import lint
from replylint.engine.settings import Settings
from replylint.model import Decision, Message, Severity

from .made import check, found, ruleset, vetoes

HURRY = """
lexicons:
  hurry: {words: [立即, 马上], except: [马上贷]}
rules:
  - {id: command.hurry, kind: phrase, match: [$hurry]}
"""
ENGLISH = """
lang: en
rules:
  - {id: threat.sue, kind: phrase, match: [we will sue]}
"""


def test_the_span_is_the_writers_words_in_either_script() -> None:
    rules = ruleset(HURRY)
    assert found(rules, "请立即处理，馬上回電") == ["立即", "馬上"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("请立\u200b即处理", "立\u200b即"),
        ("请立*即处理", "立*即"),
        ("请立 即处理", "立 即"),
        ("请立　即处理", "立　即"),
        ("😀请立即处理", "立即"),
        ("\ud800请立即处理", "立即"),
        ("\0请立即处理\0", "立即"),
    ],
)
def test_what_is_hidden_in_the_word_is_in_the_span(text: str, words: str) -> None:
    assert found(ruleset(HURRY), text) == [words]


def test_a_space_between_two_words_joins_nothing() -> None:
    rules = ruleset("rules: [{id: promise.capital, kind: phrase, match: [保本]}]")
    assert found(rules, "由我们担保 本行会通知您") == []
    assert found(rules, "这个 保 本") == ["保 本"]


def test_a_longer_word_that_holds_the_word_is_another_word() -> None:
    rules = ruleset("rules: [{id: promise.capital, kind: phrase, match: [保本]}]")
    assert found(rules, "我们确保本行系统稳定") == []
    assert vetoes(rules, "我们确保本行系统稳定") == {}
    assert found(ruleset(HURRY), "马上贷是产品名，马上到") == ["马上"]


@pytest.mark.parametrize(
    "text",
    [
        "您好{{立即}}，请看",
        "用 `立即` 表示",
    ],
)
def test_what_is_not_the_writers_words_is_not_found(text: str) -> None:
    rules = ruleset(HURRY)
    assert found(rules, text) == []


def test_protected_stretches_of_a_file_replace_those_of_the_text() -> None:
    from replylint.text.protected import Protected

    rules = ruleset(HURRY)
    message = Message("请立即处理，马上办")
    assert [f.start for f in lint(message, rules, [Protected(1, 3, "code")]).findings] == [6]


def test_who_speaks_and_where() -> None:
    rules = ruleset("rules: [{id: command.hurry, kind: phrase, match: [立即], channels: [sms]}]")
    assert found(rules, "请立即处理", channel="sms") == ["立即"]
    assert found(rules, "请立即处理", channel="chat") == []
    assert found(rules, "请立即处理") == []
    from replylint.model import Role

    assert found(rules, "请立即处理", channel="sms", role=Role.CUSTOMER) == []
    assert found(rules, "请立即处理", channel="sms", role=Role.BOT) == ["立即"]


def test_turns() -> None:
    from replylint.model import Role, Turn

    rules = ruleset(
        """
        rules:
          - {id: courtesy.hello, kind: require, need: [您好], scope: opening, turn: first}
        """
    )
    asked = (Turn(Role.CUSTOMER, "在吗"),)
    assert found(rules, "什么事？", history=asked) == ["@0"]
    assert found(rules, "您好，什么事？", history=asked) == []
    assert found(rules, "什么事？您好。", history=asked) == ["@0"]
    assert found(rules, "什么事？", history=(*asked, Turn(Role.BOT, "您好"))) == []
    assert found(rules, "什么事？") == []  # nothing known of the conversation


def test_profiles_and_selection() -> None:
    yaml = "rules: [{id: command.hurry, kind: phrase, match: [立即], profiles: [strict]}]"
    assert found(ruleset(yaml), "请立即处理") == []
    assert found(ruleset(yaml, Settings(profiles=("strict",))), "请立即处理") == ["立即"]
    for settings in (
        Settings(ignore=("command.*",)),
        Settings(select=("threat.*",)),
        Settings(severity=(("command.hurry", "off"),)),
    ):
        assert found(ruleset(HURRY, settings), "请立即处理") == []
        assert "command.hurry" in ruleset(HURRY, settings).known


def test_severity_by_context_and_settings() -> None:
    yaml = """
    rules:
      - id: command.hurry
        kind: phrase
        match: [立即]
        shifts:
          - {channel: [sms], severity: info}
          - {audience: [senior], severity: error}
          - {where: {message: {has: [谢谢]}}, severity: off}
    """
    rules = ruleset(yaml)

    def severity(text: str = "请立即处理", **fields: str) -> list[Severity]:
        return [each.severity for each in check(rules, text, **fields).findings]

    assert severity() == [Severity.WARNING]
    assert severity(channel="sms") == [Severity.INFO]
    assert severity(channel="sms", audience="senior") == [Severity.ERROR]
    assert severity("请立即处理，谢谢") == []
    settings = Settings(severity=(("command.*", "info"), ("command.hurry", "error")))
    assert check(ruleset(yaml, settings), "请立即处理，谢谢").findings[0].severity == "error"


def test_decisions() -> None:
    def decision(severity: str, **settings: str) -> Decision:
        given = Settings(severity=(("*", severity),), **settings)
        return check(ruleset(HURRY, given), "请立即处理").decision

    assert decision("info") is Decision.ALLOW
    assert decision("warning") is Decision.REVISE
    assert decision("error") is Decision.BLOCK
    assert decision("error", block="never") is Decision.REVISE
    assert decision("error", block="never", revise="never") is Decision.ALLOW
    assert decision("info", revise="info") is Decision.REVISE


def test_a_message_that_is_too_long_is_said_to_be_unchecked() -> None:
    result = check(ruleset(HURRY, Settings(max_chars=5)), "请立即处理吧")
    assert result.findings == ()
    assert "max_chars" in result.incomplete[0].reason
    assert result.decision is Decision.REVISE


def test_a_search_that_takes_too_long_is_said_to_be_unfinished() -> None:
    yaml = (
        'rules: [{id: rude.slow, kind: pattern, pattern: "(?:[甲乙]{1,20}[甲乙]{1,20}){1,20}丙"}]'
    )
    result = check(ruleset(yaml, Settings(timeout_ms=1)), "甲乙" * 500 + "，丙")
    assert [each.rule for each in result.incomplete] == ["rude.slow"]
    assert result.decision is Decision.REVISE


def test_each_language_has_its_rules_and_a_message_may_speak_both() -> None:
    rules = ruleset(ENGLISH)
    assert found(rules, "Pay today or we will sue you.") == ["we will sue"]
    assert found(rules, "请今天处理。Otherwise we will sue you.") == ["we will sue"]
    assert found(ruleset(HURRY), "Dear customer, please read this letter. 请立即处理") == ["立即"]
    assert found(ruleset(HURRY), "Dear customer, please read this letter. 立即") == []


def test_sensitive_words_are_not_repeated() -> None:
    yaml = """
    rules:
      - {id: privacy.secret, kind: phrase, match: [芝麻开门], sensitive: true, says: 不该说}
    """
    finding = check(ruleset(yaml), "口令是芝麻开门").findings[0]
    assert finding.sensitive
    assert "芝麻" not in finding.text


def test_long_matches_are_cut_in_the_sentence() -> None:
    yaml = 'rules: [{id: rude.x, kind: pattern, pattern: "坏好{50,90}"}]'
    assert len(check(ruleset(yaml), "坏" + "好" * 80).findings[0].text) == len("“”") + 40


def test_rulesets_travel_and_are_shared() -> None:
    rules = ruleset(HURRY)
    twin = pickle.loads(pickle.dumps(rules))
    texts = ["请立即处理", "您好", "馬上回電"] * 40
    wanted = [check(rules, text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: check(twin, text), texts)) == wanted
