"""What answers: the rules in force, and a message in, an answer out. Swapped whole on reload."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic, perf_counter_ns
from typing import TYPE_CHECKING, Any

from ..api.rulesets import Rulesets
from ..api.surroundings import language
from ..engine.propose import propose
from ..model import FileResult, Message, Placed, Result, Rewrite, Source
from ..report.json_v1 import finding_row
from ..report.view import View
from .bodies import Options, message
from .terms import terms_in
from .trouble import TroubleError

if TYPE_CHECKING:
    from ..config import Config, Settings
    from ..engine.ruleset import Ruleset

LANGS = ("zh", "en")
Row = dict[str, Any]

# Said when rules are loaded, so that no caller waits for tables to be made. Often enough: some are
# made when a few messages have asked for them.
_WARMING = (
    "请立即处理,利率是LPR加50个基点,电话13800000000",
    "請立即處理,這款產品保本保收益,後果自負。",
    "You must pay now, your APR is 5%. It is not our fault.",
    "您好,您的退款申请已提交,预计3个工作日内到账,如有疑问请随时联系我们。",
)
_TIMES = 12

_FEW = 8  # findings to propose for in the loop; each may cost a lint, and more
_PATIENCE = 5.0  # seconds for a proposal: of a very long message it can take minutes


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of one message, and the numbers of it that are counted."""

    row: Row
    result: Result
    nanoseconds: int


class LateError(Exception):
    """A proposal that took longer than anybody waits for one."""


class HeavyError(Exception):
    """More work than the loop should do at once: to be done again in a thread."""


class Deadline:
    """A moment, and a flag: work that nobody waits for any longer ends at the next lint."""

    __slots__ = ("_at", "dropped")

    def __init__(self, seconds: float) -> None:
        self._at = monotonic() + seconds
        self.dropped = False

    def check(self) -> None:
        """Raise TroubleError when time is up."""
        if self.dropped or monotonic() > self._at:
            raise TroubleError(
                "out_of_time",
                "the request took longer than it may",
                "send less at once, or raise serve.timeout",
            )


class Desk:
    """The rules and settings of one moment. Safe between threads; never changed once made."""

    def __init__(self, config: Config) -> None:
        """Raises ConfigError, UsageError, PackError and GlossaryError."""
        self.config = config
        self.settings: Settings = config.settings()
        self.lang = language(self.settings.lang)
        self._rulesets = Rulesets()
        self._keys = {
            lang: self._rulesets.add(config.with_options({"lang": lang}).settings())
            for lang in LANGS
        }
        self._rulesets.check(config, self._keys[self.lang])
        self._defaults: dict[str, Any] = {"recipient": self.settings.recipient}
        for name in ("channel", "audience"):
            if (value := getattr(self.settings, name)) is not None:
                self._defaults[name] = value
        for lang in LANGS:
            options = Options(lang=lang, changes=True, terms=True)
            for text in _WARMING * _TIMES:
                self.check({"text": text}, options)

    def ruleset(self, lang: str | None = None) -> Ruleset:
        """The rules that speak ``lang``; None: the server's language."""
        return self._rulesets.made(self._keys[lang or self.lang])

    def message(self, fields: dict[str, Any]) -> Message:
        """A message, with what the settings say where it says nothing."""
        return message(fields, self._defaults)

    def lint(self, given: Message, lang: str | None = None) -> Result:
        return self._rulesets.lint(self._keys[lang or self.lang], given)

    def check(
        self, fields: dict[str, Any], options: Options, deadline: Deadline | None = None
    ) -> Answer:
        """The answer of ``/v1/check``. Raises TroubleError when the deadline passes, and without
        one HeavyError for a message of which much is to be said."""
        begun = perf_counter_ns()
        given = self.message(fields)
        result = self._linting(options.lang, deadline)(given)
        proposal, missed = None, incomplete(result)
        if options.proposal and result.findings:
            try:
                proposal = self._proposal(result, options, deadline)
            except LateError:
                missed.append({"reason": "no proposal was found in time", "rule": None})
        row: Row = {
            "message": given.id,
            "decision": result.decision.value,
            "findings": rows(result),
            "proposal": proposal,
        }
        if missed:
            row["incomplete"] = missed
        if options.changes:
            row["changes"] = changes(given.text, proposal)
        if options.terms:
            row["terms"] = terms_in(given.text, self.ruleset(options.lang))
        spent = perf_counter_ns() - begun
        row["elapsed_us"] = spent // 1000
        return Answer(row, result, spent)

    def _proposal(self, result: Result, options: Options, deadline: Deadline | None) -> str | None:
        """A better reply, None where there is none. Raises as ``check`` does, and LateError."""
        if deadline is None and len(result.findings) > _FEW:
            raise HeavyError
        given, until = result.message, monotonic() + _PATIENCE
        lint = self._linting(options.lang, deadline)

        def timed(each: Message) -> Result:
            if each is given:
                return result  # proposing begins with a lint of the message, and here it is
            if monotonic() > until:
                raise LateError
            return lint(each)

        made = propose(given, timed, options.safety)
        return None if made.text == given.text else made.text

    def findings(self, fields: dict[str, Any], deadline: Deadline | None = None) -> Answer:
        """What is found in a message, in the server's language, without a row."""
        begun = perf_counter_ns()
        if deadline is not None:
            deadline.check()
        result = self.lint(self.message(fields))
        return Answer({}, result, perf_counter_ns() - begun)

    def rewrite(
        self, fields: dict[str, Any], options: Options, deadline: Deadline | None = None
    ) -> Row:
        """The answer of ``/v1/rewrite``."""
        begun = perf_counter_ns()
        given = self.message(fields)
        made: Rewrite = propose(given, self._linting(options.lang, deadline), options.safety)
        row: Row = {
            "message": given.id,
            "text": made.text,
            "applied": list(made.applied),
            "remaining": [
                {"rule": each.rule, "start": each.start, "end": each.end} for each in made.remaining
            ],
        }
        if made.incomplete:
            row["incomplete"] = incomplete(made)
        if options.changes:
            row["changes"] = changes(given.text, made.text)
        row["elapsed_us"] = (perf_counter_ns() - begun) // 1000
        return row

    def _linting(self, lang: str | None, deadline: Deadline | None) -> Callable[[Message], Result]:
        key = self._keys[lang or self.lang]
        lint = self._rulesets.lint
        if deadline is None:
            return lambda each: lint(key, each)

        def timed(each: Message) -> Result:
            deadline.check()
            return lint(key, each)

        return timed


def rows(result: Result) -> list[Any]:
    """Findings as ``--format jsonl`` prints them."""
    if not result.findings:
        return []
    given = result.message
    placed = tuple(
        Placed(each, message=given.id, conversation=given.conversation) for each in result.findings
    )
    view = View(FileResult(Source(None, given.text), 1, placed))
    return [finding_row(view, each) for each in placed]


def incomplete(result: Result | Rewrite) -> list[Row]:
    """What could not be checked."""
    return [{"reason": each.reason, "rule": each.rule} for each in result.incomplete]


def changes(before: str, after: str | None) -> list[Row]:
    """What became of the words, piece by piece."""
    if after is None:
        return []
    from ..rewrite.diff import diff

    return [{"op": piece.op.value, "text": piece.text} for piece in diff(before, after)]
