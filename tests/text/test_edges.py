"""The table never hides a crossing, and hits are judged the same with it and without."""

from __future__ import annotations

import json
import pickle
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.errors import UsageError
from replylint.text import edges
from replylint.text.edges import Crossings, Data, Edges, between_words, crossings
from replylint.text.tokens import Tokenizer, tokenizer

USER_WORDS = ["不保本金", "保本型", "立即处理", "您好您", "4s店铺"]
LITERALS = [
    *(
        "保本",
        "本金",
        "保",
        "您",
        "你",
        "不",
        "会",
        "立即",
        "马上",
        "必须",
        "处理",
        "收益",
        "收益率",
    ),
    *("年化收益率", "大额存单", "存", "单", "请", "贷款", "还款", "最低还款额", "中国", "中国人民"),
    *(
        "说不定",
        "不是",
        "是不",
        "了",
        "的",
        "风险",
        "保险",
        "行",
        "银行",
        "4s",
        "店",
        "style",
        "c+",
    ),
    *("don't", "don", "请您", "保,本", "，", "确保本行", "加", "不及"),
]


@cache
def table() -> Crossings:
    return crossings(LITERALS, USER_WORDS)


@cache
def cutter() -> Tokenizer:
    return tokenizer("rjieba", table().words)


class AlwaysAsk(Crossings):
    """The same user words, but every hit goes to the tokenizer."""

    def may_cross(self, text: str, start: int, end: int) -> bool:
        return True


def hits(text: str) -> list[tuple[int, int]]:
    return [
        (at, at + len(literal))
        for literal in LITERALS
        for at in range(len(text))
        if text.startswith(literal, at)
    ]


# Words that overlap the literals' edges in many ways, so that crossings are frequent.
PIECES = st.sampled_from(
    [
        *LITERALS,
        *USER_WORDS,
        *("确", "确保", "保本基金", "本行", "金额", "人民银行", "人民", "国", "中", "国人", "行长"),
        *(
            "说",
            "定",
            "不会",
            "会不会",
            "机会",
            "您好",
            "好",
            "迷你",
            "你好",
            "存单位",
            "单位",
            "款",
        ),
        *(
            "成立",
            "立",
            "即将",
            "马",
            "上面",
            "江南style",
            "s",
            "4",
            "'",
            "’",
            " ",
            "\n",
            "。",
            "3.5%",
        ),
        *("㐀", "〇", "é", "😀", "\ud800", "本金融", "金融", "贷", "率", "益", "中国人民银行行长"),
        *("新加坡", "迫不及待", "新", "坡", "迫", "待"),
    ]
)
TEXT = st.lists(PIECES, max_size=14).map("".join)


@settings(max_examples=500, deadline=None)
@given(TEXT)
def test_a_hit_that_cannot_be_crossed_is_not(text: str) -> None:
    cuts = cutter().edges(text)
    for start, end in hits(text):
        if not table().may_cross(text, start, end):
            for at in (start, end):
                assert (
                    at in cuts or text[at - 1 : at + 1].isascii()
                )  # of an ASCII run: judged apart


@settings(max_examples=300, deadline=None)
@given(TEXT, st.sampled_from(["rjieba", "jieba"]))
def test_verdicts_are_the_same_without_the_table(text: str, name: str) -> None:
    quick, slow = judge(name), judge(name, ask=True)
    for start, end in hits(text):
        verdict = slow.clean(text, start, end)
        assert quick.clean(text, start, end, known=True) == verdict
        assert quick.clean(text, start, end) == verdict


