"""What the packs generate, rule pages and schemas: written, or compared with what lies there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import Origin, UsageError
from ..report.rulebook import pages
from .streams import note, writing

if TYPE_CHECKING:
    from ..rules.load import Loaded

_LANGS = ("zh", "en")


def put(packs: Loaded, folder: Path) -> int:
    """Effect: write every page that differs, and take away pages of rules that are no more."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        made = pages(packs.pack.everything, packs.examples, _LANGS)
        for name, text in made.items():
            path = folder / name
            if _text(path) != text:
                path.write_text(text, encoding="utf-8", newline="\n")
        for path in _left_over(folder, made):
            path.unlink()
    except OSError as error:
        what = f"the pages cannot be written: {error.strerror}"
        raise UsageError(what, origin=Origin(str(error.filename or folder))) from None
    note(f"{len(made)} pages in {folder}")
    return 0


def stale(packs: Loaded, folder: Path) -> int:
    """Effect: name the pages that are not as they should be; 1 when there are any."""
    made = pages(packs.pack.everything, packs.examples, _LANGS)
    wrong = [folder / name for name, text in made.items() if _text(folder / name) != text]
    wrong += _left_over(folder, made)
    for path in wrong:
        note(f'{path}: not what "replylint rules docs" writes')
    return 1 if wrong else 0


def put_schema(file: Path | None, *, settings: bool) -> int:
    """Effect: write a JSON Schema, or print it."""
    with writing(file, machine=True) as out:
        out.write(_schema(settings=settings))
    return 0


def stale_schema(file: Path, *, settings: bool) -> int:
    """Effect: say when a file is not the schema; then 1."""
    if _text(file) == _schema(settings=settings):
        return 0
    note(f'{file}: not what "replylint rules schema" writes')
    return 1


def _schema(*, settings: bool) -> str:
    if settings:
        from ..config.schema import config_schema as made
    else:
        from ..rules.schema import json_schema as made
    return json.dumps(made(), ensure_ascii=False, indent=2) + "\n"


def _left_over(folder: Path, made: dict[str, str]) -> list[Path]:
    return [path for path in sorted(folder.glob("*.*.md")) if path.name not in made]


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
