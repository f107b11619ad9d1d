"""Writes short conversations for tests: ``said("c 你好", "a +5m 您好")``."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from functools import cache
from typing import Any

from replylint import Linter
from replylint.model import Conversation, ConversationResult, Message, Role

START = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=8)))  # a Monday
_ROLES = {"c": Role.CUSTOMER, "a": Role.AGENT, "b": Role.BOT, "s": Role.SYSTEM}
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_TURN = re.compile(r"([cabs])(?:/(\S+))?(?: \+([0-9.]+)([smhd]))? ([\s\S]*)")


def said(*turns: str, start: datetime = START, **fields: Any) -> Conversation:
    """Turns without ``+`` have no time."""
    return Conversation("c-1", tuple(_message(turn, start) for turn in turns), **fields)


def _message(turn: str, start: datetime) -> Message:
    found = _TURN.fullmatch(turn)
    assert found, turn
    role, author, number, unit, text = found.groups()
    time = start + timedelta(**{_UNITS[unit]: float(number)}) if number else None
    return Message(text, role=_ROLES[role], author=author, time=time)


@cache
def linter(*profiles: str) -> Linter:
    return Linter(profiles=list(profiles))


def checked(*turns: str, profiles: tuple[str, ...] = (), **fields: Any) -> ConversationResult:
    return linter(*profiles).check_conversation(said(*turns, **fields))


def topics(*turns: str, **fields: Any) -> set[str]:
    """The topics of the rules over turns that speak."""
    result = checked(*turns, **fields)
    assert not result.incomplete
    return {each.finding.topic for each in result.findings} & TOPICS


TOPICS = {
    "no_greeting", "no_closing", "late_response", "late_resolution", "no_empathy",
    "solution_before_calming", "no_restate", "closed_question", "interrupted", "no_confirmation",
    "no_followup", "cold_transfer", "repeated_canned", "jargon_in_conflict", "contact",
}  # fmt: skip
