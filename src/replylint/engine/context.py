"""Which rules may speak to a message of this role, channel, audience, recipient and turn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..model import Message, Role
from ..rules.rule import Conditions


class Context(NamedTuple):
    """What decides, before a word is read, whether a rule speaks. ``turn``: first, later, unknown.

    First is a turn of which it is known that no agent spoke before it.
    """

    role: str
    channel: str | None
    audience: str | None
    recipient: str
    turn: str


def context(message: Message) -> Context:
    history = message.history
    if history is None:
        turn = "unknown"
    else:
        spoke = any(each.role in (Role.AGENT, Role.BOT) for each in history)
        turn = "later" if spoke else "first"
    return Context(message.role, message.channel, message.audience, message.recipient, turn)


def allows(conditions: Conditions, context: Context, profiles: Sequence[str]) -> bool:
    """Whether a rule with these conditions speaks there, in the profiles that are on."""
    return (
        (not conditions.roles or context.role in conditions.roles)
        and (not conditions.channels or context.channel in conditions.channels)
        and (not conditions.audiences or context.audience in conditions.audiences)
        and (not conditions.recipients or context.recipient in conditions.recipients)
        and conditions.turn in ("any", context.turn)
        and (not conditions.profiles or not set(conditions.profiles).isdisjoint(profiles))
    )
