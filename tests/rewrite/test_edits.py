"""Edits touch only what changes, and nothing that is protected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.model import Edit
from replylint.rewrite.edits import minimal
from replylint.rewrite.template import Chunk, Origin


def edits(old: str, new: str) -> tuple[Edit, ...] | None:
    return minimal(old, 0, len(old), (Chunk(new),), ())


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("请处理", "请处理", ()),
        ("请处理", "麻烦您处理", (Edit(0, 1, "麻烦您"),)),
        ("您必须今天还款", "您可以今天还款", (Edit(1, 3, "可以"),)),
        ("您处理", "您好处理", (Edit(1, 1, "好"),)),
        ("您好处理", "您处理", (Edit(1, 2, ""),)),
        ("your card", "you card", (Edit(0, 4, "you"),)),
        ("a card", "a cardboard", (Edit(2, 6, "cardboard"),)),
        ("re card", "pre card", (Edit(0, 2, "pre"),)),
        ("to call", "to recall", (Edit(3, 7, "recall"),)),
        ("共100元", "共1000元", (Edit(1, 4, "1000"),)),
        ("cafe\u0301", "cafe", (Edit(0, 5, "cafe"),)),
        ("请App处理", "请您用App处理", (Edit(1, 1, "您用"),)),
        ("您您", "您", (Edit(1, 2, ""),)),
        ("您", "您您", (Edit(1, 1, "您"),)),
    ],
)
def test_only_whole_words_that_change(old: str, new: str, expected: tuple[Edit, ...]) -> None:
    assert edits(old, new) == expected


def test_words_go_on_beyond_the_replaced_stretch() -> None:
    assert minimal("xyz", 1, 2, (Chunk("yb"),), ()) == (Edit(1, 2, "yb"),)
    assert minimal("xyz", 1, 2, (Chunk("by"),), ()) == (Edit(1, 2, "by"),)
    assert minimal("好y", 1, 2, (Chunk("by"),), ()) == (Edit(1, 2, "by"),)


def test_copied_words_stay_where_they_are() -> None:
    text = "请立即上传证件照片"
    chunks = (Chunk("麻烦您"), Chunk("上传证件照片", Origin.COPIED, 3), Chunk("，谢谢"))
    assert minimal(text, 0, 9, chunks, ()) == (Edit(0, 3, "麻烦您"), Edit(9, 9, "，谢谢"))


def test_of_copied_words_in_another_order_the_longest_stay() -> None:
    text = "证件马上给我"
    chunks = (
        Chunk("给我", Origin.COPIED, 4),
        Chunk("的"),
        Chunk("证件马上", Origin.COPIED, 0),
    )
    assert minimal(text, 0, 6, chunks, ()) == (Edit(0, 0, "给我的"), Edit(4, 6, ""))


def test_words_copied_from_elsewhere_are_new_here() -> None:
    text = "账户：马上处理"
    assert minimal(text, 3, 5, (Chunk("账户", Origin.COPIED, 0),), ()) == (Edit(3, 5, "账户"),)
    later, across = Chunk("处理", Origin.COPIED, 5), Chunk("上处", Origin.COPIED, 4)
    assert minimal(text, 3, 5, (later,), ()) == (Edit(3, 5, "处理"),)
    assert minimal(text, 3, 5, (across,), ()) == (Edit(3, 5, "上处"),)
    both = (Chunk("账户", Origin.COPIED, 0), Chunk("上", Origin.COPIED, 4))
    assert minimal(text, 3, 5, both, ()) == (Edit(3, 4, "账户"),)


def test_an_edit_is_split_around_what_is_protected() -> None:
    text = "立即打开{链接}处理"
    new = (Chunk("您可打开{链接}查看"),)
    assert minimal(text, 0, 10, new, ((4, 8),)) == (Edit(0, 2, "您可"), Edit(8, 10, "查看"))
    assert minimal(text, 0, 10, (Chunk("您可打开"),), ((4, 8),)) is None
    assert minimal(text, 0, 6, (Chunk("您可打开{链接}"),), ((4, 8),)) is None
    assert minimal(text, 6, 10, (Chunk("{链接}"),), ((4, 8),)) is None
    assert minimal(text, 6, 6, (Chunk("您"),), ((4, 8),)) is None
    assert minimal(text, 4, 4, (Chunk("您"),), ((4, 8),)) == (Edit(4, 4, "您"),)
    assert minimal(text, 8, 8, (Chunk("您"),), ((4, 8),)) == (Edit(8, 8, "您"),)
    assert minimal(text, 0, 10, new, ((4, 8), (5, 7))) == (Edit(0, 2, "您可"), Edit(8, 10, "查看"))


words = st.text("您请处理ab1 ，{}", max_size=12)


@st.composite
def replacements(draw: st.DrawFn) -> tuple[str, int, int, tuple[Chunk, ...], list[tuple[int, int]]]:
    text = draw(st.text("您请处理ab1 ，{}", max_size=20))
    spots = st.integers(0, len(text))
    start, end = sorted((draw(spots), draw(spots)))
    chunks = []
    for _ in range(draw(st.integers(0, 4))):
        low, high = sorted((draw(spots), draw(spots)))
        copied = Chunk(text[low:high], Origin.COPIED, low)
        chunks.append(draw(st.one_of(words.map(Chunk), st.just(copied))))
    spans = [tuple(sorted((draw(spots), draw(spots)))) for _ in range(draw(st.integers(0, 2)))]
    return text, start, end, tuple(chunks), [(low, high) for low, high in spans if low < high]


@given(replacements())
def test_the_edits_make_the_new_text_and_touch_nothing_protected(
    case: tuple[str, int, int, tuple[Chunk, ...], list[tuple[int, int]]],
) -> None:
    text, start, end, chunks, protected = case
    made = minimal(text, start, end, chunks, protected)
    if made is None:
        assert protected
        return
    result, at = "", 0
    for edit in made:
        assert at <= edit.start <= edit.end
        assert not any(low < edit.end and edit.start < high for low, high in protected)
        result += text[at : edit.start] + edit.text
        at = edit.end
    result += text[at:]
    assert result == text[:start] + "".join(chunk.text for chunk in chunks) + text[end:]
