"""The one-line language: every item, and every mistake at its character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.errors import Origin, PackError
from replylint.rules.sequence import Line, Space, Words, parse
from replylint.rules.yaml_source import Scalar


def line(text: str) -> Line:
    return parse(Scalar(text, Origin("f.yaml", 3, 15), shift=1))


def shown(parsed: Line) -> list[object]:
    return [
        (item.most, [ref.text for ref in item.forbid])
        if isinstance(item, Space)
        else ([ref.text for ref in item.refs], item.capture, item.optional)
        for item in parsed.items
    ]


def test_the_example_of_the_documentation() -> None:
    assert shown(line("$customer? ..4 $pressure.now ..6 !$courtesy verb=$verb.todo")) == [
        (["$customer"], None, True),
        (4, []),
        (["$pressure.now"], None, False),
        (6, ["$courtesy"]),
        (["$verb.todo"], "verb", False),
    ]


def test_groups_literals_and_gaps() -> None:
    parsed = line("who=(甲|$乙| call me )? .. !(丙|丁) !戊 {赶,抓}紧 己")
    assert shown(parsed) == [
        (["甲", "$乙", "call me"], "who", True),
        (None, ["丙", "丁", "戊"]),
        (["{赶,抓}紧"], None, False),
        (0, []),
        (["己"], None, False),
    ]
    assert parsed.from_start is None
    assert parsed.to_end is None


def test_anchors() -> None:
    parsed = line("^ ..3 甲 ..2 !乙 $")
    assert parsed.from_start == Space(3)
    assert parsed.to_end is not None
    assert (parsed.to_end.most, parsed.to_end.forbid[0].text) == (2, "乙")
    assert line("^ 甲 $") == Line(
        (line("甲").items[0].__class__((Scalar("甲", _at(2)),)),), Space(), Space()
    )


def _at(index: int) -> Origin:
    return Origin("f.yaml", 3, 16 + index)


def test_references_know_their_place() -> None:
    parsed = line("甲 ..4 !(乙| 丙) 丁")
    gap = parsed.items[1]
    assert isinstance(gap, Space)
    assert [ref.origin for ref in gap.forbid] == [_at(8), _at(11)]
    last = parsed.items[2]
    assert isinstance(last, Words)
    assert last.refs[0].origin == _at(14)


@pytest.mark.parametrize(
    ("text", "what", "at"),
    [
        ("甲 ..4", "a gap leads nowhere", 4),
        ("..4 甲", "a gap must follow words", 0),
        ("甲 ..4 ..5 乙", "two gaps", 6),
        ("甲 ..x 乙", "is no gap", 2),
        ("甲 !乙 丙", '"!" must follow a gap', 2),
        ("甲 ..3 x=!乙 丙", '"!" must follow a gap', 8),
        ("甲 ^ 乙", '"^" must come first', 2),
        ("^ ^ 乙", '"^" must come first', 2),
        ("$ 甲", '"$" must come last', 0),
        ("甲 $ 乙", 'nothing may follow "$"', 4),
        ("甲? 乙?", "every item may be missing", 0),
        ("", "every item may be missing", 0),
        ("x=甲 x=乙", "stands here twice", 4),
        ("all=甲", "cannot name a capture", 0),
        ("(甲", "a bracket", 0),
        ("甲)", "a bracket", 1),
        ("(甲||乙)", "a word is missing", 3),
        ("甲 ..2 !$ 乙", "a word is missing", 7),
    ],
)
def test_mistakes_are_told_at_their_character(text: str, what: str, at: int) -> None:
    with pytest.raises(PackError) as caught:
        line(text)
    assert what in caught.value.what
    assert caught.value.origin == _at(at)


@given(st.text("$!^.(|)?=甲a 4", max_size=16))
def test_any_line_is_read_or_refused(text: str) -> None:
    try:
        parsed = line(text)
    except PackError:
        return
    assert isinstance(parsed.items[0], Words)
    assert isinstance(parsed.items[-1], Words)
    for first, second in zip(parsed.items, parsed.items[1:], strict=False):
        assert isinstance(first, Words) is isinstance(second, Space)
