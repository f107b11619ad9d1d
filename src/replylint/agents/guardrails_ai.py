"""A validator for guardrails-ai, which also knows where a Chinese sentence ends in a stream.

The framework's own splitter looks for ``.?!`` with a space behind, so a Chinese stream would not be
validated before its end. Here what has come is validated when it ends in 。！？；… or with a line,
or in an English mark behind a word, and no quotation is open; never a part of it, because the
framework loses what is left over in the last piece of a stream.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields as fields_of
from typing import Any

from ..api.linter import Linter
from ..model import Decision, Message
from .extra import missing
from .verdict import judge

try:
    from guardrails.validator_base import (
        ErrorSpan,
        FailResult,
        PassResult,
        ValidationResult,
        Validator,
        register_validator,
    )
except ImportError as error:
    raise missing("guardrails-ai", error) from error

_FIELDS = frozenset(field.name for field in fields_of(Message)) - {"text", "meta"}
_ENDS = re.compile(r"(?:[。！？；…\n]|[A-Za-z]{3}[.!?])[”’」』）》】\"')]*\s*\Z")
_QUOTES = ("“”", "「」", "『』", "（）", "《》", "【】")


@register_validator(name="replylint/reply", data_type="string")
class ReplyValidator(Validator):
    """``Guard().use(ReplyValidator(on_fail="fix", channel="chat"))``.

    Fails at the decisions *revise* and *block*. ``fix_value`` is the reply as it may be sent, or
    ``refusal`` where nothing of it may. ``fields`` are those of ``Message``, and the keys of a
    guard's metadata that are such fields count as well. In a stream each sentence is judged by
    itself; only ``on_fail="fix"`` keeps the framework from letting it out before.
    """

    def __init__(
        self,
        on_fail: Any = None,
        *,
        linter: Linter | None = None,
        refusal: str = "",
        **fields: Any,
    ) -> None:
        super().__init__(on_fail, refusal=refusal, **fields)
        self._linter = linter or Linter()
        self._refusal = refusal
        self._about = fields

    def _validate(self, value: Any, metadata: Mapping[str, Any]) -> ValidationResult:
        more = {name: each for name, each in metadata.items() if name in _FIELDS}
        verdict = judge(self._linter, str(value), {**self._about, **more})
        if verdict.decision is Decision.ALLOW:
            return PassResult()
        return FailResult(
            error_message=verdict.told(),
            fix_value=self._refusal if verdict.sendable is None else verdict.sendable,
            error_spans=[
                ErrorSpan(start=each.start, end=each.end, reason=f"{each.rule}: {each.text}")
                for each in verdict.result.findings
            ],
        )

    def _chunking_function(self, chunk: str) -> list[str]:
        """All that has come and nothing left, where a sentence has ended; else nothing."""
        if not _ENDS.search(chunk):
            return []
        is_open = any(chunk.count(pair[0]) > chunk.count(pair[1]) for pair in _QUOTES)
        return [] if is_open else [chunk, ""]
