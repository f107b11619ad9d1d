"""Phrases, patterns, what is missing, lengths and densities, detectors."""

from __future__ import annotations

import pytest

from replylint.engine.settings import Settings
from replylint.pii.hit import Public

from ..made import check, found, ruleset, vetoes


def test_of_two_words_in_one_place_the_longer() -> None:
    rules = ruleset("rules: [{id: rude.x, kind: phrase, match: [听不懂, 听不懂人话]}]")
    assert found(rules, "你听不懂人话吗") == ["听不懂人话"]


def test_a_phrase_in_latin_letters_ends_where_a_word_does() -> None:
    rules = ruleset("lang: en\nrules: [{id: threat.sue, kind: phrase, match: [sue]}]")
    assert found(rules, "we may sue") == ["sue"]
    assert found(rules, "this issue is solved, Susan") == []


def test_pattern_with_a_narrower_span_and_groups() -> None:
    yaml = r"""
    rules:
      - id: promise.rate
        kind: pattern
        pattern: "(?P<what>年化|收益)[^。]{0,4}(?P<span>(?<![0-9])[0-9]{1,2}%)稳"
        says: "{what} {match}"
    """
    result = check(ruleset(yaml), "年化约有８％稳")
    assert [each.text for each in result.findings] == ["年化 ８％"]


def test_pattern_that_cuts_a_word_is_no_match() -> None:
    rules = ruleset('rules: [{id: promise.x, kind: pattern, pattern: "保本"}]')
    assert found(rules, "确保本行系统稳定") == []
    loose = ruleset('rules: [{id: promise.x, kind: pattern, pattern: "保本", edges: any}]')
    assert found(loose, "确保本行系统稳定") == ["保本"]


def test_something_missing_stands_where_it_goes() -> None:
    yaml = """
    rules:
      - {id: courtesy.bye, kind: require, need: [谢谢], scope: message, channels: [email],
         place: end}
    """
    rules = ruleset(yaml)
    assert found(rules, "您好。", channel="email") == ["@3"]
    assert found(rules, "谢谢您。", channel="email") == []
    assert found(rules, "  ", channel="email") == []
    assert found(rules, "👌", channel="email") == []


def test_the_last_sentence_counts_for_an_ending() -> None:
    yaml = """
    rules:
      - {id: courtesy.bye, kind: require, need: [谢谢], scope: ending, channels: [email],
         place: end}
    """
    rules = ruleset(yaml)
    assert found(rules, "谢谢您。再见", channel="email") == ["@6"]
    assert found(rules, "再见。谢谢您！", channel="email") == []


def test_something_is_missing_only_when() -> None:
    yaml = """
    rules:
      - id: structure.outage
        kind: require
        need: [预计]
        scope: message
        place: end
        when: {message: {has: [中断]}}
    """
    rules = ruleset(yaml)
    assert found(rules, "服务中断。") == ["@5"]
    assert found(rules, "服务中断，预计14点恢复。") == []
    assert found(rules, "系统正常。") == []


METRIC = """
rules:
  - {id: clarity.long, kind: metric, metric: message-chars, limit: {default: 10, sms: 5},
     says: "{value}/{limit}"}
"""


def test_limits_by_channel_and_settings() -> None:
    rules = ruleset(METRIC)
    assert found(rules, "一二三四五六七") == []
    assert found(rules, "一二三四五六七", channel="sms") == ["一二三四五六七"]
    assert check(rules, "一" * 11).findings[0].text == "11/10"
    given = Settings(limits=(("message-chars", (("sms", 8.0), ("default", 3.0))),))
    assert found(ruleset(METRIC, given), "一二三四五六七", channel="sms") == []
    assert found(ruleset(METRIC, given), "一二三四五六七", channel="chat") == ["一二三四五六七"]


def test_sentences_are_measured_each() -> None:
    yaml = "rules: [{id: clarity.long, kind: metric, metric: sentence-chars, limit: 6}]"
    rules = ruleset(yaml)
    assert found(rules, "一二三四五六。一二三 四五六七。一二") == ["一二三 四五六七"]
    words = "lang: en\n" + yaml.replace("chars", "words").replace("6", "4")
    assert found(ruleset(words), "One two three four. One two, three four five.") == [
        "One two, three four five"
    ]


