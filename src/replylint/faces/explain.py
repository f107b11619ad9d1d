"""``replylint explain``: how one message was read, and why each rule spoke or stayed silent."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

import click

from ..errors import UsageError
from . import table
from .app import options
from .asked import Asked, asked


@click.command(short_help="Show how one message is read, and why rules speak or not.")
@click.argument("words", nargs=-1, metavar="[TEXT]... | -")
@click.option("--text", metavar="TEXT", help="The message.")
@options(table.EXPLAIN)
def explain(words: tuple[str, ...], text: str | None, **values: Any) -> Callable[[], int]:
    """Show how one message is read: as it is folded, which rules woke, what every clause is taken
    for, and what became of each candidate. A dash reads the message from standard input."""

    def run() -> int:
        if (text is None) == (not words):
            raise UsageError("explain takes one message", hint='write replylint explain "…"')
        said = " ".join(words) if text is None else text
        return show(sys.stdin.read() if said == "-" else said, asked(values, table.EXPLAIN))

    return run


def show(text: str, request: Asked, rule: str | None = None) -> int:
    """Effect: print the explanation, all of it or what concerns one rule."""
    from ..api.readings import fields
    from ..engine.explain import Trace
    from ..model import Message
    from ..report.colour import wanted
    from ..report.explain import write_trace
    from ..report.options import Options
    from .inputs import Inputs
    from .streams import width, writing

    inputs = Inputs(request)
    key = inputs.key(inputs.run)
    inputs.rulesets.check(inputs.config, key)
    trace = Trace()
    inputs.rulesets.lint(key, Message(text, **fields(inputs.run)), trace=trace)
    if rule is not None:
        trace.woken = [each for each in trace.woken if each == rule]
        trace.candidates = [each for each in trace.candidates if each.rule == rule]
        trace.dropped = [each for each in trace.dropped if each[0] == rule]
    with writing(request.output, machine=False) as stream:
        color = wanted(request.color, stream, os.environ)
        write_trace(text, trace, stream, Options(inputs.lang, color, width(stream)))
    return 0
