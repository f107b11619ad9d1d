"""What a framework is told of a reply, and what it may send instead."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from replylint import Linter, UsageError
from replylint.agents.verdict import judge

from ..faces.conftest import environment


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(lang="en")


def test_a_clean_reply_may_be_sent_as_it_is(linter: Linter) -> None:
    verdict = judge(linter, "您好，您的退款申请已经提交。", {"channel": "chat"})
    assert (verdict.decision, verdict.mended) == ("allow", False)
    assert verdict.sendable == "您好，您的退款申请已经提交。"


def test_what_can_be_mended_may_be_sent_mended(linter: Linter) -> None:
    verdict = judge(linter, "请立即处理", {})
    assert (verdict.decision, verdict.mended) == ("revise", True)
    assert verdict.sendable == "我们正在协助您处理此事，您可随时联系客服"
    told = verdict.told()
    assert "command.urgent-imperative" in told
    assert verdict.sendable in told


def test_what_is_to_be_blocked_is_not_mended_by_itself(linter: Linter) -> None:
    verdict = judge(linter, "保本保息，绝对没有风险。", {})
    assert (verdict.decision, verdict.sendable, verdict.mended) == ("block", None, False)


def test_a_mended_reply_must_be_allowed(linter: Linter) -> None:
    """One fault can be mended, the other cannot: neither goes out."""
    safe_only = Linter(lang="en", policy={"revise": "info", "block": "never"})
    verdict = judge(safe_only, "请立即处理，这款产品稳赚不赔。", {})
    assert verdict.sendable is None or judge(safe_only, verdict.sendable, {}).decision == "allow"


def test_what_could_not_be_checked_is_not_sent() -> None:
    short = Linter(lang="en", max_chars=5)
    verdict = judge(short, "您好，您的退款申请已经提交。", {})
    assert verdict.sendable is None
    assert "not checked" in verdict.told()
    assert verdict.info()["incomplete"] == 1


def test_a_trace_holds_no_words_and_the_model_no_numbers(linter: Linter) -> None:
    verdict = judge(linter, "您的卡号是6222021234567890123，请立即处理。", {})
    info = json.dumps(verdict.info(), ensure_ascii=False)
    assert "6222" not in info
    assert "立即" not in info
    assert "6222021234567890123" not in verdict.told()


def test_fields_that_cannot_be(linter: Linter) -> None:
    with pytest.raises(UsageError, match="did you mean"):
        judge(linter, "您好", {"chanel": "chat"})


@pytest.mark.parametrize(
    ("module", "package", "extra"),
    [
        ("openai_agents", "agents", "openai-agents"),
        ("langchain", "langchain", "langchain"),
        ("guardrails_ai", "guardrails", "guardrails-ai"),
        ("nemo", "nemoguardrails", "nemoguardrails"),
    ],
)
def test_a_framework_that_is_not_there_is_named(module: str, package: str, extra: str) -> None:
    code = (
        f"import sys; sys.modules[{package!r}] = None\n"
        f"try: import replylint.agents.{module}\n"
        f"except ImportError as error: print(error)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env=environment()
    )
    assert f'pip install "replylint[{extra}]"' in ran.stdout.decode()
