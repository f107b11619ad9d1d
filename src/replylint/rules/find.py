"""Finds packs and term bases: the bundled ones, folders, and what is installed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from ..errors import UsageError, did_you_mean

Kind = Literal["rules", "glossary"]

BUNDLED = "replylint"
"""What the packs and the term base are called that come with the linter."""

_GROUPS = {"rules": "replylint.packs", "glossary": "replylint.glossaries"}
_ONE = {"rules": "pack", "glossary": "term base"}


def bundled(kind: Kind) -> Path:
    """The folder that is shipped: inside the package, or at the top of a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "data" / kind
    return inside if inside.is_dir() else package.parents[1] / kind


def locate(kind: Kind, names: Iterable[str]) -> list[Path]:
    """The folders of packs or term bases, in order, each once.

    A name with a ``/`` in it, or of a folder that exists, is that folder; ``replylint`` is the
    bundled one; any other is an entry point of the group ``replylint.packs`` or
    ``replylint.glossaries`` whose object is a folder, as a string or path, or a module beside which
    the files lie. Raises UsageError for a name nothing has, and for what is no folder.
    """
    return list(dict.fromkeys(_located(kind, name) for name in names))


def _located(kind: Kind, name: str) -> Path:
    if name == BUNDLED:
        return bundled(kind)
    folder = Path(name)
    if "/" in name or "\\" in name or name in (".", "..") or folder.is_dir():
        if not folder.is_dir():
            raise UsageError(
                f'there is no folder "{name}"', hint=f"a {_ONE[kind]} is a folder of YAML"
            )
        return folder
    return _installed(kind, name)


def _installed(kind: Kind, name: str) -> Path:
    from importlib.metadata import entry_points

    points = {point.name: point for point in entry_points(group=_GROUPS[kind])}
    if name not in points:
        known = (BUNDLED, *points)
        raise UsageError(
            f'nothing installed gives the {_ONE[kind]} "{name}"',
            hint=did_you_mean(name, known) or f"a folder is written with a slash: ./{name}",
        )
    try:
        given = points[name].load()
    except Exception as error:  # a stranger's module may fail in any way
        raise UsageError(
            f'the {_ONE[kind]} "{name}" cannot be imported: {type(error).__name__}',
            hint=f"its entry point is {points[name].value}",
        ) from None
    folder = _folder(given)
    if folder is None or not folder.is_dir():
        raise UsageError(
            f'the entry point of "{name}" gives no folder',
            hint="it must be a path, or a module beside which the files lie",
        )
    return folder


def _folder(given: object) -> Path | None:
    if isinstance(given, (str, Path)):
        return Path(given)
    file = getattr(given, "__file__", None)
    return Path(file).parent if isinstance(file, str) else None
