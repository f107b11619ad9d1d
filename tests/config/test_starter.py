"""The starter file and the schema say what the reader accepts, key by key."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import jsonschema
import pytest

from replylint.config import Config, Settings, load
from replylint.config.keys import KEYS
from replylint.config.layers import ALL_SHAPES
from replylint.config.schema import config_schema
from replylint.config.starter import init_text


def uncommented() -> str:
    return re.sub(r"(?m)^#(?=[a-z\[])", "", init_text())


def test_it_loads_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "replylint.toml").write_text(init_text(), encoding="utf-8")
    assert load(tmp_path).settings() == Settings()


def test_every_key_is_in_it_and_valid() -> None:
    shown = tomllib.loads(uncommented())
    assert list(shown) == list(ALL_SHAPES)
    jsonschema.Draft202012Validator.check_schema(config_schema())
    jsonschema.validate(shown, config_schema())


def test_every_default_shown_is_the_default(tmp_path: Path) -> None:
    shown = tomllib.loads(uncommented())
    plain = {key.name: shown[key.name] for key in KEYS if key.example is None}
    assert Config().with_options(plain).settings() == Settings()
    examples = [key.name for key in KEYS if key.example is not None]
    empty = [f.name for f in fields(Settings) if not getattr(Settings(), f.name)]
    assert {*examples} == {*empty, "public", "conversation", "chat", "serve"}


def test_the_examples_are_valid(tmp_path: Path) -> None:
    pytest.importorskip("replylint.text.markup.model")  # knows the formats
    (tmp_path / "replylint.toml").write_text(
        uncommented().replace('extends = "../replylint.toml"', ""), encoding="utf-8"
    )
    assert load(tmp_path).settings(tmp_path / "emails/a.txt").channel == "email"


def test_the_table_and_the_settings_are_the_same() -> None:
    assert [key.name for key in KEYS] == [f.name for f in fields(Settings)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"zzz": 1},
        {"select": "a"},
        {"select": ["A"]},
        {"jobs": -1},
        {"cache": 1},
        {"limits": {"x": {"sms": 1}}},
        {"public": {"x": []}},
        {"overrides": [{"channel": "sms"}]},
        {"overrides": [{"paths": ["a"], "jobs": 1}]},
        {"extends": 1},
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(wrong: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, config_schema())
