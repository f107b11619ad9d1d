"""The dictionary's counts, and weights that do not depend on who else is weighed."""

from __future__ import annotations

from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.errors import UsageError
from replylint.text import dictionary

COUNTS = dictionary.frequencies()


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands in for the installed jieba."""
    spec = ModuleSpec("jieba", None, is_package=True)
    spec.submodule_search_locations = [str(tmp_path)]
    monkeypatch.setattr(dictionary.PathFinder, "find_spec", lambda name: spec)
    return tmp_path


def test_it_holds_everyday_words() -> None:
    assert COUNTS["保本"] > 0
    assert COUNTS["的"] > COUNTS["本金"]
    assert len(COUNTS) > 300_000


def test_missing_jieba_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionary.PathFinder, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match="pip install jieba"):
        dictionary.frequencies()


def test_jieba_without_its_dictionary_is_missing(package: Path) -> None:
    with pytest.raises(UsageError, match="was not found"):
        dictionary.path()


@pytest.mark.parametrize(
    "content",
    [b"", "保本 3".encode(), "保本 三 n".encode(), b"\xff\xfe 3 n", "保本 3 n 本金".encode()],
)
def test_a_damaged_dictionary_is_named(package: Path, content: bytes) -> None:
    file = package / "dict.txt"
    file.write_bytes(content)
    with pytest.raises(UsageError) as caught:
        dictionary.frequencies()
    assert caught.value.origin is not None
    assert caught.value.origin.path == str(file)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *[("保本", True), ("c++", True), ("etf基金", True), ("保", False), ("", False)],
        *[("保 本", False), ("保·本", False), ("㐀㐁", False), ("〇〇", False)],
    ],
)
def test_words_are_what_both_tokenizers_can_hold(text: str, expected: bool) -> None:
    assert dictionary.is_word(text) is expected


def test_words_that_come_out_whole_need_no_weight() -> None:
    assert dictionary.weights(["保本", "保", "保 本"], COUNTS) == {}


def test_a_word_outweighs_its_likeliest_parts() -> None:
    total = sum(COUNTS.values())
    (weight,) = dictionary.weights(["我的"], COUNTS).values()
    expected = COUNTS["我"] * COUNTS["的"] / total
    assert expected + 1 < weight <= expected + 2


def test_unknown_characters_count_once() -> None:
    assert dictionary.weights(["丙丁"], {"甲": 2}) == {"丙丁": 2}


def test_known_words_may_need_a_greater_weight() -> None:
    counts = {"甲": 900, "乙": 900, "甲乙": 5}
    assert dictionary.weights(["甲乙"], counts)["甲乙"] > 900 * 900 / 1805


@settings(deadline=None)
@given(st.lists(st.text("保本金不我的立即处理a1", min_size=2, max_size=5), max_size=6))
def test_weights_do_not_depend_on_each_other(words: list[str]) -> None:
    together = dictionary.weights(words, COUNTS)
    apart: dict[str, int] = {}
    for word in words:
        apart |= dictionary.weights([word], COUNTS)
    assert together == apart
