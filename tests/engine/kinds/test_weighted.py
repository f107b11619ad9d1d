"""Many small signs: what they add up to, what they leave to others, where they doubt."""

from __future__ import annotations

from replylint.engine.settings import Settings
from replylint.model import Confidence, Severity

from ..made import check, found, ruleset

_TABLE = """
    evidence:
      conduct:
        bias: "-1"
        raise: {hans: "2", hant: "2.6"}
        doubt: "-2"
        topics: {threat: "0", command: "0.1"}
        wakes: 后果 赶紧 您
        phrases: |
          后果|2||threat 1
          自负|1.5||threat 1
          ^赶紧|3|1|command 1
          您放心|-4||
"""
_RULES = f"""{_TABLE}
    rules:
      - {{id: threat.w, kind: weighted, evidence: conduct, confidence: low, says: "{{evidence}}"}}
      - {{id: command.w, kind: weighted, evidence: conduct, confidence: low}}
      - {{id: threat.word, kind: phrase, match: [吓唬], edges: any, confidence: medium}}
      - {{id: threat.certain, kind: phrase, match: [恐吓], edges: any}}
      - {{id: threat.sure, kind: phrase, match: [要命], edges: any, severity: error}}
      - {{id: courtesy.word, kind: phrase, match: [自负], edges: any, severity: info}}
"""


def test_the_heaviest_clause_is_found_for_its_topic() -> None:
    assert found(ruleset(_RULES), "您好，后果自己承担自负盈亏") == ["后果自己承担自负盈亏", "自负"]
    (one,) = check(ruleset(_RULES), "您好，赶紧还款").findings
    assert (one.rule, one.confidence) == ("command.w", Confidence.LOW)


def test_one_sign_is_not_enough() -> None:
    assert found(ruleset(_RULES), "后果由双方商量") == []


def test_it_names_the_evidence_in_the_writers_own_words() -> None:
    easy = _RULES.replace('"2.6"', '"2"')
    rules = ruleset(easy, Settings(ignore=("courtesy.word",)))
    (one,) = check(rules, "後果請您都自負，責任也自己承擔").findings
    assert one.text == "後果”“自負"


def test_a_neighbour_adds_its_part() -> None:
    beside = _RULES.replace("后果|2||", "后果|2.5||").replace("^赶紧|3|1|", "^赶紧|0|1|")
    assert found(ruleset(beside), "后果严重") == []
    assert found(ruleset(beside), "赶紧，后果严重") == ["后果严重"]


def test_levels_differ_by_script() -> None:
    rules = ruleset(_RULES, Settings(ignore=("courtesy.word",)))
    assert found(rules, "后果您自负") == ["后果您自负"]
    assert found(rules, "這後果請您自負") == []


def test_it_is_silent_where_another_rule_of_its_topics_speaks() -> None:
    findings = check(ruleset(_RULES), "别吓唬人，赶紧还款").findings
    assert [each.rule for each in findings] == ["threat.word"]


def test_it_is_silent_on_words_of_which_any_other_rule_speaks() -> None:
    settings = Settings(severity=(("courtesy.word", "warning"),))
    findings = check(ruleset(_RULES, settings), "后果您自负").findings
    assert [each.rule for each in findings] == ["courtesy.word"]


def test_a_warning_the_evidence_speaks_against_becomes_information() -> None:
    (one,) = check(ruleset(_RULES), "您放心没有人吓唬您").findings
    assert (one.rule, one.severity, one.confidence) == (
        "threat.word",
        Severity.INFO,
        Confidence.LOW,
    )
    assert one.fixes == ()


def test_an_error_is_not_doubted() -> None:
    (one,) = check(ruleset(_RULES), "您放心这不会要命的").findings
    assert one.severity is Severity.ERROR


def test_a_rule_of_high_confidence_is_not_doubted() -> None:
    (one,) = check(ruleset(_RULES), "您放心没有人恐吓您").findings
    assert one.severity is Severity.WARNING


def test_a_severity_the_settings_give_is_not_doubted() -> None:
    settings = Settings(severity=(("threat.word", "warning"),))
    (one,) = check(ruleset(_RULES, settings), "您放心没有人吓唬您").findings
    assert one.severity is Severity.WARNING


def test_without_the_weighted_rule_of_a_topic_nothing_is_doubted() -> None:
    settings = Settings(ignore=("threat.w",))
    (one,) = check(ruleset(_RULES, settings), "您放心没有人吓唬您").findings
    assert one.severity is Severity.WARNING


def test_the_same_without_gates() -> None:
    texts = ["您好，后果自己承担自负盈亏", "自负", "赶紧还款", "没事"]
    gated, open_ = ruleset(_RULES), ruleset(_RULES, Settings(gates=False))
    for text in texts:
        assert check(gated, text).findings == check(open_, text).findings
