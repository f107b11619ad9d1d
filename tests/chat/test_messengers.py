"""Telegram, Discord, Messenger and Slack: their JSON, their people, what is no words."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from replylint import chat
from tests.chat.reading import OPEN, both, one, read, refused, times, told, written


def test_telegram(tmp_path: Path) -> None:
    path = written(
        tmp_path / "result.json",
        {
            "name": "Ben",
            "type": "personal_chat",
            "id": 700,
            "messages": [
                {
                    "id": 1,
                    "type": "service",
                    "date": "2026-03-02T09:00:00",
                    "actor": "Ben",
                    "actor_id": "user700",
                    "action": "joined_telegram",
                    "text": "",
                    "text_entities": [],
                },
                {
                    "id": 2,
                    "type": "message",
                    "date": "2026-03-02T09:01:00",
                    "date_unixtime": "1772442060",
                    "from": "Ben",
                    "from_id": "user700",
                    "text": ["see ", {"type": "link", "text": "https://example.com"}, " 👀"],
                },
                {
                    "id": 3,
                    "type": "message",
                    "date_unixtime": "1772442120",
                    "from": "Bank desk",
                    "from_id": "user300",
                    "text": "On it",
                },
                {
                    "id": 4,
                    "type": "message",
                    "date_unixtime": "1772442180",
                    "from": "Ben",
                    "from_id": "user700",
                    "photo": "(File not included.)",
                    "text": "",
                },
                {"id": 5, "type": "message", "date": "soon", "from": "Ben", "text": "x"},
            ],
        },
    )
    assert chat.sniff(path) == "telegram"
    (found,), unread = both(path, roles={"user300": "agent"})
    assert told(found) == [
        "system Ben: ",
        "customer Ben: see https://example.com 👀",
        "agent Bank desk: On it",
        "customer Ben: ",
    ]
    assert times(found)[1] == "2026-03-02T09:01:00+00:00"
    assert [m.meta.get("kind") for m in found.messages] == ["joined_telegram", None, None, "photo"]
    assert (found.id, found.messages[1].id) == ("700", "2")
    assert [each.line for each in unread] == [5]
    (again,), _ = both(path, roles={"@self": "agent"})
    assert told(again) == told(found)


def test_telegram_of_a_whole_account(tmp_path: Path) -> None:
    def say(who: str, text: str) -> dict[str, Any]:
        return {
            "id": 1,
            "type": "message",
            "date_unixtime": "1772442060",
            "from": who,
            "from_id": f"user{who}",
            "text": text,
        }

    path = written(
        tmp_path / "result.json",
        {
            "personal_information": {"user_id": "Me"},
            "chats": {
                "list": [
                    {
                        "name": "A",
                        "id": 1,
                        "type": "personal_chat",
                        "messages": [say("A", "hi"), say("Me", "yes")],
                    },
                    {
                        "name": "B",
                        "id": 2,
                        "type": "personal_chat",
                        "messages": [say("B", "hello"), say("Me", "no")],
                    },
                ]
            },
        },
    )
    first, second = read(path, roles={"@self": "agent"})
    assert told(first) == ["customer A: hi", "agent Me: yes"]
    assert told(second) == ["customer B: hello", "agent Me: no"]


def discord(*messages: dict[str, Any]) -> dict[str, Any]:
    return {
        "guild": {"id": "0", "name": "Bank"},
        "channel": {"id": "77", "type": "GuildTextChat", "name": "help"},
        "messages": list(messages),
    }


def test_discord(tmp_path: Path) -> None:
    def say(number: int, text: str, name: str, **more: Any) -> dict[str, Any]:
        author = {"id": f"9{number}", "name": name, "nickname": f"{name}!", "isBot": False}
        author |= more.pop("author", {})
        return {
            "id": str(number),
            "type": "Default",
            "timestamp": f"2026-03-02T09:0{number}:00.5+00:00",
            "content": text,
            "author": author,
            "attachments": [],
            **more,
        }

    path = written(
        tmp_path / "help.json",
        discord(
            say(1, "hi", "ben"),
            say(2, "Welcome", "greeter", author={"isBot": True}),
            say(3, "How can I help?", "kim", author={"roles": [{"name": "Support"}]}),
            say(4, "", "ben", attachments=[{"url": "x"}]),
            say(5, "Pinned a message.", "kim", type="ChannelPinnedMessage"),
        ),
    )
    assert chat.sniff(path) == "discord"
    found = one(path)
    assert told(found) == [
        "customer ben!: hi",
        "bot greeter!: Welcome",
        "agent kim!: How can I help?",
        "customer ben!: ",
        "system kim!: Pinned a message.",
    ]
    assert found.id == "77"
    assert found.messages[3].meta == {"kind": "file"}
    assert times(found)[0] == "2026-03-02T09:01:00.500000+00:00"


def mojibake(text: str) -> str:
    return text.encode().decode("latin-1")


def messenger(*said: tuple[str, str, int]) -> dict[str, Any]:
    return {
        "participants": [{"name": mojibake("陳大文")}, {"name": "Bank"}],
        "messages": [
            {
                "sender_name": mojibake(who),
                "timestamp_ms": 1_772_442_000_000 + at,
                "content": mojibake(text),
            }
            for who, text, at in said
        ],
        "title": mojibake("陳大文"),
        "thread_path": "inbox/chen_1",
    }


def test_messenger_is_mended_and_put_in_order(tmp_path: Path) -> None:
    path = written(
        tmp_path / "message_1.json",
        messenger(("Bank", "您好 👋", 2000), ("陳大文", "在嗎？", 1000)),
    )
    assert chat.sniff(path) == "messenger"
    found = one(path, roles={"@self": "agent"})
    assert told(found) == ["customer 陳大文: 在嗎？", "agent Bank: 您好 👋"]
    assert found.id == "inbox/chen_1"
    assert "陳大文" in refused(path)


def test_the_parts_of_a_thread_are_one_conversation(tmp_path: Path) -> None:
    folder = tmp_path / "inbox" / "chen_1"
    written(folder / "message_1.json", messenger(("Bank", "c", 3000)))
    written(folder / "message_2.json", messenger(("Bank", "b", 2000), ("陳大文", "a", 1000)))
    written(folder / "photos" / "1.jpg", b"\xff\xd8")
    found = one(tmp_path, roles={"Bank": "agent"})
    assert [m.text for m in found.messages] == ["a", "b", "c"]
    assert len({m.id for m in found.messages}) == 3


def slack(path: Path, guests: bool) -> Path:
    users = [
        {"id": "U1", "name": "kim", "profile": {"real_name": "Kim Bo"}},
        {
            "id": "U2",
            "name": "ben",
            "profile": {"real_name": "Ben Lo"},
            "is_ultra_restricted": guests,
        },
        {"id": "U3", "name": "helper", "is_bot": True},
    ]
    days = {
        "2026-03-02": [
            {
                "type": "message",
                "subtype": "channel_join",
                "user": "U2",
                "text": "joined",
                "ts": "1772442000.1",
            },
            {
                "type": "message",
                "user": "U2",
                "text": "A &amp; B &lt;3",
                "ts": "1772442001.1",
                "thread_ts": "1772442001.1",
            },
            {"type": "message", "user": "U3", "text": "We got it", "ts": "1772442002.1"},
        ],
        "2026-03-03": [
            {
                "type": "message",
                "user": "U1",
                "text": "Looking",
                "ts": "1772532001.1",
                "thread_ts": "1772442001.1",
            },
            {"type": "message", "user": "U1", "text": "", "files": [{}], "ts": "1772532002.1"},
            {
                "type": "message",
                "subtype": "file_comment",
                "comment": {"user": "U2"},
                "text": "my card",
                "ts": "1772532003.1",
            },
            {"type": "message", "subtype": "huddle", "text": "began", "ts": "1772532004.1"},
        ],
    }
    import json

    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("users.json", json.dumps(users))
        archive.writestr("channels.json", "[]")
        for day, messages in days.items():
            archive.writestr(f"help/{day}.json", json.dumps(messages))
    return written(path, data.getvalue())


def test_slack_with_guests(tmp_path: Path) -> None:
    path = slack(tmp_path / "slack.zip", guests=True)
    assert chat.sniff(path) == "slack"
    by_id = {each.id: each for each in read(path)}
    assert told(by_id["help"]) == [
        "system Ben Lo: joined",
        "bot helper: We got it",
        "agent Kim Bo: ",
        "customer Ben Lo: my card",
        "system: began",
    ]
    assert told(by_id["help/1772442001.1"]) == [
        "customer Ben Lo: A & B <3",
        "agent Kim Bo: Looking",
    ]
    assert by_id["help"].messages[2].meta["kind"] == "file"


def test_slack_without_guests_is_open(tmp_path: Path) -> None:
    path = slack(tmp_path / "slack.zip", guests=False)
    assert "it is open" in refused(path)
    by_id = {each.id: each for each in read(path, roles={"U1": "agent", **OPEN})}
    assert told(by_id["help/1772442001.1"])[1] == "agent Kim Bo: Looking"


def test_a_slack_folder_is_read_as_its_zip(tmp_path: Path) -> None:
    with zipfile.ZipFile(slack(tmp_path / "slack.zip", guests=True)) as archive:
        archive.extractall(tmp_path / "unpacked")
    assert {each.id for each in read(tmp_path / "unpacked")} == {"help", "help/1772442001.1"}
