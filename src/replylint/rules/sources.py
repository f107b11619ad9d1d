"""The files that packs and term bases are read from; importing this costs nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator


def yaml_files(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Every file that is read in a folder of packs or terms, in order."""
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    for entry in listed:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from yaml_files(entry.path)
        elif entry.name.endswith((".yaml", ".yml")):
            yield entry.path, entry.stat()