TERMS = """
domain: general
source: made
reviewed: 2026-11
terms:
  - {id: nav, hans: 净值, hant: 淨值, en: net asset value, also: [NAV], level: expert,
     gloss: {hans: 每份产品的价格, hant: 每份產品的價格, en: the price of one share}}
  - {id: duration, hans: 久期, hant: 久期, en: bond duration, level: expert,
     gloss: {hans: 对利率变化的敏感程度, hant: 對利率變化的敏感程度, en: how it reacts to rates},
     plain: {hans: 利率敏感度}}
  - {id: policy, hans: 保单, hant: 保單, en: policy, level: common,
     gloss: {hans: 保险合同, hant: 保險合約, en: the insurance contract}}
  - {id: money, hans: 余额, hant: 餘額, en: balance, level: everyday}
  - {id: freeze, hans: 账户冻结, hant: 帳戶凍結, en: account freeze, level: everyday}
  - {id: ban, hans: 封户, hant: 封戶, status: forbidden, use: freeze}
"""


def term(mode: str, says: str = "{match}") -> str:
    return f'rules: [{{id: jargon.x, kind: term, mode: {mode}, says: "{says}"}}]'


@pytest.mark.parametrize(
    ("mode", "text", "words"),
    [
        ("unexplained", "净值下降，净值还会变", ["净值"]),
        ("unexplained", "净值（每份产品的价格）下降", []),
        ("unexplained", "余额和保单和久期", []),
        ("plain", "净值和久期", ["久期"]),
        ("common", "净值和保单", ["保单"]),
        ("forbidden", "您的账户被封户了", ["封户"]),
        ("inconsistent", "净值下降，NAV 明天公布", []),
    ],
)
def test_terms(mode: str, text: str, words: list[str]) -> None:
    assert found(ruleset(term(mode), terms=TERMS), text) == words


def test_terms_speak_the_script_of_the_message() -> None:
    rules = ruleset(term("unexplained", "{gloss}"), terms=TERMS)
    assert check(rules, "淨值下降了").findings[0].text == "每份產品的價格"
    wrong = ruleset(term("forbidden", "{preferred}"), terms=TERMS)
    assert check(wrong, "您的帳號被封戶了").findings[0].text == "帳戶凍結"


def test_what_an_earlier_turn_explained_is_known() -> None:
    from replylint.model import Role, Severity, Turn

    rules = ruleset(term("unexplained"), terms=TERMS)
    told = (Turn(Role.AGENT, "净值，也就是每份产品的价格，每天公布。"),)
    assert found(rules, "净值下降了", history=told) == []
    asked = (Turn(Role.CUSTOMER, "净值多少？"),)
    assert check(rules, "净值下降了", history=asked).findings[0].severity is Severity.INFO
    assert check(rules, "净值下降了").findings[0].severity is Severity.WARNING


def test_terms_are_dense() -> None:
    yaml = "rules: [{id: clarity.x, kind: metric, metric: terms-per-100, limit: 12}]"
    rules = ruleset(yaml, terms=TERMS)
    assert found(rules, "净值久期保单，净值久期保单，净值久期保单，净值") != []
    assert found(rules, "净值和久期和保单") == []  # too short to have a density


def test_a_detector_and_the_houses_own_numbers() -> None:
    yaml = """
    rules:
      - {id: privacy.mobile, kind: detector, detector: cn-mobile, sensitive: true, says: 手机号}
    """
    assert found(ruleset(yaml), "请拨打13912345678") == ["13912345678"]
    own = Settings(public=Public(hotlines=("13912345678",)))
    assert found(ruleset(yaml, own), "请拨打13912345678") == []
    assert found(ruleset(yaml), "请拨打一三九一二三四五六七八") == ["一三九一二三四五六七八"]


def test_a_detector_finds_nothing_in_a_hole() -> None:
    yaml = """
    rules:
      - {id: privacy.mobile, kind: detector, detector: cn-mobile, sensitive: true, says: 手机号}
    """
    assert vetoes(ruleset(yaml), "请拨打{{13912345678}}") == {"13912345678": "protected: hole"}
