"""Asks git what is staged and which lines changed; every refusal says what to do.

Nothing of the user's own settings (colours, prefixes, tools for comparing) reaches the answers,
and git is asked to write nothing.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..errors import InputError, Origin, UsageError
from .touched import EVERYTHING, Touched

_SETTINGS = ("--literal-pathspecs", "-c", "core.quotePath=false")
_DIFF = (
    "diff",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--no-relative",
    "--ignore-submodules",
    "-O/dev/null",
)
_HUNK = re.compile(rb"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_FILE, _KIND = 0o100000, 0o170000  # of the mode of an entry; a link is another kind

_REPOSITORY = "160000"


class Staged(NamedTuple):
    """A file of the index: its path in the repository, and the object that is its content."""

    path: str
    object: str


class Repository:
    """A git repository with a work tree. ``root`` is its top, links resolved."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    def around(cls, folder: Path, option: str) -> Repository:
        """The repository ``folder`` is in. Raises UsageError, naming the ``option`` that asks."""
        try:
            top = _git(folder, "rev-parse", "--show-toplevel")
        except FileNotFoundError:
            raise UsageError(f"{option} needs git, and there is none on the PATH") from None
        except _FailedError as failed:
            raise UsageError(
                f"{option} needs a git repository: {failed.said}",
                hint="run it inside of one, or leave the option out",
            ) from None
        return cls(Path(os.path.realpath(os.fsdecode(top.removesuffix(b"\n")))))

    def base(self, revision: str) -> str:
        """The commit from which on changes count: where HEAD and ``revision`` parted."""
        named = f"{revision}^{{commit}}"
        try:
            commit = _git(self.root, "rev-parse", "--verify", "--quiet", "--end-of-options", named)
        except _FailedError:
            raise UsageError(
                f'--diff-base: git knows no revision "{revision}"',
                hint="fetch it first; a CI checkout is often shallow (fetch-depth: 0)",
            ) from None
        try:
            parted = _git(self.root, "merge-base", os.fsdecode(commit.split()[-1]), "HEAD")
        except _FailedError:
            raise UsageError(
                f'--diff-base: "{revision}" and HEAD have no commit in common',
                hint="fetch the history between them; a CI checkout is often shallow "
                "(fetch-depth: 0)",
            ) from None
        return os.fsdecode(parted.split()[0])

    def changed(
        self, base: str, *, staged: bool, paths: Iterable[str] = ()
    ) -> dict[str, tuple[Touched, str]]:
        """The files that changed since ``base``, by path: what of them, and their path before.

        As they are in the work tree, or as ``staged``. With ``paths`` only those.
        """
        cached = ("--cached",) if staged else ()
        how = (*_DIFF, *cached, "--find-renames", base, "--", *paths)
        try:
            counts = _git(self.root, *_insert(how, "--numstat", "-z"))
            patch = _git(
                self.root,
                *_insert(
                    how,
                    "--unified=0",
                    "--inter-hunk-context=0",
                    "--src-prefix=a/",
                    "--dst-prefix=b/",
                ),
            )
        except _FailedError as failed:
            raise UsageError(f"git cannot compare: {failed.said}") from None
        lines = dict(_hunks(patch))
        return {
            new: (EVERYTHING if binary else lines.get(new, Touched()), old)
            for old, new, binary in _counted(counts)
        }

    def tracked(self) -> tuple[frozenset[str], tuple[str, ...]]:
        """The paths of all files in the index, and those of the repositories inside of this one."""
        rows = os.fsdecode(_git(self.root, "ls-files", "--stage", "-z")).split("\0")
        named = [(head.split(" ")[0], name) for head, _, name in (r.partition("\t") for r in rows)]
        inside = tuple(name for mode, name in named if mode == _REPOSITORY)
        return frozenset(name for _, name in named), inside

    def staged(self, base: str | None, paths: Iterable[Path]) -> tuple[list[Staged], list[str]]:
        """The files of ``paths`` whose staged content differs from ``base`` (None: from HEAD),
        and the paths of those that are in a conflict. Links and repositories inside are none."""
        how = ("--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=d")
        since = (base,) if base else ()
        try:
            rows = _git(self.root, *_DIFF, *how, *since, "--", *map(str, paths))
        except _FailedError as failed:
            raise UsageError(f"--staged: {failed.said}") from None
        found: list[Staged] = []
        conflicts: list[str] = []
        parts = rows.split(b"\0")
        for head, name in zip(parts[::2], parts[1::2], strict=False):
            _, mode, _, object, status = os.fsdecode(head).split(" ")
            if status == "U":
                conflicts.append(os.fsdecode(name))
            elif int(mode, 8) & _KIND == _FILE:
                found.append(Staged(os.fsdecode(name), object))
        return found, sorted(set(conflicts))


