"""What counts as a fact, in both scripts and English, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.rewrite.facts import facts, negations, promises
from replylint.rewrite.quantities import quantities


def stated(text: str) -> set[str]:
    return {f"{kind}:{value}" for kind, value in facts(text) if value}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("写信到 an.li@bank.example.com", "email:an.li@bank.example.com"),
        ("见https://a.example.com/x?b=1。谢谢", "url:https://a.example.com/x?b=1"),
        ("上www.example.com看", "url:www.example.com"),
        ("访问example.com/help", "url:example.com/help"),
        ("http://desk/form", "url:http://desk/form"),
        ("{姓名}您好", "hole:{姓名}"),
        ("{{ name }}您好", "hole:{{ name }}"),
        ("${name} hi", "hole:${name}"),
        ("#{name} hi", "hole:#{name}"),
        ("%(name)s您好", "hole:%(name)s"),
        ("%s您好", "hole:%s"),
        ("<%= name %>", "hole:<%= name %>"),
        ("{% if a %}", "hole:{% if a %}"),
        ("[姓名]您好", "hole:[姓名]"),
        ("【某某银行】通知", "hole:【某某银行】"),
        ("尾号****1234", "masked:****1234"),
        ("138****5678", "masked:138****5678"),
        ("单号AB20391", "code:AB20391"),
        ("单号A-203", "code:A-203"),
        ("产品R3级", "code:R3"),
        ("T+1到账", "code:T+1"),
        ("24h内", "code:24h"),
        ("号码010-123456", "number:010-123456"),
        ("拨打95588", "number:95588"),
        ("共三笔转账", "number:三笔"),
        ("十二张", "number:十二张"),
        ("退１００元", "amount:１００元"),
        ("人民币五百元", "amount:人民币五百元"),
        ("NT$1,200", "amount:NT$1,200"),
        ("￥ 20", "amount:￥ 20"),
        ("50万元", "amount:50万元"),
        ("RMB 500", "amount:RMB 500"),
        ("20 yuan", "amount:20 yuan"),
        ("100多块钱", "amount:100多块钱"),
        ("港幣2,000", "amount:港幣2,000"),
        ("利率3.2%", "percent:3.2%"),
        ("百分之三", "percent:百分之三"),
        ("千分之5", "percent:千分之5"),
        ("三分之", "percent:三"),
        ("上调五个百分点", "percent:五个百分点"),
        ("5 percent", "percent:5 percent"),
        ("三个工作日内", "duration:三个工作日"),
        ("三個月", "duration:三個月"),
        ("半年", "duration:半年"),
        ("3个半小时", "duration:3个半小时"),
        ("24 hours", "duration:24 hours"),
        ("3-day", "duration:3-day"),
        ("ten business days", "duration:ten business days"),
        ("12期", "duration:12期"),
        ("3年", "duration:3年"),
        ("2026年", "date:2026年"),
        ("二〇二六年", "date:二〇二六年"),
        ("十五日前", "date:十五日"),
        ("15号", "date:15号"),
        ("5月", "date:5月"),
        ("明天回复", "date:明天"),
        ("下週三", "date:下週三"),
        ("週五前", "date:週五"),
        ("月底", "date:月底"),
        ("by Friday", "date:Friday"),
        ("by tomorrow", "date:tomorrow"),
        ("3 May", "date:May"),
        ("March 3", "date:March"),
        ("三点半", "time:三点半"),
        ("下午", "time:下午"),
        ("一点半", "time:一点半"),
        ("3 p.m.", "time:3 p.m."),
        ("3pm", "time:3pm"),
        ("at noon", "time:noon"),
        ("王先生", "name:王先生"),
        ("欧阳小明女士", "name:欧阳小明女士"),
        ("陳小姐", "name:陳小姐"),
        ("专员小李", "name:专员小李"),
        ("Ms. Lee", "name:Ms. Lee"),
        ("Dr Ann Lee", "name:Dr Ann Lee"),
    ],
)
def test_facts_of_every_kind(text: str, expected: str) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "快一点，请稍等一下，万一有一个问题，我一直在",
        "十分感谢，千万别急",
        "一时没看到",
        "百分之百，百分百，100%",
        "您先生和客户经理",
        "早上好，下午好",
        "May I help you",
        "银行总行",
        "半信半疑",
        "",
    ],
)
def test_what_only_looks_like_a_fact(text: str) -> None:
    assert stated(text) == set()


def test_an_hour_counts_after_its_part_of_the_day() -> None:
    assert stated("下午一点") == {"time:下午", "time:一点"}


def test_a_currency_belongs_to_one_amount() -> None:
    assert stated("NT$300 港币2,000") == {"amount:NT$300 港币", "number:2,000"}


def test_what_an_earlier_kind_found_is_not_counted_twice() -> None:
    assert dict(facts("见https://a.example.com/20，付20元，20元")) == {
        ("url", "https://a.example.com/20"): 1,
        ("amount", "20元"): 2,
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("我没办法，请勿转账，別急，非本人，无法", ["没", "勿", "別", "非", "无"]),
        ("不好意思，不客气，没关系，差不多，特别好，未来，非常，除非", []),
        ("您是不是要，有没有，能不能", []),
        ("不同意，没收到，不适合，未来得及", ["不", "没", "不", "未"]),
        ("不同的产品，没收，身体不适", []),
        ("禁止转账，严禁转账，切莫转账", ["禁止", "严禁", "切莫"]),
        ("I can't, couldn’t, cannot, NOT now", ["n't", "n’t", "cannot", "NOT"]),
        ("notice nobody; no. 5, no problem, not only", ["nobody"]),
        ("never without", ["never", "without"]),
    ],
)
def test_negations(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in negations(text)] == words
    assert facts(text)["negation", ""] == len(words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("我们保证一定办好，绝对包过", ["保证", "一定", "绝对", "包过"]),
        ("保證金，一定的，一定程度", []),
        ("不保证本金，不能保证，無法承諾，没有承诺", []),
        ("百分之百可以，100%可以", ["百分之百", "100%"]),
        ("we guarantee it, certainly", ["guarantee", "certainly"]),
        ("not guaranteed, can't promise, cannot be certain", []),
    ],
)
def test_promises(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in promises(text)] == words
    assert facts(text)["commitment", ""] == len(words)


ALPHABET = "一二三点分百半个月年元 ￥$5０,.:-%aApm.hRMB您的\0"


@given(st.text(ALPHABET, max_size=20))
def test_quantities_stand_in_order_and_do_not_overlap(text: str) -> None:
    at = 0
    for kind, start, end in quantities(text):
        assert kind
        assert start < end <= len(text)
        assert at <= start
        at = end


@given(st.text(ALPHABET, max_size=20), st.text(ALPHABET, max_size=20))
def test_facts_of_two_lines_add_up(one: str, other: str) -> None:
    assert facts(one + "\n\n" + other) == facts(one) + facts(other)
