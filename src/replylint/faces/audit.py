"""``replylint audit``: its options, and the commands that ask a store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from . import table
from .app import Suggesting, options
from .asked import asked
from .exits import HELP

Work = Callable[[], int]
STORE = "audit.duckdb"
_LANG = tuple(each for each in table.SCORE if each.name == "lang")
_OPTIONS = (*table.SCORE, *(each for each in table.CHECK if each.name in ("fail_level", "color")))
_OPTIONS = (*_OPTIONS, *(each for each in table.EXPLAIN if each.flags[0] == "--severity"))
_PATH = click.Path(path_type=Path)


class _Audit(Suggesting):
    """``audit EXPORTS…`` audits; ``audit compare`` and the others ask what was audited."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Audit, short_help="Lint whole conversations from chat exports.", epilog=HELP)
def audit() -> None:
    """Lint whole conversations from chat exports, and report on them.

    replylint audit EXPORTS... audits; replylint audit run --help shows its options.
    """


@audit.command("run", epilog=HELP)
@click.argument("exports", nargs=-1, required=True, metavar="EXPORTS...")
@click.option(
    "--format",
    type=click.Choice(["text", "json", "jsonl"]),
    default="text",
    help="What is printed: a summary, everything as one object, or the findings.",
)
@click.option(
    "--out",
    "outs",
    type=_PATH,
    multiple=True,
    metavar="FILE",
    help="Write the findings to a .jsonl, .csv, .xlsx or .parquet file; repeatable.",
)
@click.option(
    "--store",
    type=_PATH,
    metavar="FILE",
    help="Keep the run in a DuckDB file: to compare, and to go on after a stop.",
)
@click.option(
    "--report", type=_PATH, metavar="FILE", help="Write one HTML page that needs no network."
)
@click.option(
    "--cases",
    type=_PATH,
    metavar="FILE",
    help="Write the worst and best conversations, masked, as JSON Lines.",
)
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=0),
    default=1,
    metavar="N",
    help="How many processes judge; 0: one per core.",
)
@click.option("--show-agents", is_flag=True, help="Name agents instead of giving them other names.")
@click.option("--show-ids", is_flag=True, help="Show ids of conversations that may be names, too.")
@click.option(
    "--key-file",
    type=_PATH,
    metavar="FILE",
    help="The key of the other names, kept apart from the store; made when missing.",
)
@click.option("--restart", is_flag=True, help="Begin anew, although a run was interrupted.")
@click.option("--quiet", "-q", is_flag=True, help="No progress and no notes.")
@click.option(
    "--input-format", metavar="FORMAT", help="The format of the exports, if not found out."
)
@click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar="COLUMN=FIELD",
    help="What a column holds: conversation, time, role, author, text, channel …",
)
@click.option(
    "--role",
    "roles",
    multiple=True,
    metavar="WHO=ROLE",
    help="Whose words are whose: a value of the role column, or a name; * for the rest.",
)
@click.option("--agents", type=_PATH, metavar="FILE", help="A file of agents, one a line.")
@click.option("--tz", metavar="ZONE", help="The zone of times without one: Asia/Shanghai, +08:00.")
@click.option(
    "--dates", type=click.Choice(["ymd", "ydm", "dmy", "mdy"]), help="The order of dates."
)
@click.option("--queue", metavar="NAME", help="The queue, where the export does not say.")
@click.option("--encoding", metavar="NAME", help="The encoding of the exports.")
@options(_OPTIONS)
def run(**values: Any) -> Work:
    """Audit EXPORTS: files or folders."""

    def work() -> int:
        from .auditing import Run

        own = {each.name for each in _OPTIONS}
        request = asked({name: values[name] for name in own}, _OPTIONS)
        return Run(request, {n: v for n, v in values.items() if n not in own}).once()

    return work


_store = click.option(
    "--store",
    type=_PATH,
    default=STORE,
    metavar="FILE",
    show_default=True,
    help="The store to ask.",
)
_run = click.option(
    "--run", type=click.IntRange(min=1), metavar="N", help="Which run; the last one."
)
_json = click.option("--format", type=click.Choice(["text", "json"]), default="text")


@audit.command("compare")
@click.argument("a")
@click.argument("b")
@_store
@_json
@options(_LANG)
def compare(a: str, b: str, store: Path, format: str, **values: Any) -> Work:
    """Compare two runs or parts of runs.

    A and B are 3, last, channel=chat, or 3:period=2026-03,queue=complaint."""

    def work() -> int:
        from .audited import print_compared

        return print_compared(store, a, b, format, asked(values, _LANG))

    return work


@audit.command("trend")
@_store
@_run
@click.option("--by", type=click.Choice(["run", "day", "week", "month", "year"]), default="run")
@click.option("--rule", metavar="RULE", help="Of one rule instead of all that fail.")
@_json
@options(_LANG)
def trend(
    store: Path, run: int | None, by: str, rule: str | None, format: str, **values: Any
) -> Work:
    """How the share of flagged replies moves: from run to run, or within one run."""

    def work() -> int:
        from .audited import print_trend

        return print_trend(store, by, run, rule, format, asked(values, _LANG))

    return work


@audit.command("report")
@click.argument("page", type=_PATH)
@_store
@_run
@options(table.PACKS)
def report(page: Path, store: Path, run: int | None, **values: Any) -> Work:
    """Write the page of a run that is in the store."""

    def work() -> int:
        from .audited import put_page

        return put_page(store, run, page, asked(values, table.PACKS))

    return work


@audit.command("sample")
@click.argument("sheet", type=_PATH)
@click.option("--per-rule", type=click.IntRange(1, 30), default=30, show_default=True, metavar="N")
@_store
@_run
def sample(sheet: Path, per_rule: int, store: Path, run: int | None) -> Work:
    """Draw findings of each rule at random into SHEET (CSV), for people to judge."""

    def work() -> int:
        from .audited import put_sample

        return put_sample(store, run, per_rule, sheet)

    return work


@audit.command("verdicts")
@click.argument("sheet", type=_PATH)
@_json
@options(_LANG)
def verdicts(sheet: Path, format: str, **values: Any) -> Work:
    """Read a judged SHEET: the precision of each rule, and severities it speaks for."""

    def work() -> int:
        from .audited import print_verdicts

        return print_verdicts(sheet, format, asked(values, _LANG))

    return work
