"""Hours of service: business days, holidays, and time the customer is waited for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from replylint import Linter
from replylint.config.settings import Talks
from replylint.conversation.clock import Clock
from replylint.errors import ConfigError

from .made import said

ZONE = timezone(timedelta(hours=8))
FRIDAY = datetime(2026, 3, 6, 17, tzinfo=ZONE)
MONDAY = datetime(2026, 3, 9, 10, tzinfo=ZONE)
OFFICE = Talks(hours=("09:00", "18:00"), days=(1, 2, 3, 4, 5))


def test_round_the_clock_every_hour_counts() -> None:
    assert Clock(Talks()).open_seconds(FRIDAY, MONDAY) == (2 * 24 + 17) * 3600


def test_evenings_and_weekends_do_not() -> None:
    assert Clock(OFFICE).open_seconds(FRIDAY, MONDAY) == 2 * 3600


def test_nor_do_holidays() -> None:
    closed = Talks(hours=OFFICE.hours, days=OFFICE.days, holidays=("2026-03-09",))
    assert Clock(closed).open_seconds(FRIDAY, MONDAY) == 3600


def test_nor_do_pauses_and_only_once() -> None:
    pause = (FRIDAY + timedelta(minutes=30), MONDAY - timedelta(minutes=30))
    assert Clock(OFFICE).service_seconds(FRIDAY, MONDAY, [pause]) == 3600


def test_other_offsets_are_the_same_moment() -> None:
    assert Clock(OFFICE).open_seconds(FRIDAY, MONDAY.astimezone(UTC)) == 2 * 3600


@pytest.mark.parametrize(
    ("settings", "late"),
    [
        ("", True),
        ('limits = { response = { chat = "2h" } }', False),
        ('limits = { response = { vip = "1m" } }', True),
        ('hours = ["12:00", "18:00"]', False),
        ('holidays = ["2026-03-02"]', False),
        ("holidays = [2026-03-02]", False),
        ("days = [6, 7]", False),
    ],
)
def test_settings_change_the_limits(tmp_path: Path, settings: str, late: bool) -> None:
    path = tmp_path / "replylint.toml"
    path.write_text(f"[conversation]\n{settings}\n", encoding="utf-8")
    told = said("c +0s 卡被锁了怎么办", "a +50m 您好，请问是哪张卡？", channel="chat", queue="vip")
    found = Linter(config=path).check_conversation(told).findings
    assert any(each.finding.topic == "late_response" for each in found) == late


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        ('limits = { respnse = { chat = "2h" } }', "response"),
        ('limits = { response = { chat = "2 hours" } }', "24h"),
        ('hours = ["9 am", "18:00"]', "09:00"),
        ('hours = ["18:00", "09:00"]', "closes before"),
        ("days = [8]", "too large"),
        ('holidays = ["1 October"]', "2026-10-01"),
        ('verifed = ["x"]', "verified"),
    ],
)
def test_settings_that_cannot_be_are_refused(tmp_path: Path, settings: str, place: str) -> None:
    path = tmp_path / "replylint.toml"
    path.write_text(f"[conversation]\n{settings}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        Linter(config=path)
    assert place in str(caught.value)
    assert ":2" in str(caught.value)
