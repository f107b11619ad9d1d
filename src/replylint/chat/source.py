"""Files, folders, archives and compressed files as one stream of sources that can be read twice."""

from __future__ import annotations

import gzip
import io
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from ..errors import InputError, Origin

RATIO = 250
"""How many times larger than compressed a member may be; real exports shrink 5 to 60 times."""
FREE = 64 << 20
"""Bytes below which the ratio is not looked at."""
DEPTH = 3
MEMBERS = 200_000

_MEDIA = """
    jpg jpeg png gif webp heic bmp svg ico mp3 m4a opus ogg oga wav aac amr silk mp4 mov avi
    3gp webm mkv pdf doc docx ppt pptx vcf apk html css js tgs thumb dat db xls exe rar 7z
"""
MEDIA = frozenset(_MEDIA.split())
"""Members of an archive that are what was sent, not what was said; they are not looked into."""


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes that can be opened any number of times. ``shown`` is what people are told."""

    shown: str
    name: str
    open: Callable[[], BinaryIO]
    size: int | None = None

    def head(self, size: int = 1 << 16) -> bytes:
        """The first bytes. Raises InputError."""
        with self.open() as stream, reading(self.shown):
            return stream.read(size)

    def all(self) -> bytes:
        """All bytes. Raises InputError."""
        with self.open() as stream, reading(self.shown):
            return stream.read()


class reading:  # noqa: N801 - used as a with-statement reads
    """Turns what broken archives and disks raise into InputError."""

    def __init__(self, shown: str) -> None:
        self._shown = shown

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, InputError) or error is None:
            return
        problem = _problem(error)
        if problem is not None:
            raise InputError(problem[0], origin=Origin(self._shown), hint=problem[1]) from None


def _problem(error: BaseException) -> tuple[str, str] | None:
    if isinstance(error, EOFError | zlib.error | zipfile.BadZipFile | gzip.BadGzipFile):
        return (
            "the compressed data is cut off or damaged",
            "copy or download the export again; nothing of it was imported",
        )
    if isinstance(error, RuntimeError) and "encrypted" in str(error):
        return "it is protected by a password", "unpack it first and import what is in it"
    if isinstance(error, NotImplementedError):
        return "it is packed by a method that cannot be read", "pack it as an ordinary zip"
    if isinstance(error, OSError):
        return f"it cannot be read: {error.strerror or type(error).__name__}", "check the file"
    return None


class _Limited(io.RawIOBase):
    """A decompressed stream that refuses to grow out of proportion; closes all it stands on."""

    def __init__(self, streams: list[Any], packed: int, shown: str) -> None:
        self._streams = streams
        self._stream = streams[0]
        self._most = max(FREE, packed * RATIO)
        self._read = 0
        self._shown = shown

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        with reading(self._shown):
            data = self._stream.read(len(buffer))
        self._read += len(data)
        if self._read > self._most:
            raise InputError(
                f"it unpacks to more than {self._most >> 20} MiB, over {RATIO} times its size",
                origin=Origin(self._shown),
                hint="this looks like an archive made to do harm; unpack it by hand if it is not",
            )
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        for stream in self._streams:
            stream.close()
        super().close()


def file_source(path: Path) -> Source:
    """The file at ``path``. Raises InputError when it is not there."""
    shown = path.as_posix()
    try:
        size = path.stat().st_size
    except OSError as error:
        raise InputError(
            f"it cannot be read: {error.strerror}", origin=Origin(shown), hint="check the path"
        ) from None

    def opened() -> BinaryIO:
        with reading(shown):
            return path.open("rb", buffering=1 << 18)
        raise AssertionError  # reading() raised

    return Source(shown, path.name, opened, size)


def unpacked(source: Source, depth: int = 0) -> list[Source] | None:
    """What a gz or zip holds, itself unpacked; None when ``source`` is neither.

    A workbook is a zip, too, and is left alone. Raises InputError for what is damaged or too deep.
    """
    head = source.head(4)
    if head[:2] == b"\x1f\x8b":
        inner = _gunzipped(source)
        return _deeper(inner, source, depth)
    if head != b"PK\x03\x04" and head != b"PK\x05\x06":
        return None
    members = _members(source)
    if members is None:
        return None
    return [each for member in members for each in _deeper(member, source, depth)]


def _deeper(inner: Source, outer: Source, depth: int) -> list[Source]:
    suffix = inner.name.rpartition(".")[2].lower()
    if suffix in MEDIA or suffix == "xlsx":
        return [inner]
    head = inner.head(4)
    if head[:2] != b"\x1f\x8b" and head[:2] != b"PK":
        return [inner]
    if depth + 1 >= DEPTH:
        raise InputError(
            f"archives within archives, more than {DEPTH} deep",
            origin=Origin(outer.shown),
            hint="unpack the outer ones first",
        )
    return unpacked(inner, depth + 1) or [inner]


def _gunzipped(source: Source) -> Source:
    name = source.name
    name = name[:-3] if name.lower().endswith(".gz") else name

    def opened() -> BinaryIO:
        packed = source.open()
        stream = gzip.GzipFile(fileobj=packed)
        size = source.size or len(source.all())
        return io.BufferedReader(_Limited([stream, packed], size, source.shown), 1 << 18)

    return Source(source.shown, name, opened, None)


def _members(source: Source) -> list[Source] | None:
    """The files of a zip in the order of their names; None for a workbook."""
    with reading(source.shown):
        try:
            with _seekable(source) as file, zipfile.ZipFile(file) as archive:
                entries = [each for each in archive.infolist() if not each.is_dir()]
        except zipfile.BadZipFile:
            raise InputError(
                "the zip is cut off or damaged: the list of its files is missing",
                origin=Origin(source.shown),
                hint="copy or download the export again; nothing of it was imported",
            ) from None
    names = {each.filename for each in entries}
    if "[Content_Types].xml" in names:
        return None
    if len(entries) > MEMBERS:
        raise InputError(
            f"the zip holds more than {MEMBERS} files",
            origin=Origin(source.shown),
            hint="unpack it and import the folder",
        )
    wanted = [each for each in entries if not _hidden(each.filename)]
    return [_member(source, each) for each in sorted(wanted, key=lambda each: each.filename)]


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))


def _member(source: Source, entry: zipfile.ZipInfo) -> Source:
    shown = f"{source.shown}/{entry.filename}"

    def opened() -> BinaryIO:
        file = _seekable(source)
        try:
            with reading(shown):
                archive = zipfile.ZipFile(file)
                stream = archive.open(entry)
        except BaseException:
            file.close()
            raise
        limited = _Limited([stream, archive, file], entry.compress_size, shown)
        return io.BufferedReader(limited, 1 << 18)

    return Source(shown, entry.filename, opened, entry.file_size)


def _seekable(source: Source) -> BinaryIO:
    stream = source.open()
    if stream.seekable():
        return stream
    spooled = tempfile.SpooledTemporaryFile(max_size=FREE)  # noqa: SIM115 - the caller's to close
    with stream:
        while chunk := stream.read(1 << 20):
            spooled.write(chunk)
    spooled.seek(0)
    return cast("BinaryIO", spooled)


def folder_sources(folder: Path) -> Iterator[Source]:
    """Every file below ``folder``, hidden ones left out, in the order of their names."""
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder).as_posix()
        if path.is_file() and not _hidden(relative):
            each = file_source(path)
            yield Source(each.shown, relative, each.open, each.size)
