"""The files that git says to look at: what is staged, and what changed since a revision."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from ..errors import UsageError
from ..model import Trouble
from .discover import STDIN, Discovery, Found, noise, shown
from .git import Repository, Staged
from .touched import EVERYTHING, Touched


class Changes:
    """What changed since ``revision``, in the work tree or as ``staged``. Raises UsageError."""

    def __init__(self, revision: str, *, staged: bool = False) -> None:
        self._repository = Repository.around(Path.cwd(), "--diff-base")
        self.base = self._repository.base(revision)
        self._staged = staged
        self._changed = self._repository.changed(self.base, staged=staged)
        self._tracked, self._inside = self._repository.tracked()

    def of(self, path: Path) -> Touched | None:
        """The changed lines of a file, all of one that git does not know; None: it is unchanged.

        What a repository inside of this one has changed is asked there.
        """
        name = self._name(path)
        if name in self._changed:
            touched, _ = self._changed[name]
            return touched if touched.lines or touched.cuts else None
        if name in self._tracked or name.startswith(tuple(f"{each}/" for each in self._inside)):
            return None
        return EVERYTHING

    def again(self, path: Path) -> Touched:
        """The changed lines of a file that was written since."""
        name = self._name(path)
        if name not in self._changed and name not in self._tracked:
            return EVERYTHING
        _, old = self._changed.get(name, (None, name))
        paths = dict.fromkeys((old, name))
        now = self._repository.changed(self.base, staged=self._staged, paths=paths)
        return now.get(name, (Touched(), name))[0]

    def only(self, found: Discovery) -> Discovery:
        """The files that changed; how many did not is among what was passed over."""
        files = tuple(each for each in found.files if each.path and self.of(each.path))
        passed = Counter(found.passed_over)
        if unchanged := len(found.files) - len(files):
            passed["unchanged"] = unchanged
        return Discovery(files, found.errors, found.incomplete, passed)

    def _name(self, path: Path) -> str:
        """The path in the repository."""
        name = os.path.relpath(os.path.realpath(path), self._repository.root)
        if name == os.pardir or name.startswith(os.pardir + os.sep):
            raise UsageError(
                f"{shown(path)} is outside of the git repository",
                hint="run it in that file's own repository",
            )
        return name.replace(os.sep, "/")


def staged(
    paths: Sequence[str],
    *,
    base: str | None,
    wanted: Callable[[Path], bool],
    excluded: Callable[[Path, bool], bool],
    force_exclude: bool = False,
) -> Discovery:
    """The files below ``paths`` whose staged content is not that of HEAD, or of ``base``.

    As ``discover`` has it: files that are named are always checked unless ``force_exclude`` says
    otherwise, of others those that are wanted. Raises UsageError.
    """
    repository = Repository.around(Path.cwd(), "--staged")
    named = paths or (os.curdir,)
    found, conflicts = repository.staged(base, [Path(os.path.abspath(path)) for path in named])
    explicit = {os.path.realpath(path) for path in named}
    files: list[Found] = []
    passed: Counter[str] = Counter()
    for each in sorted(found):
        path = _here(repository.root / each.path)
        named_itself = str(repository.root / each.path) in explicit
        why = _passed_over(path, named_itself, wanted, excluded, force_exclude)
        if why is not None:
            passed[why] += 1
        else:
            files.append(Found(path, shown(path), named_itself, each))
    return Discovery(
        tuple(files), tuple(_missing(paths, found, repository)), tuple(
            Trouble("is in a merge conflict, so nothing of it is staged", shown(_here(
                repository.root / name)))
            for name in conflicts
        ), passed,
    )  # fmt: skip


def _here(path: Path) -> Path:
    """A path from the working folder on when it is below it."""
    relative = os.path.relpath(path, os.path.realpath(os.curdir))
    return path if relative.startswith(os.pardir + os.sep) else Path(relative)


def _passed_over(
    path: Path,
    named: bool,
    wanted: Callable[[Path], bool],
    excluded: Callable[[Path, bool], bool],
    force_exclude: bool,
) -> str | None:
    """Why a file is not looked at; None: it is."""
    if named and not force_exclude:
        return None
    if excluded(path, False) or any(excluded(above, True) for above in path.parents):
        return "excluded"
    if named:
        return None
    for part in path.parts:
        if part != os.pardir and (why := noise(part)):
            return why
    return None if wanted(path) else "format"


def _missing(
    paths: Iterable[str], found: Iterable[Staged], repository: Repository
) -> Iterable[Trouble]:
    """The paths that neither exist nor are staged."""
    names = [each.path for each in found]
    for path in paths:
        if path == STDIN:
            raise UsageError("--staged looks at the index, not at standard input")
        if os.path.lexists(path):
            continue
        whole = os.path.relpath(os.path.abspath(path), repository.root).replace(os.sep, "/")
        if not any(name == whole or name.startswith(f"{whole}/") for name in names):
            yield Trouble("cannot be found, neither in the index nor as a file", shown(path))
