"""Words in order within one stretch, with gaps between them."""

from __future__ import annotations

import pytest

from ..made import found, ruleset


def seq(items: str, more: str = "") -> str:
    return f"""
    lexicons:
      you: {{words: [您, 你], edges: any}}
      now: {{words: [立即, 马上]}}
      polite: {{words: [麻烦, 请]}}
      pay: {{words: [还款, 缴费, 还款计划]}}
    rules:
      - {{id: command.x, kind: sequence, sequence: "{items}" {more}}}
    """


@pytest.mark.parametrize(
    ("items", "text", "words"),
    [
        ("$now $pay", "请立即还款吧", ["立即还款"]),
        ("$now $pay", "请立即去还款", []),
        ("$now ..1 $pay", "请立即去还款", ["立即去还款"]),
        ("$now ..1 $pay", "请立即先去还款", []),
        ("$now .. $pay", "立即先去银行柜台那里还款", ["立即先去银行柜台那里还款"]),
        ("$now .. $pay", "立即去,然后还款", []),
        ("$now ..2 !$polite $pay", "立即麻烦还款", []),
        ("$now ..2 !$polite $pay", "立即再去还款", ["立即再去还款"]),
        ("$you? ..2 $now ..2 $pay", "您要立即去还款", ["您要立即去还款"]),
        ("$you? ..2 $now ..2 $pay", "要立即去还款", ["立即去还款"]),
        ("$now ..1 $polite? ..1 $pay", "立即再请去还款", ["立即再请去还款"]),
        ("$now ..1 $polite? ..1 $pay", "立即再去还款", ["立即再去还款"]),
        ("$now ..1 $polite? ..1 $pay", "立即再去再还款", []),
        ("^ $now ..9 $pay", "立即去还款", ["立即去还款"]),
        ("^ $now ..9 $pay", "请立即去还款", []),
        ("^ ..1 $now ..9 $pay", "请立即去还款", ["立即去还款"]),
        ("$now ..9 $pay $", "立即去还款", ["立即去还款"]),
        ("$now ..9 $pay $", "立即去还款啊", []),
        ("$now ..9 $pay ..1 $", "立即去还款啊", ["立即去还款"]),
        ("$now ..3 (还款|查账)", "马上去查账", ["马上去查账"]),
        ("$now ..9 $pay", "立即去还款,马上还款", ["立即去还款", "马上还款"]),
        ("$now $pay", "立即还款计划", ["立即还款计划"]),  # the longer word
    ],
)
def test_items(items: str, text: str, words: list[str]) -> None:
    assert found(ruleset(seq(items)), text) == words


def test_stretches() -> None:
    text = "立即去，再还款。现在还款"
    assert found(ruleset(seq("$now .. $pay")), text) == []
    assert found(ruleset(seq("$now .. $pay", ", within: sentence")), text) == ["立即去，再还款"]
    rules = ruleset(seq("$now .. (现在)", ", within: message"))
    assert found(rules, text) == ["立即去，再还款。现在"]


def test_the_span_may_be_a_capture() -> None:
    rules = ruleset(seq("$now ..3 what=$pay", ", span: what"))
    assert found(rules, "立即去还款") == ["还款"]


def test_captures_are_in_the_sentence() -> None:
    from ..made import check

    rules = ruleset(seq("when=$now ..3 what=$pay", ', says: "{when}|{what}"'))
    assert check(rules, "馬上去還款").findings[0].text == "馬上|還款"


def test_many_words_in_a_long_stretch_end() -> None:
    rules = ruleset(seq("$you .. $you .. $you .. $you .. $you .. $now"))
    assert found(rules, "您" * 300) == []
