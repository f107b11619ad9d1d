"""WhatsApp: both systems, every order of dates and every way to write a time."""

from __future__ import annotations

from datetime import datetime
from itertools import product
from pathlib import Path

import pytest

from replylint import chat
from tests.chat.reading import OPEN, both, one, refused, times, told, written

DAYS = [
    datetime(2026, 1, 28, 9, 5, 7),
    datetime(2026, 2, 3, 13, 15, 0),
    datetime(2026, 2, 25, 0, 0),
]
ORDERS = ["{y}{s}{m}{s}{d}", "{y}{s}{d}{s}{m}", "{d}{s}{m}{s}{y}", "{m}{s}{d}{s}{y}"]


def head(order: str, mark: str, clock: str, bracket: bool, when: datetime, year: str) -> str:
    day = order.format(s=mark, y=when.strftime(year), m=when.strftime("%m"), d=when.strftime("%d"))
    time = when.strftime(clock)
    return f"[{day}, {time}] " if bracket else f"{day}, {time} - "


@pytest.mark.parametrize(
    ("order", "mark", "clock", "bracket"),
    list(product(ORDERS, "-/.", ["%H:%M", "%I:%M %p", "%H:%M:%S", "%I:%M:%S %p"], [True, False])),
)
def test_every_head(order: str, mark: str, clock: str, bracket: bool, tmp_path: Path) -> None:
    for year in ("%y", "%Y"):
        text = "".join(
            f"{head(order, mark, clock, bracket, when, year)}{who}: say {n}\n"
            for n, (when, who) in enumerate(zip(DAYS, ["Ann", "Ben", "Ann"], strict=True))
        )
        found = one(written(tmp_path / "chat.txt", text), roles={"Ann": "agent"})
        seconds = "%S" in clock
        assert [m.time and m.time.replace(tzinfo=None) for m in found.messages] == [
            when if seconds else when.replace(second=0) for when in DAYS
        ]
        assert told(found)[:2] == ["agent Ann: say 0", "customer Ben: say 1"]


def test_what_whatsapp_says_is_the_systems(tmp_path: Path) -> None:
    path = written(
        tmp_path / "WhatsApp Chat with Ben Lo.txt",
        "28/01/2026, 09:05 - Messages and calls are end-to-end encrypted. Tap to learn more.\n"
        '28/01/2026, 09:06 - Ann created group "Cards: help"\n'
        "28/01/2026, 09:07 - Ben Lo: My card: it is blocked\nsince today\n\nplease\n"
        "28/01/2026, 09:08 - Ann: <Media omitted>\n"
        "28/01/2026, 09:09 - Ann: statement.pdf (file attached)\n",
    )
    found = one(path, roles={"@self": "agent"})
    assert told(found)[1:] == [
        'system: Ann created group "Cards: help"',
        "customer Ben Lo: My card: it is blocked\nsince today\n\nplease",
        "agent Ann: <Media omitted>",
        "agent Ann: statement.pdf (file attached)",
    ]
    assert [m.meta.get("kind") for m in found.messages] == [None, None, None, "media", "media"]
    assert (found.id, found.channel) == ("WhatsApp Chat with Ben Lo", "chat")
    assert one(path, roles={"@self": "agent"}, channel="social").channel == "social"
    assert found.messages[2].id == "L3"


def test_ios_in_chinese(tmp_path: Path) -> None:
    path = written(
        tmp_path / "_chat.txt",
        "\u200e[2026/1/28 上午9:05:07] 王芳: \u200e消息和通话已进行端到端加密。\n"
        "[2026/1/28 下午1:05:07] 李明: 你好\n"
        "\u200e[2026/1/28 下午1:06:07] 王芳: \u200e图片已忽略\n",
    )
    found = one(path, roles={"王芳": "agent"})
    assert told(found) == [
        "system 王芳: 消息和通话已进行端到端加密。",
        "customer 李明: 你好",
        "agent 王芳: 图片已忽略",
    ]
    assert times(found)[1] == "2026-01-28T13:05:07+00:00"
    assert found.messages[2].meta["kind"] == "media"


def test_newer_spaces_before_the_half_of_the_day(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "1/28/26, 1:05\u202fPM - Ann: hello\n")
    assert times(one(path, roles=OPEN)) == ["2026-01-28T13:05:00+00:00"]


def test_messages_out_of_order_are_put_in_order(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "28/01/2026, 09:05 - Ann: b\n28/01/2026, 09:04 - Ann: a\n")
    assert told(one(path, roles=OPEN)) == ["customer Ann: a", "customer Ann: b"]


def test_who_speaks_for_the_house_must_be_known(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.txt",
        "28/01/2026, 09:05 - +1 212 555 0142: hi\n28/01/2026, 09:06 - Ann: hello\n",
    )
    message = refused(path)
    assert '"+1 ••• ••• •142" (1), "Ann" (1)' in message
    assert "555" not in message


def test_a_date_that_may_be_two_is_an_error(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "3/4/26, 09:05 - Ann: hi\n")
    assert "day-month-year or month-day-year" in refused(path, roles=OPEN)
    assert times(one(path, roles=OPEN, dates="mdy")) == ["2026-03-04T09:05:00+00:00"]


def test_lines_above_the_first_message_are_listed(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "my notes\n28/01/2026, 09:05 - Ann: hi\n")
    _, unread = both(path, roles=OPEN)
    assert [(each.line, each.reason) for each in unread] == [(1, "it belongs to no message")]
    assert chat.sniff(path) == "whatsapp"
