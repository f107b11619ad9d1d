"""Files to start from: the settings of `replylint init`, the rule of `rules new`."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import click

from ..errors import Origin, UsageError
from .streams import note, standard_output

_RULE = re.compile(r"[a-z][a-z0-9_]*\.[a-z0-9][a-z0-9-]*")


@click.command(short_help="Write a commented replylint.toml.")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace the settings file that is there.")
def init(folder: Path, force: bool) -> Callable[[], int]:
    """Write a replylint.toml in which every setting stands, explained, as a comment."""

    def run() -> int:
        from ..config.source import FILE
        from ..config.starter import init_text

        _put(folder / FILE, init_text(), force=force, hint="--force replaces it")
        return 0

    return run


def print_rule(id: str, kind: str, lang: str) -> int:
    """Effect: print a file with one rule."""
    standard_output(machine=True).write(_rule(id, kind, lang))
    return 0


def write_rule(id: str, kind: str, lang: str, folder: Path) -> int:
    """Effect: write a file with one rule into a pack, and the pack's head when it has none."""
    from .. import __version__
    from ..rules.skeleton import pack_text

    text = _rule(id, kind, lang)
    if not (folder / "pack.yaml").exists():
        name = re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-") or "house"
        _put(folder / "pack.yaml", pack_text(name, __version__))
    _put(folder / lang / f"{id.replace('.', '-')}.yaml", text, hint="choose another name")
    return 0


def _rule(id: str, kind: str, lang: str) -> str:
    from ..rules.rule import Kind
    from ..rules.skeleton import rule_text

    if not _RULE.fullmatch(id):
        raise UsageError(f'"{id}" is no rule id', hint="write topic.name, as in vague.no-date")
    return rule_text(id, Kind(kind), lang)


def _put(path: Path, text: str, *, force: bool = False, hint: str | None = None) -> None:
    """Effect: write a new file, in one step; UsageError when there is one, unless ``force``."""
    from ..files.discover import shown
    from ..files.save import replace_file

    origin = Origin(shown(path))
    if path.exists() and not force:
        raise UsageError("is there already", origin=origin, hint=hint)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text.encode("utf-8"))
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror}", origin=origin) from None
    note(f"{shown(path)} written")
