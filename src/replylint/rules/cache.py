"""Packs, term base and edges compiled once and kept as JSON, until a byte of their sources changes.

Whether an entry still holds is told by the sizes and times of the source files; only when those
changed are the files read and their digest compared. A damaged entry is made again, and where no
entry can be kept everything is compiled each time: the cache never makes a run fail.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import Any
from zlib import crc32

from .. import __version__
from ..glossary.term import TermBase
from ..text import dictionary
from ..text.edges import Crossings
from .codec import decode, encode
from .private_folder import PrivateFolder
from .rule import Pack
from .sources import yaml_files

_RACY = 2_000_000_000  # ns; a file this young may change again without its time showing it
_CLOCK = 50_000_000  # ns; the file system's clock may be that much behind ours

Stats = list[list[Any]]
"""Path, size and mtime_ns of every source file."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """What the engine runs: ``crossings`` know the edges of every word of both others."""

    pack: Pack
    terms: TermBase
    crossings: Crossings


@dataclass(frozen=True, slots=True)
class _Sources:
    """Where an entry comes from. ``code`` stands for the version that made it."""

    packs: tuple[str, ...]  # with those they extend
    glossaries: tuple[str, ...]
    code: str

    def stats(self) -> Stats:
        return [
            [path, found.st_size, found.st_mtime_ns]
            for folder in (*self.packs, *self.glossaries)
            for path, found in yaml_files(folder)
        ]

    def digest(self) -> str:
        """Of every byte. Raises OSError when a file cannot be read."""
        hashed = sha256(self.code.encode())
        for folder in (*self.packs, *self.glossaries):
            for path, _ in yaml_files(folder):
                data = Path(path).read_bytes()
                hashed.update(f"\0{os.path.relpath(path, folder)}\0{len(data)}\0".encode())
                hashed.update(data)
        return hashed.hexdigest()


def compiled(
    folders: Sequence[Path],
    glossary_folders: Sequence[Path],
    cache_dir: Path | None,
    only: Collection[str] | None = None,
) -> Compiled:
    """The packs, their term base and their edges, from the cache where that holds.

    ``cache_dir`` None keeps nothing. ``only``: the ids of rules that are enough; others may be left
    out. Raises PackError, GlossaryError and, when jieba's dictionary
    is missing, UsageError.
    """
    folder = None if cache_dir is None else PrivateFolder.opened(cache_dir)
    if folder is None:
        return _compile(folders, glossary_folders)[0]
    name = _entry_name(folders, glossary_folders)
    entry = folder.read(name)
    found = None if entry is None else _fresh(entry, folder, name, only)
    if found is not None:
        return found
    begun = time.time_ns()
    made, packs = _compile(folders, glossary_folders)
    places = [tuple(map(os.path.abspath, group)) for group in (packs, glossary_folders)]
    sources = _Sources(places[0], places[1], _code())
    header = _header(sources, begun)
    if all(changed < begun - _CLOCK for _, _, changed in header[3]):
        # nothing was changed while it was read, so the digest is of what was compiled
        folder.write(name, _sealed(header, _body(made)))
    return made


def _compile(
    folders: Sequence[Path], glossary_folders: Sequence[Path]
) -> tuple[Compiled, tuple[str, ...]]:
    """And the folders of all packs, those that are extended too."""
    from ..glossary.load import load as load_terms
    from ..text.edges import crossings
    from .load import load

    loaded = load(folders)
    pack, terms = loaded.pack, load_terms(glossary_folders)
    literals = [word for each in pack.lexicons if each.edges == "token" for word in each.words]
    literals += [wake for rule in pack.rules for wake in rule.wakes]
    edges = crossings([*literals, *terms.forms()], [*pack.words, *terms.words()])
    return Compiled(pack, terms, edges), loaded.folders


def _entry_name(folders: Sequence[Path], glossary_folders: Sequence[Path]) -> str:
    """Of the folders and of how they were given: errors and explanations show them so."""
    groups = (folders, glossary_folders)
    named = [[(str(f), os.path.abspath(f)) for f in group] for group in groups]
    return "pack-" + sha256(json.dumps(named).encode()).hexdigest()[:32] + ".json"


def _header(sources: _Sources, begun: int) -> list[Any]:
    """``begun``: when the sources began to be read, in ns."""
    stats = sources.stats()
    settled = all(changed < begun - _RACY for _, _, changed in stats)
    return [sources.packs, sources.glossaries, sources.code, stats, settled, sources.digest()]


class _Lines:
    """The lines of an entry, none copied before it is asked for: most of them are not."""

    def __init__(self, entry: bytes, start: int, sizes: Sequence[int]) -> None:
        self._entry = entry
        self._starts = list(accumulate((size + 1 for size in sizes), initial=start))

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, at: int, /) -> bytes:
        return self._entry[self._starts[at] : self._starts[at + 1] - 1]

    def behind(self, at: int) -> _Lines:
        """The lines from ``at`` on."""
        lines = _Lines(self._entry, 0, ())
        lines._starts = self._starts[at:]
        return lines


def _body(made: Compiled) -> bytes:
    """A line with the sizes of the others, and these."""
    parts = (made.terms.to_data(), made.crossings.to_data(), *encode(made.pack))
    lines = list(map(_dumped, parts))
    return b"\n".join([_dumped(list(map(len, lines))), *lines])


def _dumped(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _sealed(header: list[Any], body: bytes) -> bytes:
    rest = _dumped(header) + b"\n" + body
    return b"%08x\n" % crc32(rest) + rest


def _fresh(
    entry: bytes, folder: PrivateFolder, name: str, only: Collection[str] | None
) -> Compiled | None:
    """The entry read, when it is whole and its sources are what they were."""
    try:
        sealed = entry.index(b"\n") + 1
        if int(entry[:sealed], 16) != crc32(memoryview(entry)[sealed:]):
            return None
        body = entry.index(b"\n", sealed) + 1
        first = entry.index(b"\n", body) + 1
        header = json.loads(entry[sealed:body])
        sources = _Sources(tuple(header[0]), tuple(header[1]), header[2])
        stats, settled, digest = header[3:]
        if sources.code != _code():
            return None
        if not settled or sources.stats() != stats:
            now = _header(sources, time.time_ns())
            if now[-1] != digest:
                return None
            folder.write(name, _sealed(now, entry[body:]))
        return _opened(_Lines(entry, first, json.loads(entry[body:first])), only)
    except (ValueError, TypeError, LookupError, AttributeError, OSError):
        return None


def _opened(body: _Lines, only: Collection[str] | None) -> Compiled:
    """The edges are only read when a hit asks for them."""
    return Compiled(
        decode(body.behind(2), only),
        TermBase.from_data(json.loads(body[0])),
        Crossings.from_data(lambda: json.loads(body[1])),
    )


def _code() -> str:
    """Stands for the code that compiles: its version, and its files while they are worked on."""
    room = Path(__file__).parent
    rooms = [room, room.parent / "text", room.parent / "glossary"]
    try:
        files = [
            (entry.name, found.st_size, found.st_mtime_ns)
            for folder in rooms
            for entry in sorted(os.scandir(folder), key=lambda entry: entry.name)
            if entry.name.endswith(".py") and (found := entry.stat())
        ]
        words = os.stat(dictionary.path())
    except OSError:  # run from a zip: that does not change
        return __version__
    return sha256(f"{__version__} {files} {words.st_size}".encode()).hexdigest()