@settings(max_examples=300, deadline=None)
@given(TEXT, st.data())
def test_any_stretch_is_judged_by_the_tokens_of_the_whole_text(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    clean = judge("rjieba").clean(text, start, end)
    if clean:
        assert {start, end} <= cutter().edges(text)
    elif not any(quote in text for quote in "'’é"):
        assert not {start, end} <= cutter().edges(text)


@cache
def judge(name: str, ask: bool = False) -> Edges:
    known = AlwaysAsk(table().to_data()) if ask else table()
    return Edges(known, name)


@pytest.mark.parametrize(
    ("text", "hit", "clean"),
    [
        ("确保本行客户", "保本", False),
        ("本产品不保本", "保本", True),
        ("请立即处理", "立即", False),  # 立即处理 is a user word here
        ("请立即回电", "立即", True),
        ("该产品不保本金", "保本", False),  # inside a user word
        ("该产品不保本金", "本金", False),
        ("该产品不保本金", "不", False),
        ("您好", "您", False),
        ("麻烦您回复", "您", True),
        ("说不定", "不", False),
        ("中国人民银行", "中国人民", False),  # inside one long word
        ("在新加坡开户", "加", False),  # no other word joins 加 to either neighbour
        ("迫不及待", "不及", False),
        ("最低还款额", "最低还款额", True),  # over several tokens
        ("保本", "保本", True),
        ("江南styles", "style", False),
        ("我的4s店", "4s", False),
        ("保,本", "保,本", True),
    ],
)
@pytest.mark.parametrize("ask", [False, True])
def test_hits(text: str, hit: str, clean: bool, ask: bool) -> None:
    at = text.index(hit)
    assert judge("rjieba", ask).clean(text, at, at + len(hit)) is clean


LATIN = [
    ("i don't know", "don't", True),
    ("i don't know", "don", False),
    ("i don't know", "n't", False),
    ("i don't know", "'t", True),
    ("i don't know", "t", False),
    ("i don’t know", "don", False),
    ("the banks' fees", "banks", True),
    ("say 'must' now", "must", True),
    ("guaranteed", "guarantee", False),
    ("unguaranteed", "guaranteed", False),
    ("a guaranteed return", "guaranteed", True),
    ("请点击link2查看", "link", False),
    ("请点击link查看", "link", True),
    ("café", "caf", False),
    ("'t", "t", True),
    ("t'", "t", True),
]


@cache
def latin_table() -> Crossings:
    return crossings(hit for _, hit, _ in LATIN)


@pytest.mark.parametrize(("text", "hit", "clean"), LATIN)
def test_latin_edges_need_no_tokenizer(text: str, hit: str, clean: bool) -> None:
    at = text.index(hit)
    assert Edges(latin_table(), "none").clean(text, at, at + len(hit), known=True) is clean


def test_the_tokenizer_is_made_when_it_is_needed() -> None:
    lazy = Edges(table(), "none")
    assert lazy.clean("请您必须,今天", 2, 4, known=True)
    with pytest.raises(UsageError, match='no tokenizer "none"'):
        lazy.clean("确保本行", 1, 3)


def test_it_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def make(name: str, words: object) -> Tokenizer:
        made.append(name)
        return cutter()

    monkeypatch.setattr(edges, "tokenizer", make)
    shared = Edges(table())
    with ThreadPoolExecutor(4) as pool:
        verdicts = list(pool.map(lambda _: shared.clean("确保本行", 1, 3), range(50)))
    assert verdicts == [False] * 50
    assert made == ["auto"]
    assert shared.tokenizer is cutter()


class Counting:
    """A tokenizer that remembers how much it was given."""

    name = "counting"

    def __init__(self) -> None:
        self.given: list[int] = []

    def edges(self, text: str) -> frozenset[int]:
        self.given.append(len(text))
        return cutter().edges(text)

    def words(self, text: str) -> list[str]:
        raise AssertionError


def test_only_the_stretch_around_a_hit_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    counting = Counting()
    monkeypatch.setattr(edges, "tokenizer", lambda name, words: counting)
    judging = Edges(table())
    text = "您好,确保本行安全。" * 60
    assert not judging.clean(text, 4, 6)
    assert not judging.clean(text, 4, 6)  # the same stretch again
    assert not judging.clean(text, 14, 16)
    assert counting.given == [6, 6]
    short = text[:30]
    assert not judging.clean(short, 4, 6)
    assert not judging.clean(short, 14, 16)
    assert counting.given == [6, 6, 30]
    counting.given.clear()
    endless = "确保本行" * 5000
    assert not judging.clean(endless, 9001, 9003)
    assert not judging.clean(endless, 1, 3)
    assert counting.given == [2002, 1003]


@settings(max_examples=100, deadline=None)
@given(TEXT)
def test_a_hit_is_judged_the_same_in_a_long_text(text: str) -> None:
    long = f"{text}。" + "您好,确保本行安全。" * 60
    for start, end in hits(text):
        if end < len(text) or text[end - 1 : end] not in "'’":  # may belong to what follows
            assert judge("rjieba").clean(long, start, end) is judge("rjieba").clean(
                text, start, end
            )


def test_unknown_stretches_are_asked_for_between_word_characters_only() -> None:
    assert between_words("确保安全", 1, 3)
    assert between_words("安全确保", 0, 2)
    assert not between_words(",安全。", 1, 3)
    assert not between_words("安全", 0, 2)
    assert not between_words("安全", 2, 2)


def test_plain_data_survives_json() -> None:
    copy = Crossings.from_data(json.loads(json.dumps(table().to_data())))
    assert copy.to_data() == table().to_data()
    assert copy.words == table().words
    assert copy.may_cross("确保本行", 1, 3)
    assert not copy.may_cross("不保本", 1, 3)


def test_data_may_be_given_when_it_is_first_asked_for() -> None:
    asked: list[int] = []

    def data() -> Data:
        asked.append(1)
        return table().to_data()

    later = Crossings.from_data(data)
    assert not asked
    assert later.may_cross("确保本行", 1, 3) is table().may_cross("确保本行", 1, 3)
    assert later.words == table().words
    assert asked == [1]


def test_pickled_ones_judge_the_same() -> None:
    copy: Edges = pickle.loads(pickle.dumps(judge("rjieba")))
    for text in ("确保本行客户", "本产品不保本", "请立即回电"):
        for start, end in hits(text):
            assert copy.clean(text, start, end) == judge("rjieba").clean(text, start, end)


def test_user_words_are_part_of_the_table() -> None:
    plain = crossings(["保本"])
    assert plain.words == {}
    assert not plain.may_cross("纯保本型", 1, 3)
    assert "保本型" in table().words
    assert table().may_cross("纯保本型", 1, 3)


def test_no_literals_make_an_empty_table() -> None:
    empty = crossings([""])
    assert empty.to_data() == {"words": {}, "before": {}, "after": {}, "around": {}}


def test_what_is_sure_is_clean_wherever_it_stands() -> None:
    made = crossings([*LITERALS, "咱们", "link"])
    assert made.sure("咱们")
    assert not made.sure("保本")  # 确保本行
    assert not made.sure("link")  # Latin letters may go on
    judging = Edges(made)
    assert judging.sure("咱们")
    for text in ("咱们", "请咱们的", "他咱们好", "的咱们,"):
        at = text.index("咱们")
        assert judging.clean(text, at, at + 2)
        assert judging.clean(text, at, at + 2, known=True)
