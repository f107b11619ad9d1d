"""The action inside NeMo Guardrails, with its own fake model, in both dialects of Colang."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

pytest.importorskip("nemoguardrails", reason="pip install 'replylint[nemoguardrails]'")

from nemoguardrails import LLMRails, RailsConfig
from nemoguardrails.testing.fake_model import FakeLLMModel

from replylint import Linter
from replylint.agents.nemo import FLOW_V1, FLOW_V2, NAME, check_action

pytestmark = [pytest.mark.integrations, pytest.mark.filterwarnings("ignore")]

LINTER = Linter(lang="en")
SETTINGS = """
models: []
rails: {output: {flows: [replylint check output]}}
"""
REFUSED = "抱歉，这个问题需要由同事为您处理，我们会尽快与您联系。"
MENDED = "您好，我们正在协助您处理此事，您可随时联系客服。"


def rails(*replies: str) -> LLMRails:
    config = RailsConfig.from_content(FLOW_V1, SETTINGS)
    made = LLMRails(config, llm=FakeLLMModel(responses=list(replies)))
    made.register_action(check_action(LINTER), NAME)
    return made


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ("您好，您的退款申请已经提交。", "您好，您的退款申请已经提交。"),
        ("您好，请立即处理。", MENDED),
        ("保本保息，绝对没有风险。", REFUSED),
    ],
)
def test_what_the_model_says_is_judged(reply: str, said: str) -> None:
    answer = rails(reply).generate(messages=[{"role": "user", "content": "我的退款呢"}])
    assert answer["content"] == said


def test_a_reply_can_be_checked_without_a_model() -> None:
    def check(reply: str, asked: str = "在吗") -> tuple[str, str]:
        said = [{"role": "user", "content": asked}, {"role": "assistant", "content": reply}]
        result = rails().check(said)
        return result.status.value, result.content

    assert check("您好，请立即处理。") == ("modified", MENDED)
    assert check("保本保息，绝对没有风险。") == ("blocked", REFUSED)
    # the customer's own words are known
    lost = "卡片丢失请立即挂失。"
    assert check(lost, "我的卡不见了") == ("passed", lost)


def test_the_second_dialect() -> None:
    colang = (
        'import core\nimport guardrails\n\nflow main\n  user said "hi"\n'
        '  bot say "您好，请立即处理。"\n\nflow output rails $output_text\n'
        "  replylint check output\n" + FLOW_V2
    )
    made = LLMRails(RailsConfig.from_content(colang, "colang_version: 2.x\nmodels: []"))
    made.register_action(check_action(LINTER), "ReplylintCheckAction")
    answer = made.generate(messages=[{"role": "user", "content": "hi"}])
    assert answer["content"] == MENDED


def test_the_outcome_holds_no_words() -> None:
    outcome: Any = asyncio.run(check_action(LINTER)(text="您的卡号是6222021234567890123。"))
    assert outcome.is_blocked
    assert "6222" not in json.dumps(dict(outcome.metadata))


def test_the_example_runs(example: Callable[[str], str]) -> None:
    lines = example("nemo_reply").splitlines()
    assert [line.split()[-1] for line in lines] == [MENDED, REFUSED]
