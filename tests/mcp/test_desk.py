"""What the tools of the MCP server answer; the protocol itself is proved in tests/integrations."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from replylint import UsageError
from replylint.config import Config
from replylint.mcp.desk import Desk

from ..faces.conftest import environment


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(Config().with_options({"lang": "en"}))


def test_a_reply_is_checked(desk: Desk) -> None:
    answer = desk.check("请立即处理", {"channel": "chat"})
    assert answer["decision"] == "revise"
    assert answer["proposal"] == "我们正在协助您处理此事，您可随时联系客服"
    found = answer["findings"][0]
    assert (found["rule"], found["start"], found["end"]) == ("command.urgent-imperative", 1, 3)
    assert found["fixes"][0]["edits"][0]["start"] == 0
    assert desk.check("您好", {}) == {
        "decision": "allow",
        "findings": [],
        "proposal": None,
        "incomplete": [],
    }


def test_a_reply_is_rewritten(desk: Desk) -> None:
    answer = desk.suggest("请立即处理", "review", {})
    assert (answer["changed"], answer["decision"], answer["remaining"]) == (True, "allow", [])
    assert answer["applied"] == ["command.urgent-imperative"]
    assert not desk.suggest("请立即处理", "safe", {})["changed"]


def test_a_rule_is_explained(desk: Desk) -> None:
    rule = desk.explain("command.urgent-imperative")
    assert (rule["topic"], rule["severity"]) == ("command", "warning")
    assert rule["found_in"]
    assert rule["allowed"]
    with pytest.raises(UsageError, match="did you mean"):
        desk.explain("command.urgent-imperativ")


def test_a_term_is_looked_up(desk: Desk) -> None:
    first = desk.look_up("LPR")["terms"][0]
    assert "LPR" in {*first["names"].values(), *first["also"]}
    assert first["explanations"]["en"]
    assert desk.look_up("zzzzqqq") == {"terms": []}


def test_the_extra_is_named_when_it_is_not_there(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['mcp'] = None\n"
        "from replylint.__main__ import main; sys.exit(main(['mcp']))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        env=environment(),
        cwd=tmp_path,
        check=False,
    )
    assert ran.returncode == 2
    assert b"replylint[mcp]" in ran.stderr
    assert b"Traceback" not in ran.stderr
