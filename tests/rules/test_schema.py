"""The JSON Schema says the same as strict reading, and names every key."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from replylint.rules.rule import Kind
from replylint.rules.schema import COMMON, KIND_KEYS, RULE, TOPICS, json_schema

TOYS = Path(__file__).parent / "pack"
VALIDATOR = jsonschema.Draft202012Validator(json_schema())


def faults(document: object) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(document)]


def rule(**keys: object) -> dict[str, Any]:
    return {
        "lang": "zh",
        "rules": [
            {
                "id": "command.one",
                "kind": "phrase",
                "match": ["立即"],
                "message": {"zh": "说", "en": "said"},
                "reason": {"zh": "因", "en": "why"},
                "examples": {"bad": ["[[甲]]", "[[乙]]"], "good": ["丙", "丁"]},
                **keys,
            }
        ],
    }


def test_it_is_a_schema_and_plain_json() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert json.loads(json.dumps(json_schema())) == json_schema()


@pytest.mark.parametrize("path", sorted(TOYS.rglob("*.yaml")), ids=lambda path: path.name)
def test_what_loads_fits_it(path: Path) -> None:
    # as an editor reads it: numbers and booleans are no texts there
    assert faults(yaml.safe_load(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "keys",
    [
        {"gaurds": ["a"]},
        {"severity": "bad"},
        {"where": {"mood": "ordr"}},
        {"where": {"any": [{"clause": {"hass": ["甲"]}}]}},
        {"need": ["甲"]},
        {"examples": {"bad": ["[[甲]]"], "good": ["丙", "丁"]}},
        {"id": "one"},
        {"sensitive": "maybe"},
        {"where": {"chars": [1]}},
        {"where": {"chars": [1, 2, 3]}},
    ],
)
def test_what_does_not_load_does_not_fit(keys: dict[str, object]) -> None:
    assert faults(rule()) == []
    assert faults(rule(**keys))


def test_an_override_gives_what_it_changes() -> None:
    assert faults({"lang": "zh", "rules": [{"id": "command.one", "override": True}]}) == []
    assert faults({"lang": "zh", "rules": [{"id": "command.one"}]})


def test_every_kind_has_its_keys_and_every_key_its_sentence() -> None:
    assert set(KIND_KEYS) == set(Kind)
    assert all(key.said for name, key in RULE.keys.items())
    assert set(COMMON) < set(RULE.keys)
    assert len(TOPICS) == len(set(TOPICS)) == 33
