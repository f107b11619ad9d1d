"""Times as exports write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from replylint.chat.clock import Clock, zone
from replylint.errors import UsageError

EAST = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-02 09:15:00", "2026-03-02T09:15:00+08:00"),
        ("2026-03-02T09:15:00.250Z", "2026-03-02T09:15:00.250000+00:00"),
        ("2026-03-02T09:15:00+0900", "2026-03-02T09:15:00+09:00"),
        ("2026/3/2 9:15", "2026-03-02T09:15:00+08:00"),
        ("2026.03.02 9:15:07 PM", "2026-03-02T21:15:07+08:00"),
        ("2026年3月2日 下午3:05", "2026-03-02T15:05:00+08:00"),
        ("2026年3月2日 星期一 凌晨12:05", "2026-03-02T00:05:00+08:00"),
        ("2026-3-2 中午12:05:06", "2026-03-02T12:05:06+08:00"),
        ("2026-3-2 晚上11:05", "2026-03-02T23:05:00+08:00"),
        ("2026/03/02 午後3:05", "2026-03-02T15:05:00+08:00"),
        ("20260302091500", "2026-03-02T09:15:00+08:00"),
        ("202603020915", "2026-03-02T09:15:00+08:00"),
        ("Mar 2, 2026 3:05 p.m.", "2026-03-02T15:05:00+08:00"),
        ("Mon, 02 Mar 2026 15:05:00 +0000", "2026-03-02T15:05:00+00:00"),
        ("2026-03-02 09:15:00 UTC", "2026-03-02T09:15:00+00:00"),
        ("Mon Mar  2 15:05:00 +0000 2026", "2026-03-02T15:05:00+00:00"),
        ("Mon Mar 02 15:05:00 2026", "2026-03-02T15:05:00+08:00"),
        ("1772442900", "2026-03-02T09:15:00+00:00"),
        (1772442900123, "2026-03-02T09:15:00.123000+00:00"),
        (1772442900.5, "2026-03-02T09:15:00.500000+00:00"),
        ("25/03/2026 09:15", "2026-03-25T09:15:00+08:00"),
        ("03/25/2026, 09:15", "2026-03-25T09:15:00+08:00"),
        (datetime(2026, 3, 2, 9, 15), "2026-03-02T09:15:00+08:00"),
        (datetime(2026, 3, 2, 9, 15, tzinfo=UTC), "2026-03-02T09:15:00+00:00"),
    ],
)
def test_times(text: object, expected: str) -> None:
    assert Clock(EAST)(text) == datetime.fromisoformat(expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2026-03-02",
        "2026-13-02 09:15",
        "2026-03-02 25:15",
        "12",
        True,
        None,
        [],
        "3/4/2026 9:00",
    ],
)
def test_what_is_no_time(text: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        Clock(EAST)(text)


def test_zones() -> None:
    noon = datetime(2026, 7, 2, 12)
    assert noon.replace(tzinfo=zone("Asia/Hong_Kong")).utcoffset() == timedelta(hours=8)
    assert zone("-03:30").utcoffset(noon) == -timedelta(hours=3, minutes=30)
    assert zone(None) is UTC
    with pytest.raises(UsageError, match="Asia/Peking"):
        zone("Asia/Peking")
