"""Paths of a command line to the files to check: in order, each once, nothing lost without a word.

Folders are walked in the order of names, files before folders. Passed over there, and counted:
hidden files and folders (version control is), what package managers and virtual environments put
there, what the settings exclude, and files that are of no format or not included. A file that is
named itself is always checked, unless ``force_exclude`` says that the settings still decide (as
pre-commit needs it).

``.gitignore`` is not read on purpose: what a repository does not want to store, such as exported
chats, is often just what is to be checked, and leaving it out would be a silent pass.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import Trouble

if TYPE_CHECKING:
    from .git import Staged

STDIN = "-"
_NOISE = frozenset({"node_modules", "bower_components", "__pycache__", "__pypackages__"})


@dataclass(frozen=True, slots=True)
class Found:
    """An input: a file, or standard input (``path`` None). ``shown`` is what people are told.

    ``staged`` is read instead of the file itself.
    """

    path: Path | None
    shown: str
    explicit: bool = True
    staged: Staged | None = None


@dataclass(frozen=True, slots=True)
class Discovery:
    """What there is to check, and what not.

    ``errors`` are paths that do not exist (exit code 2), ``incomplete`` what could not be looked at
    (3). ``passed_over`` counts files and folders by reason: ``hidden``, ``packages``, ``excluded``,
    ``format``, ``unchanged``.
    """

    files: tuple[Found, ...] = ()
    errors: tuple[Trouble, ...] = ()
    incomplete: tuple[Trouble, ...] = ()
    passed_over: Mapping[str, int] = field(default_factory=dict)


def discover(
    paths: Iterable[str],
    *,
    wanted: Callable[[Path], bool],
    excluded: Callable[[Path, bool], bool] | None = None,
    force_exclude: bool = False,
) -> Discovery:
    """Find the files of ``paths``; ``-`` is standard input.

    ``wanted`` says whether a file met in a folder is of a format to check; ``excluded`` whether the
    settings leave out a path (True: a folder). Raises nothing: see Discovery.
    """
    walk = _Walk(wanted, excluded or _nothing, force_exclude)
    for path in paths:
        walk.named(path)
    return Discovery(tuple(walk.files), tuple(walk.errors), tuple(walk.incomplete), walk.passed)


def shown(path: str | Path) -> str:
    """A path as reports print it: from the working folder when it is below, with ``/``."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        relative = os.pardir
    if relative == os.pardir or relative.startswith(os.pardir + os.sep):
        relative = str(path)
    # A name that is not valid in the file system's encoding can still be printed.
    return os.fsencode(relative).decode("utf-8", "replace").replace(os.sep, "/")


def noise(name: str) -> str | None:
    """Why a file or folder of this name is passed over: ``hidden``, ``packages`` or not at all."""
    if name.startswith("."):
        return "hidden"
    return "packages" if name in _NOISE else None


def _nothing(path: Path, folder: bool) -> bool:
    return False


class _Walk:
    """What was found so far."""

    def __init__(
        self,
        wanted: Callable[[Path], bool],
        excluded: Callable[[Path, bool], bool],
        force_exclude: bool,
    ) -> None:
        self.wanted = wanted
        self.excluded = excluded
        self.force_exclude = force_exclude
        self.files: list[Found] = []
        self.errors: list[Trouble] = []
        self.incomplete: list[Trouble] = []
        self.passed: Counter[str] = Counter()
        self.seen: set[str] = set()  # real paths

    def named(self, path: str) -> None:
        """A path of the command line."""
        if path == STDIN:
            self._add(None, STDIN, explicit=True)
            return
        try:
            folder = stat.S_ISDIR(os.stat(path).st_mode)
        except (OSError, ValueError) as error:
            self.errors.append(Trouble(f"cannot be found: {_why(error)}", shown(path)))
            return
        if self.force_exclude and self.excluded(Path(path), folder):
            self.passed["excluded"] += 1
        elif folder:
            self._folder(os.path.normpath(path), os.path.realpath(path))
        else:
            self._add(os.path.normpath(path), os.path.realpath(path), explicit=True)

    def _add(self, path: str | None, real: str, explicit: bool) -> None:
        if real in self.seen:
            return
        self.seen.add(real)
        if path is None:
            self.files.append(Found(None, STDIN))
        else:
            self.files.append(Found(Path(path), shown(path), explicit))

    def _folder(self, path: str, real: str) -> None:
        # Folders still to do, the next one last: a path can be longer than Python's stack is deep.
        todo = [(path, real)]
        while todo:
            path, real = todo.pop()
            if real in self.seen:
                continue
            self.seen.add(real)
            try:
                with os.scandir(path) as found:
                    entries = sorted(found, key=lambda entry: entry.name)
            except OSError as error:
                self._unchecked(path, f"the folder cannot be read: {_why(error)}")
                continue
            below = [each for entry in entries if (each := self._entry(entry, path, real))]
            todo += reversed(below)

    def _entry(self, entry: os.DirEntry[str], folder: str, real: str) -> tuple[str, str] | None:
        """Take a file; give a folder that is to be walked."""
        path = entry.name if folder == os.curdir else os.path.join(folder, entry.name)
        if entry.name.startswith("."):
            self.passed["hidden"] += 1
            return None
        try:
            mode = entry.stat().st_mode
        except OSError as error:
            if not self.excluded(Path(path), False):
                self._unchecked(path, f"cannot be looked at: {_why(error)}")
            return None
        is_folder = stat.S_ISDIR(mode)
        if self.excluded(Path(path), is_folder):
            self.passed["excluded"] += 1
            return None
        real_path = os.path.realpath(path) if entry.is_symlink() else os.path.join(real, entry.name)
        if is_folder:
            return self._below(path, real_path, real)
        if stat.S_ISREG(mode) and self.wanted(Path(path)):
            self._add(path, real_path, explicit=False)
        else:
            self.passed["format"] += 1
        return None

    def _below(self, path: str, real_path: str, above: str) -> tuple[str, str] | None:
        if os.path.basename(path) in _NOISE or os.path.exists(os.path.join(path, "pyvenv.cfg")):
            self.passed["packages"] += 1
            return None
        if above == real_path or above.startswith(real_path.rstrip(os.sep) + os.sep):
            self._unchecked(path, "the folder is a link back to one above it, it was not entered")
            return None
        return path, real_path

    def _unchecked(self, path: str, why: str) -> None:
        self.incomplete.append(Trouble(why, shown(path)))


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return "this is no valid path"
