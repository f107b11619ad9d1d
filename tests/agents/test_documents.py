"""The documents show the examples word for word, and each example is run by a test."""

from __future__ import annotations

import re

from tests.scripts import ROOT


def test_what_the_documents_show_are_the_examples() -> None:
    shown = [
        block
        for name in ("ai-agents.md", "mcp.md")
        for block in re.findall(
            r"(?ms)^```py\n(.*?)^```$", (ROOT / "docs" / name).read_text("utf-8")
        )
    ]
    examples = sorted((ROOT / "examples" / "agents").glob("*.py"))
    assert sorted(shown) == sorted(path.read_text("utf-8") for path in examples)


def test_every_example_is_run_by_a_test() -> None:
    tests = (ROOT / "tests" / "integrations" / "agents").glob("test_*.py")
    run = {name for path in tests for name in re.findall(r'example\("(\w+)"\)', path.read_text())}
    assert run == {path.stem for path in (ROOT / "examples" / "agents").glob("*.py")}
