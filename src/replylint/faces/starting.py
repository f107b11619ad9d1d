"""``replylint init``: a settings file to start from, every setting explained in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from ..errors import Origin, UsageError


@click.command(short_help="Write a commented replylint.toml.")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace the settings file that is there.")
def init(folder: Path, force: bool) -> Callable[[], int]:
    """Write a replylint.toml in which every setting stands, explained, as a comment."""

    def run() -> int:
        from ..config.source import FILE, shown
        from ..config.starter import init_text
        from .streams import note

        path = folder / FILE
        try:
            with path.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
                file.write(init_text())
        except FileExistsError:
            hint = "--force replaces it"
            raise UsageError("is there already", origin=Origin(shown(path)), hint=hint) from None
        except OSError as error:
            what = f"cannot be written: {error.strerror}"
            raise UsageError(what, origin=Origin(shown(path))) from None
        note(f"{shown(path)} written")
        return 0

    return run
