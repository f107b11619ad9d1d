"""Weights learned from a few made-up sentences: they load, find, and are the same again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("sklearn")

from replylint.engine.lint import lint
from replylint.engine.ruleset import Ruleset
from replylint.engine.settings import Settings
from replylint.errors import InputError, UsageError
from replylint.learn import TOPICS
from replylint.learn.sentences import Sentence, of_rules, read
from replylint.learn.train import Plan, train, written
from replylint.model import Message
from replylint.rules.cache import compiled
from replylint.rules.load import load

from ..rules.made import PACK, file, rule, write

_WHO = ["客户", "借款人", "贵司", "持卡人", "房东", "家属"]
_WHAT = ["贷款", "信用卡", "理财", "保单", "账单", "额度"]
_LEVELS = Plan(TOPICS, near=0, lost=0.05, share=0.5)


def _sentences() -> list[Sentence]:
    found = []
    for hand in ("one", "two", "three"):
        for who in _WHO:
            for what in _WHAT:
                found += [
                    Sentence(f"{who}，{what}再拖就等着瞧", ("threat",), "再拖就等着瞧", group=hand),
                    Sentence(f"{who}赶紧把{what}结清", ("command",), "", group=hand),
                    Sentence(f"{who}的{what}等着审批，请放心", near=True, group=hand),
                    Sentence(f"{who}，{what}再等两天就有结果", near=True, group=hand, hant=True),
                    Sentence(f"{who}再拖{what}就等着瞧吧", ("threat",), group=hand, hant=True),
                ]
    return found


def _table() -> str:
    return written(train(_sentences(), "zh", _LEVELS), "made", "zh")


def test_the_same_sentences_give_the_same_table_and_it_finds(tmp_path: Path) -> None:
    table = _table()
    assert table == _table()
    body = file(rule("    evidence: made\n", "threat.w", "weighted"))
    folder = write(tmp_path / "pack", {"evidence.yaml": table, "rules.yaml": body}, PACK)
    (tmp_path / "terms").mkdir()
    rules = Ruleset(compiled([folder], [tmp_path / "terms"], None), Settings())
    (found,) = lint(Message("客户，贷款再拖就等着瞧"), rules).findings
    assert found.rule == "threat.w"
    assert lint(Message("客户的贷款等着审批，请放心"), rules).findings == ()


def test_what_is_learned_is_what_is_weighed(tmp_path: Path) -> None:
    import numpy as np

    from replylint.engine.evidence import Bench
    from replylint.learn.fit import fit, heaviest, scores
    from replylint.learn.table import table
    from replylint.rules.rule import Lexicon, Weighted
    from replylint.text.clauses import split
    from replylint.text.fold import fold

    sentences = _sentences()
    clauses = table(sentences, False)
    weights = fit(clauses, np.ones(len(clauses.of), dtype=bool), 10_000)
    here = {p: w for (p, b), w in zip(clauses.columns, weights.of, strict=True) if not b}
    near = {p: w for (p, b), w in zip(clauses.columns, weights.of, strict=True) if b}
    words = tuple(sorted({*here, *near}))
    rows = tuple(f"{here.get(p, 0):g}|{near.get(p, 0):g}|" for p in words)
    match = Weighted(0, weights.bias, (("hans", 0.0), ("hant", 0.0)), None, (("threat", 0.0),))
    scales = Bench([Lexicon("evidence.made", "zh", words, (), "any", rows)]).scales(match, ())
    learned = heaviest(clauses, scores(clauses, weights))
    for sentence, score in zip(sentences, learned, strict=True):
        text = fold(sentence.text).text
        found = scales.weigh(text, split(text, False))
        assert found is not None
        assert found.score == pytest.approx(score, abs=1e-4)


def test_examples_of_rules_are_learned_from(tmp_path: Path) -> None:
    folder = write(tmp_path / "pack", file(rule(), rule(id="courtesy.two")))
    made = load([folder], examples=True)
    found = list(of_rules(made.pack.rules, made.examples, TOPICS, "zh"))
    assert [(each.text, each.topics, each.near) for each in found] == [
        ("甲", ("command",), False),
        ("乙", ("command",), False),
        ("丙", (), True),
        ("丁", (), True),
    ]


def test_one_hand_alone_is_not_enough() -> None:
    sentences = [each for each in _sentences() if each.group == "one"]
    with pytest.raises(UsageError, match="held out"):
        train(sentences, "zh", _LEVELS)


@pytest.mark.parametrize(
    "line", ["{", '{"text": 1, "lang": "en", "topics": []}', '{"text": "a", "topics": []}', "[]"]
)
def test_a_line_that_is_no_sentence(tmp_path: Path, line: str) -> None:
    path = tmp_path / "rows.jsonl"
    good = json.dumps({"text": "好", "lang": "zh-Hant", "topics": [], "kind": "near"})
    path.write_text(f"{good}\n\n{line}\n", encoding="utf-8")
    rows = read(path, "zh")
    assert next(rows) == Sentence("好", near=True, group="rows", hant=True)
    with pytest.raises(InputError) as caught:
        list(rows)
    assert caught.value.origin is not None
    assert caught.value.origin.line == 3
