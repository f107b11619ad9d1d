"""An action for NeMo Guardrails that judges what the bot is about to say, and the flow around it.

In a stream NeMo runs output rails over stretches of tokens and never applies a rewrite; set
``rails.output.streaming.stream_first: false``, or nothing is judged before it is sent.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from ..api.linter import Linter
from ..model import Role, Turn
from .extra import missing
from .verdict import judge

try:
    from nemoguardrails.actions import action
    from nemoguardrails.actions.rail_outcome import RailOutcome, TransformTarget
except ImportError as error:
    raise missing("nemoguardrails", error) from error

NAME = "replylint_check"

FLOW_V1 = """
define bot refuse to send
  "抱歉，这个问题需要由同事为您处理，我们会尽快与您联系。"

define subflow replylint check output
  $outcome = execute replylint_check(text=$bot_message)

  if $outcome.is_transform
    $bot_message = $outcome.transform_text["bot_message"]

  if $outcome.is_blocked
    bot refuse to send
    stop
"""
"""Colang 1.0; name ``replylint check output`` among the flows of ``rails.output``."""

FLOW_V2 = """
flow replylint check output
  global $bot_message
  $outcome = await ReplylintCheckAction(text=$bot_message)

  if $outcome.is_transform
    $bot_message = $outcome.transform_text["bot_message"]

  if $outcome.is_blocked
    bot say "抱歉，这个问题需要由同事为您处理，我们会尽快与您联系。"
    abort
"""
"""Colang 2.x; call it from the flow ``output rails``."""


def check_action(
    linter: Linter | None = None, **fields: Any
) -> Callable[..., Awaitable[RailOutcome]]:
    """The action: ``rails.register_action(check_action(channel="chat"), NAME)``.

    A reply to be revised is transformed where its fixes leave nothing to revise, else blocked, as
    is one to be blocked. ``fields`` are those of ``Message``; the customer's last message is known
    from the context. The outcome's metadata holds no words of the reply.
    """
    known = linter or Linter()

    async def replylint_check(
        text: str, context: Mapping[str, Any] | None = None, **_: Any
    ) -> RailOutcome:
        asked = (context or {}).get("last_user_message") or (context or {}).get("user_message")
        history = {"history": [Turn(Role.CUSTOMER, asked)]} if isinstance(asked, str) else {}
        verdict = judge(known, text, {**history, **fields})
        if verdict.sendable is None:
            return RailOutcome.block(reason="replylint", metadata=verdict.info())
        if verdict.mended:
            said = [(TransformTarget.BOT_MESSAGE, verdict.sendable)]
            return RailOutcome.transform(said, reason="replylint", metadata=verdict.info())
        return RailOutcome.allow(metadata=verdict.info())

    made: Callable[..., Awaitable[RailOutcome]] = action(is_system_action=True, name=NAME)(
        replylint_check
    )
    return made