def content(staged: Staged, shown: str) -> bytes:
    """What a checkout would write for a staged file. Raises InputError."""
    path = f"--path={staged.path}"
    try:
        return _git(Path.cwd(), "cat-file", "--filters", path, staged.object)
    except (OSError, _FailedError):
        raise InputError(
            "git cannot give its staged content",
            origin=Origin(shown),
            hint="git fsck looks for what is broken",
        ) from None


class _FailedError(Exception):
    """What git said when it failed, in one line."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


def _git(folder: Path, *args: str) -> bytes:
    env = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_PAGER": ""}
    env.pop("GIT_EXTERNAL_DIFF", None)
    done = subprocess.run(
        ["git", *_SETTINGS, *args], cwd=folder, env=env, capture_output=True, check=False
    )
    if done.returncode != 0:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        said = lines[0] if lines else f"git ended with {done.returncode}"
        raise _FailedError(said.removeprefix("fatal: ").removeprefix("error: "))
    return done.stdout


def _insert(how: tuple[str, ...], *more: str) -> tuple[str, ...]:
    """Options right behind the command's name."""
    return (how[0], *more, *how[1:])


def _counted(rows: bytes) -> Iterator[tuple[str, str, bool]]:
    """Path before, path now and whether git takes it for binary, of each row of --numstat -z."""
    parts = iter(rows.split(b"\0"))
    for part in parts:
        if not part:
            continue
        added, _, name = part.split(b"\t", 2)
        if name:
            old = new = os.fsdecode(name)
        else:  # renamed
            old, new = os.fsdecode(next(parts)), os.fsdecode(next(parts))
        yield old, new, added == b"-"


def _hunks(patch: bytes) -> Iterator[tuple[str, Touched]]:
    """The changed lines of every file of a patch without context."""
    name = ""
    lines: list[tuple[int, int]] = []
    cuts: list[int] = []
    skip = 0
    for row in patch.split(b"\n"):
        if skip:  # what was taken out and put in: none of our business
            skip -= 1 if row[:1] in b"+-" else 0
        elif row.startswith(b"+++ "):
            if name:
                yield name, Touched(tuple(lines), tuple(cuts))
            name, lines, cuts = _named(row[4:]), [], []
        elif found := _HUNK.match(row):
            gone, start, come = (int(found[n] or 1) for n in (2, 3, 4))
            skip = gone + come
            if come:
                lines.append((start, start + come - 1))
            if gone > come:
                cuts.append(start + come - 1 if come else start)
    if name:
        yield name, Touched(tuple(lines), tuple(cuts))


def _named(said: bytes) -> str:
    """The path behind ``b/`` in a patch's head; "" for none."""
    said = said.removesuffix(b"\t")
    if said.startswith(b'"'):  # with escapes as C has them, of bytes
        said = said[1:-1].decode("unicode_escape").encode("latin-1")
    return os.fsdecode(said.removeprefix(b"b/")) if said.startswith(b"b/") else ""
