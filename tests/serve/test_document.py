"""docs/http.md: its curl commands give what stands below them, and its settings are settings."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from replylint.config import load
from replylint.serve.trouble import CODES
from tests.scripts import ROOT
from tests.serve.serving import Served, serving

PAGE = (ROOT / "docs" / "http.md").read_text("utf-8")
PAIRS = re.findall(r"(?ms)^```sh\n(curl .*?)^```\n(?:```json\n(.*?)^```)?", PAGE)


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("bundled")) as server:
        yield server


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl")
@pytest.mark.parametrize(("command", "shown"), PAIRS)
def test_a_command_gives_what_is_shown(bundled: Served, command: str, shown: str) -> None:
    asked = command.replace("http://127.0.0.1:8081", bundled.url)
    said = subprocess.run(["bash", "-c", asked], capture_output=True, check=True, timeout=60).stdout
    answer = json.loads(said)
    if shown:
        assert _untimed(answer) == json.loads(shown)
    else:
        assert answer["matches"][0]["replacements"]


def _untimed(value: Any) -> Any:
    if isinstance(value, list):
        return [_untimed(each) for each in value]
    if isinstance(value, dict):
        return {k: 0 if k == "elapsed_us" else _untimed(v) for k, v in value.items()}
    return value


def test_there_are_commands_to_run() -> None:
    assert len(PAIRS) >= 5


def test_the_settings_shown_are_settings(tmp_path: Path) -> None:
    (shown,) = re.findall(r"(?ms)^```toml\n(.*?)^```", PAGE)
    (tmp_path / "replylint.toml").write_text(shown, "utf-8")
    assert load(tmp_path).settings().serve.rate == 20


def test_every_error_is_named() -> None:
    named = set(re.findall(r"`([a-z0-9_]+)`", PAGE[PAGE.index("## Errors") :]))
    assert {code for code in CODES if code != "fault"} <= named
