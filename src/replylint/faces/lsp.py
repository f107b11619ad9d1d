"""``replylint lsp``: the same checks in an editor, by the language server protocol."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from ..errors import UsageError
from . import table
from .app import options
from .asked import asked
from .exits import HELP

Work = Callable[[], int]


@click.command("lsp", short_help="Check in an editor, as you type.", epilog=HELP)
@click.option("--stdio", is_flag=True, help="Speak on standard input and output: always so.")
@options(table.SESSION)
def lsp(stdio: bool, **values: Any) -> Work:
    """Serve an editor by the language server protocol, until it is done. Options are laid over the
    settings files, which are those nearest to each file; docs/editors.md has the editors' side."""

    def run() -> int:
        try:
            from ..lsp.server import Service
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
                raise
            raise UsageError(
                "the language server needs pygls", hint='pip install "replylint[lsp]"'
            ) from None
        request = asked(values, table.SESSION)
        Service(request.config, request.settings).run()
        return 0

    return run
