"""Guardrails for the OpenAI Agents SDK: on what an agent says at last, and on tools that send.

An output guardrail can only stop a run. A tool guardrail can do more: it tells the model what is
wrong with the message it wanted to send, and the model writes a better one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from ..api.linter import Linter
from ..errors import UsageError
from ..model import Decision
from .extra import missing
from .verdict import judge

try:
    from agents import (
        Agent,
        GuardrailFunctionOutput,
        OutputGuardrail,
        RunContextWrapper,
        ToolGuardrailFunctionOutput,
        ToolInputGuardrail,
        ToolInputGuardrailData,
    )
except ImportError as error:
    raise missing("openai-agents", error) from error

About = Callable[[Any], Mapping[str, Any]]


def reply_guardrail(
    linter: Linter | None = None,
    *,
    stop_at: str = "revise",
    read: Callable[[Any], str] | None = None,
    about: About | None = None,
    **fields: Any,
) -> OutputGuardrail[Any]:
    """An output guardrail: ``Agent(output_guardrails=[reply_guardrail(channel="chat")])``.

    Trips at the decision ``stop_at`` (``revise`` or ``block``) and what is worse. ``read`` takes
    the reply out of an output that is no str. ``fields`` are those of ``Message``; ``about`` gives
    more of them from the run's own context. The guardrail's ``output_info`` holds no words.
    """
    known = linter or Linter()
    stopped = _stopped(stop_at)

    async def check(
        context: RunContextWrapper[Any], agent: Agent[Any], output: Any
    ) -> GuardrailFunctionOutput:
        more = about(context.context) if about else {}
        verdict = judge(known, _text(output, read), {**fields, **more})
        return GuardrailFunctionOutput(
            output_info=verdict.info(), tripwire_triggered=verdict.decision in stopped
        )

    return OutputGuardrail(guardrail_function=check, name="replylint")


def send_guardrail(
    linter: Linter | None = None,
    *,
    argument: str = "text",
    about: About | None = None,
    **fields: Any,
) -> ToolInputGuardrail[Any]:
    """A tool guardrail: ``@function_tool(tool_input_guardrails=[send_guardrail(channel="sms")])``.

    ``argument`` is the parameter of the tool that holds the reply. A reply that must be revised is
    not sent: the model gets the findings and a proposal instead of the tool's answer, and may try
    again. ``fields`` and ``about`` as for ``reply_guardrail``.
    """
    known = linter or Linter()

    def check(data: ToolInputGuardrailData) -> ToolGuardrailFunctionOutput:
        arguments = json.loads(data.context.tool_arguments or "{}")
        reply = arguments.get(argument)
        if not isinstance(reply, str):
            tool = data.context.tool_name
            raise UsageError(f'the tool {tool} was called without a text in "{argument}"')
        more = about(data.context.context) if about else {}
        verdict = judge(known, reply, {**fields, **more})
        if verdict.decision is Decision.ALLOW:
            return ToolGuardrailFunctionOutput.allow(verdict.info())
        return ToolGuardrailFunctionOutput.reject_content(verdict.told(), verdict.info())

    return ToolInputGuardrail(guardrail_function=check, name="replylint")


def _stopped(level: str) -> frozenset[Decision]:
    if level not in ("revise", "block"):
        raise UsageError('stop_at is "revise" or "block"')
    return frozenset((Decision.BLOCK, Decision(level)))


def _text(output: Any, read: Callable[[Any], str] | None) -> str:
    if read is not None:
        return read(output)
    if isinstance(output, str):
        return output
    raise UsageError(
        f"the agent's output is a {type(output).__name__}, not a str",
        hint="give reply_guardrail(read=…) a function that takes the reply out of it",
    )
