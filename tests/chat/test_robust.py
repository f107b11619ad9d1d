"""Whatever stands in the place of a value is read, listed or refused; nothing falls over."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from replylint import chat
from replylint.errors import ReplylintError
from tests.chat.reading import OPEN, written
from tests.chat.test_chinese import OUTSIDE, QQ, wecom, weflow
from tests.chat.test_desks import TICKET, comment, part, teams
from tests.chat.test_line import HANT
from tests.chat.test_messengers import discord, messenger

SAMPLES: dict[str, Any] = {
    "telegram": {
        "name": "Ben",
        "id": 7,
        "type": "personal_chat",
        "messages": [
            {
                "id": 1,
                "type": "message",
                "date_unixtime": "1772442060",
                "from": "Ben",
                "from_id": "user7",
                "text": ["a", {"type": "link", "text": "b"}],
                "text_entities": [],
            },
        ],
    },
    "discord": discord(
        {
            "id": "1",
            "type": "Default",
            "timestamp": "2026-03-02T09:00:00Z",
            "content": "hi",
            "author": {"id": "2", "name": "ben", "roles": [{"name": "Support"}]},
            "attachments": [],
        }
    ),
    "messenger": messenger(("Bank", "b", 1), ("陳大文", "a", 0)),
    "wecom": [
        wecom(1, OUTSIDE, "wang", text={"content": "你好"}),
        wecom(2, "wang", OUTSIDE, msgtype="link", link={"title": "x"}),
    ],
    "wechat": weflow(),
    "zendesk": {**TICKET, "comments": [comment(1, 100, "x"), comment(2, 200, "y", public=False)]},
    "intercom": {
        "type": "conversation",
        "id": "9",
        "created_at": 1772442000,
        "source": {
            "type": "email",
            "id": "0",
            "body": "<p>x</p>",
            "author": {"type": "lead", "id": "1"},
        },
        "conversation_parts": {"conversation_parts": [part(1, "comment", "admin", "<p>y</p>")]},
    },
    "freshdesk": [
        {
            "id": 20,
            "description_text": "x",
            "created_at": "2026-03-02T09:00:00Z",
            "source": 1,
            "conversations": [{"id": 1, "incoming": False, "private": False, "body": "<b>y</b>"}],
        }
    ],
    "teams": {"value": [teams(1, "<p>x</p>", "aadUser")]},
    "slack": [
        {"type": "message", "user": "U1", "text": "x", "ts": "1772442000.1", "thread_ts": "1"}
    ],
    "json": {
        "sessions": [
            {
                "id": 1,
                "queue": "a",
                "channel": "chat",
                "lang": "en",
                "messages": [
                    {
                        "role": "agent",
                        "text": "x",
                        "time": "2026-03-02T09:00:00Z",
                        "recipient": "owner",
                        "meta": {"a": 1},
                    }
                ],
            }
        ]
    },
}
ODD: tuple[Any, ...] = (None, "x", -1, [], {}, [{}], True, 10**30)


def changed(sample: Any) -> Iterator[Any]:
    """``sample`` with each of its values in turn replaced by each of the odd ones."""

    def places(value: Any, way: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
        yield way
        inner = list(enumerate(value)) if isinstance(value, list) else []
        for key, below in value.items() if isinstance(value, dict) else inner:
            yield from places(below, (*way, key))

    for *way, last in list(places(sample, ()))[1:]:
        for odd in ODD:
            found = copy.deepcopy(sample)
            at = found
            for key in way:
                at = at[key]
            at[last] = odd
            yield found


def survives(path: Path, **options: Any) -> bool:
    try:
        for each in chat.read(path, chat.Options(**options)):
            if isinstance(each, chat.Unread):
                assert each.reason
                continue
            for message in each.messages:
                assert isinstance(message.text, str)
                assert isinstance(message.id, str)
                assert message.time is None or message.time.tzinfo is not None
                assert message.author is None or isinstance(message.author, str)
    except ReplylintError as error:
        return bool(str(error))
    return True


@pytest.mark.parametrize("name", SAMPLES)
def test_odd_values(name: str, tmp_path: Path) -> None:
    for number, sample in enumerate(changed(SAMPLES[name])):
        path = written(tmp_path / f"{number % 9}.json", json.dumps(sample))
        assert survives(path, format=name, roles=OPEN), sample


@pytest.mark.parametrize(("name", "text"), [("line", HANT), ("qq", QQ)])
def test_lines_that_are_missing_or_cut(name: str, text: str, tmp_path: Path) -> None:
    lines = text.split("\n")
    for i, line in enumerate(lines):
        for instead in ([], [line[: len(line) // 2]], [line, '99:99\tx\t"y', line]):
            path = written(tmp_path / "a.txt", "\n".join([*lines[:i], *instead, *lines[i + 1 :]]))
            assert survives(path, format=name, roles=OPEN)


@pytest.mark.parametrize("name", chat.formats())
@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"\0\1\2", b"[]", b"{}", b"null", b"\xff\xfe", b"PK\x03\x04"]
)
def test_files_that_hold_nothing(name: str, data: bytes, tmp_path: Path) -> None:
    assert survives(written(tmp_path / "a", data), format=name)
