"""Clauses come in order, hold every word and number whole, and know their sentence."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.text.clauses import Clause, split
from replylint.text.fold import fold
from replylint.text.han import is_han
from replylint.text.openers import openers


def texts(text: str, latin: bool = False) -> list[str]:
    folded = fold(text).text
    return [folded[c.start : c.end] for c in split(folded, latin)]


def sentences(text: str, latin: bool = False) -> list[int]:
    return [c.sentence for c in split(fold(text).text, latin)]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("", []),
        ("。！？", []),
        ("您好", ["您好"]),
        ("您好，请稍等。谢谢！", ["您好", "请稍等", "谢谢"]),
        (
            "请稍等；我去问：可以吗？可以…好——行\n嗯~",
            ["请稍等", "我去问", "可以吗", "可以", "好", "行", "嗯"],
        ),
        (
            "您的申请转过去了 另外提醒一下　您要是急",
            ["您的申请转过去了", "另外提醒一下", "您要是急"],
        ),
        ("您的 KYC 资料 3 份", ["您的 kyc 资料 3 份"]),
        ("首期款、尾款和/或手续费", ["首期款、尾款和/或手续费"]),
        ("请看《说明书》和[附件]", ["请看《说明书》和[附件]"]),
        ("费用（含税）由您付", ["费用", "含税", "由您付"]),
        ("点“立即还款”和「本金」", ["点", "立即还款", "和", "本金"]),
        ("【提示】请核对『金额』", ["提示", "请核对", "金额"]),
        ("好的😊请稍等👨\u200d👩\u200d👧再见", ["好的", "请稍等", "再见"]),
        ("①确认②提交 ③等", ["确认", "提交", "等"]),
        ("1.请登录 2.填表 3、提交", ["1", "请登录", "2", "填表", "3、提交"]),
        ("1. 请登录\n- 填表\n* 提交", ["1", "请登录", "填表", "提交"]),
        ("姓名|电话\t地址", ["姓名电话", "地址"]),
        ("#重要 **请** 还款", ["重要 **请** 还款"]),
        ("余额 -5% 起", ["余额 -5% 起"]),
        ("-5%起", ["-5%起"]),
        ("- 5%起", ["5%起"]),
        ("**-5%**", ["-5%"]),
        ("‘好’，行", ["好", "行"]),
    ],
)
def test_chinese(text: str, clauses: list[str]) -> None:
    assert texts(text) == clauses


@pytest.mark.parametrize(
    "whole",
    [
        "1,234.56", "1，234，567.0", "18:00", "18：30", "3.5%", "3~5", "3—5", "3-5", "v1.2.3",
        "2026.03.05", "https://example.com/a?b=1:2;c=d", "www.example.com.hk/!a", "e.g.a", "fee(s)",
        "example.com/a?b=c", "a.b@c.com", "tel:95588", "401(k)", "p.m", "a-b", "c++", "R&D",
        "50/50",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["{}", "请看{}", "请看 {}", "{}天", "please see {} now"])
def test_numbers_and_links_stay_whole(whole: str, around: str) -> None:
    text = around.format(whole)
    assert texts(text, latin="see" in text) == [fold(text).text]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("余额100，5天内到", ["余额100", "5天内到"]),
        ("共1,2345", ["共1", "2345"]),
        ("见https://a.com/x，请点。", ["见https://a.com/x", "请点"]),
        ("见a.com/x。www.b.com，c.com/y！好", ["见a.com/x", "www.b.com", "c.com/y", "好"]),
        ("时间:18:00", ["时间", "18:00"]),
        ("好的.ok.好", ["好的", "ok", "好"]),
        ("等等...好", ["等等", "好"]),
        ("约3.5.好", ["约3.5", "好"]),
    ],
)
def test_punctuation_beside_numbers_and_links(text: str, clauses: list[str]) -> None:
    assert texts(text) == clauses


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Hi. We can't! Why? No", ["hi", "we can't", "why", "no"]),
        (
            "Dear Mr. Li, Dr. J. Wu of ABC Ltd. called",
            ["dear mr. li", "dr. j. wu of abc ltd. called"],
        ),
        ("By 5 p.m. in the U.S. (e.g. here)", ["by 5 p.m. in the u.s.", "e.g. here"]),
        ("See No. 5. No. Never.", ["see no. 5", "no", "never"]),
        ("On Oct. 5, 2026 we met", ["on oct. 5, 2026 we met"]),
        ("You and I. Then", ["you and i", "then"]),
        (
            "Wait... then go; now: do - it -- or — not",
            ["wait", "then go", "now", "do", "it", "or", "not"],
        ),
        ("Fees, rates, etc. apply", ["fees", "rates", "etc", "apply"]),
        ("It ended a.m.\nNew", ["it ended a.m", "new"]),
        ("re: x, \"quoted\" 'too'", ["re", "x", "quoted", "too"]),
        ("terms and conditions, now and then", ["terms and conditions", "now and then"]),
        ("we called and you said no", ["we called", "and you said no"]),
        ("pay today or we will sue you", ["pay today", "or we will sue you"]),
        ("sign the form and please send it", ["sign the form", "and please send it"]),
        ("we close it if payment is late", ["we close it", "if payment is late"]),
        (
            "we wait until you pay unless you can't",
            ["we wait", "until you pay", "unless you can't"],
        ),
        ("if you pay, we stop", ["if you pay", "we stop"]),
    ],
)
def test_english(text: str, clauses: list[str]) -> None:
    assert texts(text, latin=True) == clauses


@pytest.mark.parametrize(
    "text",
    [
        "you and i will call", "let me check if your card works", "reply if possible",
        "as if you knew", "because of this", "valid until friday", "not until you sign",
        "once in a while you may", "unless otherwise stated", "tell me when you arrive",
        "pay when due", "or otherwise agreed", "cats and dogs", "so that you know",
        "just because you can",
    ],
)  # fmt: skip
def test_phrases_open_nothing(text: str) -> None:
    assert list(openers(text)) == []


def test_conjunctions_open_only_in_english() -> None:
    assert texts("we called and you said no", latin=False) == ["we called and you said no"]


def test_mixed_text_uses_both() -> None:
    text = "您好，your card is ready。Call us if you can 谢谢 再见"
    assert texts(text, latin=True) == [
        "您好", "your card is ready", "call us", "if you can 谢谢", "再见",
    ]  # fmt: skip


def test_openings_and_closings() -> None:
    text = fold("客服说：“请稍等！”（稍后。）好吗？\n").text
    assert [(c.open, text[c.start : c.end], c.close) for c in split(text, False)] == [
        ("", "客服说", ":"),
        ("“", "请稍等", "!”"),
        ("(", "稍后", "。)"),
        ("", "好吗", "?\n"),
    ]
    assert split("((“好", False) == (Clause(3, 4, 0, "((“", ""),)
    assert split("好(“)吗", False)[1].open == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一，二。三！？四\n\n五", [0, 0, 1, 2, 3]),
        ("一（二）三；四…五", [0, 0, 0, 0, 0]),
        ("。。一", [0]),
        ("1. 一。2.二", [0, 0, 1, 1]),
        ("100元.二", [0, 1]),
    ],
)
def test_sentences(text: str, expected: list[int]) -> None:
    assert sentences(text) == expected


def test_english_sentences() -> None:
    assert sentences("we, you. they... and (so.) on! yes", latin=True) == [0, 0, 1, 1, 1, 1, 2]


NUMBERS = ("5", "12", "1,234", "1,234.56", "18:00", "3.5%", "1,234,567", "2026-03-05", "v1.2.3")
PIECES = (
    "您好", "请", "ok", "mr", "if you", " and we ", "u.s.", "，", "。", "！", "?", ":", ";", "、",
    "…", "——", "~", "-", "(", ")", "“", "”", "「", "」", '"', "'", " ", "　", "\n", "\r\n", "\t",
    "😊", "①", "•", "*", "/", "https://a.com/b", "www.", ".", "..", ",", "é", "𠮷", "\ud83d",
    "_", "²",
)  # fmt: skip
mixed = st.lists(st.one_of(st.sampled_from(PIECES + NUMBERS), st.text(max_size=2)), max_size=20)


@given(mixed.map("".join), st.booleans())
def test_clauses_are_in_order_and_cover_all_words(text: str, latin: bool) -> None:
    folded = fold(text).text
    clauses = split(folded, latin)
    covered: set[int] = set()
    last, sentence = 0, 0
    for clause in clauses:
        assert last <= clause.start < clause.end <= len(folded)
        assert sentence <= clause.sentence <= sentence + 1
        assert not re.search(r"[0-9a-z]", clause.open + clause.close)
        last, sentence = clause.end, clause.sentence
        covered.update(range(clause.start, clause.end))
    assert not clauses or clauses[0].sentence == 0
    for i, ch in enumerate(folded):
        if re.match("[0-9a-z]", ch) or (is_han(ch) and ch.isalpha()):
            assert i in covered


# Without the marks that also stand inside words: such a text need not be looked at so closely.
plain = st.lists(
    st.sampled_from([p for p in PIECES + NUMBERS if not re.search(r"[-.:~—() 　]", p)]), max_size=12
)


@given(st.one_of(mixed, plain).map("".join), st.booleans())
def test_what_stands_on_the_next_line_changes_no_clause(text: str, latin: bool) -> None:
    folded = fold(text).text
    alone = split(folded, latin)
    followed = split(f"{folded}\n(1.5) - b", latin)[: len(alone)]
    assert [*map(_told, followed)] == [*map(_told, alone)]
    assert [clause.close for clause in followed[:-1]] == [clause.close for clause in alone[:-1]]


def _told(clause: Clause) -> tuple[int, int, int, str]:
    return clause.start, clause.end, clause.sentence, clause.open


# Between digits, a digit in a circle is one of them.
beside_numbers = st.sampled_from([piece for piece in PIECES if piece not in "①²"])


@given(st.lists(st.tuples(st.sampled_from(NUMBERS), beside_numbers), max_size=8), st.booleans())
def test_numbers_are_never_cut(parts: list[tuple[str, str]], latin: bool) -> None:
    text = "".join(number + piece for number, piece in parts)
    folded = fold(text)
    clauses = split(folded.text, latin)
    at = 0
    for number, piece in parts:
        start, end = folded.at(at), folded.at(at + len(number))
        assert any(c.start <= start and end - number.endswith("%") <= c.end for c in clauses)
        at += len(number + piece)
