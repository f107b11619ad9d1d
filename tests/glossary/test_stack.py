"""Of several term bases the later one wins, and it is told what it won."""

from __future__ import annotations

from pathlib import Path

import pytest

from replylint.errors import GlossaryError
from replylint.glossary.load import load
from replylint.glossary.stack import stack

HEAD = "domain: wealth\nterms:\n"
NAV = "  - {id: nav, hans: 净值, also: [单位净值], gloss: {hans: 每一份值多少钱}}\n"
FEE = "  - {id: fee, hans: 管理费, gloss: {hans: 管钱的费用}}\n"


def folder(tmp_path: Path, name: str, text: str) -> Path:
    made = tmp_path / name
    made.mkdir()
    (made / "a.yaml").write_text(HEAD + text, encoding="utf-8")
    return made


def test_a_house_term_replaces_the_one_with_its_id(tmp_path: Path) -> None:
    bundled = folder(tmp_path, "bundled", NAV + FEE)
    house = folder(tmp_path, "house", NAV.replace("每一份值多少钱", "单价"))
    found = stack([bundled, house])
    (won,) = found.won
    assert (won.what, won.form) == ("nav", False)
    assert (won.winner.path, won.loser.path) == (str(house / "a.yaml"), str(bundled / "a.yaml"))
    assert found.origins["nav"] == won.winner
    assert found.origins["fee"].path == str(bundled / "a.yaml")
    term = found.base.get("nav")
    assert term is not None
    assert term.gloss_hans == "单价"


def test_a_house_term_takes_a_form(tmp_path: Path) -> None:
    bundled = folder(tmp_path, "bundled", NAV)
    house = folder(tmp_path, "house", NAV.replace("nav", "house-nav").replace(", 单位净值", ""))
    house_only = [won for won in stack([bundled, house]).won if won.form]
    assert [(won.what, won.winner.path) for won in house_only] == [
        ("净值", str(house / "a.yaml")),
        ("单位净值", str(house / "a.yaml")),
    ]


def test_one_base_has_nothing_to_decide_and_is_what_load_gives(tmp_path: Path) -> None:
    found = stack([folder(tmp_path, "one", NAV + FEE)])
    assert found.won == ()
    assert found.base.terms == load([tmp_path / "one"]).terms


def test_a_fault_in_any_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="names no term"):
        stack(
            [
                folder(tmp_path, "one", NAV),
                folder(tmp_path, "two", "  - {id: x, hans: 甲, use: y}\n"),
            ]
        )
