"""Made-up exports to audit, and the planted values that must not come out again."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

CHINA = timezone(timedelta(hours=8))
BEGUN = datetime(2026, 3, 2, 9, 0, tzinfo=CHINA)

# All made up. Each is planted in a customer's and in an agent's words.
PLANTED = {
    "mobile": "13800138527",
    "id": "110105199003072316",
    "card": "6222020200112233446",
    "email": "chen.xiaoming.1987@example.org",
    "address": "杭州市西湖区文三路478号7幢1203室",
    "hk_phone": "+852 9123 4567",
    "number": "7734019982615",
    "name": "欧阳婉清",
    "customer": "诸葛慕白",
    "agent": "上官晓芸",
}
_SAYS = (
    "您好，我叫{name}，手机号是{mobile}，身份证{id}，请帮我查一下。",
    "我的卡号{card}，邮箱{email}，住址{address}，电话{hk_phone}。",
)
_ANSWERS = (
    "我是{agent}。{name}女士，请立即处理，否则后果自负。您的手机号{mobile}、身份证号{id}已登记。",
    "卡号{card}已冻结，寄{address}、{email}，流水号{number}，致电{hk_phone}。{customer}您好，请尽快。",
)


def message(role: str, text: str, minutes: float = 0, **more: object) -> dict[str, Any]:
    """One message of a conversation line, so many minutes after the first."""
    time = (BEGUN + timedelta(minutes=minutes)).isoformat()
    return {"role": role, "text": text, "time": time, **more}


def conversation(id: str, *messages: dict[str, Any], **more: object) -> dict[str, Any]:
    """One line of the contract's JSON Lines."""
    return {"id": id, "messages": list(messages), **more}


def good(id: str, **more: object) -> dict[str, Any]:
    """A conversation nobody objects to."""
    return conversation(
        id,
        message("customer", "请问信用卡账单日是哪一天？", 0, author="客户"),
        message(
            "agent",
            "您好！您的账单日是每月5日，您可以在手机银行查看。请问还有什么可以帮您？",
            1,
            author=more.pop("agent", "A01"),
        ),
        message("customer", "好的，谢谢！", 2, author="客户"),
        message(
            "agent",
            "不客气，感谢您的来电，祝您生活愉快！",
            3,
            author="A01",
        ),
        **more,
    )


def bad(id: str, agent: str = "A02", **more: object) -> dict[str, Any]:
    """A conversation with an error and warnings in its reply."""
    return conversation(
        id,
        message("customer", "我被扣了两次钱，太过分了！", 0, author="客户"),
        message("agent", "请立即处理，否则后果自负。", 200, author=agent, id=f"{id}-1"),
        **more,
    )


def planted() -> list[dict[str, Any]]:
    """Conversations full of personal values, in texts, names and ids."""
    said = [text.format(**PLANTED) for text in _SAYS]
    answered = [text.format(**PLANTED) for text in _ANSWERS]
    lines = []
    for number, id in enumerate(("c-1", PLANTED["mobile"], PLANTED["email"], PLANTED["name"])):
        turns = []
        for turn, (ask, answer) in enumerate(zip(said, answered, strict=True)):
            turns += [
                message("customer", ask, turn * 10, author=PLANTED["customer"], id=f"{id}/q{turn}"),
                message(
                    "agent", answer, turn * 10 + 5, author=PLANTED["agent"], id=f"{id}/a{turn}"
                ),
            ]
        lines.append(conversation(id, *turns, channel="chat", queue="complaint", n=number))
    return lines


def write(path: Path, lines: list[dict[str, Any]]) -> Path:
    """Effect: write conversation lines."""
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    path.write_text(text, encoding="utf-8")
    return path
