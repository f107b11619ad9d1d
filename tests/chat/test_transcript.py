"""Plain transcripts: who speaks before a colon, in three languages, with and without times."""

from __future__ import annotations

from pathlib import Path

import pytest

from replylint import chat
from replylint.model import Role
from tests.chat.reading import both, one, read, refused, times, told, written


def test_chinese(tmp_path: Path) -> None:
    path = written(
        tmp_path / "通话.txt",
        "客服：您好，请问有什么可以帮您？\n客户：我的卡被锁了\n"
        "  已经两天了\n\n客服：请稍等：我来查询\n",
    )
    assert chat.sniff(path) == "transcript"
    found = one(path, channel="phone")
    assert told(found) == [
        "agent: 您好，请问有什么可以帮您？",
        "customer: 我的卡被锁了\n已经两天了",
        "agent: 请稍等：我来查询",
    ]
    assert (found.id, found.channel) == ("通话", "phone")
    assert [m.id for m in found.messages] == ["L1", "L2", "L5"]


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("客服小王", Role.AGENT),
        ("坐席A01", Role.AGENT),
        ("客服（A01）", Role.AGENT),
        ("【客服】", Role.AGENT),
        ("客戶陳小姐", Role.CUSTOMER),
        ("機器人", Role.BOT),
        ("Agent", Role.AGENT),
        ("Customer 2", Role.CUSTOMER),
        ("系统提示", Role.SYSTEM),
        ("CUSTOMER", Role.CUSTOMER),
        ("Live agent", Role.AGENT),
    ],
)
def test_labels(label: str, role: Role, tmp_path: Path) -> None:
    found = one(
        written(tmp_path / "a.txt", f"{label}: hello\n客户: 好\n客服: 好\n"), format="transcript"
    )
    assert (found.messages[0].role, found.messages[0].text) == (role, "hello")


@pytest.mark.parametrize(
    "head",
    [
        "[2026-03-02 09:15:00] 客服: ",
        "2026/3/2 09:15:00 客服：",
        "客服 2026-03-02 09:15:00：",
        "客服（2026-03-02 09:15:00）：",
        "2026年3月2日 上午9:15:00 客服: ",
    ],
)
def test_times(head: str, tmp_path: Path) -> None:
    found = one(written(tmp_path / "a.txt", f"{head}您好\n"), format="transcript")
    assert times(found) == ["2026-03-02T09:15:00+00:00"]
    assert told(found) == ["agent: 您好"]


def test_a_time_of_day_alone_is_kept_and_orders_nothing(tmp_path: Path) -> None:
    found = one(written(tmp_path / "a.txt", "09:15 客服: 您好\n09:14 客户: 好\n"))
    assert told(found) == ["agent: 您好", "customer: 好"]
    assert [m.meta["time"] for m in found.messages] == ["09:15", "09:14"]


def test_several_conversations_in_a_file(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.txt",
        "会话ID：7001\n客服：您好\n客户：好\n\n会话ID：7002\n客服：早\n---------\n客户：喂\n客服：您好\n",
    )
    found = read(path)
    assert [each.id for each in found] == ["7001", "7002", "a 4"]
    assert [len(each.messages) for each in found] == [2, 1, 2]


def test_names_need_the_settings(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "Kim: hello\nLee: hi\nKim: bye\n")
    assert 'lines begin with "Kim", "Lee"' in refused(path, format="transcript")
    found = one(path, format="transcript", roles={"Kim": "agent", "Lee": "customer"})
    assert told(found) == ["agent Kim: hello", "customer Lee: hi", "agent Kim: bye"]
    agents = written(tmp_path / "agents.txt", "# house\nKim\tK01\n")
    assert told(one(path, format="transcript", agents=agents)) == told(found)


def test_a_name_that_comes_again_is_a_speaker(tmp_path: Path) -> None:
    text = "客服：您好\n李明：在吗\n客服：在的\n李明：我要投诉\n注意：急\n"
    assert told(one(written(tmp_path / "a.txt", text))) == [
        "agent: 您好",
        "customer 李明: 在吗",
        "agent: 在的",
        "customer 李明: 我要投诉\n注意：急",
    ]


def test_lines_above_the_first_turn_are_listed(tmp_path: Path) -> None:
    _, unread = both(written(tmp_path / "a.txt", "备注\n客服：您好\n客户：好\n"))
    assert [(each.line, each.column) for each in unread] == [(1, 1)]
