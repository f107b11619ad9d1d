"""企业微信, WeChat's exporters and QQ: people inside and outside, who exported, sections."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from replylint import chat
from tests.chat.reading import OPEN, both, lines, one, read, refused, times, told, written

OUTSIDE = "wmAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
ROBOT = "wbAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


def wecom(number: int, sender: str, to: str, **more: Any) -> dict[str, Any]:
    return {
        "msgid": f"m{number}",
        "action": "send",
        "from": sender,
        "tolist": [to],
        "roomid": "",
        "msgtime": 1_772_442_000_000 + number * 1000,
        "msgtype": "text",
        **more,
    }


def test_the_archive_of_wecom(tmp_path: Path) -> None:
    path = written(
        tmp_path / "archive.jsonl",
        lines(
            wecom(1, OUTSIDE, "wang", text={"content": "你好"}),
            wecom(2, "li", OUTSIDE, roomid="wrROOM", text={"content": "各位好"}),
            wecom(3, "wang", OUTSIDE, text={"content": "您好"}),
            wecom(
                4,
                "wang",
                OUTSIDE,
                msgtype="link",
                link={"title": "理财产品", "description": "净值型"},
            ),
            wecom(
                5, "wang", OUTSIDE, msgtype="chatrecord", chatrecord={"title": "群聊", "item": []}
            ),
            wecom(6, ROBOT, OUTSIDE, roomid="wrROOM", text={"content": "自动回复"}),
            wecom(
                7, "wang", OUTSIDE, action="recall", msgtype="revoke", revoke={"pre_msgid": "m3"}
            ),
            wecom(
                8,
                "wang",
                OUTSIDE,
                msgtype="mixed",
                mixed={
                    "item": [
                        {"type": "text", "content": '{"content": "看图"}'},
                        {"type": "image", "content": "{}"},
                    ]
                },
            ),
            {"msgid": "m9", "action": "switch", "time": 1_772_442_009_000, "user": "wang"},
            {"seq": 10, "msgid": "m10", "encrypt_random_key": "x", "encrypt_chat_msg": "y"},
        ),
    )
    assert chat.sniff(path) == "wecom"
    conversations, unread = both(path, tz="Asia/Shanghai")
    pair, room, switch = conversations
    assert told(pair) == [
        f"customer {OUTSIDE}: 你好",
        "agent wang: 您好",
        "agent wang: 理财产品\n净值型",
        "agent wang: ",
        "agent wang: ",
        "agent wang: 看图",
    ]
    assert [m.meta.get("kind") for m in pair.messages] == [
        None,
        None,
        "link",
        "chatrecord",
        "recall",
        "mixed",
    ]
    assert told(room) == ["agent li: 各位好", f"bot {ROBOT}: 自动回复"]
    assert told(switch) == ["system wang: "]
    assert times(pair)[0] == "2026-03-02T09:00:01+00:00"
    assert [(each.line, each.reason) for each in unread] == [(10, "the message is still encrypted")]


def weflow(**session: Any) -> dict[str, Any]:
    def say(number: int, sent: int | None, text: str, kind: int = 1) -> dict[str, Any]:
        return {
            "localId": number,
            "createTime": 1_772_442_000 + number,
            "localType": kind,
            "type": "文本消息" if kind == 1 else "图片消息",
            "content": text,
            "isSend": sent,
            "senderUsername": f"wxid_{sent}",
            "senderDisplayName": "客户甲" if sent == 0 else "小王",
        }

    return {
        "weflow": {"version": "1"},
        "session": {"wxid": "wxid_0", "displayName": "客户甲", **session},
        "messages": [
            say(1, 0, "在吗"),
            say(2, 1, "在的"),
            say(3, None, "撤回了一条消息"),
            say(4, 1, "[图片]", 3),
        ],
    }


def test_weflow(tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", weflow())
    assert chat.sniff(path) == "wechat"
    assert told(one(path)) == [
        "customer 客户甲: 在吗",
        "agent 小王: 在的",
        "system 小王: 撤回了一条消息",
        "agent 小王: [图片]",
    ]
    assert one(path).messages[3].meta == {"kind": "图片消息"}
    assert told(one(path, roles={"@self": "customer"}))[:2] == [
        "agent 客户甲: 在吗",
        "customer 小王: 在的",
    ]


def test_the_tables_of_wechat(tmp_path: Path) -> None:
    path = written(
        tmp_path / "messages.csv",
        "localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender\n"
        "1,5,1,0,0,1772442000,3,在吗,2026-03-02 17:00:00,,客户甲,wxid_0\n"
        "2,5,1,0,1,1772442060,2,在的,2026-03-02 17:01:00,,小王,wxid_1\n"
        "3,5,10000,0,0,1772442120,3,撤回了一条消息,2026-03-02 17:02:00,,,\n"
        "4,5,3,0,1,1772442180,2,,2026-03-02 17:03:00,,小王,wxid_1\n",
    )
    assert chat.sniff(path) == "wechat"
    found = one(path, tz="Asia/Shanghai")
    assert told(found) == [
        "customer 客户甲: 在吗",
        "agent 小王: 在的",
        "system: 撤回了一条消息",
        "agent 小王: ",
    ]
    assert (found.id, found.messages[1].id) == ("5", "2")
    assert found.messages[3].meta["kind"] == "photo"
    assert times(found)[0] == "2026-03-02T17:00:00+08:00"


def test_tables_of_wechat_with_names_only(tmp_path: Path) -> None:
    path = written(
        tmp_path / "客户甲.csv",
        "消息ID,类型,发送人,时间,内容\n"
        "1,文本,客户甲,2026-03-02 17:00:00,在吗\n"
        "2,文本,小王,2026-03-02 17:01:00,在的\n",
    )
    assert '"客户甲" (1), "小王" (1)' in refused(path)
    found = one(path, roles={"小王": "agent"})
    assert (found.id, told(found)) == ("客户甲", ["customer 客户甲: 在吗", "agent 小王: 在的"])
    path = written(
        tmp_path / "chatlog.csv",
        "Time,SenderName,Sender,TalkerName,Talker,Content\n"
        "2026-03-02 17:00:00,客户甲,wxid_0,客户甲,wxid_0,在吗\n"
        "2026-03-02 17:01:00,小王,wxid_1,客户甲,wxid_0,在的\n",
    )
    found = one(path, roles={"小王": "agent"})
    assert (found.id, told(found)[1]) == ("wxid_0", "agent 小王: 在的")


def test_wechat_as_text(tmp_path: Path) -> None:
    path = written(
        tmp_path / "客户甲.txt",
        "2026-03-02 17:00:00 客户甲\n在吗\n还有一个问题\n\n2026-03-02 17:01:00 小王\n[图片]\n\n",
    )
    assert chat.sniff(path) == "wechat"
    found = one(path, roles={"小王": "agent"})
    assert told(found) == ["customer 客户甲: 在吗\n还有一个问题", "agent 小王: [图片]"]
    assert found.messages[1].meta == {"kind": "media"}


QQ = """消息记录（此消息记录为文本格式，不支持重新导入）

