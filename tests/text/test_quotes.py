"""Quotes that are quotes, and marks that are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.text.quotes import Quote, quotes


def quoted(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("如果有人对您说“保本”,请勿相信", ["保本"]),
        ("他说“必须立即还款。否则起诉。”请您保留证据", ["必须立即还款。否则起诉。"]),
        ("您提到的「违约金」和『服务费』", ["违约金", "服务费"]),
        ("「他说『不行』」", ["他说『不行』", "不行"]),
        ('点击"立即还款"即可,"马上"也可', ["立即还款", "马上"]),
        ('他说"不"', ["不"]),
        ("客户说'不归你管'的,'您'好", ["不归你管", "您"]),
        ("we never say 'trust me, it's safe.' to you", ["trust me, it's safe."]),
        ("we cannot say '100% safe' here", ["100% safe"]),
        ("the word 'gold' and \"risk free\"", ["gold", "risk free"]),
        ('“他说"不行"”', ['他说"不行"', "不行"]),
        ("“甲「乙”丙」", ["甲「乙"]),  # 「 is forgotten with what it stood in
        ("“甲“乙”", ["乙"]),
        ("他说“好”,又说“您好", ["好"]),
        ("“”", []),
        ("“跨\n行”", []),
        ("“未完,您好", []),
        ("完了”,您好“", []),
        ("don't, can't, won't", []),
        ("the customers' money is the bank's", []),
        ("'tis the banks' rule", []),
        ("in '08 and the '90s customers' fund", []),
        ("the fees' ' are", []),
        ('he said " a" x', []),
        ('屏幕6.5"和7"的', []),
        ('a" ', []),
        ('say "a "b" c', ["b"]),
        ('"', []),
        ("'", []),
        ("", []),
    ],
)
def test_what_is_quoted(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"), [("《个人借款合同》", "title"), ("〈附件〉", "title"), ("“合同”", "quote")]
)
def test_titles_are_told_apart(text: str, kind: str) -> None:
    assert quotes(text) == (Quote(1, len(text) - 1, kind),)


def test_a_quote_is_bounded() -> None:
    assert quoted("“" + "长" * 200 + "”") == ["长" * 200]
    assert quoted("“" + "长" * 201 + "”") == []
    assert quoted("“" + "长" * 201 + "“短”") == ["短"]


def test_a_new_line_ends_hope() -> None:
    assert quoted("“一\n二”“三”") == ["三"]


MARKS = st.text("“”「」『』《》〈〉\"' \n保本a5s.", max_size=40)


@given(MARKS)
def test_quotes_are_sorted_nested_and_closed(text: str) -> None:
    found = quotes(text)
    assert [q.start for q in found] == sorted(q.start for q in found)
    closers = dict(zip("“「『《〈\"'", "”」』》〉\"'", strict=True))
    for index, quote in enumerate(found):
        assert 0 < quote.start < quote.end < len(text)
        assert text[quote.end] == closers[text[quote.start - 1]]
        assert "\n" not in text[quote.start : quote.end]
        for other in found[index + 1 :]:
            apart = other.start > quote.end
            inside = other.start > quote.start and other.end < quote.end
            assert apart or inside


@given(st.text("保本a ,。", max_size=30), MARKS)
def test_marks_in_one_line_do_not_reach_another(plain: str, text: str) -> None:
    assert quotes(f"{plain}\n{text}") == tuple(
        Quote(q.start + len(plain) + 1, q.end + len(plain) + 1, q.kind) for q in quotes(text)
    )


@given(st.text("保本您好立即ab ,。", max_size=30).filter(str.strip))
def test_what_stands_in_brackets_is_quoted(text: str) -> None:
    assert quoted(f"说“{text}”。") == [text]
    assert quoted(f"説「{text}」。") == [text]
