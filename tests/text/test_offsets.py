"""Offsets survive the way to other units and back, whatever the text holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.text.offsets import (
    Lines,
    Unit,
    Units,
    code_point_from_utf8,
    code_point_from_utf16,
    utf8_offset,
    utf16_offset,
)

PIECES = (
    "a", "é", "e\u0301", "好", "𠮷", "😊", "👨\u200d👩\u200d👧", "❤\ufe0f", "🇭🇰", "\r\n", "\n",
    "\r", " ", "\ud83d", "\ude0a", "\u2028", "\x85", "\x0b", "\x00", "\uffff",
)  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=25).map("".join)
# Long enough for several strides of the table of `Units`.
long_texts = st.tuples(texts, st.integers(1, 60), texts).map(lambda t: t[0] * t[1] + t[2])


def encoded(text: str, unit: Unit) -> bytes:
    return text.encode(unit.value[0], "surrogatepass")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a", ["a"]),
        ("a\n", ["a", ""]),
        ("a\r\nb\rc\nd", ["a", "b", "c", "d"]),
        ("\n\r\r\n", ["", "", "", ""]),
        ("a\x0bb\u2028c\x85d", ["a\x0bb\u2028c\x85d"]),
    ],
)
def test_lines_end_with_lf_crlf_and_cr_only(text: str, lines: list[str]) -> None:
    found = Lines(text)
    assert len(found) == len(lines)
    assert [found.line_text(n + 1) for n in range(len(lines))] == lines


def test_positions_count_from_one_in_code_points() -> None:
    lines = Lines("😊好\r\n请")
    assert [lines.position(i) for i in range(6)] == [(1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2)]
    assert lines.position_in(Unit.UTF16, 2) == (1, 4)
    assert lines.position_in(Unit.UTF8, 2) == (1, 8)
    assert lines.offset_in(Unit.UTF16, 1, 4) == 2
    assert lines.offset_in(Unit.UTF16, 1, 2) == 0  # inside the emoji
    assert lines.offset_in(Unit.UTF8, 2, 3) == 4


@pytest.mark.parametrize(
    ("text", "offset", "utf16", "utf8"),
    [
        ("😊好", 1, 2, 4),
        ("e\u0301好", 3, 3, 6),
        ("\ud83d好", 2, 2, 6),
        ("ab", 2, 2, 2),
        ("", 0, 0, 0),
    ],
)
def test_known_offsets(text: str, offset: int, utf16: int, utf8: int) -> None:
    assert utf16_offset(text, offset) == utf16
    assert utf8_offset(text, offset) == utf8
    assert code_point_from_utf16(text, utf16) == offset
    assert code_point_from_utf8(text, utf8) == offset


def test_a_place_inside_a_character_is_its_start() -> None:
    assert code_point_from_utf16("好😊好", 2) == 1
    assert [code_point_from_utf8("好😊", n) for n in range(8)] == [0, 0, 0, 1, 1, 1, 1, 2]


@pytest.mark.parametrize("text", ["ab", "好😊"])
def test_places_outside_are_refused(text: str) -> None:
    lines = Lines(text)
    for bad in (
        lambda: lines.position(-1),
        lambda: lines.position(3),
        lambda: lines.offset(0, 1),
        lambda: lines.offset(2, 1),
        lambda: lines.offset(1, 0),
        lambda: lines.offset(1, 4),
        lambda: lines.line_text(2),
        lambda: lines.line_text(0),
        lambda: lines.position_in(Unit.UTF8, 3),
        lambda: lines.offset_in(Unit.UTF16, 1, 0),
        lambda: lines.offset_in(Unit.UTF16, 1, 5),
        lambda: lines.offset_in(Unit.UTF16, 2, 1),
        lambda: utf16_offset(text, 3),
        lambda: utf8_offset(text, -1),
        lambda: code_point_from_utf16(text, -1),
        lambda: code_point_from_utf16(text, 4),
        lambda: code_point_from_utf8(text, 8),
        lambda: Units(text, Unit.UTF8).of(3),
    ):
        with pytest.raises(ValueError, match="outside"):
            bad()


@pytest.mark.parametrize("text", ["a\nb", "a\r\nb", "a\rb"])
def test_columns_end_with_the_line(text: str) -> None:
    lines = Lines(text)
    last = text.index("b")
    assert lines.offset(1, last) == last - 1
    for place in (
        lambda: lines.offset(1, last + 1),
        lambda: lines.offset_in(Unit.UTF8, 1, last + 1),
    ):
        with pytest.raises(ValueError, match="outside"):
            place()


@given(texts)
def test_positions_come_back(text: str) -> None:
    lines = Lines(text)
    places = [lines.position(i) for i in range(len(text) + 1)]
    assert places == sorted(set(places))
    for i, (line, column) in enumerate(places):
        assert lines.offset(line, column) == i
        rest = lines.line_text(line)[column - 1 :]
        assert text[i : i + len(rest)] == rest


@given(texts)
def test_lines_put_together_are_the_text(text: str) -> None:
    lines = Lines(text)
    plain = [lines.line_text(n + 1) for n in range(len(lines))]
    assert "\n".join(plain) == text.replace("\r\n", "\n").replace("\r", "\n")


@given(texts, st.sampled_from(Unit))
def test_positions_in_units_come_back(text: str, unit: Unit) -> None:
    lines = Lines(text)
    for i in range(len(text) + 1):
        line, column = lines.position_in(unit, i)
        assert lines.position(i)[0] == line
        assert lines.offset_in(unit, line, column) == i
        start = lines.offset(line, 1)
        assert column == 1 + unit.length(text[start:i])


@given(long_texts, st.sampled_from(Unit))
def test_units_come_back_and_slices_are_equal(text: str, unit: Unit) -> None:
    units = Units(text, unit)
    data, size = encoded(text, unit), unit.value[1]
    places = [units.of(i) for i in range(len(text) + 1)]
    assert places == sorted(set(places))
    assert places[-1] * size == len(data)
    for i, place in enumerate(places):
        assert units.code_point(place) == i
        if i:
            assert data[places[i - 1] * size : place * size] == encoded(text[i - 1], unit)


@given(texts, st.sampled_from(Unit))
def test_single_conversions_agree_with_tables(text: str, unit: Unit) -> None:
    units = Units(text, unit)
    of, back = {
        Unit.UTF16: (utf16_offset, code_point_from_utf16),
        Unit.UTF8: (utf8_offset, code_point_from_utf8),
    }[unit]
    for i in range(len(text) + 1):
        assert of(text, i) == units.of(i)
        assert back(text, units.of(i)) == i


@given(texts, st.sampled_from(Unit))
def test_every_place_lies_in_the_character_it_gives(text: str, unit: Unit) -> None:
    units = Units(text, unit)
    for place in range(units.of(len(text)) + 1):
        i = units.code_point(place)
        assert units.of(i) <= place
        assert i == len(text) or place < units.of(i + 1)
