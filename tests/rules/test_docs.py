"""What docs/rule-language.md shows is what is read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from replylint.rules.schema import EXAMPLES, FILE, PACK, REWRITE, RULE, json_schema
from replylint.rules.shapes import Many, Record
from replylint.rules.yaml_source import Table, read

ROOT = Path(__file__).parents[2]
DOC = (ROOT / "docs" / "rule-language.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", DOC, re.DOTALL)


def block(begins: str) -> Table:
    """The block with a line that begins so, without lines of dots that stand for more."""
    (found,) = (text for text in BLOCKS if re.search(f"^{re.escape(begins)}", text, re.MULTILINE))
    root = read(re.sub(r"(?m)^ *…$\n", "", found).encode(), "docs/rule-language.md")
    assert isinstance(root, Table)
    return root


def test_the_head_of_a_pack() -> None:
    PACK.check(block("pack:"))


def test_a_file() -> None:
    root = block("lang:")
    keys = {name: key for name, key in FILE.keys.items() if name != "rules"}
    FILE.check(Table({k: v for k, v in root.entries.items() if k in keys}, root.origin))
    assert "rules" in root


def test_the_keys_of_one_rule() -> None:
    some = Record(dict(RULE.keys) | {"id": RULE.keys["kind"]})
    some.check(block("sequence:"))
    for table in block("rewrite:").tables("rewrite"):
        entries = {key: value for key, value in table.entries.items() if key != "where"}
        REWRITE.check(Table(entries, table.origin))
    examples = block("examples:").table("examples")
    assert examples is not None
    Many(EXAMPLES).check(examples)


@pytest.mark.parametrize("key", [key for key in RULE.keys if key != "override"])
def test_every_key_of_a_rule_is_told(key: str) -> None:
    assert re.search(rf"`{key}[:`]|^{key}:", DOC, re.MULTILINE), key


@pytest.mark.parametrize("key", [*FILE.keys, *PACK.keys])
def test_every_key_of_a_file_is_told(key: str) -> None:
    assert re.search(rf"^ *{key}:", DOC, re.MULTILINE), key


def test_the_schema_that_editors_read_is_this_one() -> None:
    text = (ROOT / "rules" / "schema.json").read_text(encoding="utf-8")
    assert json.loads(text) == json_schema(), "replylint rules schema > rules/schema.json"
