"""What `rules new` writes loads as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from replylint.rules.load import load
from replylint.rules.rule import Kind
from replylint.rules.skeleton import pack_text, rule_text

from .made import file, rule, write


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", list(Kind))
def test_a_rule_of_every_kind(tmp_path: Path, kind: Kind, lang: str) -> None:
    house = write(tmp_path / "house", file(rule()), 'pack: replylint\nversion: "1"\n')
    text = rule_text("absolute.sure", kind, lang, "../schema.json")
    mine = write(tmp_path / "mine", text, pack_text("mine", "0.1"))
    made = load([house, mine], examples=True)
    (new,) = (each for each in made.pack.everything if each.pack == "mine")
    assert (new.kind, new.lang) == (kind, lang)
    assert len(made.examples["absolute.sure"]) == 4
    assert text.startswith("# yaml-language-server: $schema=../schema.json\n")
    assert "TODO" in text


def test_without_a_schema_there_is_no_line_for_editors() -> None:
    assert rule_text("absolute.sure", Kind.PHRASE).startswith("lang: zh\n")
