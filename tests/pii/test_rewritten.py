"""What rewriting makes of messages with values: none readable, other numbers kept, stable."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint import Linter
from replylint.model import Severity

# Made up: what is to be hidden, and the words that tell what it is.
VALUES = st.sampled_from(
    [
        ("您的手机{}已更换", "13812345678"),
        ("您的手機{}已更換", "0912-345-678"),
        ("身份证{}已核验", "440199190103050078"),
        ("身分證字號{}已更新", "A123456707"),
        ("卡号{}已解绑", "4000 0000 0000 0002"),
        ("账户{}已开通", "40310022009988776"),
        ("登录密码是{}", "Qw7788zz"),
        ("我看到验证码是{}", "730418"),
        ("邮箱{}已登记", "zhang.san@qq.com"),
        ("户名：{}", "欧阳小海"),
        ("存款余额为{}", "82,310.55元"),
        ("身份证{}已核对", "320102********3076"),
        ("Your card {} has been blocked", "4111-1122-2233-3347"),
    ]
)
OTHERS = st.sampled_from(
    [
        "共3份",
        "受理编号A77",
        "5分钟后生效",
        "客服热线95588",
        "单笔限额5万元",
        "尾号1234",
        "第2页",
        "版本1.2.3",
    ]
)
MARKS = st.sampled_from(["，", "。", "；", "！"])


@st.composite
def messages(draw: st.DrawFn) -> tuple[str, list[str], list[str]]:
    """A message, the values in it, and what else it says in figures."""
    pairs = draw(st.lists(VALUES, min_size=1, max_size=3, unique=True))
    others = draw(st.lists(OTHERS, max_size=2, unique=True))
    parts = [around.format(value) for around, value in pairs] + others
    order = draw(st.permutations(parts))
    text = "".join(part + draw(MARKS) for part in order)
    return text, [value for _, value in pairs], others


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(config=None)


@settings(deadline=None, max_examples=40)
@given(data=messages())
def test_no_value_stays_readable_and_all_else_stays(
    linter: Linter, data: tuple[str, list[str], list[str]]
) -> None:
    text, values, others = data
    flagged = [text[f.start : f.end] for f in linter.check(text).findings if f.sensitive]
    made = linter.rewrite(text).text
    for value in values:
        assert value in flagged
        assert value not in made
        assert re.sub(r"\W", "", value) not in re.sub(r"\W", "", made)
    for other in others:
        assert other in made


def test_one_value_is_masked_wherever_it_stands(linter: Linter) -> None:
    text = "您的手机13812345678已更换，请确认手机13812345678。登记的是138****5678。"
    assert "13812345678" not in linter.rewrite(text).text


@settings(deadline=None, max_examples=40)
@given(data=messages())
def test_rewriting_again_changes_nothing(
    linter: Linter, data: tuple[str, list[str], list[str]]
) -> None:
    made = linter.rewrite(data[0]).text
    assert linter.rewrite(made).text == made
    left = [f for f in linter.check(made).findings if f.sensitive]
    assert not [f for f in left if f.severity is Severity.ERROR]
