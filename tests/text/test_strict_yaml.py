"""Hand-written YAML: all text, every place known, whatever is doubtful refused."""

from __future__ import annotations

import pytest

from replylint.errors import GlossaryError
from replylint.text.strict_yaml import Node, read


def document(source: str | bytes) -> Node:
    node = read(source, "f.yaml", GlossaryError)
    assert node is not None
    return node


def test_scalars_stay_as_written() -> None:
    keys = document("a: no\nb: 1e3\nc: 2026-11-24\nd: ~\ne:\n").keys("f")
    assert {key: node.scalar for key, node in keys.items()} == {
        "a": "no",
        "b": "1e3",
        "c": "2026-11-24",
        "d": "~",
        "e": "",
    }


def test_places_count_code_points() -> None:
    keys = document("名: {𠮷: [x, 值]}\n").keys("f")
    inner = keys["名"].keys("名")
    assert inner["𠮷"].items("𠮷")[1].origin.column == 12


@pytest.mark.parametrize(
    ("source", "place", "says"),
    [
        ("a: 1\nb: 2\na: 3\n", "f.yaml:3:1", "twice; first on line 1"),
        ("a: &x 1\nb: 2\n", "f.yaml:1:4", "anchors"),
        ("a: !!int 3\n", "f.yaml:1:4", "tags"),
        ("a: [\n", "f.yaml:2:1", "not YAML"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1", "more than one document"),
        ("? [a]\n: b\n", "f.yaml:1:3", "a key must be text"),
        ("[" * 60 + "]" * 60, "f.yaml:1:42", "too deeply"),
        ("a: \x00\n", "f.yaml", "character"),
        (b"a: 1\nb: \xff\n", "f.yaml:2", "UTF-8"),
        ("a: \ud800\n", "f.yaml", "character"),
    ],
)
def test_refuses(source: str | bytes, place: str, says: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        document(source)
    assert str(caught.value.origin) == place
    assert says in str(caught.value)


def test_merge_keys_are_plain_keys() -> None:
    assert set(document("<<: x\n").keys("f")) == {"<<"}


def test_nothing_is_none() -> None:
    assert read("# only a comment\n", "f.yaml", GlossaryError) is None
    assert read("", "f.yaml", GlossaryError) is None


def test_a_byte_order_mark_is_no_text() -> None:
    assert set(document(b"\xef\xbb\xbfa: 1\n").keys("f")) == {"a"}


def test_accessors_say_what_they_wanted() -> None:
    node = document("a: [x]\nb: ''\n")
    keys = node.keys("the file", ["a", "b"])
    assert keys["a"].texts("a") == ("x",)
    for call, says in [
        (lambda: node.keys("the file", ["aa", "b"]), 'has no key "a"; did you mean'),
        (lambda: node.keys("the file", ["zzz", "b"]), "known keys: zzz, b"),
        (lambda: keys["a"].text("a"), "must be text"),
        (lambda: keys["b"].text("b"), "must be text"),
        (lambda: node.items("the file"), "must be a list"),
        (lambda: keys["b"].keys("b"), "must be a mapping"),
    ]:
        with pytest.raises(GlossaryError, match=says):
            call()
