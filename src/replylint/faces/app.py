"""The commands as click knows them: parsing, help and its words for what is misspelt.

A command only says what to do: it gives back a function that does it and gives the exit code.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import click

from .. import __version__
from . import table
from .asked import asked
from .exits import HELP
from .table import Opt

Work = Callable[[], int]

# Where a command is found when it is asked for: none pays for the others.
_LINTING = {
    "check": (table.CHECK, "check", "Lint messages and template files."),
    "rewrite": (table.REWRITE, "rewrite", "Print the proposed reply for every message."),
    "baseline": (table.BASELINE, "accept", "Accept today's findings: only new ones count."),
}
_OTHERS = {
    "explain": "explain:explain",
    "mcp": "mcp:mcp",
    "rules": "rules:rules",
    "glossary": "glossary:glossary",
    "audit": "audit:audit",
    "init": "starting:init",
    "serve": "serve:serve",
    "lsp": "lsp:lsp",
}


class Suggesting(click.Group):
    """Names the nearest command when one is misspelt."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from ..errors import did_you_mean

        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            known = self.list_commands(ctx)
            hint = did_you_mean(args[0], known) or f"there are {', '.join(known)}"
            raise click.UsageError(f'there is no command "{args[0]}"; {hint}', ctx)
        return super().resolve_command(ctx, args)


class Commands(Suggesting):
    """Imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*_LINTING, *_OTHERS]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name in _LINTING:
            return linting(name)
        if name not in _OTHERS:
            return None
        module, _, attribute = _OTHERS[name].partition(":")
        command: click.Command = getattr(import_module(f".{module}", __package__), attribute)
        return command


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Lints customer-service replies in finance before they are sent. 金融客服回复检查。",
    epilog=HELP,
)
@click.version_option(__version__, message="replylint %(version)s")
def commands() -> None:
    pass


def linting(name: str) -> click.Command:
    """The command called ``name`` of those that look at messages."""
    options, _, help = _LINTING[name]

    def callback(**values: Any) -> Work:
        values = {**values, "paths": list(values.pop("paths"))}
        return work(name, values)

    paths = click.Argument(["paths"], nargs=-1, metavar="[PATHS]... | -")
    params = [paths, *map(_option, options)]
    return click.Command(
        name, callback=callback, params=params, help=help, short_help=help, epilog=HELP
    )


def work(name: str, values: dict[str, Any]) -> Work:
    """What a command that looks at messages does, given its values."""
    options, module, _ = _LINTING[name]

    def run() -> int:
        request = asked(values, options)
        code: int = import_module(f".{module}", __package__).run(request)
        return code

    return run


def options(of: Sequence[Opt]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A decorator that gives a command of click these options."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        for each in reversed(of):
            function = click.option(*each.flags, each.name, **_how(each))(function)
        return function

    return decorate


def _option(option: Opt) -> click.Option:
    return click.Option([*option.flags, option.name], **_how(option))


def _how(option: Opt) -> dict[str, Any]:
    if option.kind == "flag":
        return {"is_flag": True, "help": option.help}
    kind: Any = click.Choice(option.choices) if option.choices else str
    if option.kind == "number":
        kind = click.IntRange(min=0)
    return {
        "type": kind,
        "multiple": option.kind in ("many", "pairs"),
        "metavar": option.metavar or None,
        "help": option.help,
    }