================================================================
消息分组:我的群聊
================================================================
消息对象:理财一群
================================================================

2026-03-02 8:43:38 PM 小王(10001)
您好

今天有空吗

2026-03-02 8:43:39 PM 系统消息(10000)
小王加入了群

2026-03-02 11:26:00 PM 【管理员】阿明<ming@example.com>
[图片]

================================================================
消息对象:客户甲
================================================================

2026-03-02 09:00:00 客户甲(20002)
在吗
"""


def test_qq(tmp_path: Path) -> None:
    path = written(tmp_path / "qq.txt", QQ)
    assert chat.sniff(path) == "qq"
    group, single = read(path, roles={"10001": "agent", **OPEN})
    assert told(group) == [
        "agent 小王: 您好\n\n今天有空吗",
        "system 系统消息: 小王加入了群",
        "customer 阿明: [图片]",
    ]
    assert times(group)[0] == "2026-03-02T20:43:38+00:00"
    assert (group.id, single.id) == ("理财一群", "客户甲")
    assert told(single) == ["customer 客户甲: 在吗"]
    assert "ming@" not in refused(path)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_qq_in_other_encodings(encoding: str, tmp_path: Path) -> None:
    path = written(tmp_path / "qq.txt", QQ.encode(encoding))
    assert len(read(path, roles={"10001": "agent", **OPEN})) == 2
