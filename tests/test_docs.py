"""What is generated from the packs is what the packs say today."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from replylint.__main__ import main
from replylint.config.schema import config_schema
from replylint.rules.schema import json_schema
from tests.scripts import ROOT


def test_the_rule_pages_are_current(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # without anybody's settings
    code = main(["rules", "docs", "--check", str(ROOT / "docs" / "rules")])
    assert code == 0, "run replylint rules docs"


def test_the_schema_beside_the_rules_is_the_one_that_is_read_by() -> None:
    written = json.loads((ROOT / "rules" / "schema.json").read_text("utf-8"))
    assert written == json_schema()


def test_every_setting_is_named_in_the_documents_or_in_the_starter() -> None:
    from replylint.config.starter import init_text

    text = init_text() + (ROOT / "docs" / "settings.md").read_text("utf-8")
    missing = [key for key in config_schema()["properties"] if not re.search(rf"\b{key}\b", text)]
    assert not missing
