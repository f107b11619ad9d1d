"""Linter: the one object a program needs, which checks messages and proposes better ones."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import fields as fields_of
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import UsageError, did_you_mean
from ..model import (
    Conversation,
    ConversationResult,
    Message,
    Recipient,
    Result,
    Rewrite,
    Role,
    Safety,
    Turn,
)
from .rulesets import Rulesets

if TYPE_CHECKING:
    from ..config import Config
    from ..engine.explain import Trace
    from ..glossary.term import TermBase
    from ..rules.rule import Rule
    from .stream import Stream


class Linter:
    """Checks messages by one set of rules and settings.

    ``Linter()`` has the bundled packs and every setting's default, wherever it runs;
    ``config`` names a settings file (``replylint.toml``, ``pyproject.toml``) instead. ``settings``
    are single settings laid over it, as they stand in TOML: ``Linter(profiles=["strict"])``.
    Immutable, safe to share between threads, and can be pickled. Raises ConfigError, UsageError,
    PackError and GlossaryError.
    """

    __slots__ = ("_defaults", "_key", "_policy", "_rulesets", "_stream")

    def __init__(
        self, config: str | os.PathLike[str] | Config | None = None, **settings: object
    ) -> None:
        known = _config(config).with_options(settings)
        chosen = known.settings()
        self._rulesets = Rulesets()
        self._key = self._rulesets.add(chosen)
        self._rulesets.check(known, self._key)
        self._policy, self._stream = chosen.policy, chosen.stream
        self._defaults: dict[str, Any] = {
            "channel": chosen.channel,
            "audience": chosen.audience,
            "recipient": chosen.recipient,
        }

    @property
    def rules(self) -> Mapping[str, Rule]:
        """The rules that are on, by id, those over turns too."""
        return {**self._rulesets.rules(self._key), **self._rulesets.book(self._key).rules}

    @property
    def turn_rules(self) -> Mapping[str, Rule]:
        """The rules over turns that are on, by id."""
        return self._rulesets.book(self._key).rules

    @property
    def terms(self) -> TermBase:
        """The terms of the trade it knows."""
        return self._rulesets.made(self._key).terms

    def check(self, message: str | Message, **fields: Any) -> Result:
        """What the rules say of a message: ``.findings``, ``.decision``, ``.incomplete``.

        ``fields`` are those of ``Message`` (``channel="chat"``, ``history=[{"role": "customer",
        "text": "…"}]``); channel, audience and recipient come from the settings where neither
        they nor a ``Message`` say so. Raises UsageError for a field that cannot be.
        """
        return self._rulesets.lint(self._key, self._message(message, fields))

    def rewrite(
        self, message: str | Message, safety: Safety | str = Safety.REVIEW, **fields: Any
    ) -> Rewrite:
        """The proposed reply; ``safety`` (``safe`` or ``review``) bounds what is changed."""
        from ..engine.propose import propose

        given = self._message(message, fields)
        level = _one_of(Safety, safety, "safety")
        return propose(given, lambda each: self._rulesets.lint(self._key, each), level)

    def check_conversation(self, conversation: Conversation) -> ConversationResult:
        """What the rules say of a conversation: of each of the house's messages, and of how they
        follow each other.

        Every message of an agent or bot is linted as ``check`` does it, with channel and history
        filled in, and its recipient where the conversation shows that the customer was verified.
        Raises nothing for a message that cannot be checked: the result says so (``incomplete``).
        """
        from ..engine.lint import lint
        from .conversations import check

        book = self._rulesets.book(self._key)
        ruleset = self._rulesets.made(self._key)
        return check(conversation, lambda each: lint(each, ruleset), book, self._defaults)

    async def acheck(self, message: str | Message, **fields: Any) -> Result:
        """``check`` in a thread, for long messages: a short one takes less time than the way."""
        from asyncio import to_thread

        return await to_thread(self.check, message, **fields)

    def stream(self, **fields: Any) -> Stream:
        """A reply that is still being written: ``feed(chunk)`` gives what may be sent, ``close()``
        the rest. ``fields`` are those of ``Message``; the bounds are those of the settings."""
        from .reach import reach
        from .release import Judge
        from .stream import Stream

        def lint(message: Message, trace: Trace | None) -> Result:
            return self._rulesets.lint(self._key, message, trace=trace)

        judge = Judge(lint, reach(self._rulesets.made(self._key)), self._stream, self._policy)
        return Stream(self._message("", fields), lint, judge, self._stream)

    def explain(self, message: str | Message, **fields: Any) -> Trace:
        """How the message was read, which rules woke, and why each spoke or stayed silent."""
        from ..engine.explain import Trace

        trace = Trace()
        self._rulesets.lint(self._key, self._message(message, fields), trace=trace)
        return trace

    def _message(self, message: str | Message, fields: Mapping[str, Any]) -> Message:
        if isinstance(message, Message):
            return replace(message, **_typed(fields)) if fields else message
        if not isinstance(message, str):
            raise UsageError(f"a message is a str or a Message, not {type(message).__name__}")
        return Message(message, **(self._defaults | _typed(fields) if fields else self._defaults))


def _config(given: str | os.PathLike[str] | Config | None) -> Config:
    from ..config import Config, load

    if given is None:
        return Config()
    return given if isinstance(given, Config) else load(explicit=Path(given))


def _typed(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of Message as given by a program: names and plain words are made what they mean."""
    known = [field.name for field in fields_of(Message)]
    typed = dict(fields)
    for name in fields:
        if name not in known or name == "text":
            raise UsageError(f'a message has no field "{name}"', hint=did_you_mean(name, known))
    for name, choice in (("role", Role), ("recipient", Recipient)):
        if name in typed:
            typed[name] = _one_of(choice, typed[name], name)
    if typed.get("history") is not None:
        typed["history"] = tuple(map(_turn, typed["history"]))
    return typed


def _turn(given: object) -> Turn:
    if isinstance(given, Turn):
        return given
    if not isinstance(given, Mapping) or not isinstance(given.get("text"), str):
        raise UsageError("an earlier turn has a role and a text")
    role = _one_of(Role, given.get("role", Role.CUSTOMER), "role")
    return Turn(role, given["text"], given.get("time"))


def _one_of(kind: Any, given: object, name: str) -> Any:
    values = [each.value for each in kind]
    if given not in values:
        hint = did_you_mean(str(given), values)
        raise UsageError(f"{name} is one of {', '.join(values)}", hint=hint)
    return kind(given)
