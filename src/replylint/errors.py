"""The exception tree; every error a user can cause knows its place and what to do about it.

ReplylintError
├── UsageError          a command line, an option or an argument is wrong
├── ConfigError         replylint.toml or [tool.replylint] is wrong
├── PackError           a rule pack or lexicon is wrong
├── GlossaryError       a term base is wrong
└── InputError          an input file cannot be read or parsed

Printed as ``path:line:column: subject: what is wrong; what to do``. Error texts never contain
message text: a reply may hold personal data.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """A place in a file; ``line`` and ``column`` count from 1 in code points, None when unknown."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        place = self.path
        if self.line is not None:
            place += f":{self.line}"
            if self.column is not None:
                place += f":{self.column}"
        return place


class ReplylintError(Exception):
    """Anything a user can mend. ``origin`` is where, ``hint`` what to do."""

    def __init__(self, what: str, *, origin: Origin | None = None, hint: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.origin = origin
        self.hint = hint

    def __str__(self) -> str:
        text = self.what if self.origin is None else f"{self.origin}: {self.what}"
        return text if self.hint is None else f"{text}; {self.hint}"


class UsageError(ReplylintError):
    """A command line, an option or an argument is wrong."""


class ConfigError(ReplylintError):
    """A settings file is wrong."""


class PackError(ReplylintError):
    """A rule pack is wrong: it does not load, and nothing is linted with half of it."""


class GlossaryError(ReplylintError):
    """A term base is wrong."""


class InputError(ReplylintError):
    """An input file cannot be read, decoded or parsed."""


def fault(error: BaseException) -> str:
    """A fault of ours, by its kind and place alone: its words may be a customer's.

    >>> try:
    ...     {}["13812345678"]
    ... except KeyError as error:
    ...     fault(error)
    'KeyError in <module>, line 2'
    """
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "" if trace is None else f" in {trace.tb_frame.f_code.co_name}, line {trace.tb_lineno}"
    return f"{type(error).__name__}{place}"


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint naming the nearest of ``known``, or None.

    >>> did_you_mean("serverity", ["severity", "kind"])
    'did you mean "severity"?'
    >>> did_you_mean("zzz", ["severity"]) is None
    True
    """
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else None
