"""Pieces lead from a reply to its file, and an edit that would break something is not written."""

from __future__ import annotations

import pytest

from replylint.errors import InputError, UsageError
from replylint.text import markup
from replylint.text.markup import Options, Segment
from replylint.text.markup.pieces import (
    Builder,
    Piece,
    Spelling,
    cut,
    newline_of,
    places,
    read_before,
)
from replylint.text.markup.writing import fixed
from replylint.text.protected import Protected

# ab, an entity for c, a gap, d, glue, e
PIECES = (
    Piece(0, 2, 10, 12),
    Piece(2, 3, 12, 17),
    Piece(3, 4, 20, 21),
    Piece(4, 4, 21, 24),
    Piece(4, 5, 24, 25),
)


def segment(*protected: Protected) -> Segment:
    return Segment("abcde", PIECES, lambda spot, new: f"{spot.file_start}{new}", None, protected)


@pytest.mark.parametrize(
    ("span", "place"),
    [
        ((0, 1), (10, 11)),
        ((1, 3), (11, 17)),
        ((3, 5), (20, 25)),
        ((4, 5), (24, 25)),
        ((0, 0), (10, 10)),
        ((2, 2), (12, 12)),
        ((3, 3), (17, 17)),
        ((5, 5), (25, 25)),
    ],
)
def test_places(span: tuple[int, int], place: tuple[int, int]) -> None:
    assert segment().file_span(*span) == place


def test_a_text_without_pieces_has_no_place_of_its_own() -> None:
    assert places((), 0, 0) == (0, 0)


@pytest.mark.parametrize(
    ("span", "can"),
    [((0, 3), True), ((3, 5), True), ((2, 4), False), ((0, 5), False), ((2, 2), True)],
)
def test_no_edit_takes_a_gap_with_it(span: tuple[int, int], can: bool) -> None:
    assert (segment().encode(*span, "x") is not None) is can


def test_glue_goes_only_with_what_is_around_it() -> None:
    pieces = (Piece(0, 0, 0, 3), Piece(0, 1, 3, 4), Piece(1, 1, 5, 6), Piece(1, 2, 6, 7))
    glued = Segment("ab", pieces, lambda spot, new: new)
    assert glued.encode(0, 1, "x") == "x"
    assert glued.encode(1, 2, "x") == "x"
    assert glued.encode(0, 2, "x") is None
    assert cut((spelling := Spelling("ab", pieces)), 1, 2) == ("b", (Piece(0, 1, 6, 7),))
    assert cut(spelling, 0, 1).pieces == (Piece(0, 1, 3, 4),)


def test_words_are_added_at_either_end() -> None:
    assert segment().encode(0, 0, "x") == "10x"
    assert segment().encode(5, 5, "x") == "25x"
    glued = Segment("a", (Piece(0, 1, 0, 1), Piece(1, 1, 1, 4)), lambda spot, new: new)
    assert glued.encode(1, 1, "x") == "x"


def test_no_edit_splits_what_is_written_as_a_whole() -> None:
    pieces = (Piece(0, 2, 0, 5), Piece(2, 3, 5, 6))
    one = Segment("abc", pieces, lambda spot, new: new)
    assert one.encode(1, 3, "x") is None
    assert one.encode(0, 1, "x") is None
    assert one.encode(0, 2, "x") == "x"
    assert one.file_span(1, 2) == (0, 5)


def test_no_edit_touches_what_is_protected() -> None:
    held = segment(Protected(0, 1, "code"), Protected(4, 5, "code"))
    assert held.encode(0, 2, "x") is None
    assert held.encode(3, 5, "x") is None
    assert held.encode(1, 2, "x") == "11x"
    assert held.encode(1, 1, "x") == "11x"


def test_a_part_of_a_text() -> None:
    source = "ab&amp;c--d"
    into = Builder(source)
    into.copy(0, 2)
    into.put("&", 2, 7)
    into.put("", 8, 10)
    into.copy(10, 11)
    spelling = into.done()
    assert spelling.text == "ab&d"
    assert len(into) == 4
    assert cut(spelling, 0, 4) is spelling
    text, pieces = cut(spelling, 1, 4)
    assert text == "b&d"
    assert pieces == (Piece(0, 1, 1, 2), Piece(1, 2, 2, 7), Piece(2, 2, 8, 10), Piece(2, 3, 10, 11))
    assert [read_before(spelling.pieces, at) for at in (0, 1, 3, 7, 9, 11)] == [0, 1, 2, 3, 3, 4]


def test_the_line_end_of_a_file() -> None:
    assert [newline_of(text) for text in ("a", "a\r\nb\n\r\n", "a\rb\r\nc\r", "\n\n\r")] == [
        "\n",
        "\r\n",
        "\r",
        "\n",
    ]


def test_where_nothing_can_be_changed() -> None:
    assert fixed(segment().pieces[0], "x") is None  # type: ignore[arg-type]


def test_formats_and_errors() -> None:
    assert {"text", "yaml", "jsonl", "xliff"} <= {*markup.formats()}
    with pytest.raises(UsageError) as caught:
        markup.parse("", "yml")
    assert caught.value.hint == 'did you mean "yaml"?'
    with pytest.raises(UsageError, match="no format"):
        markup.parse("", "zzzzzz")
    with pytest.raises(InputError) as broken:
        markup.parse('[\n "a" "b"]', "json", Options(path="a.json"))
    assert str(broken.value).startswith("a.json:2:6: a comma or ] is missing; ")


@pytest.mark.parametrize("format", markup.formats())
@pytest.mark.parametrize("text", ["", " \n", "\r\n\r\n"])
def test_an_empty_file_says_so(format: str, text: str) -> None:
    document = markup.parse(text, format)
    assert document.segments == ()
    assert document.note == "the file is empty"
    assert document.text == text
    assert document.format == format
