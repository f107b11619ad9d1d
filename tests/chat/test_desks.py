"""Zendesk, Intercom, Freshdesk and Teams: tickets, notes, pages and mails."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from replylint import chat
from tests.chat.reading import both, lines, one, read, refused, times, told, written

TICKET: dict[str, Any] = {
    "id": 31,
    "subject": "Card",
    "requester_id": 100,
    "assignee_id": 200,
    "submitter_id": 100,
    "via": {"channel": "email"},
    "created_at": "2026-03-02T09:00:00Z",
    "description": "My card is blocked.",
    "status": "open",
}


def comment(number: int, author: int, body: str, **more: Any) -> dict[str, Any]:
    return {
        "id": number,
        "author_id": author,
        "plain_body": body,
        "public": True,
        "created_at": f"2026-03-02T09:{number:02}:00Z",
        **more,
    }


def test_tickets_of_zendesk(tmp_path: Path) -> None:
    mail = "It is open again.\n\nOn Mon, 2 Mar 2026 at 09:01, Lee wrote:\n> My card is blocked."
    path = written(
        tmp_path / "tickets.jsonl",
        lines(
            {
                **TICKET,
                "comments": [
                    comment(1, 100, "My card is blocked."),
                    comment(2, 200, "vip, be quick", public=False),
                    comment(3, 200, mail),
                ],
            },
            {**TICKET, "id": 32},
        ),
    )
    assert chat.sniff(path) == "zendesk"
    first, second = read(path)
    assert told(first) == [
        "customer 100: My card is blocked.",
        "system 200: vip, be quick",
        "agent 200: It is open again.",
    ]
    assert (first.id, first.channel, first.meta["subject"]) == ("31", "email", "Card")
    assert first.messages[1].meta["kind"] == "note"
    body = first.messages[2].meta["body"]
    assert body.raw == mail  # type: ignore[attr-defined]
    assert told(second) == ["customer 100: My card is blocked."]
    assert times(second) == ["2026-03-02T09:00:00+00:00"]


def test_comments_of_zendesk_with_and_without_users(tmp_path: Path) -> None:
    found: dict[str, Any] = {"comments": [comment(1, 100, "hi"), comment(2, 200, "hello")]}
    path = written(tmp_path / "ticket 31.json", found)
    assert '"100" (1), "200" (1)' in refused(path)
    users = [
        {"id": 100, "name": "Lee", "role": "end-user"},
        {"id": 200, "name": "Kim", "role": "admin"},
    ]
    path = written(tmp_path / "ticket 31.json", {**found, "users": users})
    assert told(one(path)) == ["customer Lee: hi", "agent Kim: hello"]
    assert one(path).id == "ticket 31"


def stream(name: str, record: dict[str, Any]) -> dict[str, Any]:
    return {"stream": name, "data": record, "emitted_at": 1}


def test_streams_of_zendesk(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.jsonl",
        lines(
            stream("tickets", TICKET),
            stream("ticket_comments", {**comment(1, 100, "hi"), "ticket_id": 31}),
            stream("users", {"id": 100, "name": "Lee", "role": "end-user"}),
            stream("macros", {"id": 5, "title": "Thanks"}),
            stream("macros", {"id": 6, "title": "Bye"}),
        ),
    )
    (found,), unread = both(path)
    assert told(found) == ["customer Lee: hi"]
    assert [(each.line, each.reason) for each in unread] == [
        (4, '2 records of "macros" hold no messages')
    ]


def part(number: int, kind: str, author: str, body: str | None, **more: Any) -> dict[str, Any]:
    return {
        "type": "conversation_part",
        "id": str(number),
        "part_type": kind,
        "body": body,
        "created_at": 1_772_442_000 + number,
        "author": {"type": author, "id": f"i{number}", "name": author},
        **more,
    }


def test_intercom(tmp_path: Path) -> None:
    conversation = {
        "type": "conversation",
        "id": "9",
        "created_at": 1_772_442_000,
        "state": "open",
        "source": {
            "type": "conversation",
            "id": "0",
            "delivered_as": "customer_initiated",
            "body": "<p>hey &amp; hello</p>",
            "author": {"type": "lead", "id": "i1", "name": "Lee"},
        },
        "conversation_parts": {
            "conversation_parts": [
                part(1, "comment", "bot", "<p>A person will answer.</p>"),
                part(2, "assignment", "admin", None),
                part(3, "note", "admin", "<p>check limits</p>"),
                part(4, "comment", "admin", "<p>Hello Lee</p><p>done</p>"),
            ]
        },
    }
    path = written(tmp_path / "a.json", conversation)
    assert chat.sniff(path) == "intercom"
    found = one(path)
    assert told(found) == [
        "customer Lee: hey & hello",
        "bot bot: A person will answer.",
        "system admin: ",
        "system admin: check limits",
        "agent admin: Hello Lee\ndone",
    ]
    assert [m.meta.get("kind") for m in found.messages] == [None, None, "assignment", "note", None]
    body = found.messages[0].meta["body"]
    assert body.raw[slice(*body.span(4, 5))] == "&amp;"  # type: ignore[attr-defined]
    assert (found.id, found.channel, found.meta["state"]) == ("9", "chat", "open")


def test_parts_of_intercom_on_lines_of_their_own(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.jsonl",
        lines(
            stream(
                "conversation_parts", part(2, "comment", "admin", "<p>yes</p>", conversation_id=9)
            ),
            stream(
                "conversation_parts", part(1, "comment", "user", "<p>hi</p>", conversation_id=9)
            ),
            stream("tags", {"id": 4}),
        ),
    )
    (found,), unread = both(path)
    assert told(found) == ["customer user: hi", "agent admin: yes"]
    assert len(unread) == 1


def test_freshdesk(tmp_path: Path) -> None:
    said = [
        {
            "id": 1,
            "ticket_id": 20,
            "incoming": True,
            "private": False,
            "user_id": 7,
            "body": "<div>Please help</div>",
            "created_at": "2026-03-02T09:00:00Z",
        },
        {
            "id": 2,
            "ticket_id": 20,
            "incoming": False,
            "private": True,
            "user_id": 8,
            "body": "<div>x</div>",
            "body_text": "look this up",
            "created_at": "2026-03-02T09:01:00Z",
        },
        {
            "id": 3,
            "ticket_id": 20,
            "incoming": False,
            "private": False,
            "user_id": 8,
            "body_text": "Dear customer, done.\n-- \nKim",
            "created_at": "2026-03-02T09:02:00Z",
        },
    ]
    path = written(tmp_path / "conversations.json", said)
    assert chat.sniff(path) == "freshdesk"
    expected = [
        "customer 7: Please help",
        "system 8: look this up",
        "agent 8: Dear customer, done.",
    ]
    assert told(one(path)) == expected
    ticket = {
        "id": 20,
        "description_text": "It broke",
        "requester_id": 7,
        "source": 1,
        "responder_id": 8,
        "created_at": "2026-03-02T08:00:00Z",
        "conversations": said,
    }
    found = one(written(tmp_path / "tickets.json", [ticket]))
    assert told(found) == ["customer 7: It broke", *expected]
    assert (found.id, found.channel) == ("20", "email")


def teams(
    number: int, text: str, kind: str | None, name: str = "Kim", **more: Any
) -> dict[str, Any]:
    user = {"id": f"u-{name}", "displayName": name, "userIdentityType": kind}
    return {
        "id": str(number),
        "messageType": "message",
        "createdDateTime": f"2026-03-02T09:0{number}:00Z",
        "chatId": "19:a",
        "from": {"user": user if kind else None, "application": None},
        "body": {"contentType": "html", "content": text},
        "attachments": [],
        **more,
    }


def test_teams(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.json",
        {
            "value": [
                teams(3, "<p>We will look</p>", "aadUser"),
                teams(1, "<p>Hi&nbsp;there</p>", "federatedUser", "Lee"),
                teams(2, "", None, messageType="systemEventMessage"),
            ]
        },
    )
    assert chat.sniff(path) == "teams"
    found = one(path)
    assert told(found) == ["customer Lee: Hi\xa0there", "system: ", "agent Kim: We will look"]
    assert found.messages[1].meta["kind"] == "systemEventMessage"
