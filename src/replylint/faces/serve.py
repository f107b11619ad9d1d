"""``replylint serve``: the same checks over HTTP, and a page to try them on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from ..config import Config


@click.command(short_help="Check messages over HTTP, and on a page.")
@click.option("--host", metavar="ADDRESS", help="Where to listen; 127.0.0.1 unless set.")
@click.option("--port", type=click.IntRange(0, 65535), help="The port; 8081 unless set.")
@click.option("--config", metavar="FILE", type=click.Path(path_type=Path), help="The settings.")
@click.option("--watch", is_flag=True, help="Load rules anew when settings or packs change.")
@click.option("--log-requests", is_flag=True, help="A line for each request, without its text.")
def serve(
    host: str | None, port: int | None, config: Path | None, watch: bool, log_requests: bool
) -> Callable[[], int]:
    """Check messages over HTTP, and on a page at /. Limits and keys stand in [serve] of the
    settings; SIGHUP loads rules and settings anew, SIGTERM ends when all are answered."""
    own: dict[str, Any] = {
        name: value for name, value in (("host", host), ("port", port)) if value is not None
    }

    def load() -> Config:
        from ..config import load

        known = load(explicit=config)
        return known.with_options({"serve": own}) if own else known

    def run() -> int:
        from ..errors import UsageError

        try:
            import prometheus_client  # noqa: F401
            import starlette  # noqa: F401
            import uvicorn  # noqa: F401
        except ModuleNotFoundError as error:
            raise UsageError(
                f"replylint serve needs {error.name}", hint="pip install 'replylint[serve]'"
            ) from None
        from ..serve.run import run as serve_until_told

        return serve_until_told(load, watch=watch, tell=log_requests)

    return run
