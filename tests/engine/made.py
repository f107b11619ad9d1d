"""Rulesets made of a few lines of YAML, loaded the way every pack is."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from replylint.engine.explain import Trace
from replylint.engine.lint import lint
from replylint.engine.ruleset import Ruleset
from replylint.engine.settings import Settings
from replylint.model import Message, Result
from replylint.rules.cache import compiled

ROOT = Path(__file__).parents[2]

_PACK = "pack: made\nversion: '1'\ntitle: Made\nlicense: Apache-2.0\n"


def ruleset(yaml: str, settings: Settings | None = None, terms: str = "") -> Ruleset:
    """A ruleset of one file; every rule gets whatever it needs and does not say itself.

    ``yaml`` is indented by any amount; ``says:`` of a rule is the sentence in both languages.
    """
    return Ruleset(_compiled(yaml, terms), settings)


@cache
def _compiled(yaml: str, terms: str) -> Any:
    import yaml as pyyaml

    data = pyyaml.load(yaml, pyyaml.BaseLoader)
    for rule in data.get("rules", ()):
        says = rule.pop("says", "“{match}”")
        rule.setdefault("message", {"zh": says, "en": says})
        rule.setdefault("reason", {"zh": "因", "en": "because"})
        rule.setdefault("source", "手册 §3.1")
        rule.setdefault("severity", "warning")
        rule.setdefault("confidence", "high")
        rule.setdefault("examples", {"bad": ["[[坏]]一", "[[坏]]二"], "good": ["好一", "好二"]})
    data.setdefault("lang", "zh")
    with tempfile.TemporaryDirectory() as folder:
        pack, glossary = Path(folder, "pack"), Path(folder, "glossary")
        for each in (pack, glossary):
            each.mkdir()
        (pack / "pack.yaml").write_text(_PACK, encoding="utf-8")
        text = pyyaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        (pack / "made.yaml").write_text(text, encoding="utf-8")
        for lang in ("zh", "en"):
            shared = ROOT / "rules" / "shared" / f"frames_{lang}.yaml"
            (pack / shared.name).write_bytes(shared.read_bytes())
        if terms:
            (glossary / "made.yaml").write_text(terms, encoding="utf-8")
        return compiled([pack], [glossary], None)


def check(rules: Ruleset, text: str, **fields: Any) -> Result:
    return lint(Message(text, **fields), rules)


def found(rules: Ruleset, text: str, **fields: Any) -> list[str]:
    """What is found, as the words in the message; something missing as ``@place``."""
    return [
        text[each.start : each.end] or f"@{each.start}"
        for each in check(rules, text, **fields).findings
    ]


def vetoes(rules: Ruleset, text: str, **fields: Any) -> Mapping[str, str | None]:
    """What became of every candidate, by its words."""
    trace = Trace()
    lint(Message(text, **fields), rules, trace=trace)
    return {text[each.start : each.end]: each.veto for each in trace.candidates}
