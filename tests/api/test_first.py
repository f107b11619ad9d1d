"""The shortest way through ``check --text``: the same words and code as the long one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from replylint.api import first
from replylint.rules.find import bundled

CLEAN = "您好,您的退款申请已提交。"


def check(folder: Path, text: str, lang: str = "C.UTF-8") -> tuple[int, str]:
    environ = {
        **os.environ,
        "REPLYLINT_CACHE": str(folder / "cache"),
        "LC_ALL": lang,
        "PYTHONPATH": str(Path(first.__file__).parents[2]),
    }
    command = [sys.executable, "-m", "replylint", "check", "--text", text]
    done = subprocess.run(
        command, capture_output=True, cwd=folder, env=environ, encoding="utf-8", check=False
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("kind", ["rules", "glossary"])
def test_it_looks_where_packs_are_found(kind: str) -> None:
    assert Path(first.bundled(kind)) == bundled(kind)  # type: ignore[arg-type]


def test_the_second_run_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = check(tmp_path, CLEAN)
    monkeypatch.setenv("REPLYLINT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.chdir(tmp_path)
    short = first.verdict(CLEAN)
    if short is None:  # sources changed a moment ago are not trusted
        pytest.skip("the sources are too young")
    assert short[0] == []
    assert long == check(tmp_path, CLEAN) == (0, short[1] + "\n")
    flagged = first.verdict("请立即处理")
    assert flagged is not None
    assert "command.urgent-imperative" in flagged[0]
    (tmp_path / "replylint.toml").write_text('profiles = ["strict"]\n', encoding="utf-8")
    assert first.verdict(CLEAN) is None


def test_a_damaged_table_is_made_again(tmp_path: Path) -> None:
    first_run = check(tmp_path, CLEAN)
    for kept in (tmp_path / "cache").glob("first-*.json"):
        kept.write_bytes(kept.read_bytes()[:-1] + b"?")
    for content in (b"", b"00000000\n[]", b"\n\n"):
        assert check(tmp_path, CLEAN) == first_run
        for kept in (tmp_path / "cache").glob("first-*.json"):
            kept.write_bytes(content)
