"""Opens a pack's folder: its head, its files, and the packs it builds on, in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from .. import __version__
from ..errors import Origin, PackError
from .schema import FILE, PACK
from .yaml_source import Scalar, Table, read

Folder = Path | Traversable
HEAD = "pack.yaml"


@dataclass(frozen=True, slots=True)
class PackFolder:
    """``files``: path in the pack, path to show, content; sorted, the head left out."""

    root: Folder
    head: Table
    files: tuple[tuple[str, str, bytes], ...]
    head_data: bytes

    @property
    def name(self) -> str:
        return self.head.text("pack")

    def sources(self) -> Iterator[tuple[str, bytes]]:
        yield HEAD, self.head_data
        for name, _, data in self.files:
            yield name, data


def opened(folders: Sequence[Folder], find: Callable[[str], Folder]) -> tuple[PackFolder, ...]:
    """The packs of ``folders`` and those they extend, each after what it builds on.

    ``find`` gives the folder of a pack that is extended but not among them. Raises PackError for a
    folder that holds no pack, for two packs of one name, and for packs that extend each other.
    """
    given: dict[str, PackFolder] = {}
    for folder in folders:
        pack = open_pack(folder)
        other = given.setdefault(pack.name, pack)
        if other is not pack and str(other.root) != str(folder):
            raise PackError(
                f'two packs are called "{pack.name}"',
                origin=pack.head.at("pack"),
                hint=f"the other is at {other.root}",
            )
    done: dict[str, PackFolder] = {}
    for pack in tuple(given.values()):
        _visit(pack, given, done, find, ())
    return tuple(done.values())


def _visit(
    pack: PackFolder,
    given: dict[str, PackFolder],
    done: dict[str, PackFolder],
    find: Callable[[str], Folder],
    above: tuple[str, ...],
) -> None:
    if pack.name in done:
        return
    for name in pack.head.scalars("extends"):
        if name.text in (*above, pack.name):
            raise PackError(
                f'the pack "{pack.name}" extends itself over "{name.text}"', origin=name.origin
            )
        if name.text not in given:
            given[name.text] = _found(name, find)
        _visit(given[name.text], given, done, find, (*above, pack.name))
    done[pack.name] = pack


def _found(name: Scalar, find: Callable[[str], Folder]) -> PackFolder:
    try:
        folder = find(name.text)
    except PackError as error:
        raise PackError(error.what, origin=name.origin, hint=error.hint) from None
    pack = open_pack(folder)
    if pack.name != name.text:
        raise PackError(
            f'the pack found for "{name.text}" calls itself "{pack.name}"', origin=name.origin
        )
    return pack


def open_pack(folder: Folder) -> PackFolder:
    """Reads a pack's folder. Raises PackError when there is none or its head is wrong."""
    shown = str(folder)
    try:
        data = (folder / HEAD).read_bytes()
    except (OSError, KeyError):
        missing = "holds no pack.yaml" if folder.is_dir() else "does not exist"
        raise PackError(
            f"the pack {missing}",
            origin=Origin(shown),
            hint="replylint rules new writes a pack to start from",
        ) from None
    head = _table(data, _below(shown, HEAD))
    PACK.check(head)
    _fits(head)
    files = tuple(_walk(folder, "", shown))
    if not files:
        raise PackError("the pack holds no files of rules", origin=Origin(shown))
    return PackFolder(folder, head, files, data)


def tables(pack: PackFolder) -> Iterator[Table]:
    """The checked content of every file that says anything."""
    for _, shown, data in pack.files:
        root = read(data, shown)
        if root is None:
            continue
        FILE.check(root)
        assert isinstance(root, Table)  # the schema allows nothing else
        yield root


def _table(data: bytes, path: str) -> Table:
    root = read(data, path)
    if not isinstance(root, Table):
        raise PackError("this must be a table", origin=Origin(path, 1, 1))
    return root


def _below(folder: str, name: str) -> str:
    return f"{folder.rstrip('/')}/{name}"


def _walk(folder: Folder, inside: str, shown: str) -> Iterator[tuple[str, str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name, path = inside + entry.name, _below(shown, entry.name)
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry, name + "/", path)
        elif entry.name == HEAD:
            if inside:
                raise PackError("a pack inside a pack", origin=Origin(path), hint="move it out")
        elif entry.name.endswith(".yaml"):
            yield name, path, entry.read_bytes()
        elif entry.name.endswith(".yml"):
            raise PackError("this file is not read", origin=Origin(path), hint="name it .yaml")


_TESTS: dict[str, Callable[[tuple[int, ...], tuple[int, ...]], bool]] = {
    ">=": tuple.__ge__,
    "<=": tuple.__le__,
    "==": tuple.__eq__,
    "!=": tuple.__ne__,
    ">": tuple.__gt__,
    "<": tuple.__lt__,
}


def _fits(head: Table) -> None:
    """Raises PackError when the pack is written for another version of the engine."""
    here = _numbers(__version__)
    for sign, version in re.findall(r"([<>=!]=?)\s*([0-9.]+)", head.text("requires")):
        there = _numbers(version)
        size = max(len(here), len(there))
        pad = tuple(v + (0,) * (size - len(v)) for v in (here, there))
        if sign not in _TESTS or not _TESTS[sign](*pad):
            raise PackError(
                f"the pack requires replylint {sign}{version}, and this is {__version__}",
                origin=head.at("requires"),
            )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"[0-9]+", version)))
