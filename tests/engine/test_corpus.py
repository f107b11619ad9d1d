"""The bundled packs on real text, where it is at hand: same findings whatever the shortcuts.

The corpus is not part of this repository (see benchmarks/README.md); without it these are skipped.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from replylint.engine.lint import lint
from replylint.engine.ruleset import Ruleset
from replylint.engine.settings import Settings
from replylint.model import Finding, Message
from replylint.rules.cache import compiled

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not there")


@cache
def texts() -> tuple[str, ...]:
    """Every sentence, turn and row of the corpus once."""

    def read() -> Iterator[str]:
        for path in sorted(CORPUS.glob("*/*.jsonl")):
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                if "text" in row:
                    yield row["text"]
                for turn in row.get("messages", ()):
                    yield turn["text"]

    return tuple(dict.fromkeys(read()))


@cache
def packs() -> object:
    return compiled([ROOT / "rules"], [ROOT / "glossary"], None)


def findings(text: str, settings: Settings) -> tuple[Finding, ...]:
    return lint(Message(text), ruleset(settings)).findings


@cache
def ruleset(settings: Settings) -> Ruleset:
    return Ruleset(packs(), settings)  # type: ignore[arg-type]


def test_both_tokenizers_find_the_same() -> None:
    fast, reference = (Settings(tokenizer=name, fixes=False) for name in ("rjieba", "jieba"))
    different = [t for t in texts() if findings(t, fast) != findings(t, reference)]
    assert len(texts()) > 20_000
    assert different == []


def test_the_gates_lose_nothing() -> None:
    gated, open_ = Settings(fixes=False), Settings(fixes=False, gates=False)
    some = texts()[::150]  # every rule looks at every text: slow
    different = [text for text in some if findings(text, gated) != findings(text, open_)]
    assert different == []
