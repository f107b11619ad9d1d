"""A pack comes back from JSON as it went in."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

from replylint.rules.codec import decode, encode
from replylint.rules.load import load
from replylint.rules.rule import Pack

from .made import file, loaded, rule

TOYS = Path(__file__).parent / "pack"


def through(pack: Pack) -> Pack:
    return decode([json.dumps(row).encode() for row in encode(pack)])


def test_the_toys_come_back() -> None:
    pack = load([TOYS]).pack
    assert through(pack) == pack


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("    match: [立即]\n", "phrase"),
        ("    match: [立即]\n    since: '0.1'\n    sensitive: true\n", "phrase"),
        ("    match: [立即]\n    where: {history: {agent: {has: [甲]}}, whole: false}\n", "phrase"),
        (
            "    match: [立即]\n    shifts: {profile: [x], recipient: owner, severity: off}\n",
            "phrase",
        ),
        ("    match: [立即]\n    rewrite: {swap: {立即: 甲}, where: {whole: true}}\n", "phrase"),
        ("    match: [立即]\n    langs: [zh-Hant]\n    turn: later\n    roles: [bot]\n", "phrase"),
        ("    sequence: ^ 甲\n", "sequence"),
        ("    sequence: 甲 ..4 $\n", "sequence"),
        ("    need: [甲]\n    turn: first\n", "require"),
        ("    detector: cn-mobile\n    params: {tier: strong}\n", "detector"),
        ("    metric: sentence-chars\n    limit: 60\n", "metric"),
    ],
)
def test_every_part_comes_back(tmp_path: Path, body: str, kind: str) -> None:
    pack = loaded(tmp_path, file(rule(body, kind=kind))).pack
    again = through(pack)
    assert again == pack
    assert repr(again) == repr(pack)  # tuples and enums too, which equality would not tell


@pytest.mark.parametrize(
    "lines", [[], [b"1"], [b"{}"], [b'["d", [], "", [], [], [], ["x"]]'], [b"?"]]
)
def test_what_is_no_pack_is_an_error_that_is_known(lines: list[bytes]) -> None:
    with pytest.raises((ValueError, TypeError, LookupError, AttributeError)):
        decode(lines)


def test_only_the_rules_that_are_asked_for_are_read() -> None:
    pack = load([TOYS]).pack
    lines = [json.dumps(row).encode() for row in encode(pack)]
    wanted = pack.rules[1]
    some = decode(lines, {wanted.id, "no.such"})
    assert some.rules == (wanted,)
    assert some.lexicons == pack.lexicons
    assert decode(lines, ()).rules == ()


def test_a_lexicon_that_was_read_is_a_lexicon() -> None:
    pack = load([TOYS]).pack
    for known, read in zip(pack.lexicons, through(pack).lexicons, strict=True):
        assert read == known
        assert known == read
        assert hash(read) == hash(known)
        assert pickle.loads(pickle.dumps(read)) == known
        assert read != "words"
        assert not hasattr(read, "nothing")
