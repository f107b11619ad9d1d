"""All formats by name, which of them a file is in, and the way from a path to conversations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from ..errors import InputError, Origin, UsageError, did_you_mean
from ..model import Conversation
from .channels import CHATS
from .head import head_of
from .nouns import Options, Unread
from .source import MEDIA, Source, file_source, folder_sources, unpacked

FORMATS = (
    "parquet",
    "xlsx",
    "line",
    "qq",
    "whatsapp",
    "wechat",
    "wecom",
    "telegram",
    "discord",
    "messenger",
    "teams",
    "intercom",
    "zendesk",
    "freshdesk",
    "slack",
    "jsonl",
    "json",
    "transcript",
    "tsv",
    "csv",
)
"""Each a module, in the order in which they are asked whether a file is theirs."""


def read_path(path: Path, options: Options) -> Iterator[Conversation | Unread]:
    """The conversations of a file, archive or folder. Raises InputError, UsageError."""
    if options.format is not None and options.format not in FORMATS:
        hint = did_you_mean(options.format, FORMATS) or f"one of: {', '.join(FORMATS)}"
        raise UsageError(f'there is no chat format "{options.format[:40]}"', hint=hint)
    sources = sources_of(path)
    chats = replace(options, channel=options.channel or "chat")
    if not sources:
        raise InputError("there is nothing in it", origin=Origin(path.as_posix()))
    if options.format in (None, "slack") and slack_export(sources):
        yield from module_of("slack").read_export(sources, chats)
        return
    for name, group in _groups(sources, options, alone=len(sources) == 1):
        if isinstance(group, Unread):
            yield group
            continue
        module = module_of(name)
        of_it = chats if name in CHATS else options
        found = (
            module.read_parts(group, of_it) if name == "messenger" else module.read(group[0], of_it)
        )
        yield from found if len(sources) == 1 else _going_on(found)


def _going_on(found: Iterator[Conversation | Unread]) -> Iterator[Conversation | Unread]:
    """One of several files: where it cannot be read, the others still are."""
    try:
        yield from found
    except InputError as error:
        place = error.origin or Origin("")
        yield Unread(place.path, place.line, place.column, error.what, error.hint)


def _groups(
    sources: list[Source], options: Options, alone: bool
) -> Iterator[tuple[str, list[Source] | Unread]]:
    """The files that are read together, each group with its format."""
    threads: dict[str, list[Source]] = {}
    for source in sources:
        if not alone and source.name.rpartition(".")[2].lower() in MEDIA:
            continue  # what was sent; its message stands in the chat
        try:
            name = options.format or format_of(source, options)
        except InputError as error:
            if alone:
                raise
            yield "", Unread(source.shown, None, None, error.what, error.hint)
            continue
        thread = module_of(name).thread(source) if name == "messenger" else None
        if thread is None:
            yield name, [source]
        else:
            threads.setdefault(thread, []).append(source)
    for parts in threads.values():
        yield "messenger", parts


def sources_of(path: Path) -> list[Source]:
    """The files of a path, archives unpacked. Raises InputError."""
    if path.is_dir():
        return [each for file in folder_sources(path) for each in _opened(file)]
    return _opened(file_source(path))


def _opened(source: Source) -> list[Source]:
    found = unpacked(source)
    return [source] if found is None else found


def slack_export(sources: list[Source]) -> bool:
    """Whether these are the files of a Slack export."""
    return len(sources) > 1 and bool(module_of("slack").is_export(sources))


def sniff_path(path: Path) -> str:
    """The format of a path. Raises InputError."""
    sources = sources_of(path)
    if slack_export(sources):
        return "slack"
    spoken = [s for s in sources if s.name.rpartition(".")[2].lower() not in MEDIA]
    for source in spoken[:-1]:
        try:
            return format_of(source, Options())
        except InputError:
            continue  # a list of contacts, a page that shows the chat
    if not spoken:
        raise InputError("there is nothing in it", origin=Origin(path.as_posix()))
    return format_of(spoken[-1], Options())


def format_of(source: Source, options: Options) -> str:
    """The format of one file. Raises InputError when it is in none."""
    head = head_of(source, options.encoding)
    for name in FORMATS:
        if module_of(name).fits(head):
            return name
    raise InputError(
        "it is in no chat format that is known",
        origin=Origin(source.shown),
        hint="name its format (docs/chat-exports.md lists them), or export it as CSV",
    )


def module_of(name: str) -> Any:
    """The module that reads a format."""
    return import_module(f".{name}", __package__)
