"""A style refuses to read what its format would read otherwise; an edit then is not written."""

from __future__ import annotations

import pytest

from replylint.text.markup.csv import QuotedCell
from replylint.text.markup.entities import AttributeValue
from replylint.text.markup.json import JsonString
from replylint.text.markup.po import PoString
from replylint.text.markup.properties import PropertyValue
from replylint.text.markup.toml_strings import TomlString
from replylint.text.markup.writing import Style, UnreadableError, rewriting
from replylint.text.markup.yaml_scalars import Block, Double, Plain, Single


@pytest.mark.parametrize(
    ("style", "source"),
    [
        (QuotedCell(), '"a"b"'),
        (AttributeValue('"'), 'a"b'),
        (AttributeValue(""), ""),
        (JsonString(), '"a"b"'),
        (JsonString(), '"\\u12"'),
        (PoString(), '"a" b'),
        (PropertyValue(), "\\u12"),
        (PropertyValue(), " a"),
        (TomlString('"'), '"a"b"'),
        (TomlString('"'), '"\\q"'),
        (TomlString('"'), '"\\ud800"'),
        (TomlString("'"), "'a'b'"),
        (Single(), "'a'b'"),
        (Double(), '"a"b"'),
        (Double(), '"\\q"'),
        (Double(), '"\\ud800"'),
        (Double(), '"\\x1"'),
        (Plain(), "a: b"),
        (Plain(), "12"),
        (Plain(flow=True), "a, b"),
        (Block(2), "x"),
        (Block(2), "|\n   a"),
        (Block(2), "|\n     \n  a"),
    ],
)
def test_unreadable(style: Style, source: str) -> None:
    with pytest.raises(UnreadableError):
        style.read(source, 0, len(source))


def test_what_cannot_be_read_again_is_not_written() -> None:
    class Careless(JsonString):
        def write(self, new: str, raw: str) -> str | None:
            return new

    encode = rewriting('"ab"', 0, 4, Careless(), "ab")
    from replylint.text.markup.pieces import Spot

    assert encode(Spot(0, 1, 1, 2), '"') is None
    assert encode(Spot(0, 1, 1, 2), "x") == "x"
