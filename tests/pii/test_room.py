"""The room as the engine sees it: names without imports, exact gates, tiers as a parameter."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.pii import DETECTORS, TIERS, Gate, Public
from replylint.pii.digits import plain
from replylint.text.fold import fold

from .finding import spans
from .test_leaks import LEAKS

PIECES = st.sampled_from(
    [value for _, text, _ in LEAKS for value in (text,)]
    + [
        "您好",
        "，",
        "。",
        " ",
        "手机",
        "订单号",
        "13",
        "8",
        "-",
        "(",
        ")",
        "@",
        "一",
        "abc",
        "1,280元",
    ]
)
MESSAGES = st.lists(PIECES, max_size=5).map("".join)


def test_names_are_known_without_importing_a_detector() -> None:
    program = (
        "import sys, replylint.pii as pii; names = list(pii.DETECTORS);"
        "assert not any('replylint.pii.' + n.replace('-', '_') in sys.modules for n in names);"
        "print(len(names))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) == len(DETECTORS)


@pytest.mark.parametrize("name", DETECTORS)
def test_every_module_has_the_four_things(name: str) -> None:
    module = importlib.import_module("replylint.pii." + name.replace("-", "_"))
    assert name == module.NAME
    assert DETECTORS[name].name == name
    assert callable(module.find)
    assert callable(module.validate)
    assert callable(module.mask)


@settings(deadline=None)  # the first search of a pattern compiles it
@given(MESSAGES)
def test_a_closed_gate_loses_no_finding(text: str) -> None:
    folded = fold(text).text
    for detector in DETECTORS.values():
        if not detector.gate.admits(folded):
            assert list(detector.find(folded, Public())) == []


@settings(deadline=None)  # the first search of a pattern compiles it
@given(MESSAGES)
def test_hits_are_sorted_apart_and_inside_the_text(text: str) -> None:
    folded = fold(text).text
    for detector in DETECTORS.values():
        last = 0
        for hit in detector.find(folded, Public()):
            assert last <= hit.start < hit.end <= len(folded)
            assert hit.tier in TIERS
            last = hit.end


@settings(deadline=None)  # the first search of a pattern compiles it
@given(MESSAGES)
def test_what_a_mask_shows_is_less_than_what_was_there(text: str) -> None:
    folded = fold(text).text
    for detector in DETECTORS.values():
        for hit in detector.find(folded, Public()):
            assert plain(folded)[hit.start : hit.end] not in hit.mask


@settings(deadline=None)  # the first search of a pattern compiles it
@given(st.text(alphabet="0123456789 -.()+abx*:@一二三两幺零年元号", max_size=40))
def test_no_text_of_digits_breaks_a_detector(text: str) -> None:
    folded = fold(text).text
    for detector in DETECTORS.values():
        list(detector.find(folded, Public()))


@settings(deadline=None)  # the first search of a pattern compiles it
@given(MESSAGES)
def test_figures_stand_where_the_spoken_ones_stood(text: str) -> None:
    assert len(plain(text)) == len(text)


def test_a_rule_may_ask_for_tiers() -> None:
    text = "手机13812345678。13912345678"
    assert spans("cn-mobile", text, tier="cued") == ["13812345678"]
    assert spans("cn-mobile", text, tier="cued shape") == ["13812345678", "13912345678"]
    assert spans("cn-mobile", text, tier="strong") == []
    with pytest.raises(ValueError, match="no such tier"):
        spans("cn-mobile", text, tier="sure")
    with pytest.raises(TypeError):
        spans("cn-mobile", text, colour="red")


def test_a_gate_asks_for_digits_that_stand_together() -> None:
    assert Gate(run=11).admits("138-1234-5678")
    assert Gate(run=11).admits("一三八一二三四五六七八")
    assert not Gate(run=11).admits("尾号1234，3月5日，1,280.50元，95588")
    assert Gate(digits=2, literals=("码",)).admits("码12")
    assert not Gate(digits=2, literals=("码",)).admits("12")
    assert not Gate(digits=2, literals=("码",)).admits("码1")
