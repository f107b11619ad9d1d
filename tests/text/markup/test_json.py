"""JSON is read strictly, its strings with the place of every character."""

from __future__ import annotations

import pytest

from replylint.errors import InputError

from .edited import read, slices, texts


def test_escapes() -> None:
    source = r'{"text": "\ud83d\ude00\"\\\/\b\f\n\r\t请\u7acb即\ud800x\udc00"}'
    document = read(source, "json")
    assert texts(document) == ['😀"\\/\b\f\n\r\t请立即\ud800x\udc00']
    assert slices(document, "😀") == [r"\ud83d\ude00"]
    assert slices(document, "立即") == [r"\u7acb即"]


@pytest.mark.parametrize(
    ("source", "new", "written"),
    [
        ('["请立即"]', '"\n😊\\', '\\"\\n😊\\\\'),
        (r'["\u8bf7\u7acb\u5373"]', "尽😊", r"\u5c3d\ud83d\ude0a"),
        (r'["\n\u00001\u0007"]', "尽", "尽"),
        ('["请立即"]', "\ud83d", "\ud83d"),
    ],
)
def test_edits(source: str, new: str, written: str) -> None:
    (segment,) = read(source, "json", fields=("[0]",)).segments
    assert segment.encode(1, 3, new) == written


@pytest.mark.parametrize(
    ("source", "column", "said"),
    [
        ("[1,]", 4, "a value is missing"),
        ("[1", 3, "a comma or ] is missing"),
        ("[1 2]", 4, "a comma or ] is missing"),
        ('{"a" 1}', 6, "a colon is missing"),
        ('{"a": 1 "b"}', 9, "a comma or } is missing"),
        ('{"a": 1,}', 9, "a key in double quotes is missing"),
        ("{1: 2}", 2, "a key in double quotes is missing"),
        ("{", 2, "a key in double quotes is missing"),
        ("{} x", 4, "more behind the end"),
        ("[tru]", 2, "this is not JSON"),
        ("[01]", 2, "this is not JSON"),
        ("[NaN]", 2, "this is not JSON"),
        ("['a']", 2, "double quotes"),
        ("[1, // c\n2]", 5, "JSON has no comments"),
        ("/* c */ []", 1, "JSON has no comments"),
        ('["abc', 6, "does not end"),
        ('["a\\', 4, "escape does not exist"),
        ('["a\\x"]', 4, "escape does not exist"),
        ('["a\\u12"]', 4, "four hexadecimal digits"),
        ('["a\nb"]', 4, "line end or control character"),
        ('["a\x00b"]', 4, "line end or control character"),
        ("\ufeff[]", 1, "this is not JSON"),
    ],
)
def test_errors_have_a_place(source: str, column: int, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read(source, "json")
    origin = caught.value.origin
    assert origin
    assert (origin.line, origin.column) == (1, column)
    assert caught.value.hint


def test_values_of_all_kinds() -> None:
    source = '\r\n{"a": [], "b": {}, "c": [1, -2.5e+3, true, false, null], "text": "好"} \t'
    assert texts(read(source, "json")) == ["好"]
