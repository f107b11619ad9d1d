"""Fixes are applied whole, beside each other, and never twice; the rest is given back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.errors import UsageError
from replylint.model import Confidence, Edit, Finding, Fix, Safety, Severity
from replylint.rewrite.apply import apply, ordered, touch, write


def fix(*edits: tuple[int, int, str]) -> Fix:
    return Fix("", Safety.SAFE, tuple(Edit(*edit) for edit in edits))


def test_fixes_beside_each_other_are_all_applied() -> None:
    one, other = fix((3, 4, "请"), (0, 1, "您")), fix((4, 5, ""))
    result = apply("你好，把它", [one, other])
    assert result.text == "您好，请"
    assert result.used == (one, other)
    assert result.left == ()


def test_overlaps_are_judged_against_what_is_kept_only() -> None:
    one, two, three = fix((0, 5, "a")), fix((4, 8, "b")), fix((7, 9, "c"))
    result = apply("0123456789", [one, two, three])
    assert result.text == "a56c9"
    assert result.used == (one, three)
    assert result.left == (two,)


def test_the_order_given_decides_not_the_place() -> None:
    one, two = fix((0, 3, "a")), fix((2, 4, "b"))
    assert apply("0123", [two, one]).used == (two,)


def test_a_fix_is_left_whole_when_one_of_its_edits_overlaps() -> None:
    one, two = fix((0, 1, "a")), fix((0, 1, "b"), (2, 3, "c"))
    assert apply("012", [one, two]).text == "a12"


def test_the_same_fix_twice_is_applied_once_and_used_twice() -> None:
    one, two = fix((0, 0, "请")), fix((0, 0, "请"))
    result = apply("处理", [one, two])
    assert result.text == "请处理"
    assert result.used == (one, two)
    partly = fix((0, 0, "请"), (2, 2, "。"))
    assert apply("处理", [one, partly]).left == (partly,)
    assert apply("处理", [fix((0, 1, "x")), fix((0, 1, "x"))]).text == "x理"


def test_insertions_at_one_place_keep_their_order() -> None:
    fixes = [fix((1, 1, "b")), fix((1, 1, "c")), fix((1, 2, "X")), fix((0, 1, "A"))]
    assert apply("012", fixes).text == "AbcX2"
    assert apply("012", fixes[::-1]).text == "AcbX2"


def test_an_insertion_inside_what_is_replaced_is_left() -> None:
    inside = fix((1, 1, "x"))
    assert apply("012", [fix((0, 2, "ab")), inside]).left == (inside,)
    assert apply("012", [inside, fix((0, 2, "ab"))]).text == "0x12"


def test_a_fix_without_edits_changes_nothing() -> None:
    nothing = fix()
    assert apply("好", [nothing]).used == (nothing,)


@pytest.mark.parametrize(
    "stale", [fix((0, 4, "")), fix((-1, 1, "")), fix((2, 1, "")), fix((0, 2, ""), (1, 3, ""))]
)
def test_a_fix_for_another_text_is_refused(stale: Fix) -> None:
    with pytest.raises(UsageError, match="another text"):
        apply("012", [stale])


def test_a_text_that_changed_since_is_refused() -> None:
    assert apply("好", [], planned_for="好").text == "好"
    with pytest.raises(UsageError, match="lint the text again"):
        apply("好", [], planned_for="您好")


def test_touching() -> None:
    assert touch(Edit(0, 2, ""), Edit(2, 3, ""))
    assert touch(Edit(2, 2, "a"), Edit(2, 2, "b"))
    assert not touch(Edit(0, 1, ""), Edit(2, 3, ""))
    assert not touch(Edit(2, 3, ""), Edit(0, 1, ""))


def finding(
    rule: str, start: int, end: int, severity: Severity, sensitive: bool = False
) -> Finding:
    return Finding(rule, "t", severity, Confidence.HIGH, start, end, "", sensitive)


def test_masks_first_then_the_worse_then_the_place() -> None:
    error = finding("b.error", 5, 6, Severity.ERROR)
    wide = finding("c.wide", 0, 9, Severity.WARNING)
    narrow = finding("a.narrow", 0, 2, Severity.WARNING)
    twin = finding("b.narrow", 0, 2, Severity.WARNING)
    mask = finding("z.mask", 7, 8, Severity.INFO, sensitive=True)
    assert ordered([twin, narrow, wide, error, mask]) == (mask, error, wide, narrow, twin)


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, list[Fix]]:
    text = draw(st.text("您请ab，👍", max_size=12))
    fixes = []
    for _ in range(draw(st.integers(0, 6))):
        cuts = draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=4).map(sorted))
        words = draw(st.lists(st.text("xyz", max_size=2), min_size=4, max_size=4))
        spans = list(zip(cuts[::2], cuts[1::2], words, strict=False))
        fixes.append(fix(*spans))
    return text, fixes


@given(cases())
def test_every_fix_is_used_or_left_and_the_rest_of_the_text_stays(
    case: tuple[str, list[Fix]],
) -> None:
    text, fixes = case
    result = apply(text, fixes)
    assert sorted(map(id, result.used + result.left)) == sorted(map(id, fixes))
    spans = sorted({(edit.start, edit.end) for one in result.used for edit in one.edits})
    for (_, end), (start, _) in pairwise(spans):
        assert end <= start
    removed = {at for start, end in spans for at in range(start, end)}
    stays = [char for at, char in enumerate(text) if at not in removed]
    remains = iter(result.text)
    assert all(char in remains for char in stays)
    if result.used:
        assert apply(text, result.used).text == result.text


@given(cases())
def test_one_fix_alone_is_what_write_makes(case: tuple[str, list[Fix]]) -> None:
    text, fixes = case
    for one in fixes:
        assert apply(text, [one]).text == write(text, one.edits)
