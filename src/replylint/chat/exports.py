"""All formats by name, which of them a file is in, and the way from a path to conversations."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from ..errors import InputError, Origin, UsageError, did_you_mean
from ..model import Conversation
from .head import Head, head_of
from .nouns import Options, Unread
from .source import MEDIA, Source, file_source, folder_sources, unpacked

FORMATS = {
    "jsonl": "jsonl",
    "csv": "csv",
    "tsv": "csv",
}
"""The module of each format, in the order in which they are asked whether a file is theirs."""


def read_path(path: Path, options: Options) -> Iterator[Conversation | Unread]:
    """The conversations of a file, archive or folder. Raises InputError, UsageError."""
    if options.format is not None and options.format not in FORMATS:
        hint = did_you_mean(options.format, FORMATS) or f"one of: {', '.join(FORMATS)}"
        raise UsageError(f'there is no chat format "{options.format[:40]}"', hint=hint)
    for source in sources_of(path):
        name = options.format or format_of(source, options)
        yield from _module(name).read(source, options)


def sources_of(path: Path) -> list[Source]:
    """The files of a path, archives unpacked. Raises InputError."""
    if path.is_dir():
        return [each for file in folder_sources(path) for each in unpacked(file) or [file]]
    file = file_source(path)
    return unpacked(file) or [file]


def sniff_path(path: Path) -> str:
    """The format of a path. Raises InputError."""
    names = [format_of(source, Options()) for source in sources_of(path)]
    if not names:
        raise InputError("there is nothing in it", origin=Origin(path.as_posix()))
    return names[0]


def format_of(source: Source, options: Options) -> str:
    """The format of one file. Raises InputError when it is in none."""
    head = head_of(source, options.encoding)
    for name, module in FORMATS.items():
        if _module(module).fits(head):
            return name
    raise InputError(
        "it is in no chat format that is known",
        origin=Origin(source.shown),
        hint="name its format (docs/chat-exports.md lists them), or export it as CSV",
    )


def _module(name: str) -> Any:
    return import_module(f".{FORMATS.get(name, name)}", __package__)
