"""What is derived from a pattern is in everything it matches; what misleads is refused."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from replylint.errors import PackError
from replylint.rules.literals import PatternError, by_length, certain, minimal, required, vet


@pytest.mark.parametrize(
    ("regex", "words"),
    [
        ("立即", ["立即"]),
        ("立即|马上", ["立即", "马上"]),
        ("(?:立即|马上)?还款", ["还款"]),
        ("请.{0,6}(?:立即|马上)", ["立即", "马上"]),
        ("[赶抓]紧", ["抓紧", "赶紧"]),
        ("[a-c]x", ["ax", "bx", "cx"]),
        ("(?<![0-9a-z])asap(?![0-9a-z])", ["asap"]),
        ("x(?=立即)立即", ["x立即"]),
        ("^立即$", ["立即"]),
        ("(?:立即){2,3}", ["立即立即"]),
        ("(?:立即){1,}还", ["立即"]),
        ("(?:立即)+", ["立即"]),
        ("(?:立即)*+还款", ["还款"]),
        ("(?>立即|马上)还", ["立即还", "马上还"]),
        ("(?P<span>立)即", ["立即"]),
        ("(?P<a>立)?(?(a)即|就)款", ["款"]),
        ("(立)即(?=\\1)", ["立即"]),
        ("(立即).\\1", ["立即"]),
        ("立即|立即还款", ["立即"]),
        ("[^a]立即", ["立即"]),
        ("[一-龥]立即", ["立即"]),
        ("a{3}", ["aaa"]),
        ("(?:ab){9}", ["ab"]),
    ],
)
def test_required(regex: str, words: list[str]) -> None:
    assert list(required(regex) or ()) == words


@pytest.mark.parametrize(
    "regex",
    ["[0-9a-z]+", "立?", "立*", "a|", "a|.", "", ".", "(?:)", " ", "[ \\n]", "(?=立即)", "[^a]"],
)
def test_nothing_is_certain(regex: str) -> None:
    assert required(regex) is None


def test_the_cost_decides_between_what_is_certain() -> None:
    assert required("立即.(?:甲乙|丙丁)") == ("立即",)
    assert required("立即.(?:甲乙|丙丁)", lambda words: -len(words)) == ("丙丁", "甲乙")


def test_too_many_strings_are_not_written_out() -> None:
    many = "(?:" + "|".join(f"a{n}" for n in range(100)) + ")"
    assert required(f"{many}.{many}") == minimal(f"a{n}" for n in range(100))
    assert set(required(many + "{2}") or ()) == set(minimal(f"a{n}" for n in range(100)))
    assert required("[a-j]{5}立即") == ("立即",)


def test_minimal_keeps_what_holds_no_other() -> None:
    assert minimal(["立即", "立即还款", "请立即", "马上", "马"]) == ("立即", "马")
    assert by_length(["您"]) > by_length(["立即", "马上"])


@pytest.mark.parametrize(
    ("regex", "sets"),
    [
        ("立即.{0,4}款", [["立即"], ["款"]]),
        ("(?:立即.{0,4}还).{0,4}款", [["立即"], ["还"], ["款"]]),
        ("(?P<span>请(立即.马上)).款", [["立即"], ["马上"], ["请"], ["款"]]),
        ("(?:立即.还|马上)款", [["款"], ["立即", "马上"]]),
        ("(?:立即.还)?款", [["款"]]),
        ("立即.立即", [["立即"]]),
        (".", []),
    ],
)
def test_every_stretch_is_certain_of_its_own(regex: str, sets: list[list[str]]) -> None:
    assert sorted(map(list, certain(regex))) == sorted(sets)


_ATOMS = st.sampled_from(
    ["甲", "乙丙", "[甲乙]", "[^甲]", ".", "[0-9]", "(?:丁|戊己)", "(?:甲|)", "(?<!甲)乙", "a"]
)
_REGEX = st.recursive(
    _ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: "(?:" + "|".join(parts) + ")"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{1,3}", "{0,2}?"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
    ),
    max_leaves=6,
)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], deadline=None)
@given(_REGEX, st.data())
def test_every_match_holds_one_of_the_literals(regex: str, data: st.DataObject) -> None:
    words = required(regex)
    if words is not None:
        text = data.draw(st.from_regex(re.compile(regex, re.DOTALL), fullmatch=True))
        assert any(word in text for word in words)
        for others in certain(regex):
            assert any(word in text for word in others)


@pytest.mark.parametrize(
    ("regex", "what", "at"),
    [
        (r"立即\b", r"\\b means the wrong thing", 2),
        (r"\d{4}年", r"\\d means", 0),
        (r"立\\\w", r"\\w means", 3),
        (r"[\W]立", r"\\W means", 1),
        (r"立即.*款", "wide class is repeated", 3),
        (r"立即[^,]+款", "wide class is repeated", 6),
        (r"立即[一-龥]{2,}", "wide class is repeated", 7),
        (r"立即.{0,900}款", "wide class is repeated", 3),
        (r"立即\S*", "wide class is repeated", 4),
        (r"立即[^a]*?", "wide class is repeated", 6),
        (r"立即(?:[0-9]+x)*", "repeat inside a repeat", 10),
        ("馬上", '"馬" is never in folded text', 0),
        ("请ASAP", '"A" is never', 1),
        ("[A-Z]立", '"A" is never', 1),
        ("立即！", '"！" is never', 2),
        ("(?i)立即", "flags", 0),
        ("立即(", "the pattern is wrong", 2),
        (r"\p{Han}立", "the pattern is wrong", 0),
    ],
)
def test_what_is_refused_and_where(regex: str, what: str, at: int) -> None:
    with pytest.raises(PatternError, match=what) as caught:
        vet(regex)
    assert caught.value.at == at


@pytest.mark.parametrize(
    "regex",
    [
        r"立即.{0,200}款",
        r"[0-9]+元",
        r"(?s)立即.",
        r"立\\b",
        r"(?(1)a|b)立",
        r"(?>立)[ ]*+",
        r"(?=立)(?!即)\.",
        r"(甲)?(?(1)乙|丙)丁",
        r"(甲)?(?(1)乙)丁",
    ],
)
def test_what_may_stand(regex: str) -> None:
    if "(?(1)a" in regex:
        with pytest.raises(PatternError):  # there is no such group
            vet(regex)
    else:
        vet(regex)


def test_groups_are_named() -> None:
    assert vet("(?P<who>您)(?P<span>还款)") == ("who", "span")


def test_required_tells_a_pattern_that_does_not_parse() -> None:
    with pytest.raises(PackError):
        required("(")
