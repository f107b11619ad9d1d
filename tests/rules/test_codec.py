"""A pack comes back from JSON as it went in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from replylint.rules.codec import decode, encode
from replylint.rules.load import load
from replylint.rules.rule import Pack

from .made import file, loaded, rule

TOYS = Path(__file__).parent / "pack"


def through(pack: Pack) -> Pack:
    return decode(json.loads(json.dumps(encode(pack))))


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
        ("    detector: cn-mobile\n    params: {tier: certain}\n", "detector"),
        ("    metric: sentence-chars\n    limit: 60\n", "metric"),
    ],
)
def test_every_part_comes_back(tmp_path: Path, body: str, kind: str) -> None:
    pack = loaded(tmp_path, file(rule(body, kind=kind))).pack
    again = through(pack)
    assert again == pack
    assert repr(again) == repr(pack)  # tuples and enums too, which equality would not tell


@pytest.mark.parametrize("data", [[], [1], {}, ["d", [], "", [], [], [], [["x"]]]])
def test_what_is_no_pack_is_an_error_that_is_known(data: object) -> None:
    with pytest.raises((ValueError, TypeError, LookupError, AttributeError)):
        decode(data)  # type: ignore[arg-type]
