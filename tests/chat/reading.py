"""Writes an export, reads it, and says what was read in a line a message."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from replylint import chat
from replylint.errors import InputError
from replylint.model import Conversation, Message

OPEN = {"*": "customer"}
"""Roles for tests that are not about roles."""


def written(path: Path, content: str | bytes | list[Any] | dict[str, Any]) -> Path:
    """``content`` at ``path``: text as UTF-8, anything else that is not bytes as JSON."""
    if isinstance(content, list | dict):
        content = json.dumps(content, ensure_ascii=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def lines(*records: dict[str, Any]) -> str:
    """JSON Lines."""
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in records)


def both(path: Path, **options: Any) -> tuple[list[Conversation], list[chat.Unread]]:
    """The conversations, and what was unread."""
    found = list(chat.read(path, chat.Options(**options)))
    unread = [each for each in found if isinstance(each, chat.Unread)]
    return [each for each in found if isinstance(each, Conversation)], unread


def read(path: Path, **options: Any) -> list[Conversation]:
    """The conversations of an export of which everything can be read."""
    conversations, unread = both(path, **options)
    assert unread == []
    return conversations


def one(path: Path, **options: Any) -> Conversation:
    """The only conversation of an export."""
    (found,) = read(path, **options)
    return found


def told(conversation: Conversation) -> list[str]:
    """``role author: text`` for every message."""
    return [_told(each) for each in conversation.messages]


def _told(message: Message) -> str:
    author = f" {message.author}" if message.author else ""
    return f"{message.role}{author}: {message.text}"


def times(conversation: Conversation) -> list[str]:
    """The times, ISO, of every message."""
    return [each.time.isoformat() if each.time else "" for each in conversation.messages]


def refused(path: Path, **options: Any) -> str:
    """The error that reading ends with before it gives anything out."""
    with pytest.raises(InputError) as caught:
        next(chat.read(path, chat.Options(**options)))
    return str(caught.value)
