"""The shortest way through one message: a table from the cache, and little else imported or read.

The table (engine.first) stands in a file of its own beside the compiled packs, and holds while no
source of the bundled packs, no file of this package and no place of either has changed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zlib import crc32

from ..engine.first import First, table
from ..rules.private_folder import PrivateFolder
from ..rules.sources import yaml_files
from .surroundings import cache_folder, language

if TYPE_CHECKING:
    from ..engine.ruleset import Ruleset
    from ..model import Message

_SETTLED = 2_000_000_000  # ns; a file this young may change again without its time showing it
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_NAME = f"first-{crc32(_PACKAGE.encode(errors='surrogateescape')):08x}.json"
_SETTINGS, _PROJECT = "replylint.toml", "pyproject.toml"

State = list[list[list[str | int]]]


def verdict(text: str) -> tuple[list[str], str] | None:
    """The ids of all rules that can find something in ``text`` where nothing is set, and what
    ``replylint check --text`` says of a clean message, to a pipe.

    None when settings or the table could say otherwise.
    """
    try:
        data = None if _has_settings(os.getcwd()) else _read()
        if data is None:
            return None
        said, made, blob = data
        found = First(json.loads(made), blob).candidates(text)
        return None if found is None else (found, said[language("auto")])
    except (OSError, ValueError, TypeError, LookupError):  # damaged: the long way makes it again
        return None


def keep(ruleset: Ruleset, message: Message, said: dict[str, str], begun: int) -> None:
    """Effect: leave the table in the cache for the next process, unless it is there.

    ``ruleset`` has the bundled packs and every setting's default, ``message`` the fields of one
    given by ``--text``; ``said`` is the verdict on a clean one by language. ``begun`` is when the
    packs began to be read, in ns.
    """
    folder = _folder()
    if folder is None or _read() is not None:
        return
    state = _state()
    if all(int(changed) < begun - _SETTLED for part in state for _, _, changed in part):
        made = table(ruleset, message)
        if made is not None:
            rest = b"\n".join([*map(_dumped, (state, said, made[0])), made[1]])
            folder.write(_NAME, b"%08x\n" % crc32(rest) + rest)


def _read() -> tuple[dict[str, str], bytes, bytes] | None:
    """The verdicts and the table, when they are whole and still hold."""
    folder = _folder()
    entry = None if folder is None else folder.read(_NAME)
    if entry is None:
        return None
    try:
        seal, state, said, made, blob = entry.split(b"\n", 4)
        sealed = memoryview(entry)[len(seal) + 1 :]
        if int(seal, 16) != crc32(sealed) or json.loads(state) != _state():
            return None
        return json.loads(said), made, blob
    except ValueError:  # damaged, or another version's
        return None


def _folder() -> PrivateFolder | None:
    path = cache_folder(True)
    return None if path is None else PrivateFolder.opened(path)


def _dumped(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _state() -> State:
    """Path, size and mtime_ns of every bundled source and of every file of the package."""
    sources: list[list[str | int]] = [
        [path, found.st_size, found.st_mtime_ns]
        for kind in ("rules", "glossary")
        for path, found in yaml_files(bundled(kind))
    ]
    return [sources, list(_modules(_PACKAGE))]


def bundled(kind: str) -> str:
    """As rules.find has it, without pathlib."""
    inside = os.path.join(_PACKAGE, "data", kind)
    outside = os.path.join(os.path.dirname(os.path.dirname(_PACKAGE)), kind)
    return inside if os.path.isdir(inside) else outside


def _modules(folder: str) -> Iterator[list[str | int]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.endswith(".py"):
                found = entry.stat()
                yield [entry.path, found.st_size, found.st_mtime_ns]
            elif entry.is_dir() and entry.name not in ("data", "__pycache__"):
                yield from _modules(entry.path)


def _has_settings(folder: str) -> bool:
    """Whether settings may hold in a folder: one of our files, or a word of us in a project's."""
    while True:
        if os.path.exists(os.path.join(folder, _SETTINGS)):
            return True
        project = os.path.join(folder, _PROJECT)
        if os.path.exists(project):
            with open(project, "rb") as file:
                if b"replylint" in file.read():
                    return True
        above = os.path.dirname(folder)
        if above == folder:
            return False
        folder = above
