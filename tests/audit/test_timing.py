"""How long customers waited."""

from __future__ import annotations

from datetime import datetime, timedelta

from replylint.audit.timing import times
from replylint.model import Message, Role

from .exports import CHINA

_BEGUN = datetime(2026, 3, 2, 9, 0, tzinfo=CHINA)


def _said(role: Role, minutes: float | None) -> Message:
    time = None if minutes is None else _BEGUN + timedelta(minutes=minutes)
    return Message("…", role=role, time=time)


def test_a_wait_begins_with_the_first_unanswered_message() -> None:
    found = times(
        [
            _said(Role.CUSTOMER, 0),
            _said(Role.CUSTOMER, 3),
            _said(Role.AGENT, 5),
            _said(Role.AGENT, 30),
            _said(Role.CUSTOMER, 40),
            _said(Role.AGENT, 60),
        ]
    )
    assert found.first_wait == 300
    assert found.longest_wait == 1200
    assert found.length == 3600
    assert not found.open


def test_a_bot_answers_nobody_and_the_last_word_stays_open() -> None:
    found = times([_said(Role.CUSTOMER, 0), _said(Role.BOT, 1)])
    assert found.first_wait is None
    assert found.open


def test_without_times_there_are_no_waits() -> None:
    found = times([_said(Role.CUSTOMER, None), _said(Role.AGENT, None)])
    assert found == (None, None, None, None, False)


def test_the_hour_is_that_of_the_export() -> None:
    begun = times([_said(Role.CUSTOMER, 0)]).begun
    assert begun is not None
    assert (begun.hour, begun.tzinfo) == (9, None)
