"""Scalars stay text, everything knows its place, and what is more than that is refused."""

from __future__ import annotations

import pytest
import yaml

from replylint.errors import PackError
from replylint.rules.yaml_source import Items, Scalar, Table, read


def table(text: str) -> Table:
    root = read(text.encode(), "f.yaml")
    assert isinstance(root, Table)
    return root


@pytest.mark.parametrize("word", ["no", "12:30", "0123", "1e3", "~", "null", "2026-01-01", "yes"])
def test_scalars_are_text(word: str) -> None:
    assert table(f"a: [{word}]").texts("a") == (word,)


def test_places_count_from_one_in_code_points() -> None:
    root = table("甲: 1\n乙丙:  [丁,  戊]\n")
    assert str(root.at("乙丙")) == "f.yaml:2:1"
    assert [str(scalar.origin) for scalar in root.scalars("乙丙")] == ["f.yaml:2:7", "f.yaml:2:11"]
    assert root.at("没有") == root.origin


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 立即处理", "f.yaml:1:6"),
        ('a: "立即处理"', "f.yaml:1:7"),
        ("a: '立即处理'", "f.yaml:1:7"),
        ('a: "立\\u5373处理"', "f.yaml:1:4"),
        ("a: |\n  立即处理", "f.yaml:1:4"),
    ],
)
def test_a_character_inside_a_text_has_a_place_where_the_file_spells_it(
    text: str, place: str
) -> None:
    (scalar,) = table(text).scalars("a")
    assert str(scalar.at(2)) == place


def test_accessors() -> None:
    root = table("a: {b: true, c: [x, {d: e}]}\nf: g")
    inner = root.table("a")
    assert inner is not None
    assert inner.flag("b") is True
    assert inner.flag("no") is None
    assert [type(node) for node in inner.many("c")] == [Scalar, Table]
    assert len(inner.tables("c")) == 1
    assert root.texts("f") == ("g",)
    assert root.table("f") is None
    assert root.text("a", "none") == "none"
    assert "f" in root
    assert "g" not in root


def test_an_empty_file_is_nothing_and_an_empty_value_is_missing() -> None:
    assert read(b"# only a comment\n", "f.yaml") is None
    assert table("a:\nb: ''").scalars("a")[0].missing
    assert not table("a:\nb: ''").scalars("b")[0].missing


def test_a_byte_order_mark_is_no_part_of_the_file() -> None:
    assert isinstance(read(b"\xef\xbb\xbfa: b", "f.yaml"), Table)
    assert isinstance(read(b"[a]", "f.yaml"), Items)


@pytest.mark.parametrize(
    ("text", "what", "place"),
    [
        ("a: 1\nb: 2\na: 3", "stands here twice", "f.yaml:3:1"),
        ("a: &x [1]\nb: *x", "aliases", "f.yaml:1:4"),
        ("a: &x [*x]", "aliases", "f.yaml:1:4"),
        ("a: !custom 1", "tags are not allowed", "f.yaml:1:4"),
        ("a: !!python/name:os.system x", "tags are not allowed", "f.yaml:1:4"),
        ("a: !!binary aGk=", "tags are not allowed", "f.yaml:1:4"),
        ("? [a]\n: b", "a key must be text", "f.yaml:1:3"),
        ("a: [1\nb: 2", "is not YAML", "f.yaml:2:2"),
        ("a: 1\n---\nb: 2", "more than one document", "f.yaml:2:1"),
        ("a: \x01", "a character YAML does not allow", "f.yaml"),
        ("a: " + "[" * 20_000, "is not YAML", "f.yaml"),
    ],
)
def test_what_is_refused(text: str, what: str, place: str) -> None:
    with pytest.raises(PackError) as caught:
        read(text.encode(), "f.yaml")
    assert what in caught.value.what
    assert str(caught.value.origin).startswith(place)


def test_what_is_not_utf8_is_told_with_its_line() -> None:
    with pytest.raises(PackError, match=r"f\.yaml:2: is not UTF-8"):
        read("a: 1\nb: 立".encode("gb18030"), "f.yaml")


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [" + f"*a{n - 1}, " * 9 + f"*a{n - 1}]" for n in range(1, 30)]
    with pytest.raises(PackError, match="aliases"):
        read("\n".join(lines).encode(), "f.yaml")


def test_without_libyaml_it_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'a: [no, "12:30", {b: 中}]\n甲: 2026'
    with_it = table(text)
    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    assert table(text) == with_it
