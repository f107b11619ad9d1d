"""LINE: four languages, days by their weekday, texts of several lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from replylint import chat
from tests.chat.reading import OPEN, both, one, refused, times, told, written

HANT = """[LINE] 與 陳大文 的聊天紀錄
儲存日期：2026/03/06 10:00

2026/03/05（四）
上午09:15	陳大文	請問卡片何時寄出
下午3:24	我	"您好：
2026/03/06（五）
已於昨日寄出"
下午03:30	陳大文	[貼圖]
15:31		陳大文已收回訊息

2026/03/06（五）
00:30	我	早安
"""


def test_traditional_chinese(tmp_path: Path) -> None:
    path = written(tmp_path / "chat.txt", HANT)
    assert chat.sniff(path) == "line"
    found = one(path, tz="Asia/Taipei", roles={"@self": "agent"})
    assert told(found) == [
        "customer 陳大文: 請問卡片何時寄出",
        "agent 我: 您好：\n2026/03/06（五）\n已於昨日寄出",
        "customer 陳大文: [貼圖]",
        "system: 陳大文已收回訊息",
        "agent 我: 早安",
    ]
    assert times(found) == [
        "2026-03-05T09:15:00+08:00",
        "2026-03-05T15:24:00+08:00",
        "2026-03-05T15:30:00+08:00",
        "2026-03-05T15:31:00+08:00",
        "2026-03-06T00:30:00+08:00",
    ]
    assert found.messages[2].meta == {"kind": "media"}
    assert found.meta == {}


@pytest.mark.parametrize(
    ("header", "day", "clock", "when"),
    [
        (
            "[LINE] 与王芳的聊天记录\n保存日期：2026/03/06 10:00",
            "2026/03/05（周四）",
            "下午03:04",
            "15:04",
        ),
        ("[LINE] 與王芳的聊天記錄", "2026/3/5週四", "上午12:04", "00:04"),
        (
            "[LINE] Chat history with Ann\nSaved on: 06/03/2026, 10:00",
            "Thu, 05/03/2026",
            "03:04PM",
            "15:04",
        ),
        (
            "[LINE] Chat history with Ann\nSaved on: 03/06/2026, 10:00",
            "Thu, 03/05/2026",
            "3:04 pm",
            "15:04",
        ),
        (
            "[LINE] Chat history in Team\nSaved on: 2026/03/06 10:00",
            "2026.03.05 Thursday",
            "03:04",
            "03:04",
        ),
        (
            "\ufeff[LINE] Annとのトーク履歴\n保存日時：2026/03/06 10:00",
            "2026/03/05(木)",
            "03:04",
            "03:04",
        ),
        (
            "[LINE] みんなのトーク履歴\n保存日時：2026/03/06 10:00",
            "2026/03/05(木)",
            "午後3:04",
            "15:04",
        ),
    ],
)
def test_days_and_times(header: str, day: str, clock: str, when: str, tmp_path: Path) -> None:
    text = f"{header}\n\n{day}\n{clock}\tAnn\thello\n".replace("\n", "\r\n")
    found = one(written(tmp_path / "a.txt", text), roles=OPEN)
    assert times(found) == [f"2026-03-05T{when}:00+00:00"]
    assert told(found) == ["customer Ann: hello"]


def test_a_day_without_a_weekday_that_may_be_two(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.txt", "[LINE] Chat history with Ann\n\n05/03/2026\n09:00\tAnn\thi\n"
    )
    assert "a.txt:3: dates can be read as" in refused(path, roles=OPEN)


def test_lines_below_no_day_and_unquoted_lines(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.txt",
        "[LINE] 與王芳的聊天記錄\n09:00\t王芳\t早\n2026/03/05（四）\n09:01\t王芳\t您好\n第二行\n",
    )
    (found,), unread = both(path, roles=OPEN)
    assert told(found) == ["customer 王芳: 您好\n第二行"]
    assert [(each.line, each.reason) for each in unread] == [(2, "no day stands above it")]


def test_a_quotation_mark_that_is_not_closed_takes_its_own_lines_only(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.txt",
        '[LINE] 與王芳的聊天記錄\n2026/03/05（四）\n09:01\t王芳\t"您好\n第二行\n09:02\t我\t"好"\n',
    )
    assert told(one(path, roles=OPEN)) == ['customer 王芳: "您好\n第二行', 'customer 我: "好"']
