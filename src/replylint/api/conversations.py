"""Checks a whole conversation: each message by the engine, then the turns by their rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..conversation.identity import recipient, verified_field, verifies
from ..conversation.judge import judged
from ..conversation.words import Read
from ..model import (
    Conversation,
    ConversationResult,
    Incomplete,
    Message,
    Recipient,
    Result,
    Role,
    Turn,
    TurnFinding,
)

if TYPE_CHECKING:
    from ..conversation.book import Book

_HISTORY = 200  # earlier turns a message is told of: enough for every rule, and time stays linear
_LINTED = (Role.AGENT, Role.BOT)


Lint = Callable[[Message], Result]


def check(
    conversation: Conversation, lint: Lint, book: Book, defaults: Mapping[str, Any]
) -> ConversationResult:
    """What ``lint`` says of each message of the house, and the rules of ``book`` of the turns;
    ``defaults`` are fields of messages that say nothing else."""
    channel = conversation.channel or _channel(conversation) or defaults.get("channel")
    if channel != conversation.channel:
        conversation = conversation._replace(channel=channel)
    if not conversation.messages:
        return ConversationResult(conversation)
    read = book.read(conversation)
    trouble: list[Incomplete] = []
    results: list[Result | None] = []
    for message in _told(conversation, read, book, defaults):
        results.append(_linted(lint, message, trouble) if message else None)
    thread = book.thread(conversation, read, results)
    found = [
        TurnFinding(finding, turn)
        for turn, result in enumerate(results)
        if result is not None
        for finding in result.findings
    ]
    try:
        found += judged(book, thread)
    except (ValueError, TypeError, LookupError, ArithmeticError) as fault:
        trouble.append(Incomplete(f"the turns could not be judged: {type(fault).__name__}"))
    found.sort(key=_place)
    return ConversationResult(conversation, tuple(found), tuple(trouble), tuple(thread.moods))


def _place(found: TurnFinding) -> tuple[float, int, int]:
    turn = float("inf") if found.turn is None else found.turn
    return turn, found.finding.start, found.finding.end


def _channel(conversation: Conversation) -> str | None:
    return next((message.channel for message in conversation.messages if message.channel), None)


def _told(
    conversation: Conversation, read: Read, book: Book, defaults: Mapping[str, Any]
) -> list[Message | None]:
    """The messages to lint, each with what is known of the conversation; None: not linted."""
    verified = verified_field(conversation.meta, book.talks.verified)
    turns: list[Turn] = []
    told: list[Message | None] = []
    starts = None
    for message, said in zip(conversation.messages, read.masks, strict=True):
        if message.meta and not verified:
            verified = verified_field(message.meta, book.talks.verified)
        if message.role in _LINTED:
            if starts is None:
                starts = bool(turns) or bool(said & book.opened)
            history = tuple(turns[-_HISTORY:]) if starts or turns else None
            told.append(_filled(message, conversation, history, verified, defaults))
        else:
            told.append(None)
        verified = verified or verifies(message, said, book.verified, book.unverified)
        turns.append(Turn(message.role, message.text, message.time))
    return told


def _filled(
    message: Message,
    conversation: Conversation,
    history: tuple[Turn, ...] | None,
    verified: bool,
    defaults: Mapping[str, Any],
) -> Message:
    usual = defaults.get("recipient", Recipient.UNVERIFIED)
    given = message.recipient if message.recipient is not Recipient.UNVERIFIED else usual
    return Message(
        message.text,
        message.id,
        message.role,
        message.channel or conversation.channel,
        message.lang or conversation.lang,
        message.audience or defaults.get("audience"),
        recipient(replace(message, recipient=given), verified) if verified else given,
        message.author,
        message.time,
        message.conversation or conversation.id,
        history if message.history is None else message.history,
        message.meta,
    )


def _linted(lint: Lint, message: Message, trouble: list[Incomplete]) -> Result | None:
    try:
        result = lint(message)
    except Exception as fault:
        trouble.append(Incomplete(f"a message could not be checked: {type(fault).__name__}"))
        return None
    trouble.extend(result.incomplete)
    return result
