"""``replylint mcp``: the checks as tools for AI agents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click


@click.command(short_help="Tools for AI agents (model context protocol).")
@click.option(
    "--transport",
    type=click.Choice(["stdio", "http"]),
    default="stdio",
    help="stdio: the client starts this command; http: streamable HTTP.",
)
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", help="For http.")
@click.option("--port", default=8082, type=click.IntRange(0, 65535), help="For http.")
@click.option("--path", default="/mcp", help="For http.")
@click.option("--config", metavar="FILE", type=click.Path(path_type=Path), help="The settings.")
def mcp(transport: str, host: str, port: int, path: str, config: Path | None) -> Callable[[], int]:
    """Serve check_reply, suggest_reply, explain_rule and lookup_term to AI agents."""

    def run() -> int:
        from ..config import load
        from ..errors import UsageError

        try:
            import mcp.server  # noqa: F401
        except ModuleNotFoundError as error:
            hint = "pip install 'replylint[mcp]'"
            raise UsageError(f"replylint mcp needs {error.name}", hint=hint) from None

        from ..mcp.server import run as serve_until_told

        return serve_until_told(load(explicit=config), transport, host, port, path)

    return run
