"""Guardrails inside the OpenAI Agents SDK, with its own scripted model."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

pytest.importorskip("agents", reason="pip install 'replylint[openai-agents]'")

from agents import (
    Agent,
    OutputGuardrailTripwireTriggered,
    Runner,
    function_tool,
    set_tracing_disabled,
)
from agents.testing import ScriptedModel, assistant_message, function_call

from replylint import Linter, UsageError
from replylint.agents.openai_agents import reply_guardrail, send_guardrail

pytestmark = [
    pytest.mark.integrations,
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # run_sync leaves its loop open
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

set_tracing_disabled(True)
LINTER = Linter(lang="en")


def says(reply: str, **options: Any) -> Any:
    guardrail = reply_guardrail(LINTER, **options)
    agent = Agent(
        "desk", model=ScriptedModel([[assistant_message(reply)]]), output_guardrails=[guardrail]
    )
    return Runner.run_sync(agent, "我的退款呢")


def test_a_clean_reply_passes() -> None:
    result = says("您好，您的退款申请已经提交。", channel="chat")
    assert result.final_output == "您好，您的退款申请已经提交。"
    info = result.output_guardrail_results[0].output.output_info
    assert info == {"decision": "allow", "findings": [], "incomplete": 0}


def test_a_reply_to_revise_trips_and_leaves_no_words_in_the_trace() -> None:
    with pytest.raises(OutputGuardrailTripwireTriggered) as caught:
        says("您的卡号是6222021234567890123，请立即处理")
    info = caught.value.guardrail_result.output.output_info
    assert info["decision"] == "block"
    assert "command.urgent-imperative" in {each["rule"] for each in info["findings"]}
    assert "6222" not in json.dumps(info)
    assert "立即" not in json.dumps(info, ensure_ascii=False)


def test_where_it_stops_is_set() -> None:
    assert says("请立即处理", stop_at="block").final_output == "请立即处理"
    with pytest.raises(OutputGuardrailTripwireTriggered):
        says("保本保息，绝对没有风险。", stop_at="block")
    with pytest.raises(UsageError, match="stop_at"):
        reply_guardrail(LINTER, stop_at="allow")


@dataclass
class Desk:
    recipient: str


def test_the_run_tells_who_reads() -> None:
    guardrail = reply_guardrail(LINTER, about=lambda desk: {"recipient": desk.recipient})
    agent = Agent[Desk]("desk", output_guardrails=[guardrail])

    def rules(recipient: str) -> set[str]:
        from agents import RunContextWrapper

        ran = asyncio.run(
            guardrail.run(RunContextWrapper(Desk(recipient)), agent, "您的账户余额为12,345.67元。")
        )
        return {each["rule"] for each in ran.output.output_info["findings"]}

    assert rules("third_party") - rules("owner")


def test_an_output_that_is_no_text_has_to_be_read() -> None:
    agent = Agent("desk")
    output = {"reply": "请立即处理"}
    from agents import RunContextWrapper

    with pytest.raises(UsageError, match="read="):
        asyncio.run(reply_guardrail(LINTER).run(RunContextWrapper(None), agent, output))
    known = reply_guardrail(LINTER, read=lambda given: given["reply"])
    assert asyncio.run(known.run(RunContextWrapper(None), agent, output)).output.tripwire_triggered


def sends(*replies: str) -> tuple[list[str], ScriptedModel]:
    sent: list[str] = []

    @function_tool(tool_input_guardrails=[send_guardrail(LINTER, argument="body")])
    def send_message(body: str) -> str:
        sent.append(body)
        return "sent"

    steps: list[Any] = [
        [function_call("send_message", {"body": reply}, call_id=f"call-{number}")]
        for number, reply in enumerate(replies)
    ]
    model = ScriptedModel([*steps, [assistant_message("done")]])
    Runner.run_sync(Agent("desk", model=model, tools=[send_message]), "hello")
    model.assert_complete()
    return sent, model


def test_the_model_is_told_and_sends_a_better_message() -> None:
    sent, model = sends("请立即处理", "我们正在为您办理，请您稍候。")
    assert sent == ["我们正在为您办理，请您稍候。"]
    told = str(model.calls[1].input)
    assert "command.urgent-imperative" in told
    assert "我们正在协助您处理此事" in told  # the proposal


def test_what_must_not_be_sent_is_not_sent() -> None:
    sent, model = sends("保本保息，绝对没有风险，您的身份证号是11010519491231002X。")
    assert sent == []
    assert "promise" in str(model.calls[1].input)


def test_the_example_runs(example: Callable[[str], str]) -> None:
    assert example("openai_agents_reply") == "['我们正在为您办理退款。'] 已经告知客户。\n"
