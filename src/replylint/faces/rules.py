"""``replylint rules``: what the packs hold, whether they hold good, and how to write more."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ..errors import UsageError
from . import table
from .app import Suggesting, options
from .asked import asked
from .exits import HELP

Work = Callable[[], int]
KINDS = (
    "phrase",
    "pattern",
    "sequence",
    "require",
    "term",
    "detector",
    "metric",
    "turns",
    "weighted",
)
_NEAR = "Of held-out near misses, how many may be raised; 0.01 by default."
_LOST = "Of held-out offences, how many may be doubted; 0.02 by default."
_SHARE = "Of good replies, how many may be weighed at all; 0.08 by default."
_PATTERNS = click.argument("rules", nargs=-1, metavar="[RULES]...")


@click.group(cls=Suggesting, short_help="List, explain, test and write rules.", epilog=HELP)
def rules() -> None:
    """List, explain, test and write rules."""


@rules.command("list")
@_PATTERNS
@click.option("--format", type=click.Choice(["text", "json"]), default="text")
@options(table.PACKS)
def list_rules(rules: tuple[str, ...], format: str, **values: Any) -> Work:
    """List the rules: id, severity, and what each says."""

    def run() -> int:
        from ..report.words import sentence
        from .packs import chosen, loaded
        from .streams import standard_output

        packs, lang = loaded(asked(values, table.PACKS))
        out = standard_output(machine=format != "text")
        found = sorted(chosen(packs, rules), key=lambda rule: rule.id)
        rows = [
            {
                "rule": rule.id,
                "severity": rule.severity.value,
                "confidence": rule.confidence.value,
                "lang": rule.lang,
                "pack": rule.pack,
                "text": sentence(rule.message, lang),
            }
            for rule in found
        ]
        if format == "json":
            json.dump(rows, out, ensure_ascii=False, indent=1)
            out.write("\n")
            return 0
        wide = max((len(row["rule"]) for row in rows), default=0)
        for row in rows:
            out.write(f"{row['rule']:<{wide}}  {row['severity']:<7}  {row['text']}\n")
        return 0

    return run


@rules.command("explain")
@click.argument("rule")
@click.option("--text", metavar="TEXT", help="A message: what the rule made of it.")
@options(table.EXPLAIN)
def explain_rule(rule: str, text: str | None, **values: Any) -> Work:
    """Show a rule: what it says, why, by whose word, and what it finds and lets pass."""

    def run() -> int:
        from ..report.rulebook import page
        from .explain import show
        from .packs import chosen, loaded
        from .streams import writing

        request = asked(values, table.EXPLAIN)
        packs, lang = loaded(request)
        found = chosen(packs, (rule,))
        if text is not None and len(found) == 1:
            return show(text, request, found[0].id)
        with writing(request.output, machine=False) as out:
            for each in found:
                examples = packs.examples.get(each.id, ())
                out.write(page(each, examples, [lang], "terminal"))
        return 0

    return run


@rules.command("test")
@_PATTERNS
@options(table.PACKS)
def test_rules(rules: tuple[str, ...], **values: Any) -> Work:
    """Run every example: each alone, among all rules, on its rewrite, and disguised."""

    def run() -> int:
        from .proving import prove

        return prove(asked(values, table.PACKS), rules)

    return run


@rules.command("new")
@click.argument("rule", metavar="TOPIC.NAME")
@click.option("--kind", type=click.Choice(KINDS), default="phrase", help="How it matches.")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh")
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Write it there, with a pack.yaml when there is none, instead of printing it.",
)
def new(rule: str, kind: str, lang: str, into: Path | None) -> Work:
    """Write a rule to start from: it loads as it is, its words are to be replaced."""

    def run() -> int:
        from .starting import print_rule, write_rule

        if into is None:
            return print_rule(rule, kind, lang)
        return write_rule(rule, kind, lang, into)

    return run


@rules.command("schema")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--settings", is_flag=True, help="The schema of replylint.toml instead.")
@click.option(
    "--check", is_flag=True, help="Write nothing; exit code 1 when FILE is not as it should be."
)
def schema(file: Path | None, settings: bool, check: bool) -> Work:
    """Print the JSON Schema of rule packs, or write it to FILE: editors complete and check YAML
    with it."""

    def run() -> int:
        from .pages import put_schema, stale_schema

        if not check:
            return put_schema(file, settings=settings)
        if file is None:
            raise UsageError("--check looks at a file", hint="name the file")
        return stale_schema(file, settings=settings)

    return run


@rules.command("docs")
@click.argument("folder", default="docs/rules", type=click.Path(path_type=Path))
@click.option(
    "--check", is_flag=True, help="Write nothing; exit code 1 when a page is not as it should be."
)
@options(table.PACKS)
def docs(folder: Path, check: bool, **values: Any) -> Work:
    """Write a page for every rule, and the table of all."""

    def run() -> int:
        from .packs import loaded
        from .pages import put, stale

        packs, _ = loaded(asked(values, table.PACKS))
        return stale(packs, folder) if check else put(packs, folder)

    return run


@rules.command("score")
@click.argument("files", nargs=-1, required=True, metavar="FILES...")
@click.option(
    "--severity",
    type=click.Choice(["error", "warning", "info"]),
    default="warning",
    help="Count findings from this severity on; warning by default.",
)
@click.option("--format", type=click.Choice(["text", "json"]), default="text")
@click.option("--rows", is_flag=True, help="Name the rows that were missed or falsely flagged.")
@options(table.SCORE)
def score(files: tuple[str, ...], severity: str, format: str, rows: bool, **values: Any) -> Work:
    """Measure the rules on labelled sentences: JSON Lines with text and topics (or category).

    Rows without topics are clean: what is found in them is a false alarm. Prints counts with
    their denominators, and names rows by id, never by their text."""

    def run() -> int:
        from .scoring import print_score

        request = asked(values, table.SCORE)
        return print_score(request, files, severity, format=format, rows=rows)

    return run


@rules.command("train")
@click.argument(
    "files", nargs=-1, required=True, metavar="FILES...", type=click.Path(path_type=Path)
)
@click.option("--of", type=click.Choice(["zh", "en"]), default="zh", help="Rows to learn from.")
@click.option("--name", default="conduct", help="What the table is called; conduct by default.")
@click.option("--near", type=click.FloatRange(0, 1), default=0.01, help=_NEAR)
@click.option("--lost", type=click.FloatRange(0, 1), default=0.02, help=_LOST)
@click.option("--share", type=click.FloatRange(0, 1), default=0.08, help=_SHARE)
@options(table.EXPLAIN)
def train(files: tuple[Path, ...], of: str, name: str, **values: Any) -> Work:
    """Learn the evidence of weighted rules from labelled sentences: JSON Lines with text, lang and
    topics, and for offences the words that offend as trigger.

    The examples of the rules are learned from too. Levels are set on whole files held out, so give
    several, near misses among them. Needs the extra train."""

    def run() -> int:
        from ..learn import TOPICS
        from .training import learn

        shares = (values.pop("near"), values.pop("lost"), values.pop("share"))
        return learn(asked(values, table.EXPLAIN), files, of, name, TOPICS, shares)

    return run
